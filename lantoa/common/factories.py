"""Days of the working calendar for tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from lantoa.common.models import CalendarDay


def make_calendar_day(day: date | None = None, **values: Any) -> CalendarDay:
    """A day that was taken out of the calendar unless told otherwise."""
    values.setdefault("kind", "holiday")
    values.setdefault("name", "Ngày nghỉ thử")
    values.setdefault("source", "Thông báo số 1/TB")
    values.setdefault("withdrawn_at", timezone.now())
    return CalendarDay.objects.create(day=day or date(2030, 5, 1), **values)
