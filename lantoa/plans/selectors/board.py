"""The coordinator's board (bảng theo dõi): how duties stand by state, agency and month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from lantoa.organisations.selectors.agencies import Named
from lantoa.organisations.selectors.agencies import named as agency_names
from lantoa.plans.models import Assignment, Obligation, Occurrence, Plan
from lantoa.plans.rules.progress import Progress, progress, together
from lantoa.plans.selectors import tallies
from lantoa.plans.selectors.standings import with_standing

Counts = dict[str, int]
_ByAgency = dict[int, Counts]
_ByMonth = dict[tuple[int, int], Counts]
_Parts = tuple[_ByAgency, _ByAgency, _ByMonth]


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
    """Counts for the whole plan, per agency and per due month: kept ones where they serve."""
    dated, undated, months = (_kept if tallies.usable(plan, today) else _live)(plan, today)
    names = agency_names({*dated, *(() if dated_only else undated)})
    agencies = _agencies(names, dated, {} if dated_only else undated)
    whole = together([row.progress.counts for row in agencies])
    rows = [MonthRow(*month, progress(counts)) for month, counts in sorted(months.items())]
    return Board(whole, agencies, rows, _number(dated), _number(undated))


def _kept(plan: Plan, today: date) -> _Parts:
    """The counts that writing keeps: three short queries however many rows there are."""
    dated: _ByAgency = {}
    undated: _ByAgency = {}
    for agency_id, (with_day, without) in tallies.by_agency(plan, today=today).items():
        for into, counts in ((dated, with_day), (undated, without)):
            if counts:
                into[agency_id] = counts
    months: _ByMonth = defaultdict(dict)
    for _duty, on, standing, count in tallies.by_duty(plan, today=today):
        if on is not None:
            _add(months[on.year, on.month], standing, count)
    return dated, undated, months


def _live(plan: Plan, today: date) -> _Parts:
    """The rows themselves, counted in one query."""
    dated: _ByAgency = defaultdict(dict)
    undated: _ByAgency = defaultdict(dict)
    months: _ByMonth = defaultdict(dict)
    rows: QuerySet[Any] = rows_of(plan, today=today, dated_only=False)
    groups = rows.values_list("agency_id", "due_on", "standing").annotate(n=Count("pk")).order_by()
    for agency_id, due_on, standing, count in groups:
        _add((undated if due_on is None else dated)[agency_id], standing, count)
        if due_on is not None:
            _add(months[due_on.year, due_on.month], standing, count)
    return dated, undated, months


def _add(counts: Counts, standing: str, count: int) -> None:
    counts[standing] = counts.get(standing, 0) + count


def _number(agencies: _ByAgency) -> int:
    return sum(sum(counts.values()) for counts in agencies.values())


def whole(plan: Plan, *, today: date) -> Progress:
    """The progress of everything in the plan that has a day to keep, whoever does it."""
    counts: Counts = {}
    for _duty, due_on, standing, count in of_duties(plan, today=today):
        if due_on is not None:
            _add(counts, standing, count)
    return progress(counts)


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
    for pk, due_on, standing, count in of_duties(plan, [duty.pk for duty in duties], today=today):
        _add(counts[pk], standing, count)
        if due_on is not None:
            ends[pk] = max(due_on, ends.get(pk, due_on))
    leads = lead_names([duty.pk for duty in duties])
    return [
        ActivityRow(duty, leads.get(duty.pk, ""), progress(counts[duty.pk]), ends.get(duty.pk))
        for duty in duties
    ]


def of_duties(
    plan: Plan, duties: Iterable[int] | None = None, *, today: date
) -> list[tuple[int, date | None, str, int]]:
    """(duty, due day, standing, number) of these duties, or of all the plan's."""
    if tallies.usable(plan, today):
        return tallies.by_duty(plan, today=today, duties=duties)
    rows: QuerySet[Any] = rows_of(plan, today=today, dated_only=False)
    if duties is not None:
        rows = rows.filter(obligation_id__in=list(duties))
    columns = ("obligation_id", "due_on", "standing")
    return list(rows.values_list(*columns).annotate(n=Count("pk")).order_by())


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


def _agencies(names: Iterable[Named], dated: _ByAgency, undated: _ByAgency) -> list[AgencyRow]:
    rows = [
        AgencyRow(
            one.pk,
            one.name,
            together([dated.get(one.pk, {}), undated.get(one.pk, {})]),
            one.short_name,
        )
        for one in names
    ]
    return sorted(rows, key=lambda row: (-row.progress.overdue, row.progress.percent))
