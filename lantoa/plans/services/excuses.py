"""Not doing a duty for a reason (không thực hiện có lý do): asked by the agency, then agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from lantoa.common import access, audit
from lantoa.plans.errors import AlreadyAnswered
from lantoa.plans.models import Excuse, Occurrence
from lantoa.plans.services import asking
from lantoa.plans.services.moving import refuse_unless_expected

if TYPE_CHECKING:
    from lantoa.common.access import Actor


@transaction.atomic
def ask(*, occurrence: Occurrence, reason: str, by: Actor) -> Excuse:
    """Ask not to do the duty in this period; it stays expected until the coordinator agrees."""
    asking.require_own(occurrence, by)
    row = _lock(occurrence)
    asking.refuse_second(row, Excuse)
    said = asking.stated(reason, "Hãy ghi rõ lý do không thực hiện.")
    excuse = Excuse.objects.create(
        occurrence=row, reason=said, asked_by=by.user, asked_at=timezone.now()
    )
    audit.record("deadlines.excuse_asked", by=by, about=row, data={"reason": said})
    return excuse


@transaction.atomic
def approve(*, excuse: Excuse, said: str = "", by: Actor) -> Excuse:
    """Agree: the duty is expected no more and counts in no share done."""
    locked = asking.waiting(excuse, by)
    row = _lock(locked.occurrence)
    asking.answer(locked, state=Excuse.State.GRANTED, said=said, by=by)
    row.excused_at = locked.decided_at
    row.save(update_fields=["excused_at"])
    audit.record(
        "deadlines.excuse_approved", by=by, about=row, data={"reason": said or locked.reason}
    )
    return locked


@transaction.atomic
def refuse(*, excuse: Excuse, said: str, by: Actor) -> Excuse:
    """The duty stays expected; the agency reads why."""
    locked = asking.waiting(excuse, by)
    why = asking.stated(said, "Hãy ghi rõ lý do không đồng ý để đơn vị biết.")
    asking.answer(locked, state=Excuse.State.REFUSED, said=why, by=by)
    audit.record("deadlines.excuse_refused", by=by, about=locked.occurrence, data={"reason": why})
    return locked


@transaction.atomic
def withdraw(*, excuse: Excuse, by: Actor) -> Excuse:
    """The agency takes its request back before it is answered."""
    locked = asking.take_back(excuse, by)
    audit.record("deadlines.excuse_withdrawn", by=by, about=locked.occurrence)
    return locked


@transaction.atomic
def expect_again(*, occurrence: Occurrence, reason: str, by: Actor) -> Occurrence:
    """Undo an approval: the duty is expected again from now on."""
    access.require(by, "deadlines.decide")
    said = asking.stated(reason)
    row = Occurrence.objects.select_for_update().get(pk=occurrence.pk)
    if row.excused_at is None:
        raise AlreadyAnswered()
    row.excused_at = None
    row.save(update_fields=["excused_at"])
    audit.record("deadlines.expected_again", by=by, about=row, data={"reason": said})
    return row


def _lock(occurrence: Occurrence) -> Occurrence:
    row = (
        Occurrence.objects.select_for_update(of=("self",))
        .select_related("obligation__plan")
        .get(pk=occurrence.pk)
    )
    refuse_unless_expected(row)
    return row
