"""Reading the duties of confirmed plans (nhiệm vụ)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from lantoa.common import access
from lantoa.common.errors import NotFound
from lantoa.common.rules.vietnamese import search_key
from lantoa.plans.models import Assignment, Obligation, Occurrence, Plan
from lantoa.plans.selectors.plans import IN_FORCE

if TYPE_CHECKING:
    from lantoa.common.access import Actor


def visible_to(actor: Actor) -> QuerySet[Obligation]:
    """An agency sees the duties it has a part in or must carry out; oversight sees all."""
    in_effect = Q(state=Obligation.State.ACTIVE) | Q(revoked_on__isnull=False)
    rows = Obligation.objects.filter(in_effect, plan__state__in=IN_FORCE)
    if access.can(actor, "plans.oversee"):
        return rows
    part = Assignment.objects.filter(obligation=OuterRef("pk"), agency_id=actor.agency_id)
    # Work that was carried over in a reorganisation has a period but no assignment of its own.
    work = Occurrence.objects.filter(obligation=OuterRef("pk"), agency_id=actor.agency_id)
    return rows.filter(Exists(part) | Exists(work))


def get_for(actor: Actor, pk: int) -> Obligation:
    """One duty with its plan; outside the actor's part it is not found."""
    row = (
        visible_to(actor)
        .select_related("plan__document", "plan__coordinator", "added_by", "revoked_by")
        .filter(pk=pk)
        .first()
    )
    if row is None:
        raise NotFound(obligation=pk)
    return row


def matching(words: str, *, within: Iterable[int]) -> list[int]:
    """The duties of these plans whose code or text has the words, accents or not."""
    wanted = search_key(words)
    texts = Obligation.objects.filter(plan_id__in=within).values_list("pk", "code", "text")
    return [pk for pk, code, text in texts if wanted in search_key(f"{code} {text}")]


def parts_of(obligation: Obligation) -> list[Assignment]:
    """Who takes which part today, the lead first, in the order of the document."""
    rows = obligation.assignments.filter(until=None).select_related("agency").order_by("pk")
    order = list(Assignment.Role.values)
    return sorted(rows, key=lambda row: order.index(row.role))


def public(plan: Plan) -> QuerySet[Obligation]:
    """What citizens see of a plan: every active duty, in the plan's order."""
    return plan.obligations.filter(state=Obligation.State.ACTIVE)


def named_parts(plan: Plan) -> dict[int, list[tuple[str, str, int]]]:
    """For each duty the names as the document gives them: (role, name, number of agencies)."""
    rows = (
        Assignment.objects.filter(obligation__plan=plan, until=None)
        .values_list("obligation_id", "role", "named_as")
        .annotate(count=Count("pk"))
        .order_by("obligation_id", "role", "named_as")
    )
    found: dict[int, list[tuple[str, str, int]]] = {}
    for obligation_id, role, name, count in rows:
        found.setdefault(obligation_id, []).append((role, name, count))
    return found
