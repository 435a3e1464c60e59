"""Marking notices as read (đã đọc)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from lantoa.channels.models import Notice
from lantoa.channels.selectors import notices
from lantoa.common import access

if TYPE_CHECKING:
    from lantoa.common.access import Actor


def mark_read(*, notice: Notice, by: Actor) -> None:
    """One of one's own notices is read; reading is no decision and leaves no audit row."""
    access.require(by, "channels.read")
    notices.visible_to(by).filter(pk=notice.pk, read_at=None).update(read_at=timezone.now())


def mark_all_read(*, by: Actor) -> int:
    """All of one's own notices are read; returns how many were not yet."""
    access.require(by, "channels.read")
    return notices.visible_to(by).filter(read_at=None).update(read_at=timezone.now())
