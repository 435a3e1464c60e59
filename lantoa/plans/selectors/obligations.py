"""Reading the duties of confirmed plans (nhiệm vụ)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, QuerySet

from lantoa.common import access
from lantoa.common.errors import NotFound
from lantoa.plans.models import Assignment, Obligation, Plan
from lantoa.plans.selectors.plans import IN_FORCE

if TYPE_CHECKING:
    from lantoa.common.access import Actor


def visible_to(actor: Actor) -> QuerySet[Obligation]:
    """An agency sees the duties it has a part in; oversight sees all."""
    rows = Obligation.objects.filter(plan__state__in=IN_FORCE, state=Obligation.State.ACTIVE)
    if access.can(actor, "plans.oversee"):
        return rows
    mine = Assignment.objects.filter(obligation=OuterRef("pk"), agency_id=actor.agency_id)
    return rows.filter(Exists(mine))


def get_for(actor: Actor, pk: int) -> Obligation:
    """One duty with its plan; outside the actor's part it is not found."""
    row = (
        visible_to(actor)
        .select_related("plan__document", "plan__coordinator")
        .filter(pk=pk)
        .first()
    )
    if row is None:
        raise NotFound(obligation=pk)
    return row


def public(plan: Plan) -> QuerySet[Obligation]:
    """What citizens see of a plan: every active duty, in the plan's order."""
    return plan.obligations.filter(state=Obligation.State.ACTIVE)
