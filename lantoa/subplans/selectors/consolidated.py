"""All accepted sub-plans of a demand as lines of one table (tổng hợp): two questions in all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lantoa.subplans.models import SubPlan, SubPlanRow
from lantoa.subplans.rules.consolidating import Duty, Line

if TYPE_CHECKING:
    from lantoa.subplans.models import SubPlanCall


def lines(call: SubPlanCall) -> list[Line]:
    """The kept rows of accepted sub-plans, by agency and number."""
    rows = (
        SubPlanRow.objects.filter(
            sub_plan__call=call,
            sub_plan__state=SubPlan.State.ACCEPTED,
            state=SubPlanRow.State.KEPT,
        )
        .select_related("sub_plan__agency")
        .order_by("sub_plan_id", "position", "pk")
    )
    answers = _answers(call)
    found: list[Line] = []
    for row in rows:
        before = found[-1] if found else None
        same = before is not None and before.subplan_id == row.sub_plan_id
        number = before.number + 1 if before is not None and same else 1
        found.append(
            Line(
                agency_id=row.sub_plan.agency_id,
                agency=row.sub_plan.agency.label,
                number=number,
                task=row.task,
                forms=row.forms,
                time=row.time,
                lead=row.lead,
                coordinating=row.coordinating,
                money=row.money,
                money_note=row.money_note,
                duties=tuple(answers.get(row.pk, ())),
                subplan_id=row.sub_plan_id,
            )
        )
    return found


def _answers(call: SubPlanCall) -> dict[int, list[Duty]]:
    """For each row the duties of the plan above that it answers."""
    link = SubPlanRow.answers.through
    pairs = link.objects.filter(
        subplanrow__sub_plan__call=call, obligation__plan_id=call.plan_id
    ).values_list("subplanrow_id", "obligation__position", "obligation__code", "obligation__text")
    found: dict[int, list[Duty]] = {}
    for row, position, code, text in pairs:
        found.setdefault(row, []).append((position, code, text))
    return found
