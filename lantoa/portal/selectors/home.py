"""What the portal's first page is made of (trang chủ): its words and the plan it shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Max

from lantoa.plans.selectors import board, plans
from lantoa.portal.models import HomePage

if TYPE_CHECKING:
    from lantoa.plans.models import Plan


@dataclass(frozen=True, slots=True)
class Words:
    """What editors may say on the first page."""

    title: str
    lead: str = ""
    notice: str = ""


def words() -> Words | None:
    """The published words of the first page; None while there is no such page."""
    page = HomePage.objects.live().order_by("pk").first()
    return Words(page.title, page.lead, page.notice) if page else None


def current_plan() -> Plan | None:
    """The plan citizens come for: the newest binding one, else the newest that is closed."""
    return plans.public().order_by("state", "-year", "-pk").first()


def month_shown(plan: Plan, *, today: date) -> date | None:
    """This month while the plan runs, else the plan's last month that has a due day."""
    if plan.year == today.year:
        return today.replace(day=1)
    last: date | None = board.rows_of(plan, today=today).aggregate(last=Max("due_on"))["last"]
    return last.replace(day=1) if last else None
