"""What a plan's coverage is counted from (độ bao phủ): duties, their rows, accepted evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractMonth, ExtractYear

from lantoa.plans.models import Obligation
from lantoa.plans.rules.coverage import AUDIENCE, CHANNEL, MONTH, TOPIC, UNSTATED, Leaf, month_key
from lantoa.plans.rules.states import DONE, NOT_EXPECTED
from lantoa.plans.rules.topics import topics_of
from lantoa.plans.selectors import board, obligations

if TYPE_CHECKING:
    from lantoa.plans.models import Plan


def leaves(plan: Plan, *, today: date) -> list[Leaf]:
    """One leaf for each duty and month; accepted work without a day counts in its month."""
    counts: dict[tuple[int, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for duty, on, standing, n in board.of_duties(plan, today=today):
        if standing in NOT_EXPECTED:
            continue
        found = counts[duty, month_key(on)]
        found[0] += n
        found[1] += n if on is None or on <= today else 0
        if on is not None:
            found[2] += n if standing in DONE else 0
    for duty, month, n in _undated_done(plan, today):
        counts[duty, month][2] += n
    duties = {one.pk: one for one in obligations.public(plan)}
    return [
        Leaf({**values_of(duties[duty]), MONTH: (month,)}, *found)
        for (duty, month), found in counts.items()
        if duty in duties
    ]


def values_of(duty: Obligation) -> dict[str, tuple[str, ...]]:
    """What the document says of the duty; unstated where it names nobody or no way."""
    return {
        TOPIC: topics_of(duty.text),
        AUDIENCE: tuple(duty.audiences) or (UNSTATED,),
        CHANNEL: tuple(duty.channels) or (UNSTATED,),
    }


def duties_with(within: Iterable[int], *, axis: str, value: str) -> list[int]:
    """The duties of these plans whose topic, audience or channel it is."""
    rows = Obligation.objects.filter(plan_id__in=within).only("text", "audiences", "channels")
    return [row.pk for row in rows if value in values_of(row)[axis]]


def _undated_done(plan: Plan, today: date) -> list[tuple[int, str, int]]:
    rows: QuerySet[Any] = board.rows_of(plan, today=today, dated_only=False)
    rows = rows.filter(due_on__isnull=True, state="accepted", standing__in=DONE)
    months = (
        rows.order_by()
        .values_list("obligation_id", ExtractYear("done_on"), ExtractMonth("done_on"))
        .annotate(n=Count("pk"))
    )
    return [
        (duty, f"{year:04}-{month:02}" if year else UNSTATED, n) for duty, year, month, n in months
    ]
