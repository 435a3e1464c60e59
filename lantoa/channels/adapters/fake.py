"""A channel that only records (kênh giả): for tests and for writing new adapters against."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from lantoa.channels.adapters.protocol import Envelope, Send


@dataclass
class FakeAdapter:
    """`failures` are raised one after the other before anything is taken."""

    channel: str = "fake"
    label: Any = "Kênh thử"
    repeatable: bool = False
    local: bool = False
    taken: list[Envelope] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)

    def is_on(self) -> bool:
        return True

    @contextmanager
    def session(self) -> Iterator[Send]:
        """Nothing to open."""
        yield self._take

    def _take(self, envelope: Envelope) -> str:
        if self.failures:
            raise self.failures.pop(0)
        self.taken.append(envelope)
        return f"fake-{len(self.taken)}"
