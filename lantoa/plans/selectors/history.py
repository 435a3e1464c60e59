"""The history of a duty (nhật ký của việc) in words, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from lantoa.common import audit
from lantoa.plans.rules.history import said

if TYPE_CHECKING:
    from lantoa.plans.models import Occurrence


@dataclass(frozen=True, slots=True)
class Step:
    """`agency` names the post and the agency as they were called then."""

    when: datetime
    what: str
    tone: str
    who: str
    agency: str
    note: str = ""


def of_duty(row: Occurrence) -> list[Step]:
    """Everything done with the duty, ending with its assignment when the plan was confirmed."""
    steps = []
    for entry in audit.history(row):
        words = said(entry.verb, entry.data)
        post = entry.post_name or entry.agency_name
        steps.append(Step(entry.at, words.what, words.tone, entry.user_name, post, words.note))
    plan = row.obligation.plan
    if plan.confirmed_at is not None:
        who = str(plan.confirmed_by) if plan.confirmed_by else "Hệ thống"
        steps.append(
            Step(plan.confirmed_at, "Giao nhiệm vụ khi xác nhận kế hoạch", "not_due", who, "")
        )
    return steps
