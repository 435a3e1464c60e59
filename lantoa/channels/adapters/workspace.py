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
        """Notices are written together at the end; one whose key is there already is left."""
        notices: list[Notice] = []

        def write(envelope: Envelope) -> str:
            if envelope.person_id is None:
                reason = "Thông báo trong phần mềm cần một người nhận."
                raise DeliveryFailed(reason, retry=False)
            data = envelope.message.as_data()
            notices.append(Notice(key=envelope.key, person_id=envelope.person_id, message=data))
            return envelope.key

        yield write
        Notice.objects.bulk_create(notices, ignore_conflicts=True)
