"""Duties by the agencies that must do them (nhiệm vụ được giao): for plans made beneath a plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from lantoa.plans.models import Assignment, Obligation, Occurrence, Plan
from lantoa.plans.models.draft_item import Nature

ACTING = (Assignment.Role.LEAD, Assignment.Role.REQUESTED)


@dataclass(frozen=True, slots=True)
class Shared:
    """A duty with its day and the number of agencies that must do it."""

    pk: int
    code: str
    text: str
    due_by: date | None
    agencies: int
    nature: str = ""


def natures() -> list[tuple[str, str]]:
    """The natures of duties with their words."""
    return [(str(key), str(label)) for key, label in Nature.choices]


def shared(plan: Plan) -> list[Shared]:
    """Every active duty of the plan, in its order."""
    acting = Q(assignments__role__in=ACTING, assignments__until=None)
    rows = plan.obligations.filter(state=Obligation.State.ACTIVE).order_by("position", "pk")
    counted = rows.annotate(n=Count("assignments__agency", filter=acting, distinct=True))
    return [
        Shared(*row) for row in counted.values_list("pk", "code", "text", "due_by", "n", "nature")
    ]


def to_agency(plan: Plan, agency_id: int) -> QuerySet[Obligation]:
    """The active duties that the agency must do, in the plan's order."""
    parts = Assignment.objects.filter(role__in=ACTING, until=None, agency_id=agency_id)
    rows = plan.obligations.filter(state=Obligation.State.ACTIVE)
    return rows.filter(pk__in=parts.values("obligation")).order_by("position", "pk")


def by_agency(plans: Iterable[int]) -> dict[tuple[int, int], set[int]]:
    """(plan, agency) to the duties that the agency must do, for several plans in one question."""
    rows = Assignment.objects.filter(
        role__in=ACTING,
        until=None,
        obligation__state=Obligation.State.ACTIVE,
        obligation__plan__in=list(plans),
    )
    found: dict[tuple[int, int], set[int]] = defaultdict(set)
    for plan, agency, duty in rows.values_list("obligation__plan_id", "agency_id", "obligation_id"):
        found[plan, agency].add(duty)
    return dict(found)


def by_code(plans: Iterable[int]) -> dict[tuple[int, str], int]:
    """(plan, code) to the active duty of that code."""
    rows = Obligation.objects.filter(plan__in=list(plans), state=Obligation.State.ACTIVE)
    return {(plan, code): pk for plan, code, pk in rows.values_list("plan_id", "code", "pk")}


def awaited(obligation: Obligation) -> list[Occurrence]:
    """The first period of the duty for each agency that must do it."""
    rows = Occurrence.objects.filter(obligation=obligation).select_related("agency")
    first: dict[int, Occurrence] = {}
    for row in rows.order_by("starts_on", "pk"):
        first.setdefault(row.agency_id, row)
    return list(first.values())
