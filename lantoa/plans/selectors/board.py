"""The coordinator's board (bảng theo dõi): how duties stand by state, agency and month."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractMonth

from lantoa.plans.models import Occurrence, Plan
from lantoa.plans.rules.progress import Progress, progress
from lantoa.plans.selectors.standings import with_standing


@dataclass(frozen=True, slots=True)
class AgencyRow:
    agency_id: int
    name: str
    progress: Progress


@dataclass(frozen=True, slots=True)
class MonthRow:
    month: int
    progress: Progress


@dataclass(frozen=True, slots=True)
class Board:
    """`whole` counts every row; `agencies` is sorted by overdue, most first."""

    whole: Progress
    agencies: list[AgencyRow] = field(default_factory=list)
    months: list[MonthRow] = field(default_factory=list)


def of_plan(plan: Plan, *, today: date, dated_only: bool = True) -> Board:
    """Counts for the whole plan, per agency and per due month, in two queries."""
    rows = rows_of(plan, today=today, dated_only=dated_only)
    by_agency: dict[tuple[int, str], dict[str, int]] = {}
    whole: dict[str, int] = {}
    for agency_id, name, standing, count in (
        rows.values_list("agency_id", "agency__name", "standing").annotate(n=Count("pk")).order_by()
    ):
        by_agency.setdefault((agency_id, name), {})[standing] = count
        whole[standing] = whole.get(standing, 0) + count
    agencies = [AgencyRow(pk, name, progress(found)) for (pk, name), found in by_agency.items()]
    agencies.sort(key=lambda row: (-row.progress.overdue, row.progress.percent, row.name))
    return Board(progress(whole), agencies, _months(rows))


def rows_of(plan: Plan, *, today: date, dated_only: bool = True) -> QuerySet[Occurrence]:
    """The plan's rows with their standing; by default those that have a day to keep."""
    rows = Occurrence.objects.filter(obligation__plan=plan, obligation__state="active")
    if dated_only:
        rows = rows.filter(due_on__isnull=False)
    return with_standing(rows, today=today)


def _months(rows: QuerySet[Occurrence]) -> list[MonthRow]:
    found: dict[int, dict[str, int]] = {}
    counted = (
        rows.filter(due_on__isnull=False)
        .annotate(month=ExtractMonth("due_on"))
        .values_list("month", "standing")
        .annotate(n=Count("pk"))
        .order_by()
    )
    for month, standing, count in counted:
        found.setdefault(month, {})[standing] = count
    return [MonthRow(month, progress(found[month])) for month in sorted(found)]
