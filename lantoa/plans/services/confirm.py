"""Confirming a draft (xác nhận kế hoạch): rows become duties, agencies are assigned, periods open.

Nothing binds before this, and all of it happens in one transaction.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from lantoa.common import access, audit
from lantoa.plans.errors import (
    IssueDateMissing,
    LeadUnknown,
    NothingAccepted,
    PlanAlreadyConfirmed,
    PlanChangedMeanwhile,
    PlanNotDraft,
    RowsStillPending,
    TitleMissing,
    YearImplausible,
)
from lantoa.plans.models import Assignment, DraftItem, Obligation, Plan
from lantoa.plans.selectors import changes
from lantoa.plans.services.drawing_up import Drawn, draw_up
from lantoa.plans.services.opening import open_periods
from lantoa.plans.services.parties import Resolver

if TYPE_CHECKING:
    from lantoa.common.access import Actor

YEARS = range(1990, 2201)
BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Confirmed:
    obligations: int
    assignments: int
    occurrences: int


@dataclass(frozen=True, slots=True)
class Description:
    """What the signed document says of itself, where its pages contradict each other."""

    title: str
    symbol: str
    issued_on: date | None
    year: int


@transaction.atomic
def describe(*, plan: Plan, said: Description, by: Actor, seen: int | None = None) -> Plan:
    """Set title, number, issue date and year as the person found them on paper.

    With `seen` (a change mark), nothing is set when somebody else described it after that mark.
    """
    access.require(by, "plans.review")
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    if locked.state != Plan.State.DRAFT:
        raise PlanNotDraft()
    if seen is not None:
        _refuse_if_described(locked, seen, by)
    if not said.title.strip():
        raise TitleMissing()
    if said.year not in YEARS:
        raise YearImplausible()
    after = {**asdict(said), "title": said.title.strip()}
    before = {name: getattr(locked, name) for name in after}
    for name, value in after.items():
        setattr(locked, name, value)
    locked.save(update_fields=list(after))
    changed = [name for name, value in after.items() if value != before[name]]
    data = {
        "before": {name: _plain(before[name]) for name in changed},
        "after": {name: _plain(after[name]) for name in changed},
    }
    audit.record("plans.described", by=by, about=locked, data=data)
    return locked


@transaction.atomic
def confirm(*, plan: Plan, seen: int, by: Actor) -> Confirmed:
    """Make the accepted rows binding.

    `seen` is the change mark of the page the person decided on (`changes.mark`): when somebody
    else changed the draft after it, nothing is confirmed and the changes are shown.
    """
    access.require(by, "plans.review")
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    _refuse_if_not_ready(locked, seen, by)
    drawn = preview(plan=locked)
    if drawn.unknown:
        codes = [row.code for row in drawn.unknown]
        raise LeadUnknown(codes=", ".join(codes[:12]) + (" …" if len(codes) > 12 else ""))
    Obligation.objects.bulk_create(drawn.obligations, batch_size=200)
    Assignment.objects.bulk_create(drawn.assignments, batch_size=BATCH)
    occurrences = open_periods(drawn.openings)
    locked.state = Plan.State.ACTIVE
    locked.confirmed_at, locked.confirmed_by = timezone.now(), by.user
    # Writing the rows has counted them: from the first minute boards need not.
    locked.counted_at = locked.confirmed_at
    locked.save(update_fields=["state", "confirmed_at", "confirmed_by", "counted_at"])
    counts = {"obligations": len(drawn.obligations), "occurrences": occurrences}
    audit.record("plans.confirmed", by=by, about=locked, data=counts)
    return Confirmed(len(drawn.obligations), len(drawn.assignments), occurrences)


def preview(*, plan: Plan) -> Drawn:
    """What confirming now would make binding; nothing is written."""
    rows = plan.draft_items.filter(state=DraftItem.State.ACCEPTED)
    return draw_up(plan=plan, rows=rows, resolver=Resolver(plan=plan))


def _refuse_if_described(plan: Plan, seen: int, by: Actor) -> None:
    others = changes.since(plan, seen, except_user=by.user_id)
    described = [entry for entry in others if entry.verb == "plans.described"]
    if described:
        raise PlanChangedMeanwhile(who=described[0].user_name, plan_id=plan.pk, changes=described)


def _refuse_if_not_ready(plan: Plan, seen: int, by: Actor) -> None:
    if plan.state == Plan.State.ACTIVE and plan.confirmed_at:
        when = timezone.localtime(plan.confirmed_at).strftime("%H:%M %d/%m/%Y")
        raise PlanAlreadyConfirmed(who=str(plan.confirmed_by), when=when, plan_id=plan.pk)
    if plan.state != Plan.State.DRAFT:
        raise PlanNotDraft()
    others = changes.since(plan, seen, except_user=by.user_id)
    if others:
        raise PlanChangedMeanwhile(who=others[0].user_name, plan_id=plan.pk)
    if plan.issued_on is None:
        raise IssueDateMissing()
    pending = plan.draft_items.filter(state=DraftItem.State.PENDING).count()
    if pending:
        raise RowsStillPending(count=pending)
    if not plan.draft_items.filter(state=DraftItem.State.ACCEPTED).exists():
        raise NothingAccepted()


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
