"""Reading duties by agency and period (việc của đơn vị): own rows, or all for oversight."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils import timezone

from lantoa.common import access
from lantoa.common.errors import NotAllowed, NotFound
from lantoa.plans.models import Occurrence, Plan
from lantoa.plans.rules.states import Facts, Standing, standing

if TYPE_CHECKING:
    from lantoa.common.access import Actor

_PERMISSION = {"view": "plans.view", "submit": "evidence.submit", "decide": "evidence.decide"}


def visible_to(actor: Actor) -> QuerySet[Occurrence]:
    """An agency sees its own duties; coordinator, leaders and inspectors see all."""
    rows = Occurrence.objects.filter(
        obligation__plan__state__in=(Plan.State.ACTIVE, Plan.State.CLOSED)
    )
    if access.can(actor, "plans.oversee"):
        return rows
    return rows.filter(agency_id=actor.agency_id)


def get_for(actor: Actor, pk: int, *, to: str = "view") -> Occurrence:
    """One duty in one period; `to` is view, submit (own agency only) or decide."""
    row = (
        visible_to(actor)
        .select_related("obligation__plan__document", "agency", "submitted_by", "decided_by")
        .filter(pk=pk)
        .first()
    )
    if row is None:
        raise NotFound(occurrence=pk)
    barred = to == "submit" and row.agency_id != actor.agency_id
    if barred or not access.can(actor, _PERMISSION[to]):
        raise NotAllowed(permission=_PERMISSION[to])
    return row


def standing_of(row: Occurrence, *, today: date, binding: str = "") -> Standing:
    """The standing of one row; its obligation must be loaded unless `binding` is given."""
    sent_on = timezone.localdate(row.submitted_at) if row.submitted_at else None
    facts = Facts(row.state, row.due_on, binding or row.obligation.binding, sent_on)
    return standing(facts, today=today)
