"""Drawing up an amendment (soạn văn bản điều chỉnh): its document, then each duty it changes.

Nothing binds until it is published (`services.amending`); a draft can be dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from lantoa.common import access, audit
from lantoa.plans.errors import (
    AgencyMissing,
    AmendmentNotDraft,
    DateInFuture,
    DirectiveIncomplete,
    DutyAlreadyChanged,
    NoDeadline,
    PlanNotInForce,
    TextMissing,
)
from lantoa.plans.models import Amendment, DutyChange, Obligation, Plan
from lantoa.plans.selectors.amendments import facts_of_duty
from lantoa.plans.services import asking

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.common.files import CleanFile

FUTURE = "Ngày văn bản không thể sau hôm nay."


@dataclass(frozen=True, slots=True)
class Directive:
    """The document that orders the change: number, day, what it is about, its file."""

    symbol: str
    issued_on: date
    about: str
    file: CleanFile | None = None


@dataclass(frozen=True, slots=True)
class NewDuty:
    """A duty that a directive orders: what, who, until when (None: standing)."""

    text: str
    agencies: Sequence[int]
    due_on: date | None


@transaction.atomic
def draw_up(
    *, plan: Plan, kind: str, directive: Directive, by: Actor, illustrative: bool = False
) -> Amendment:
    """Begin an amendment of a plan in force with the document that orders it."""
    access.require(by, "plans.amend")
    if plan.state != Plan.State.ACTIVE:
        raise PlanNotInForce("Chỉ điều chỉnh được kế hoạch đang thực hiện.")
    symbol, about = directive.symbol.strip()[:60], directive.about.strip()[:500]
    if not symbol or not about:
        raise DirectiveIncomplete()
    if directive.issued_on > timezone.localdate():
        raise DateInFuture(FUTURE)
    amendment = Amendment(
        plan=plan,
        kind=kind,
        symbol=symbol,
        issued_on=directive.issued_on,
        about=about,
        created_by=by.user,
        is_illustrative=illustrative,
    )
    _keep_file(amendment, directive.file)
    amendment.save(force_insert=True)
    data = {"symbol": symbol, "issued_on": directive.issued_on, "kind": kind}
    audit.record("plans.amendment_drawn_up", by=by, about=amendment, data=data)
    return amendment


@transaction.atomic
def add_duty(*, amendment: Amendment, duty: NewDuty, reason: str = "", by: Actor) -> DutyChange:
    """Put a new duty into the draft."""
    _lock_draft(amendment, by)
    text = " ".join(duty.text.split())
    if not text:
        raise TextMissing()
    if not duty.agencies:
        raise AgencyMissing()
    after = {
        "text": text,
        "agencies": sorted(set(duty.agencies)),
        "due_on": duty.due_on.isoformat() if duty.due_on else None,
    }
    return _change(amendment, DutyChange.Kind.ADDED, None, reason, by, after=after)


@transaction.atomic
def remove_duty(
    *, amendment: Amendment, obligation: Obligation, reason: str, by: Actor
) -> DutyChange:
    """Take a duty out of the plan; what was accepted of it stays done."""
    _lock_draft(amendment, by)
    why = asking.stated(reason, "Hãy ghi rõ lý do thu hồi.")
    return _change(amendment, DutyChange.Kind.REMOVED, obligation, why, by)


@transaction.atomic
def move_duty(
    *, amendment: Amendment, obligation: Obligation, due_on: date, reason: str, by: Actor
) -> DutyChange:
    """Give a duty another last day; one that recurs takes the day of the month from it."""
    _lock_draft(amendment, by)
    why = asking.stated(reason, "Hãy ghi rõ lý do dời hạn.")
    if not obligation.occurrences.filter(due_on__isnull=False).exists():
        raise NoDeadline()
    after: dict[str, Any] = {"due_on": due_on.isoformat()}
    if obligation.due_kind in {"monthly", "quarterly"}:
        after = {"day_of_month": due_on.day}
    return _change(amendment, DutyChange.Kind.MOVED, obligation, why, by, after=after)


@transaction.atomic
def reword_duty(
    *, amendment: Amendment, obligation: Obligation, text: str, reason: str = "", by: Actor
) -> DutyChange:
    """Give a duty another wording; the old one stays in the difference."""
    _lock_draft(amendment, by)
    text = " ".join(text.split())
    if not text:
        raise TextMissing()
    return _change(
        amendment, DutyChange.Kind.REWORDED, obligation, reason, by, after={"text": text}
    )


@transaction.atomic
def drop_change(*, change: DutyChange, by: Actor) -> None:
    """Take one change out of the draft; the log keeps what it said."""
    amendment = _lock_draft(change.amendment, by)
    data = {"kind": change.kind, "obligation": change.obligation_id, "after": change.after}
    audit.record("plans.change_dropped", by=by, about=amendment, data=data)
    change.delete()


@transaction.atomic
def drop(*, amendment: Amendment, by: Actor) -> Amendment:
    """Put a draft away without applying it."""
    locked = _lock_draft(amendment, by)
    locked.state = Amendment.State.DROPPED
    locked.save(update_fields=["state"])
    audit.record("plans.amendment_dropped", by=by, about=locked)
    return locked


def _lock_draft(amendment: Amendment, by: Actor) -> Amendment:
    access.require(by, "plans.amend")
    locked = Amendment.objects.select_for_update().get(pk=amendment.pk)
    if locked.state != Amendment.State.DRAFT:
        raise AmendmentNotDraft()
    return locked


def _change(
    amendment: Amendment,
    kind: str,
    obligation: Obligation | None,
    reason: str,
    by: Actor,
    *,
    after: dict[str, Any] | None = None,
) -> DutyChange:
    if obligation is not None:
        _refuse_unless_in_force(amendment, kind, obligation)
    change = DutyChange.objects.create(
        amendment=amendment,
        kind=kind,
        obligation=obligation,
        reason=reason.strip()[:1000],
        before=facts_of_duty(obligation) if obligation else {},
        after=after or {},
    )
    data = {"kind": kind, "obligation": obligation.code if obligation else ""}
    audit.record("plans.change_added", by=by, about=amendment, data=data)
    return change


def _refuse_unless_in_force(amendment: Amendment, kind: str, obligation: Obligation) -> None:
    """A duty of this plan in force, and not changed twice in the same way by one document."""
    kinds = [kind, DutyChange.Kind.REMOVED]
    if kind == DutyChange.Kind.REMOVED:
        kinds = list(DutyChange.Kind.values)
    twice = amendment.changes.filter(obligation=obligation, kind__in=kinds).exists()
    foreign = obligation.plan_id != amendment.plan_id
    if twice or foreign or obligation.state != Obligation.State.ACTIVE:
        raise DutyAlreadyChanged(code=obligation.code)


def _keep_file(amendment: Amendment, file: CleanFile | None) -> None:
    if file is None:
        return
    amendment.file_name, amendment.media_type = file.name[:255], file.media_type
    amendment.sha256 = file.sha256
    amendment.file.save(file.name, ContentFile(file.data), save=False)
