"""One duty in public (một nhiệm vụ): who takes which part, and how each agency stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, QuerySet

from lantoa.common.errors import NotFound
from lantoa.plans.rules.progress import Progress, progress
from lantoa.plans.selectors import board, obligations
from lantoa.portal.rules.headline import headline

if TYPE_CHECKING:
    from lantoa.plans.models import Obligation, Plan


@dataclass(frozen=True, slots=True)
class AgencyPart:
    """How one agency stands with one duty over all its periods."""

    agency_id: int
    name: str
    progress: Progress

    @property
    def headline(self) -> str:
        return headline(self.progress)


def get(plan: Plan, code: str) -> Obligation:
    """The plan's active duty of that code; none is not found."""
    row = obligations.public(plan).filter(code=code).first()
    if row is None:
        raise NotFound(duty=code)
    row.plan = plan
    return row


def by_agency(duty: Obligation, *, today: date) -> list[AgencyPart]:
    """Each agency that must do the duty with its counts, by name."""
    rows: QuerySet[Any] = board.rows_of(duty.plan, today=today, dated_only=False)
    counts: dict[tuple[int, str], dict[str, int]] = {}
    counted = (
        rows.filter(obligation=duty)
        .values_list("agency_id", "agency__name", "standing")
        .annotate(n=Count("pk"))
        .order_by()
    )
    for pk, name, standing, count in counted:
        counts.setdefault((pk, name), {})[standing] = count
    return [AgencyPart(pk, name, progress(found)) for (pk, name), found in counts.items()]


def whole(parts: list[AgencyPart]) -> Progress:
    """The counts of all agencies together."""
    found: dict[str, int] = {}
    for part in parts:
        for standing, count in part.progress.counts.items():
            found[standing] = found.get(standing, 0) + count
    return progress(found)


def parties(duty: Obligation) -> list[tuple[str, str]]:
    """Role and names as the document writes them, one line per role, leads first."""
    found: dict[str, list[str]] = {}
    labels: dict[str, str] = {}
    for part in duty.assignments.filter(until=None).order_by("pk"):
        names = found.setdefault(part.role, [])
        labels[part.role] = str(part.get_role_display())
        name = part.named_as
        if name and name not in names:
            names.append(name)
    order = ["lead", "requested", "coordinating", "advised", "invited"]
    roles = sorted(found, key=order.index)
    return [(labels[role], "; ".join(found[role])) for role in roles if found[role]]
