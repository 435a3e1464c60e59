"""Reading kept counts (số đếm): by agency, by day and by duty, without touching the rows.

They know the present only; a page that looks at a past day counts the rows themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import F, Q, QuerySet, Sum
from django.utils import timezone

from lantoa.plans.models import Tally
from lantoa.plans.rules.states import SOON_DAYS
from lantoa.plans.rules.tallies import on_day

if TYPE_CHECKING:
    from lantoa.plans.models import Plan

Counts = dict[str, int]
_FIRST = date(1, 1, 1)


def usable(plan: Plan, day: date) -> bool:
    """Whether the plan's counts are kept and speak of this day.

    They do not when a duty was to end on a day that has come since they were counted.
    """
    if plan.counted_at is None or day < timezone.localdate():
        return False
    since = timezone.localdate(plan.counted_at)
    if since >= day:
        return True
    return not plan.obligations.filter(revoked_on__gt=since, revoked_on__lte=day).exists()


def by_agency(plan: Plan, *, today: date, agencies: Iterable[int] | None = None) -> AgencyCounts:
    """For each agency the counts of its dated rows and of its undated ones.

    Whole months are read but for those in which today's line lies: these day by day.
    """
    first = today.replace(day=1)
    last = (today + timedelta(days=SOON_DAYS + 31)).replace(day=1)
    edge = Q(on__gte=first, on__lt=last) & ~Q(early=F("last"))
    rows = Tally.objects.filter(plan=plan)
    if agencies is not None:
        rows = rows.filter(agency_id__in=list(agencies))
    wanted = Q(axis=Tally.Axis.AGENCY_MONTH) & (Q(on__isnull=True) | ~edge)
    wanted |= Q(axis=Tally.Axis.AGENCY_DAY, on__gte=first, on__lt=last)
    found: AgencyCounts = defaultdict(lambda: ({}, {}))
    for agency_id, on, early, end, n in _summed(
        rows.filter(wanted), "agency_id", "on", "early", "last"
    ):
        counts = found[agency_id][on is None]
        code = on_day(early, end, on, today=today)
        counts[code] = counts.get(code, 0) + n
    return found


AgencyCounts = defaultdict[int, tuple[Counts, Counts]]


def by_duty(
    plan: Plan, *, today: date, duties: Iterable[int] | None = None
) -> list[tuple[int, date | None, str, int]]:
    """(duty, due day, standing, number) of the plan's duties in effect."""
    rows = Tally.objects.filter(plan=plan, axis=Tally.Axis.DUTY_DAY)
    if duties is not None:
        rows = rows.filter(obligation_id__in=list(duties))
    return [
        (duty, on, on_day(early, last, on, today=today), n)
        for duty, on, early, last, n in _summed(rows, "obligation_id", "on", "early", "last")
    ]


def _summed(rows: QuerySet[Tally], *group: str) -> Iterable[tuple]:  # type: ignore[type-arg]
    summed = rows.order_by().values_list(*group).annotate(total=Sum("n"))
    return [row for row in summed if row[-1]]
