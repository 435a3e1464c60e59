"""Reading plans (kế hoạch): drafts are for those who review, binding ones for every official."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from lantoa.common import access
from lantoa.common.errors import NotAllowed, NotFound
from lantoa.plans.models import DraftItem, Obligation, Plan

if TYPE_CHECKING:
    from lantoa.common.access import Actor

IN_FORCE = (Plan.State.ACTIVE, Plan.State.CLOSED)


def visible_to(actor: Actor) -> QuerySet[Plan]:
    """Binding plans for all; drafts only where the post may oversee plans."""
    plans = Plan.objects.select_related("authority", "coordinator")
    if access.can(actor, "plans.oversee"):
        return plans
    return plans.filter(state__in=IN_FORCE)


def get_for(actor: Actor, pk: int, *, to: str = "view") -> Plan:
    """One plan; `to` is view, review or oversee; unseen is not found, barred is not allowed."""
    plan = visible_to(actor).filter(pk=pk).first()
    if plan is None:
        raise NotFound(plan=pk)
    if not access.can(actor, f"plans.{to}"):
        raise NotAllowed(permission=f"plans.{to}")
    return plan


def listed(actor: Actor) -> QuerySet[Plan]:
    """The plans that the actor sees with `rows`, `looked` (drafts) and `duties` (binding)."""
    looked = DraftItem.objects.exclude(state=DraftItem.State.PENDING)
    return visible_to(actor).annotate(
        rows=_count(DraftItem.objects.all()),
        looked=_count(looked),
        duties=_count(Obligation.objects.all()),
    )


def _count(rows: QuerySet[Any]) -> Coalesce:
    """How many of `rows` the plan has, without joining one child table to another."""
    counted = rows.filter(plan=OuterRef("pk")).order_by().values("plan").annotate(n=Count("pk"))
    return Coalesce(Subquery(counted.values("n")), 0)


def drafts_for(actor: Actor) -> QuerySet[Plan]:
    """The drafts under review that the actor may see, newest first."""
    return visible_to(actor).filter(state=Plan.State.DRAFT)


def in_force_for(actor: Actor) -> QuerySet[Plan]:
    """The plans whose duties the actor may list: running and ended, newest year first."""
    return visible_to(actor).filter(state__in=IN_FORCE)


def current(actor: Actor) -> Plan | None:
    """The binding plan of the newest year that the actor sees."""
    return visible_to(actor).filter(state=Plan.State.ACTIVE).order_by("-year", "-pk").first()


def living(document_id: int) -> Plan | None:
    """The plan of that document that was not put away: there is one at most."""
    found = Plan.objects.filter(document_id=document_id)
    return found.exclude(state=Plan.State.WITHDRAWN).first()


def of_documents(actor: Actor, pks: list[int]) -> dict[int, Plan]:
    """The plan of each document that the actor sees, the living one before one put away."""
    rows = visible_to(actor).filter(document_id__in=pks).order_by("pk")
    found: dict[int, Plan] = {}
    for plan in rows:
        if plan.document_id not in found or plan.state != Plan.State.WITHDRAWN:
            found[plan.document_id] = plan
    return found


def public() -> QuerySet[Plan]:
    """The plans that citizens may follow: all that are binding or closed."""
    return Plan.objects.filter(state__in=IN_FORCE).select_related("authority", "coordinator")


def public_by_slug(slug: str) -> Plan:
    plan = public().filter(slug=slug).first()
    if plan is None:
        raise NotFound(plan=slug)
    return plan
