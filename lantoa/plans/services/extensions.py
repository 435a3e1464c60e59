"""Extensions (gia hạn): an agency asks with a reason and a day, the coordinator answers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from lantoa.common import access, audit
from lantoa.plans.errors import DayNotLater, ExtensionOvertaken, OwnDeadline
from lantoa.plans.models import DueMove, Extension
from lantoa.plans.services import asking
from lantoa.plans.services.moving import Cause, lock_running, rework

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.plans.models import Occurrence

DIRECT = "Cơ quan theo dõi gia hạn, không theo đề nghị."


@transaction.atomic
def ask(
    *,
    occurrence: Occurrence,
    until: date,
    reason: str,
    by: Actor,
    past: asking.Past | None = None,
) -> Extension:
    """Ask for a later day; the deadline stays as it is until the coordinator answers."""
    asking.require_own(occurrence, by)
    row = lock_running(occurrence)
    asking.refuse_second(row, Extension)
    said = asking.stated(reason, "Hãy ghi rõ lý do xin gia hạn.")
    assert row.due_on is not None
    if until <= row.due_on:
        raise DayNotLater(day=f"{row.due_on:%d/%m/%Y}")
    extension = Extension.objects.create(
        occurrence=row,
        due_before=row.due_on,
        asked_for=until,
        reason=said,
        asked_by=by.user,
        asked_at=past.at if past else timezone.now(),
        is_illustrative=bool(past and past.illustrative),
    )
    data = {"reason": said, "from": row.due_on, "to": until}
    audit.record("deadlines.extension_asked", by=by, about=row, data=data)
    return extension


@transaction.atomic
def grant(
    *,
    extension: Extension,
    until: date | None = None,
    said: str = "",
    by: Actor,
    past: asking.Past | None = None,
) -> Extension:
    """Agree to the day asked for or to another later one; the old day and the reason stay."""
    locked = asking.waiting(extension, by)
    row = lock_running(locked.occurrence)
    day = until or locked.asked_for
    assert row.due_on is not None
    if day <= row.due_on:
        raise DayNotLater(day=f"{row.due_on:%d/%m/%Y}")
    locked.granted_for, locked.due_before = day, row.due_on
    asking.answer(locked, state=Extension.State.GRANTED, said=said, by=by, past=past)
    assert locked.decided_at is not None
    kind, shown = DueMove.Kind.EXTENDED, locked.is_illustrative
    rework(row, cause=Cause(kind, locked.reason, locked.decided_at, illustrative=shown), by=by)
    data = {"reason": said or locked.reason, "from": locked.due_before, "to": day}
    audit.record("deadlines.extension_granted", by=by, about=row, data=data)
    return locked


@transaction.atomic
def refuse(*, extension: Extension, said: str, by: Actor) -> Extension:
    """Keep the deadline; the agency reads why."""
    locked = asking.waiting(extension, by)
    why = asking.stated(said, "Hãy ghi rõ lý do không đồng ý để đơn vị biết.")
    asking.answer(locked, state=Extension.State.REFUSED, said=why, by=by)
    data = {"reason": why}
    audit.record("deadlines.extension_refused", by=by, about=locked.occurrence, data=data)
    return locked


@transaction.atomic
def withdraw(*, extension: Extension, by: Actor) -> Extension:
    """The agency takes its request back before it is answered."""
    locked = asking.take_back(extension, by)
    audit.record("deadlines.extension_withdrawn", by=by, about=locked.occurrence)
    return locked


@transaction.atomic
def extend(*, occurrence: Occurrence, until: date, reason: str, by: Actor) -> Extension:
    """The coordinator gives a later day unasked; never to the own office, nor past a request."""
    access.require(by, "deadlines.decide")
    said = asking.stated(reason, "Hãy ghi rõ lý do gia hạn.")
    row = lock_running(occurrence)
    if row.agency_id == by.agency_id:
        raise OwnDeadline()
    asking.refuse_second(row, Extension)
    assert row.due_on is not None
    if until <= row.due_on:
        raise DayNotLater(day=f"{row.due_on:%d/%m/%Y}")
    now = timezone.now()
    extension = Extension.objects.create(
        occurrence=row,
        due_before=row.due_on,
        asked_for=until,
        granted_for=until,
        reason=said,
        state=Extension.State.GRANTED,
        asked_by=by.user,
        asked_at=now,
        decided_by=by.user,
        decided_at=now,
        answer=DIRECT,
    )
    rework(row, cause=Cause(DueMove.Kind.EXTENDED, said, now), by=by)
    data = {"reason": said, "from": extension.due_before, "to": until}
    audit.record("deadlines.extended", by=by, about=row, data=data)
    return extension


@transaction.atomic
def undo(*, extension: Extension, reason: str, by: Actor) -> Extension:
    """Take a day back that was given unasked, while nothing has moved the deadline since."""
    access.require(by, "deadlines.decide")
    said = asking.stated(reason, "Hãy ghi rõ lý do hoàn tác.")
    locked = Extension.objects.select_for_update().get(pk=extension.pk)
    row = lock_running(locked.occurrence)
    last = row.moves.order_by("-at", "-pk").first()
    overtaken = last is None or last.at != locked.decided_at or row.due_on != locked.granted_for
    if locked.state != Extension.State.GRANTED or locked.answer != DIRECT or overtaken:
        raise ExtensionOvertaken()
    locked.state = Extension.State.WITHDRAWN
    locked.save(update_fields=["state"])
    cause = Cause(DueMove.Kind.UNDONE, said, timezone.now())
    rework(row, cause=cause, by=by)
    data = {"reason": said, "from": locked.granted_for, "to": row.due_on}
    audit.record("deadlines.extension_undone", by=by, about=row, data=data)
    return locked
