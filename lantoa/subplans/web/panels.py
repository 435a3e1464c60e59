"""What hangs on other pages (ô ghép): the sub-plan due, how many filed, the way from a duty."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from lantoa.common import access
from lantoa.common.ui import slots
from lantoa.plans.selectors import assigned
from lantoa.subplans.rules import due
from lantoa.subplans.selectors import calls, sub_plans
from lantoa.subplans.services.rows import EDITABLE
from lantoa.subplans.web import queue_page, words


def my_agency(request: Any, *, agency: Any) -> dict[str, Any] | None:
    """The own agency's plans that are not yet accepted."""
    if not access.can(request.actor, "subplans.view"):
        return None
    rows = [
        row for row in sub_plans.of_agency(agency.pk)
        if row.state != "accepted" and row.call.plan.state == "active"
    ]  # fmt: skip
    return {"items": [_item(row) for row in rows]} if rows else None


def board(request: Any, *, plan: Any) -> dict[str, Any] | None:
    """How many agencies have filed; before the demand is opened, the duty that orders it."""
    if not access.can(request.actor, "subplans.oversee"):
        return None
    call = calls.of_plan(plan)
    if call is not None:
        counts = sub_plans.counts(call)
        return {
            "plan": plan,
            "headline": queue_page.headline(counts),
            "parts": queue_page.parts(plan.pk, counts),
        }
    found = calls.ordering(assigned.shared(plan))
    if found is None:
        return None
    may = access.can(request.actor, "subplans.call")
    return {"plan": plan, "found": found, "may_call": may}


def duty(request: Any, *, duty: Any) -> dict[str, Any] | None:
    """On the duty that awaits a sub-plan: the way to it."""
    found = sub_plans.of_occurrence(request.actor, duty.pk)
    return {"sub_plan": found, "state": words.state_key(found.state)} if found else None


def _item(row: Any) -> dict[str, Any]:
    today = timezone.localdate()
    day = sub_plans.deadline_of(row)
    open_ = row.state in EDITABLE
    late = open_ and due.is_late(day, sent_on=None, today=today)
    return {
        "row": row,
        "state": "overdue" if late and row.state != "returned" else words.state_key(row.state),
        "day": day,
        "left": due.words(day, today=today) if open_ else "",
    }


def register() -> None:
    slots.register("plans.my_agency.first", slots.Panel("subplans/_my_agency.html", my_agency))
    slots.register("plans.board", slots.Panel("subplans/_board.html", board))
    slots.register("plans.duty", slots.Panel("subplans/_duty.html", duty))
