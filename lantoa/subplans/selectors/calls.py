"""Reading demands for sub-plans (yêu cầu lập kế hoạch), and what opening one would propose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lantoa.organisations.selectors import agencies
from lantoa.organisations.selectors.agencies import Named
from lantoa.plans.selectors import assigned, plans
from lantoa.subplans.errors import CallMissing
from lantoa.subplans.models import SubPlanCall
from lantoa.subplans.rules.ordering import Said, ordering_duty

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from lantoa.common.access import Actor
    from lantoa.plans.models import Plan
    from lantoa.plans.selectors.assigned import Shared


def of_plan(plan: Plan) -> SubPlanCall | None:
    """The demand under a plan, when one was opened."""
    return SubPlanCall.objects.select_related("obligation", "plan").filter(plan=plan).first()


def required(plan: Plan) -> SubPlanCall:
    """The demand under a plan; a sentence when none was opened."""
    call = of_plan(plan)
    if call is None:
        raise CallMissing()
    return call


def with_calls(actor: Actor) -> QuerySet[SubPlanCall]:
    """The demands under plans in force that the actor sees, the newest year first."""
    seen = plans.in_force_for(actor)
    rows = SubPlanCall.objects.filter(plan__in=seen.values("pk"))
    return rows.select_related("plan", "obligation").order_by("-plan__year", "-pk")


def ordering(duties: list[Shared]) -> Shared | None:
    """The duty whose words order sub-plans, as read from the plan."""
    said = [Said(one.pk, one.text, one.due_by, one.agencies) for one in duties]
    found = ordering_duty(said)
    return next((one for one in duties if one.pk == found), None)


def candidates(plan: Plan, call: SubPlanCall | None) -> list[Named]:
    """Who may be asked: the agencies that have duties in the plan and those on the list."""
    found = {agency for _plan, agency in assigned.by_agency([plan.pk])}
    if call is not None:
        found |= set(call.sub_plans.values_list("agency_id", flat=True))
    return agencies.named(found)
