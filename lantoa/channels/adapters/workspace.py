"""Notices in the workspace (thông báo trong nơi làm việc): always on, written in place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.utils.translation import gettext_lazy as _

from lantoa.channels.adapters.protocol import Envelope, Send
from lantoa.channels.errors import DeliveryFailed
from lantoa.channels.models import Notice


class WorkspaceAdapter:
    """The key is unique among notices, so the same envelope twice is one notice."""

    channel = "workspace"
    label: Any = _("Thông báo trong phần mềm")
    repeatable = True
    local = True

    def is_on(self) -> bool:
        return True

    @contextmanager
    def session(self) -> Iterator[Send]:
        """Nothing to open."""
        yield _write


def _write(envelope: Envelope) -> str:
    if envelope.person_id is None:
        raise DeliveryFailed("Thông báo trong phần mềm cần một người nhận.", retry=False)
    values = {"person_id": envelope.person_id, "message": envelope.message.as_data()}
    notice, _made = Notice.objects.get_or_create(key=envelope.key, defaults=values)
    return str(notice.pk)
