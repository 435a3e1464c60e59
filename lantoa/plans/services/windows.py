"""The window in which results are taken (nhận kết quả): begun, locked, reopened; plan settings."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from lantoa.common import access, audit
from lantoa.common.errors import NotAllowed
from lantoa.plans.errors import DayInPast, DutyLocked, DutyNotExpected, NotLocked
from lantoa.plans.models import Obligation, Occurrence, Plan
from lantoa.plans.rules.windows import Window, window
from lantoa.plans.services import asking
from lantoa.plans.services.moving import refuse_unless_expected, rework_plan

if TYPE_CHECKING:
    from lantoa.common.access import Actor


def require_open(row: Occurrence) -> None:
    """Refuse results for what is excused, revoked or past its lock day."""
    duty = row.obligation
    if row.excused_at is not None or duty.state != Obligation.State.ACTIVE:
        raise DutyNotExpected()
    found = window_of(row, today=timezone.localdate())
    if not found.takes_results and found.locks_on is not None:
        raise DutyLocked(day=f"{found.locks_on:%d/%m/%Y}")


def window_of(row: Occurrence, *, today: date) -> Window:
    """What sending the row's results on that day would count as."""
    return window(
        row.due_on,
        lock_after_days=row.obligation.plan.lock_after_days,
        reopened_until=row.reopened_until,
        binding=row.obligation.binding,
        today=today,
    )


@transaction.atomic
def begin(*, occurrence: Occurrence, by: Actor) -> Occurrence:
    """The agency says that it has begun (đang thực hiện); the first day stays."""
    access.require(by, "evidence.submit")
    if occurrence.agency_id != by.agency_id:
        raise NotAllowed(permission="evidence.submit")
    row = _lock(occurrence)
    refuse_unless_expected(row)
    if row.begun_on is None:
        row.begun_on = timezone.localdate()
        row.save(update_fields=["begun_on"])
        audit.record("deadlines.begun", by=by, about=row)
    return row


@transaction.atomic
def reopen(*, occurrence: Occurrence, until: date, reason: str, by: Actor) -> Occurrence:
    """Take results again up to a day although the lock day has passed; they count as late."""
    access.require(by, "deadlines.decide")
    said = asking.stated(reason, "Hãy ghi rõ lý do mở lại.")
    row = _lock(occurrence)
    refuse_unless_expected(row)
    today = timezone.localdate()
    if window_of(row, today=today).takes_results:
        raise NotLocked()
    if until < today:
        raise DayInPast()
    row.reopened_until = until
    row.save(update_fields=["reopened_until"])
    audit.record("deadlines.reopened", by=by, about=row, data={"reason": said, "to": until})
    return row


@transaction.atomic
def change_settings(
    *, plan: Plan, before_is_inclusive: bool, lock_after_days: int | None, by: Actor
) -> int:
    """How "trước ngày" is read and when late results stop; returns how many deadlines changed."""
    access.require(by, "plans.amend")
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    names = ("before_is_inclusive", "lock_after_days")
    before = {name: getattr(locked, name) for name in names}
    locked.before_is_inclusive, locked.lock_after_days = before_is_inclusive, lock_after_days
    locked.save(update_fields=list(names))
    after = {name: getattr(locked, name) for name in names}
    reread = before["before_is_inclusive"] != before_is_inclusive
    changed = rework_plan(locked) if reread else 0
    data = {"before": before, "after": after, "deadlines": changed}
    audit.record("plans.deadlines_set", by=by, about=locked, data=data)
    return changed


def _lock(occurrence: Occurrence) -> Occurrence:
    return (
        Occurrence.objects.select_for_update(of=("self",))
        .select_related("obligation__plan")
        .get(pk=occurrence.pk)
    )
