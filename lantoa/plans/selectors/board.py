"""The coordinator's board (bảng theo dõi): how duties stand by state, agency and month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from lantoa.common.rules.vietnamese import sort_key
from lantoa.plans.models import Assignment, Obligation, Occurrence, Plan
from lantoa.plans.rules.progress import Progress, progress, together
from lantoa.plans.selectors.standings import with_standing

Counts = dict[str, int]
_Group = tuple[int, str, str, date | None, str, int]


@dataclass(frozen=True, slots=True)
class AgencyRow:
    agency_id: int
    name: str
    progress: Progress
    short_name: str = ""

    @property
    def label(self) -> str:
        return self.short_name or self.name


@dataclass(frozen=True, slots=True)
class MonthRow:
    year: int
    month: int
    progress: Progress


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """A focus activity (hoạt động trọng điểm) with who leads it and how its periods stand."""

    obligation: Obligation
    leads: str
    progress: Progress
    due_on: date | None

    @property
    def standing(self) -> str:
        """The most pressing standing among its agencies and periods (`progress.counts` order)."""
        return next((code for code, count in self.progress.counts.items() if count), "standing")


@dataclass(frozen=True, slots=True)
class Board:
    """`whole` counts the rows shown, `dated` and `undated` all; agencies: most overdue first."""

    whole: Progress
    agencies: list[AgencyRow] = field(default_factory=list)
    months: list[MonthRow] = field(default_factory=list)
    dated: int = 0
    undated: int = 0


def of_plan(plan: Plan, *, today: date, dated_only: bool = True) -> Board:
    """Counts for the whole plan, per agency and per due month, in one query."""
    rows: QuerySet[Any] = rows_of(plan, today=today, dated_only=False)
    groups = list(
        rows.values_list("agency_id", "agency__name", "agency__short_name", "due_on", "standing")
        .annotate(n=Count("pk"))
        .order_by()
    )
    dated = sum(group[-1] for group in groups if group[3] is not None)
    undated = sum(group[-1] for group in groups) - dated
    shown = [group for group in groups if group[3] is not None or not dated_only]
    agencies = _agencies(shown)
    whole = together([row.progress.counts for row in agencies])
    return Board(whole, agencies, _months(shown), dated, undated)


def rows_of(plan: Plan, *, today: date, dated_only: bool = True) -> QuerySet[Occurrence]:
    """The plan's rows with their standing; by default those that have a day to keep."""
    rows = Occurrence.objects.filter(obligation__plan=plan, obligation__state="active")
    if dated_only:
        rows = rows.filter(due_on__isnull=False)
    return with_standing(rows, today=today)


def activities(plan: Plan, *, today: date) -> list[ActivityRow]:
    """The focus activities in the plan's order, in three queries."""
    duties = list(
        plan.obligations.filter(nature="activity", state="active").order_by("position", "pk")
    )
    counts: dict[int, Counts] = defaultdict(dict)
    ends: dict[int, date] = {}
    rows: QuerySet[Any] = rows_of(plan, today=today, dated_only=False)
    for pk, standing, due_on, count in (
        rows.filter(obligation__nature="activity")
        .values_list("obligation_id", "standing", "due_on")
        .annotate(n=Count("pk"))
        .order_by()
    ):
        counts[pk][standing] = counts[pk].get(standing, 0) + count
        if due_on is not None:
            ends[pk] = max(due_on, ends.get(pk, due_on))
    leads = lead_names([duty.pk for duty in duties])
    return [
        ActivityRow(duty, leads.get(duty.pk, ""), progress(counts[duty.pk]), ends.get(duty.pk))
        for duty in duties
    ]


def lead_names(obligations: Iterable[int]) -> dict[int, str]:
    """Who leads each duty, in the document's words where it has them; one name once."""
    found: dict[int, list[str]] = defaultdict(list)
    named = (
        Assignment.objects.filter(obligation_id__in=list(obligations), role="lead", until=None)
        .order_by("pk")
        .values_list("obligation_id", "named_as", "agency__name")
    )
    for pk, named_as, name in named:
        if (named_as or name) not in found[pk]:
            found[pk].append(named_as or name)
    return {pk: "; ".join(names) for pk, names in found.items()}


def _agencies(groups: Iterable[_Group]) -> list[AgencyRow]:
    counts: dict[tuple[int, str, str], Counts] = defaultdict(dict)
    for agency_id, name, short_name, _due, standing, count in groups:
        found = counts[agency_id, name, short_name]
        found[standing] = found.get(standing, 0) + count
    rows = [AgencyRow(pk, name, progress(n), short) for (pk, name, short), n in counts.items()]
    return sorted(
        rows, key=lambda row: (-row.progress.overdue, row.progress.percent, sort_key(row.name))
    )


def _months(groups: Iterable[_Group]) -> list[MonthRow]:
    counts: dict[tuple[int, int], Counts] = defaultdict(dict)
    for _agency, _name, _short, due_on, standing, count in groups:
        if due_on is not None:
            found = counts[due_on.year, due_on.month]
            found[standing] = found.get(standing, 0) + count
    return [MonthRow(*month, progress(counts[month])) for month in sorted(counts)]
