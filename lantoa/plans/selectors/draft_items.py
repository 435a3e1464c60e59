"""Reading the rows of a draft (dòng dự thảo), the least certain first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Case, Count, IntegerField, QuerySet, Value, When

from lantoa.common.errors import NotFound
from lantoa.plans.models import DraftItem, Plan
from lantoa.plans.selectors import plans

if TYPE_CHECKING:
    from lantoa.common.access import Actor


def of_plan(plan: Plan, *, state: str = "", nature: str = "") -> QuerySet[DraftItem]:
    """The rows to look at: undecided before decided, and among them the least certain first."""
    rows = plan.draft_items.select_related("changed_by", "merged_into")
    if state:
        rows = rows.filter(state=state)
    if nature:
        rows = rows.filter(nature=nature)
    undecided = Case(
        When(state=DraftItem.State.PENDING, then=Value(0)),
        default=Value(1),
        output_field=IntegerField(),
    )
    return rows.order_by(undecided, "confidence", "position", "pk")


def living_beside(item: DraftItem) -> QuerySet[DraftItem]:
    """The rows of the same draft into which this one may be merged, in the order of the source."""
    living = (DraftItem.State.PENDING, DraftItem.State.ACCEPTED)
    rows = DraftItem.objects.filter(plan_id=item.plan_id, state__in=living).exclude(pk=item.pk)
    return rows.order_by("position", "pk")


def counts(plan: Plan) -> dict[str, int]:
    """How many rows are in each state; states without rows count 0."""
    found = dict(plan.draft_items.values_list("state").annotate(n=Count("pk")).order_by())
    return {state: found.get(state, 0) for state in DraftItem.State.values}


def get_for(actor: Actor, pk: int, *, to: str = "review") -> DraftItem:
    """One row, through its plan's rules."""
    item = (
        DraftItem.objects.select_related("plan", "changed_by", "merged_into").filter(pk=pk).first()
    )
    if item is None:
        raise NotFound(row=pk)
    item.plan = plans.get_for(actor, item.plan_id, to=to)
    return item
