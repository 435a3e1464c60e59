"""What a count can be kept of (số đếm): how a row stands before and after its day falls due.

Overdue is not kept: a kept count says on which day it would be, and today decides.
"""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from functools import lru_cache
from typing import Any

from lantoa.plans.rules.states import SOON_DAYS, Facts, standing

UNSETTLED = frozenset({"open", "returned"})
"""States that the calendar alone moves on, from "not due" to "overdue"."""

TO_COME = frozenset({"not_due", "in_progress"})
_HAPPENED = [one.name for one in fields(Facts) if one.name.endswith("_on") and one.name != "due_on"]
"""Days on which somebody did something; the standing "early" knows of all of them."""


@lru_cache(maxsize=50_000)
def ends_of(facts: Facts) -> tuple[str, str]:
    """The standing long before the due day and long after it, everything sent being known.

    The two are the same for what was sent, accepted or has no day to keep.
    """
    last = standing(facts, today=date.max).code
    if facts.state not in UNSETTLED or facts.due_on is None:
        return last, last
    happened: dict[str, Any] = {
        name: date.min for name in _HAPPENED if getattr(facts, name) is not None
    }
    return standing(replace(facts, **happened), today=date.min).code, last


def on_day(early: str, last: str, due_on: date | None, *, today: date) -> str:
    """The standing on a day of rows that share their two ends and their due day."""
    if due_on is None or early == last or due_on < today:
        return last
    soon = (due_on - today).days <= SOON_DAYS
    return "due_soon" if soon and early in TO_COME else early
