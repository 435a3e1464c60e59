"""How sub-plans cover the plan above them (độ khớp), for one agency and level by level."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lantoa.plans.selectors import assigned
from lantoa.subplans.models import SubPlan, SubPlanCall, SubPlanRow
from lantoa.subplans.rules.coverage import (
    Answering,
    Coverage,
    Level,
    Node,
    PassedOn,
    coverage,
    not_taken,
    rollup,
)
from lantoa.subplans.rules.ordering import orders_own_plan

if TYPE_CHECKING:
    from lantoa.plans.models import Obligation, Plan

MUST = ("duty", "activity")
"""Natures that a sub-plan answers row by row; goals, contents and channels only guide it."""
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Covering:
    """The duties of the agency by key, and how the rows cover those that must be answered."""

    duties: dict[int, Obligation]
    must: Coverage
    guides: Coverage


def answerable(sub_plan: SubPlan) -> list[Obligation]:
    """The duties of the agency that rows can answer: all but those that order the sub-plan."""
    call = sub_plan.call
    rows = assigned.to_agency(call.plan, sub_plan.agency_id)
    return [row for row in rows if row.pk != call.obligation_id and not orders_own_plan(row.text)]


def of_sub_plan(sub_plan: SubPlan, answering: list[Answering]) -> Covering:
    """What these rows leave unanswered of the plan above."""
    duties = {row.pk: row for row in answerable(sub_plan)}
    must = [pk for pk, row in duties.items() if row.nature in MUST]
    guides = [pk for pk, row in duties.items() if row.nature not in MUST]
    whole = coverage(list(duties), answering)
    found = coverage(must, answering)
    # A row that answers a goal or a channel of the plan is no stray one.
    return Covering(
        duties, Coverage(found.answered, found.unanswered, whole.loose), coverage(guides, answering)
    )


@dataclass(frozen=True, slots=True)
class Rolled:
    """One duty of the top plan, level by level: how many took it up, and who did not."""

    duty: int
    code: str
    text: str
    must: bool
    levels: list[Level]
    missing: list[list[int]]


def rolled(plan: Plan) -> tuple[list[Rolled], int]:
    """Every shared duty of the plan through the levels beneath, and how many levels there are.

    A fixed number of questions for each level, whatever the number of agencies.
    """
    call = SubPlanCall.objects.filter(plan=plan).first()
    nodes = tree(plan)
    found = []
    for duty in assigned.shared(plan):
        if orders_own_plan(duty.text) or (call and duty.pk == call.obligation_id):
            continue
        levels = rollup({duty.pk}, nodes)
        if levels:
            missing = not_taken({duty.pk}, nodes)
            found.append(
                Rolled(duty.pk, duty.code, duty.text, duty.nature in MUST, levels, missing)
            )
    return found, max((len(one.levels) for one in found), default=0)


def tree(plan: Plan) -> tuple[Node, ...]:
    """The agencies under a plan with what they took up, and under theirs, to any depth."""
    levels: list[list[SubPlan]] = []
    plans = [plan.pk]
    while plans and len(levels) < DEEPEST:
        rows = list(SubPlan.objects.filter(call__plan__in=plans).select_related("call"))
        rows = [row for row in rows if row.state != SubPlan.State.EXEMPT]
        levels.append(rows)
        plans = [row.own_plan_id for row in rows if row.own_plan_id]
    known: dict[int, list[Node]] = {}
    for rows in reversed(levels):
        known = _nodes(rows, known)
    return tuple(known.get(plan.pk, ()))


def _nodes(rows: list[SubPlan], below: dict[int, list[Node]]) -> dict[int, list[Node]]:
    """The nodes of one level by the plan above them."""
    duties = assigned.by_agency({row.call.plan_id for row in rows})
    codes = assigned.by_code({row.own_plan_id for row in rows if row.own_plan_id})
    given = _rows({row.pk: row for row in rows if row.state == SubPlan.State.ACCEPTED}, codes)
    found: dict[int, list[Node]] = defaultdict(list)
    for row in rows:
        mine = duties.get((row.call.plan_id, row.agency_id), set())
        under = tuple(below.get(row.own_plan_id or 0, ()))
        node = Node(row.agency_id, frozenset(mine), tuple(given.get(row.pk, ())), under)
        found[row.call.plan_id].append(node)
    return dict(found)


def _rows(
    accepted: dict[int, SubPlan], codes: dict[tuple[int, str], int]
) -> dict[int, list[PassedOn]]:
    """The kept rows of accepted sub-plans with their answers and what they became."""
    link = SubPlanRow.answers.through
    pairs = link.objects.filter(
        subplanrow__sub_plan__in=list(accepted), subplanrow__state=SubPlanRow.State.KEPT
    ).values_list("subplanrow_id", "subplanrow__sub_plan_id", "subplanrow__code", "obligation_id")
    answers: dict[tuple[int, int, str], set[int]] = defaultdict(set)
    for row, sub_plan, code, duty in pairs:
        answers[row, sub_plan, code].add(duty)
    found: dict[int, list[PassedOn]] = defaultdict(list)
    for (_row, sub_plan, code), duties in answers.items():
        passed = codes.get((accepted[sub_plan].own_plan_id or 0, code)) if code else None
        found[sub_plan].append(PassedOn(frozenset(duties), passed))
    return dict(found)
