"""Reading handovers (bàn giao khi sắp xếp): prepared ones, and what each will or did move."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from django.db.models import Count, QuerySet

from lantoa.common import access
from lantoa.common.errors import NotAllowed, NotFound
from lantoa.plans.models import (
    Assignment,
    Handover,
    HandoverLine,
    Obligation,
    Occurrence,
    Plan,
)

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.organisations.models import Agency, Reorganisation


def visible_to(actor: Actor) -> QuerySet[Handover]:
    """Those who oversee plans see them; the event itself is open to every official."""
    if not access.can(actor, "plans.oversee"):
        return Handover.objects.none()
    return Handover.objects.select_related("reorganisation", "confirmed_by")


def get_for(actor: Actor, pk: int, *, to: str = "view") -> Handover:
    """One handover; `to` is view or change."""
    row = visible_to(actor).filter(pk=pk).first()
    if row is None:
        raise NotFound(handover=pk)
    if to == "change" and not access.can(actor, "organisations.reorganise"):
        raise NotAllowed(permission="organisations.reorganise")
    return row


def listed(actor: Actor) -> QuerySet[Handover]:
    return visible_to(actor).annotate(
        ended=Count("lines__predecessor", distinct=True),
        moved=Count("items", distinct=True),
    )


def of_event(event: Reorganisation) -> Handover | None:
    return Handover.objects.filter(reorganisation_id=event.pk).first()


def lines_of(handover: Handover) -> list[HandoverLine]:
    return list(handover.lines.select_related("predecessor", "successor"))


def choices_of(handover: Handover) -> dict[tuple[int, int], HandoverLine]:
    """(old agency, duty) to the line chosen for it."""
    lines = handover.lines.prefetch_related("choices")
    return {
        (line.predecessor_id, choice.obligation_id): line
        for line in lines
        for choice in line.choices.all()
    }


def heirs_for(plan: Plan) -> dict[int, Agency | None]:
    """Whom a draft means by an agency that ended after the draft was loaded: old to new agency,
    None where nobody took over. Of a split agency it is the first of its successors."""
    lines = HandoverLine.objects.filter(
        handover__state=Handover.State.CONFIRMED, handover__confirmed_at__gt=plan.created_at
    ).select_related("successor")
    found: dict[int, Agency | None] = {}
    for line in lines.order_by("handover__effective_on", "position", "pk"):
        found.setdefault(line.predecessor_id, line.successor)
    return {old: _last(heir, found) for old, heir in found.items()}


def _last(heir: Agency | None, found: dict[int, Agency | None]) -> Agency | None:
    seen: set[int] = set()
    while heir is not None and heir.pk in found and heir.pk not in seen:
        seen.add(heir.pk)
        heir = found[heir.pk]
    return heir


def inherited(plan: Plan, *, dated_only: bool = False) -> dict[int, int]:
    """How many of each agency's rows in the plan came from an agency that ended."""
    rows = Occurrence.objects.filter(
        obligation__plan=plan, obligation__state="active", inherited_from__isnull=False
    )
    if dated_only:
        rows = rows.filter(due_on__isnull=False)
    counted = rows.order_by().values_list("agency_id").annotate(n=Count("pk"))
    return dict(counted)


def duties_of(entries: Iterable[Any], agencies: Collection[int]) -> list[tuple[int, int]]:
    """(old agency, duty) of the open work and the parts of these agencies, each once."""
    works = [e.about for e in entries if e.kind == "occurrence" and e.old in agencies]
    parts = [e.about for e in entries if e.kind == "assignment" and e.old in agencies]
    found: set[tuple[int, int]] = set()
    for model, keys in ((Occurrence, works), (Assignment, parts)):
        rows: Any = model.objects.filter(pk__in=keys).order_by()
        found |= set(rows.values_list("agency_id", "obligation_id").distinct())
    return sorted(found)


def named(duties: Iterable[int]) -> dict[int, Obligation]:
    """The duties of these keys, in one question."""
    return Obligation.objects.in_bulk(list(duties))
