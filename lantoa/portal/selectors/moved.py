"""A plan's public calendar (lịch công khai): what is due on each day, what was moved and why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, QuerySet

from lantoa.common.rules.periods import Period, PeriodKind, UnknownPeriod, parse_period, period_of
from lantoa.plans.rules.progress import Progress, progress
from lantoa.plans.selectors import amendments, board, occurrences

if TYPE_CHECKING:
    from lantoa.plans.models import Plan
    from lantoa.plans.selectors.amendments import MovedDay


@dataclass(frozen=True, slots=True)
class DueDay:
    """One duty due on one day, counted over its agencies."""

    day: date
    code: str
    text: str
    progress: Progress


def month_of(plan: Plan, asked: str, *, today: date) -> Period:
    """The month asked for, else this one, else the nearest in which something is due."""
    try:
        found = parse_period(asked)
        if found.kind == PeriodKind.MONTH:
            return found
    except UnknownPeriod:
        pass
    _agencies, months = occurrences.spread(board.rows_of(plan, today=today))
    here = period_of(PeriodKind.MONTH, today)
    if not months or months[0].start <= here.start <= months[-1].start:
        return here
    return months[0] if here.start < months[0].start else months[-1]


def due_in(plan: Plan, month: Period, *, today: date) -> list[DueDay]:
    """What is due in the month, day by day, in one query."""
    rows: QuerySet[Any] = board.rows_of(plan, today=today)
    counted = (
        rows.filter(due_on__range=(month.start, month.end))
        .values_list("due_on", "obligation__code", "obligation__text", "standing")
        .annotate(n=Count("pk"))
        .order_by("due_on", "obligation__position", "obligation__code")
    )
    found: dict[tuple[date, str, str], dict[str, int]] = defaultdict(dict)
    for day, code, text, standing, count in counted:
        found[day, code, text][standing] = count
    return [DueDay(*key, progress(counts)) for key, counts in found.items()]


def moved_in(plan: Plan, month: Period) -> list[MovedDay]:
    """Deadlines that left this month or came into it."""
    return [
        one
        for one in amendments.moved(plan)
        if month.start <= one.old <= month.end or month.start <= one.new <= month.end
    ]
