"""What one agency has to do in a plan and how far it is (phần việc của một cơ quan)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from lantoa.common.errors import NotFound
from lantoa.plans.rules.progress import Progress, progress
from lantoa.plans.selectors import board
from lantoa.portal.selectors import duties

if TYPE_CHECKING:
    from lantoa.plans.models import Plan


@dataclass(frozen=True, slots=True)
class AgencyInPlan:
    """`progress` counts what has a due day; `duties` lists everything with its counts."""

    name: str
    progress: Progress
    duties: list[duties.Duty]


def in_plan(plan: Plan, agency_id: int, *, today: date) -> AgencyInPlan:
    """One agency's part; an agency without a part in the plan is not found."""
    rows: QuerySet[Any] = board.rows_of(plan, today=today, dated_only=False)
    rows = rows.filter(agency_id=agency_id)
    first = rows.select_related("agency").order_by("pk").first()
    if first is None:
        raise NotFound(agency=agency_id)
    dated: dict[str, int] = {}
    for standing in rows.filter(due_on__isnull=False).values_list("standing", flat=True):
        dated[standing] = dated.get(standing, 0) + 1
    return AgencyInPlan(first.agency.name, progress(dated), duties.of_rows(plan, rows))
