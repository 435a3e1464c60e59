"""Reading agencies' own plans (kế hoạch của đơn vị): the own ones, or all for oversight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet, Sum

from lantoa.common import access
from lantoa.common.errors import NotAllowed, NotFound
from lantoa.plans.selectors.plans import IN_FORCE
from lantoa.subplans.models import SubPlan, SubPlanCall, SubPlanRow, SubPlanVersion
from lantoa.subplans.rules import due

if TYPE_CHECKING:
    from datetime import date

    from lantoa.common.access import Actor

_PERMISSION = {
    "view": "subplans.view",
    "file": "subplans.file",
    "appraise": "subplans.appraise",
    "call": "subplans.call",
    "open": "subplans.open",
}
DONE = (SubPlan.State.SENT, SubPlan.State.APPRAISING, SubPlan.State.ACCEPTED)
"""States in which the agency has filed and nothing is asked of it."""


def visible_to(actor: Actor) -> QuerySet[SubPlan]:
    """An agency sees its own; oversight sees every agency's."""
    rows = SubPlan.objects.filter(call__plan__state__in=IN_FORCE)
    if access.can(actor, "subplans.oversee"):
        return rows
    return rows.filter(agency_id=actor.agency_id)


def get_for(actor: Actor, pk: int, *, to: str = "view") -> SubPlan:
    """One sub-plan; `to` is view, file (own only), appraise (never the own), call or open."""
    row = (
        visible_to(actor)
        .select_related(
            "call__plan__coordinator", "call__obligation", "agency", "occurrence", "own_plan",
            "sent_by", "taken_up_by",
        )
        .filter(pk=pk)
        .first()
    )  # fmt: skip
    if row is None:
        raise NotFound(sub_plan=pk)
    if not may(actor, row, to=to):
        raise NotAllowed(permission=_PERMISSION[to])
    return row


def may(actor: Actor, row: SubPlan, *, to: str) -> bool:
    """Whether the actor's post may do this with a sub-plan that it sees."""
    own = row.agency_id == actor.agency_id
    barred = (to == "file" and not own) or (to == "appraise" and own)
    return not barred and access.can(actor, _PERMISSION[to])


def row_for(actor: Actor, pk: int) -> SubPlanRow:
    """One row to write, through its sub-plan's rules."""
    row = SubPlanRow.objects.filter(pk=pk).first()
    if row is None:
        raise NotFound(row=pk)
    row.sub_plan = get_for(actor, row.sub_plan_id, to="file")
    return row


def version_for(actor: Actor, pk: int) -> SubPlanVersion:
    """One version that was sent, through its sub-plan's rules."""
    version = SubPlanVersion.objects.filter(pk=pk).first()
    if version is None:
        raise NotFound(version=pk)
    version.sub_plan = get_for(actor, version.sub_plan_id)
    return version


def versions_of(sub_plan: SubPlan) -> list[SubPlanVersion]:
    """What was sent, the newest first."""
    rows = sub_plan.versions.select_related("sent_by", "decided_by")
    return list(rows.order_by("-number"))


def rows_of(sub_plan: SubPlan) -> list[SubPlanRow]:
    """Every row, those left out too, with the duties they answer."""
    return list(sub_plan.rows.prefetch_related("answers").order_by("position", "pk"))


def listed(call: SubPlanCall) -> QuerySet[SubPlan]:
    """The queue of a demand: every agency with the number of rows and the sum of money."""
    kept = Q(rows__state=SubPlanRow.State.KEPT)
    rows = call.sub_plans.select_related("agency", "occurrence", "call__plan", "own_plan")
    return rows.annotate(
        row_count=Count("rows", filter=kept), money=Sum("rows__money", filter=kept)
    ).order_by("agency__name", "pk")


def of_agency(agency_id: int) -> QuerySet[SubPlan]:
    """What plans in force await from the agency, the newest year first."""
    rows = SubPlan.objects.filter(agency_id=agency_id, call__plan__state__in=IN_FORCE)
    rows = rows.exclude(state=SubPlan.State.EXEMPT)
    related = rows.select_related("call__plan", "call__obligation", "occurrence", "agency")
    return related.order_by("-call__plan__year", "-pk")


def counts(call: SubPlanCall) -> dict[str, int]:
    """How many agencies are in which state."""
    rows = call.sub_plans.order_by().values_list("state").annotate(n=Count("pk"))
    return dict(rows)


def deadline_of(row: SubPlan) -> date | None:
    """The last day on time for one agency; its call and occurrence must be loaded."""
    occurrence = row.occurrence
    return due.deadline(
        asked=row.call.due_on,
        ordered=occurrence.due_on if occurrence else None,
        first_ordered=occurrence.first_due_on if occurrence else None,
    )


def of_occurrence(actor: Actor, pk: int) -> SubPlan | None:
    """The sub-plan that a duty's period awaits, when there is one."""
    return visible_to(actor).filter(occurrence_id=pk).first()
