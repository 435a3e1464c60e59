"""Demanding sub-plans (yêu cầu lập kế hoạch): by which duty, until when, of which agencies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from lantoa.common import access, audit
from lantoa.plans.selectors import assigned
from lantoa.subplans.errors import AlreadySent, DueAfterDuty, ExemptReasonMissing, NobodyAwaited
from lantoa.subplans.models import SubPlan, SubPlanCall

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.plans.models import Obligation, Plan

NOT_LISTED = "Không thuộc danh sách cơ quan phải lập kế hoạch"
UNSENT = frozenset({SubPlan.State.AWAITED, SubPlan.State.DRAFTING})


@dataclass(frozen=True, slots=True)
class Demand:
    """`agencies` are all that must file; without a day the duty's own counts."""

    obligation: Obligation | None
    due_on: date | None
    agencies: frozenset[int]


@transaction.atomic
def settle(*, plan: Plan, demand: Demand, by: Actor) -> SubPlanCall:
    """Open the demand or change it: agencies new on the list get a row, those off it are exempt
    unless they have sent; nobody's work is taken away."""
    access.require(by, "subplans.call")
    if not demand.agencies:
        raise NobodyAwaited()
    _refuse_later_day(demand)
    call, _made = SubPlanCall.objects.select_for_update().get_or_create(
        plan=plan, defaults={"opened_by": by.user}
    )
    call.obligation, call.due_on = demand.obligation, demand.due_on
    call.save(update_fields=["obligation", "due_on"])
    _await(call, demand.agencies)
    _relist(call, demand.agencies)
    data = {
        "duty": demand.obligation.code if demand.obligation else "",
        "due_on": demand.due_on,
        "agencies": len(demand.agencies),
    }
    audit.record("subplans.called", by=by, about=call, data=data)
    return call


@transaction.atomic
def exempt(*, sub_plan: SubPlan, reason: str, by: Actor) -> SubPlan:
    """An agency need not file, with a reason; `expect` undoes it."""
    access.require(by, "subplans.call")
    if not reason.strip():
        raise ExemptReasonMissing()
    locked = SubPlan.objects.select_for_update().get(pk=sub_plan.pk)
    if locked.state not in UNSENT:
        raise AlreadySent(agency=str(locked.agency))
    locked.state, locked.exempt_reason = SubPlan.State.EXEMPT, reason.strip()[:500]
    locked.save(update_fields=["state", "exempt_reason", "changed_at"])
    audit.record("subplans.exempted", by=by, about=locked, data={"reason": reason.strip()})
    return locked


@transaction.atomic
def expect(*, sub_plan: SubPlan, by: Actor) -> SubPlan:
    """An exempt agency must file after all; what it had drafted is there again."""
    access.require(by, "subplans.call")
    locked = SubPlan.objects.select_for_update().get(pk=sub_plan.pk)
    if locked.state == SubPlan.State.EXEMPT:
        _expect([locked])
        audit.record("subplans.expected", by=by, about=locked)
    return locked


def _refuse_later_day(demand: Demand) -> None:
    """A day ordered by the plan is moved by a document, not by a setting."""
    ordered = demand.obligation.due_by if demand.obligation else None
    if demand.due_on and ordered and demand.due_on > ordered:
        raise DueAfterDuty(day=f"{ordered:%d/%m/%Y}")


def _await(call: SubPlanCall, agencies: Iterable[int]) -> None:
    """A row for each new agency, and for each the occurrence of the duty in force."""
    known = set(call.sub_plans.values_list("agency_id", flat=True))
    new = [SubPlan(call=call, agency_id=pk) for pk in sorted(set(agencies) - known)]
    SubPlan.objects.bulk_create(new, batch_size=500)
    of_agency = {}
    if call.obligation is not None:
        of_agency = {row.agency_id: row.pk for row in assigned.awaited(call.obligation)}
    changed = []
    for row in call.sub_plans.all():
        wanted = of_agency.get(row.agency_id)
        if row.occurrence_id != wanted and row.version == 0:
            row.occurrence_id = wanted
            changed.append(row)
    SubPlan.objects.bulk_update(changed, ["occurrence"], batch_size=500)


def _relist(call: SubPlanCall, agencies: frozenset[int]) -> None:
    rows = list(call.sub_plans.select_related("agency"))
    off = [row for row in rows if row.agency_id not in agencies and row.state != "exempt"]
    for row in off:
        if row.state not in UNSENT:
            raise AlreadySent(agency=str(row.agency))
        row.state, row.exempt_reason = SubPlan.State.EXEMPT, NOT_LISTED
    SubPlan.objects.bulk_update(off, ["state", "exempt_reason"], batch_size=500)
    _expect([row for row in rows if row.agency_id in agencies and row.state == "exempt"])


def _expect(rows: list[SubPlan]) -> None:
    begun = set(
        SubPlan.objects.filter(pk__in=[row.pk for row in rows], rows__isnull=False)
        .values_list("pk", flat=True)
    )  # fmt: skip
    for row in rows:
        row.exempt_reason = ""
        row.state = SubPlan.State.DRAFTING if row.pk in begun else SubPlan.State.AWAITED
    SubPlan.objects.bulk_update(rows, ["state", "exempt_reason"], batch_size=500)
