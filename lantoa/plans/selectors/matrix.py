"""Agencies by duties (ma trận cơ quan – nhiệm vụ): how each agency stands in each duty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, QuerySet

from lantoa.organisations.selectors.agencies import Named
from lantoa.organisations.selectors.agencies import named as agency_names
from lantoa.plans.models import Tally
from lantoa.plans.selectors import board, tallies

if TYPE_CHECKING:
    from lantoa.plans.models import Plan

Counts = dict[str, int]


def agencies_of(plan: Plan, *, today: date) -> list[Named]:
    """Every agency that has work in the plan, in dictionary order."""
    rows: QuerySet[Any] = board.rows_of(plan, today=today, dated_only=False)
    if tallies.usable(plan, today):
        rows = Tally.objects.filter(plan=plan, axis=Tally.Axis.AGENCY_MONTH)
    return agency_names(rows.order_by().values_list("agency_id", flat=True).distinct())


def cells(
    plan: Plan, *, agencies: Iterable[int], duties: Iterable[int], today: date
) -> dict[tuple[int, int], Counts]:
    """For each (agency, duty) how many of its periods are in each standing."""
    rows: QuerySet[Any] = board.rows_of(plan, today=today, dated_only=False)
    rows = rows.filter(agency_id__in=list(agencies), obligation_id__in=list(duties))
    found: dict[tuple[int, int], Counts] = defaultdict(dict)
    columns = ("agency_id", "obligation_id", "standing")
    for agency_id, duty, standing, count in (
        rows.order_by().values_list(*columns).annotate(n=Count("pk"))
    ):
        found[agency_id, duty][standing] = count
    return found
