"""Days of the working calendar and files on their way, for tests."""

from __future__ import annotations

import secrets
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.utils import timezone

from lantoa.common.models import CalendarDay, Upload, UploadPart

if TYPE_CHECKING:
    from lantoa.accounts.models import User


def make_calendar_day(day: date | None = None, **values: Any) -> CalendarDay:
    """A day that was taken out of the calendar unless told otherwise."""
    values.setdefault("kind", "holiday")
    values.setdefault("name", "Ngày nghỉ thử")
    values.setdefault("source", "Thông báo số 1/TB")
    values.setdefault("withdrawn_at", timezone.now())
    return CalendarDay.objects.create(day=day or date(2030, 5, 1), **values)


def make_upload(user: User, data: bytes = b"", **values: Any) -> Upload:
    """An upload of which `data` has arrived, in one part; whole unless `size` says more."""
    values = {"name": "anh.jpg", "size": len(data), "touched_at": timezone.now()} | values
    token = secrets.token_urlsafe(24)
    row = Upload.objects.create(token=token, user=user, offset=len(data), **values)
    if data:
        part = UploadPart(upload=row, offset=0, size=len(data))
        part.file.save("part", ContentFile(data), save=True)
    return row
