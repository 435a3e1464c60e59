"""Reading evidence (minh chứng): through its duty's rules, or in public once accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch, QuerySet

from lantoa.common.errors import NotFound
from lantoa.plans.models import Evidence, Obligation, Occurrence, Plan
from lantoa.plans.selectors import occurrences
from lantoa.plans.selectors.plans import IN_FORCE

if TYPE_CHECKING:
    from lantoa.common.access import Actor


def get_for(actor: Actor, pk: int, *, to: str = "view") -> Evidence:
    """One item; `to` is view or submit, decided by its duty."""
    item = Evidence.objects.filter(pk=pk).first()
    if item is None:
        raise NotFound(evidence=pk)
    item.occurrence = occurrences.get_for(actor, item.occurrence_id, to=to)
    return item


def of_duty(row: Occurrence) -> tuple[list[Evidence], list[Evidence]]:
    """What stands, and what was withdrawn, in the order in which it was added."""
    items = list(row.evidence.select_related("added_by"))
    standing = [item for item in items if item.withdrawn_at is None]
    return standing, [item for item in items if item.withdrawn_at is not None]


def waiting(plan: Plan, *, limit: int) -> tuple[list[Occurrence], int]:
    """The duties that wait for a decision, longest first, with `shown` evidence; and how many."""
    rows = Occurrence.objects.filter(
        obligation__plan=plan,
        obligation__state=Obligation.State.ACTIVE,
        state=Occurrence.State.SUBMITTED,
    )
    kept = Evidence.objects.filter(withdrawn_at=None).select_related("added_by")
    shown = Prefetch("evidence", kept, to_attr="shown")
    first: list[Any] = list(
        rows.select_related("obligation", "agency", "submitted_by")
        .prefetch_related(shown)
        .order_by("submitted_at", "pk")[:limit]
    )
    return first, len(first) if len(first) < limit else rows.count()


def public() -> QuerySet[Evidence]:
    """Accepted and not withdrawn, of plans in force: what the portal may show."""
    return Evidence.objects.filter(
        withdrawn_at=None,
        occurrence__state=Occurrence.State.ACCEPTED,
        occurrence__obligation__state=Obligation.State.ACTIVE,
        occurrence__obligation__plan__state__in=IN_FORCE,
    ).select_related("occurrence__agency", "occurrence__obligation")


def latest_public(plan: Plan, *, limit: int = 12) -> list[Evidence]:
    """The newest accepted evidence of a plan."""
    rows = public().filter(occurrence__obligation__plan=plan)
    return list(rows.order_by("-occurrence__decided_at", "-pk")[:limit])
