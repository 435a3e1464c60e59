"""When each focus activity runs (dòng thời gian hoạt động trọng điểm) and how its days stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from lantoa.common.rules.periods import PeriodKind, period_of
from lantoa.plans.rules.progress import progress
from lantoa.plans.selectors import board

if TYPE_CHECKING:
    from lantoa.plans.models import Obligation, Plan
    from lantoa.plans.selectors.board import ActivityRow

Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Span:
    """`marks` are the due days with the most pressing standing on each."""

    row: ActivityRow
    start: date
    end: date
    marks: list[tuple[date, str]] = field(default_factory=list)


def of_activities(plan: Plan, rows: list[ActivityRow], *, today: date) -> list[Span]:
    """A span for each activity: from its start to its last due day, or the plan's whole year."""
    due: dict[int, dict[date, Counts]] = defaultdict(lambda: defaultdict(dict))
    duties = [row.obligation.pk for row in rows]
    for duty, on, standing, count in board.of_duties(plan, duties, today=today):
        if on is not None:
            counts = due[duty][on]
            counts[standing] = counts.get(standing, 0) + count
    return [_span(plan, row, due[row.obligation.pk]) for row in rows]


def _span(plan: Plan, row: ActivityRow, due: dict[date, Counts]) -> Span:
    marks = [(on, _pressing(counts)) for on, counts in sorted(due.items())]
    start = _start(plan, row.obligation, marks)
    end = marks[-1][0] if marks else row.obligation.due_by or date(plan.year, 12, 31)
    return Span(row, min(start, end), end, marks)


def _start(plan: Plan, duty: Obligation, marks: list[tuple[date, str]]) -> date:
    """The stated start; else the beginning of the first due day's month, not before the plan."""
    earliest = plan.issued_on or date(plan.year, 1, 1)
    if duty.due_start is not None:
        return duty.due_start
    if duty.due_kind == "monthly" and marks:
        return max(period_of(PeriodKind.MONTH, marks[0][0]).start, earliest)
    return earliest


def _pressing(counts: Counts) -> str:
    return next(code for code, count in progress(counts).counts.items() if count)
