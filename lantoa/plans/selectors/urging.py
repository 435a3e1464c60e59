"""Whom urging about chosen duties would reach (đôn đốc các việc đã chọn)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any

from lantoa.channels.selectors import settings as wishes
from lantoa.plans.models import Occurrence
from lantoa.plans.rules.digest_words import Duty
from lantoa.plans.rules.reminding import HEAD, OFFICER
from lantoa.plans.rules.states import NEEDS_WORK
from lantoa.plans.selectors.follow_ups import urged_today
from lantoa.plans.selectors.reminding import duties_of, reach

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from lantoa.organisations.selectors.contacts import Contact


def contacts_of(
    agencies: Collection[int], with_heads: bool, today: date
) -> dict[int, list[Contact]]:
    """Who stands for each agency, nobody twice."""
    found: dict[int, dict[str, Contact]] = defaultdict(dict)
    for audience in (OFFICER, HEAD) if with_heads else (OFFICER,):
        for pk, people in reach(agencies, audience, today).items():
            found[pk] |= {one.key: one for one in people}
    return {pk: list(found[pk].values()) for pk in agencies}


def reach_of(
    agencies: Collection[int], with_heads: bool, today: date
) -> dict[int, dict[str, tuple[str, ...]]]:
    """For each agency the names that a message reaches today and those urged often enough."""
    most, urged = wishes.policy().most_per_day, urged_today(today)
    return {
        pk: {
            "reached": tuple(one.name for one in people if urged[one.key] < most),
            "spared": tuple(one.name for one in people if urged[one.key] >= most),
        }
        for pk, people in contacts_of(agencies, with_heads, today).items()
    }


def pressing(keys: Collection[int], today: date) -> dict[int, list[Duty]]:
    """What presses among these rows, by agency."""
    rows: QuerySet[Any] = Occurrence.objects.filter(pk__in=list(keys), due_on__isnull=False)
    found: dict[int, list[Duty]] = defaultdict(list)
    for duty in duties_of(rows, today=today):
        if duty.standing in NEEDS_WORK:
            found[duty.agency_id].append(duty)
    return found
