"""Applying an amendment (áp dụng điều chỉnh): the plan's next version, all of it in one step."""

from __future__ import annotations

import calendar
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from lantoa.common import access, audit
from lantoa.plans.errors import AmendmentEmpty, AmendmentNotDraft, DutyAlreadyChanged
from lantoa.plans.models import (
    Amendment,
    Assignment,
    DueMove,
    DutyChange,
    Obligation,
    Occurrence,
    Plan,
)
from lantoa.plans.services import amendments
from lantoa.plans.services.moving import OPEN_STATES, Cause, set_day

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.plans.services.amendments import Directive, NewDuty
    from lantoa.plans.services.asking import Past

_PREFIX = {Amendment.Kind.EMERGENT: "PS"}


@transaction.atomic
def publish(*, amendment: Amendment, by: Actor, past: Past | None = None) -> Amendment:
    """Apply every change of the draft; the plan as confirmed is version 1."""
    access.require(by, "plans.amend")
    Plan.objects.select_for_update().get(pk=amendment.plan_id)
    locked = Amendment.objects.select_for_update().get(pk=amendment.pk)
    if locked.state != Amendment.State.DRAFT:
        raise AmendmentNotDraft()
    changes = list(locked.changes.select_related("obligation__plan").order_by("pk"))
    if not changes:
        raise AmendmentEmpty()
    newest = locked.plan.amendments.aggregate(newest=Max("version"))["newest"] or 1
    locked.version, locked.state = newest + 1, Amendment.State.PUBLISHED
    locked.published_by, locked.published_at = by.user, past.at if past else timezone.now()
    locked.save()
    for change in changes:
        _APPLY[DutyChange.Kind(change.kind)](change, locked, by)
    data = {"version": locked.version, "changes": len(changes)}
    audit.record("plans.amended", by=by, about=locked.plan, data=data)
    return locked


@transaction.atomic
def emergent(
    *, plan: Plan, directive: Directive, duty: NewDuty, by: Actor, past: Past | None = None
) -> Amendment:
    """A task that a later directive orders (nhiệm vụ phát sinh), in force at once."""
    drawn = amendments.draw_up(
        plan=plan,
        kind=Amendment.Kind.EMERGENT,
        directive=directive,
        by=by,
        illustrative=bool(past and past.illustrative),
    )
    amendments.add_duty(amendment=drawn, duty=duty, by=by)
    return publish(amendment=drawn, by=by, past=past)


@transaction.atomic
def revoke(*, obligation: Obligation, directive: Directive, reason: str, by: Actor) -> Amendment:
    """A document takes one duty back (thu hồi), in force at once."""
    drawn = amendments.draw_up(
        plan=obligation.plan, kind=Amendment.Kind.REVOKING, directive=directive, by=by
    )
    amendments.remove_duty(amendment=drawn, obligation=obligation, reason=reason, by=by)
    return publish(amendment=drawn, by=by)


def _add(change: DutyChange, amendment: Amendment, by: Actor) -> None:
    due = date.fromisoformat(change.after["due_on"]) if change.after["due_on"] else None
    plan = amendment.plan
    last = plan.obligations.aggregate(last=Max("position"))["last"] or 0
    duty = Obligation.objects.create(
        plan=plan,
        position=last + 10,
        nature="duty",
        code=_next_code(amendment),
        text=change.after["text"],
        binding="directed",
        due_kind="by_date" if due else "standing",
        due_by=due,
        added_by=amendment,
    )
    for agency_id in change.after["agencies"]:
        Assignment.objects.create(
            obligation=duty, agency_id=agency_id, role="lead", since=amendment.issued_on
        )
    Occurrence.objects.bulk_create(
        [_period(duty, pk, due, amendment) for pk in change.after["agencies"]]
    )
    change.obligation = duty
    change.save(update_fields=["obligation"])


def _period(duty: Obligation, agency_id: int, due: date | None, amendment: Amendment) -> Occurrence:
    year = amendment.plan.year
    return Occurrence(
        obligation=duty,
        agency_id=agency_id,
        period_key=f"{due:%Y%m%d}" if due else str(year),
        period_label=f"Đến {due:%d/%m/%Y}" if due else f"Năm {year}",
        starts_on=min(amendment.issued_on, due) if due else amendment.issued_on,
        due_on=due,
    )


def _next_code(amendment: Amendment) -> str:
    """PS.1 for a task of a directive, BS.1 for one that an amendment adds."""
    prefix = _PREFIX.get(Amendment.Kind(amendment.kind), "BS")
    taken = set(amendment.plan.obligations.values_list("code", flat=True))
    number = 1
    while f"{prefix}.{number}" in taken:
        number += 1
    return f"{prefix}.{number}"


def _remove(change: DutyChange, amendment: Amendment, by: Actor) -> None:
    duty = _duty(change)
    duty.state = Obligation.State.WITHDRAWN
    duty.revoked_on, duty.revoked_by = amendment.issued_on, amendment
    duty.save(update_fields=["state", "revoked_on", "revoked_by"])
    rows = list(duty.occurrences.filter(state__in=OPEN_STATES))
    data = {"reason": change.reason, "document": str(amendment)}
    audit.record_many("deadlines.revoked", by=by, about=[(row, data) for row in rows])


def _move(change: DutyChange, amendment: Amendment, by: Actor) -> None:
    """Periods that are still open when the document is issued; the past keeps its days."""
    duty = _duty(change)
    _set_rule(duty, change, amendment)
    assert amendment.published_at is not None
    cause = Cause(
        DueMove.Kind.AMENDED,
        change.reason,
        amendment.published_at,
        amendment,
        amendment.is_illustrative,
    )
    rows = duty.occurrences.filter(state__in=OPEN_STATES, due_on__gte=amendment.issued_on)
    for row in rows.select_related("obligation__plan"):
        assert row.due_on is not None
        new = _new_day(row.due_on, change)
        move = set_day(row, new, cause=cause, by=by)
        if move is not None:
            data = {"reason": change.reason, "from": move.old_due_on, "to": new}
            audit.record("deadlines.amended", by=by, about=row, data=data)


def _new_day(old: date, change: DutyChange) -> date:
    if day := change.after.get("day_of_month"):
        return old.replace(day=min(day, calendar.monthrange(old.year, old.month)[1]))
    return date.fromisoformat(change.after["due_on"])


def _set_rule(duty: Obligation, change: DutyChange, amendment: Amendment) -> None:
    """The duty's own rule says the new day; the old words stay in the difference."""
    if day := change.after.get("day_of_month"):
        duty.due_day_of_month = day
        words = f"hạn cuối ngày {day}"
    else:
        duty.due_by = date.fromisoformat(change.after["due_on"])
        words = f"hạn cuối ngày {duty.due_by:%d/%m/%Y}"
    duty.due_text = f"{words} (theo văn bản {amendment.symbol})"[:300]
    duty.save(update_fields=["due_day_of_month", "due_by", "due_text"])


def _reword(change: DutyChange, amendment: Amendment, by: Actor) -> None:
    duty = _duty(change)
    duty.text = change.after["text"]
    duty.save(update_fields=["text"])


def _duty(change: DutyChange) -> Obligation:
    duty = change.obligation
    assert duty is not None  # a constraint holds this for all but added ones
    if duty.state != Obligation.State.ACTIVE:
        raise DutyAlreadyChanged(code=duty.code)
    return duty


_APPLY = {
    DutyChange.Kind.ADDED: _add,
    DutyChange.Kind.REMOVED: _remove,
    DutyChange.Kind.MOVED: _move,
    DutyChange.Kind.REWORDED: _reword,
}
