"""Telling who handed a file in that it was read or could not be (tin báo đọc xong)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.urls import reverse

from lantoa.channels.rules.messages import Message
from lantoa.channels.services import deliveries
from lantoa.channels.services.deliveries import Outgoing

if TYPE_CHECKING:
    from lantoa.documents.models import Intake

WATCHED_FOR = timedelta(seconds=20)
"""Whoever got an answer this soon still has the page before them."""


def tell(row: Intake, *, now: datetime) -> None:
    """A notice in the workspace once a slow file is settled, once for each time it was settled."""
    ended = row.ended_at
    person = getattr(row.loaded_by, "person", None)
    if ended is None or person is None or ended - row.created_at < WATCHED_FOR:
        return
    key = f"intake:{row.pk}:{ended:%Y%m%d%H%M%S}"
    deliveries.enqueue(
        [Outgoing(key, key, "workspace", _message(row), str(person), person.pk)], now=now
    )


def _message(row: Intake) -> Message:
    url = reverse("plans:loading", args=[row.pk])
    if row.state == row.State.FAILED:
        return Message(f"Chưa đọc được “{row.name}”", row.error, url)
    return Message(f"Đã đọc xong “{row.name}”", "Bản dự thảo đang chờ bạn rà soát.", url)
