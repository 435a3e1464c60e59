"""Setting how much duties count in a plan's progress (trọng số)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import transaction

from lantoa.common import access, audit
from lantoa.plans.errors import PlanNotInForce, WeightImplausible
from lantoa.plans.models import Obligation, Plan, Weight
from lantoa.plans.models.draft_item import Nature
from lantoa.plans.selectors import weighing

if TYPE_CHECKING:
    from lantoa.common.access import Actor

MOST = Decimal(100)
Wanted = Decimal | None


@transaction.atomic
def change(
    *,
    plan: Plan,
    natures: Mapping[str, Wanted] | None = None,
    duties: Mapping[int, Wanted] | None = None,
    by: Actor,
) -> int:
    """Set these weights and leave the others; None gives a weight up. Returns how many changed.

    All or none: a value below 0 or above 100 changes nothing.
    """
    access.require(by, "plans.review")
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    if locked.state != Plan.State.ACTIVE:
        raise PlanNotInForce("Chỉ đặt trọng số cho kế hoạch đang thực hiện.")
    _refuse_implausible([*(natures or {}).values(), *(duties or {}).values()])
    known, own = weighing.weights_of(locked)
    ours = set(Obligation.objects.filter(plan=locked).values_list("pk", flat=True))
    before: dict[str, str | None] = {}
    after: dict[str, str | None] = {}
    for nature, value in (natures or {}).items():
        if nature in Nature.values and known.get(nature) != value:
            _set(locked, {"nature": nature}, value)
            before[nature], after[nature] = _plain(known.get(nature)), _plain(value)
    for duty, value in (duties or {}).items():
        if duty in ours and own.get(duty) != value:
            _set(locked, {"obligation_id": duty}, value)
            before[str(duty)], after[str(duty)] = _plain(own.get(duty)), _plain(value)
    if after:
        data = {"before": before, "after": after}
        audit.record("plans.weighed", by=by, about=locked, data=data)
    return len(after)


def _set(plan: Plan, of: dict[str, Any], value: Wanted) -> None:
    if value is None:
        Weight.objects.filter(plan=plan, **of).delete()
    else:
        Weight.objects.update_or_create(plan=plan, **of, defaults={"value": value})


def _refuse_implausible(values: list[Wanted]) -> None:
    for value in values:
        if value is not None and not 0 <= value <= MOST:
            raise WeightImplausible(value=str(value).replace(".", ","))


def _plain(value: Wanted) -> str | None:
    return None if value is None else str(value)
