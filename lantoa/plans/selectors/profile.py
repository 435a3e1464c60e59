"""One agency in one plan (hồ sơ cơ quan): its duties, its months, beside others and last year."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, QuerySet

from lantoa.common import access
from lantoa.common.errors import NotAllowed, NotFound
from lantoa.organisations.selectors.agencies import Named
from lantoa.organisations.selectors.agencies import named as agency_names
from lantoa.plans.models import Obligation, Plan
from lantoa.plans.rules.progress import Progress, progress
from lantoa.plans.selectors import board, obligations
from lantoa.plans.selectors.plans import IN_FORCE

if TYPE_CHECKING:
    from lantoa.common.access import Actor

Counts = dict[str, int]
Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class DutyRow:
    obligation: Obligation
    progress: Progress


@dataclass(frozen=True, slots=True)
class Profile:
    """`dated` counts what has a day; `months` the same by due month; `others` of all agencies."""

    agency: Named
    dated: Progress
    whole: Progress
    duties: list[DutyRow]
    months: dict[Month, Progress]
    others: dict[Month, Progress]


def of_agency(actor: Actor, plan: Plan, agency_id: int, *, today: date) -> Profile:
    """The agency's part; its own people see it, and those who oversee see every agency's."""
    if agency_id != actor.agency_id and not access.can(actor, "plans.oversee"):
        raise NotAllowed(permission="plans.oversee")
    agency = next(iter(agency_names([agency_id])), None)
    rows: QuerySet[Any] = board.rows_of(plan, today=today, dated_only=False)
    groups = list(
        rows.filter(agency_id=agency_id)
        .order_by()
        .values_list("obligation_id", "due_on", "standing")
        .annotate(n=Count("pk"))
    )
    if agency is None or not groups:
        raise NotFound(agency=agency_id)
    by_duty: dict[int, Counts] = defaultdict(dict)
    dated: Counts = {}
    for duty, on, standing, count in groups:
        _add(by_duty[duty], standing, count)
        if on is not None:
            _add(dated, standing, count)
    every = obligations.public(plan).filter(pk__in=by_duty).order_by("position", "pk")
    duties = [DutyRow(duty, progress(by_duty[duty.pk])) for duty in every]
    whole = progress(_joined(by_duty.values()))
    others = _by_month(board.of_duties(plan, today=today))
    return Profile(agency, progress(dated), whole, duties, _by_month(groups), others)


def last_year(plan: Plan) -> Plan | None:
    """The binding plan that the same authority had the year before."""
    rows = Plan.objects.filter(
        authority_id=plan.authority_id, year=plan.year - 1, state__in=IN_FORCE
    )
    return rows.order_by("-pk").first()


def months_of(plan: Plan, agency_id: int, *, today: date) -> dict[Month, Progress]:
    """The agency's months in a plan."""
    rows: QuerySet[Any] = board.rows_of(plan, today=today).filter(agency_id=agency_id)
    columns = ("obligation_id", "due_on", "standing")
    return _by_month(rows.order_by().values_list(*columns).annotate(n=Count("pk")))


def _by_month(groups: Any) -> dict[Month, Progress]:
    months: dict[Month, Counts] = defaultdict(dict)
    for _duty, on, standing, count in groups:
        if on is not None:
            _add(months[on.year, on.month], standing, count)
    return {month: progress(counts) for month, counts in sorted(months.items())}


def _joined(parts: Any) -> Counts:
    whole: Counts = {}
    for counts in parts:
        for standing, count in counts.items():
            _add(whole, standing, count)
    return whole


def _add(counts: Counts, standing: str, count: int) -> None:
    counts[standing] = counts.get(standing, 0) + count
