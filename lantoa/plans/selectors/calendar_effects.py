"""What a change of the working calendar does to open work (việc đang mở được tính lại)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Count

from lantoa.plans.models import Occurrence

if TYPE_CHECKING:
    from lantoa.common.rules.calendar import WorkingCalendar

_REACH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Effect:
    """Open duties due on one day whose last working day is another one now."""

    due_on: date
    before: date
    after: date
    duties: int


def of_change(day: date, before: WorkingCalendar, after: WorkingCalendar) -> list[Effect]:
    """The deadlines near the changed day on which an office has another last day to act."""
    rows = (
        Occurrence.objects.filter(
            state__in=("open", "returned"),
            excused_at=None,
            obligation__state="active",
            obligation__plan__state="active",
            due_on__range=(day, day + _REACH),
        )
        .order_by("due_on")
        .values_list("due_on")
        .annotate(n=Count("pk"))
    )
    found = []
    for due_on, count in rows:
        old = before.last_working_day_on_or_before(due_on)
        new = after.last_working_day_on_or_before(due_on)
        if old != new:
            found.append(Effect(due_on, old, new, count))
    return found
