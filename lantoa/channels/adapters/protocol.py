"""What a channel must be able to do (giao diện của kênh), and which channels there are."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from lantoa.channels.rules.messages import Message


@dataclass(frozen=True, slots=True)
class Envelope:
    """A message on its way; `key` is the same at every attempt."""

    key: str
    message: Message
    recipient: str
    address: str
    person_id: int | None
    written_at: datetime


Send = Callable[[Envelope], str]
"""Hands one envelope over and returns the other side's id; raises `DeliveryFailed`."""


class Adapter(Protocol):
    """`repeatable`: handing the same envelope over twice shows the reader one message.

    `local`: it writes into this database only, so message and record are one transaction.
    """

    channel: str
    label: Any
    repeatable: bool
    local: bool

    def is_on(self) -> bool:
        """Whether this instance has what the channel needs."""
        ...

    def session(self) -> AbstractContextManager[Send]:
        """One connection for several envelopes."""
        ...


_ADAPTERS: dict[str, Adapter] = {}


def register(adapter: Adapter) -> None:
    """Make a channel known; call from an app's `ready()`."""
    _ADAPTERS[adapter.channel] = adapter


def unregister(channel: str) -> None:
    """Take a channel away again (tests)."""
    del _ADAPTERS[channel]


def known() -> dict[str, Adapter]:
    """Every channel by its code."""
    return dict(_ADAPTERS)


def is_on(channel: str) -> bool:
    adapter = _ADAPTERS.get(channel)
    return adapter is not None and adapter.is_on()
