"""A plan's year (lịch năm): which days are due, and how the rows due on each stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, QuerySet

from lantoa.common import access
from lantoa.plans.selectors import board

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.plans.models import Plan

Counts = dict[str, int]


def due_days(actor: Actor, plan: Plan, *, today: date) -> dict[date, Counts]:
    """For each due day how many rows are in each standing: all agencies', or the actor's own."""
    found: dict[date, Counts] = defaultdict(dict)
    for on, standing, count in _groups(actor, plan, today):
        if on is not None:
            found[on][standing] = found[on].get(standing, 0) + count
    return found


def _groups(actor: Actor, plan: Plan, today: date) -> Iterable[tuple[date | None, str, int]]:
    if access.can(actor, "plans.oversee"):
        groups = board.of_duties(plan, today=today)
        return [(on, standing, count) for _duty, on, standing, count in groups]
    rows: QuerySet[Any] = board.rows_of(plan, today=today).filter(agency_id=actor.agency_id)
    return list(rows.order_by().values_list("due_on", "standing").annotate(n=Count("pk")))
