"""Pauses (tạm dừng tính hạn): the coordinator stops the clock for some days, or ends it early."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from lantoa.common import access, audit
from lantoa.plans.errors import AlreadyAnswered, DaysReversed
from lantoa.plans.models import DueMove, Pause
from lantoa.plans.services import asking
from lantoa.plans.services.moving import Cause, lock_running, rework

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.plans.models import Occurrence


@transaction.atomic
def pause(*, occurrence: Occurrence, since: date, until: date, reason: str, by: Actor) -> Pause:
    """The days of a pause are added to the deadline, unless they begin after it."""
    access.require(by, "deadlines.decide")
    row = lock_running(occurrence)
    said = asking.stated(reason, "Hãy ghi rõ lý do tạm dừng.")
    if until < since:
        raise DaysReversed()
    now = timezone.now()
    made = Pause.objects.create(
        occurrence=row, since=since, until=until, reason=said, added_by=by.user, added_at=now
    )
    rework(row, cause=Cause(DueMove.Kind.PAUSED, said, now), by=by)
    data = {"reason": said, "from": since, "to": until}
    audit.record("deadlines.paused", by=by, about=row, data=data)
    return made


@transaction.atomic
def resume(*, pause: Pause, on: date, reason: str, by: Actor) -> Pause:
    """The clock runs again from `on`: a pause that had not begun by then is taken back whole."""
    access.require(by, "deadlines.decide")
    said = asking.stated(reason, "Hãy ghi rõ lý do kết thúc tạm dừng.")
    row = lock_running(pause.occurrence)
    locked = Pause.objects.select_for_update().get(pk=pause.pk)
    if locked.withdrawn_at is not None or on > locked.until:
        raise AlreadyAnswered("Lần tạm dừng này đã kết thúc.")
    now = timezone.now()
    if on <= locked.since:
        locked.withdrawn_at = now
    else:
        locked.until = on - timedelta(days=1)
    locked.save(update_fields=["until", "withdrawn_at"])
    rework(row, cause=Cause(DueMove.Kind.RESUMED, said, now), by=by)
    audit.record("deadlines.resumed", by=by, about=row, data={"reason": said, "from": on})
    return locked
