"""A plan's progress with its computation (cách tính tiến độ): weights, leaves, sum."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from lantoa.plans.models import Weight
from lantoa.plans.rules.progress import progress
from lantoa.plans.rules.weighing import Computation, compute
from lantoa.plans.selectors import board, obligations

if TYPE_CHECKING:
    from lantoa.plans.models import Obligation, Plan

Weights = tuple[dict[str, Decimal], dict[int, Decimal]]
"""Of natures, and of single duties."""


def weights_of(plan: Plan) -> Weights:
    natures: dict[str, Decimal] = {}
    own: dict[int, Decimal] = {}
    for nature, duty, value in Weight.objects.filter(plan=plan).values_list(
        "nature", "obligation_id", "value"
    ):
        if duty is None:
            natures[nature] = value
        else:
            own[duty] = value
    return natures, own


def of_plan(plan: Plan, *, today: date) -> tuple[Computation, dict[int, Obligation]]:
    """The computation over everything that has a day to keep, and the duties by key."""
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    for duty, on, standing, count in board.of_duties(plan, today=today):
        if on is not None:
            counts[duty][standing] = counts[duty].get(standing, 0) + count
    duties = {one.pk: one for one in obligations.public(plan).order_by("position", "pk")}
    natures, own = weights_of(plan)
    parts = {key: progress(found) for key, found in counts.items()}
    computed = compute(
        [(key, duty.nature) for key, duty in duties.items()],
        {key: (part.done, part.total) for key, part in parts.items()},
        own=own,
        natures=natures,
    )
    return computed, duties
