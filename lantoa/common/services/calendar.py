"""Changing the working calendar (lịch làm việc): add or take out one day, with its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from lantoa.common import access, audit
from lantoa.common.errors import DomainError
from lantoa.common.models import CalendarDay
from lantoa.common.selectors import calendar as reading

if TYPE_CHECKING:
    from lantoa.common.access import Actor


class DayNamedAlready(DomainError):
    code = "day-named-already"
    message = "Ngày {day} đã có trong lịch: {name}. Hãy bỏ ngày đó trước."


class DayIncomplete(DomainError):
    code = "day-incomplete"
    message = "Hãy ghi tên ngày hoặc lý do, và văn bản quy định."


class DayNeedsNoRow(DomainError):
    code = "day-needs-no-row"
    message = "Ngày làm bù phải là thứ Bảy hoặc Chủ nhật; các ngày khác vốn là ngày làm việc."


class DayGone(DomainError):
    code = "day-gone"
    message = "Ngày này không còn trong lịch."


@dataclass(frozen=True, slots=True)
class NewDay:
    """What a notice says of one day."""

    day: date
    kind: str
    name: str
    source: str
    valid_from: date | None = None


@transaction.atomic
def add(*, new: NewDay, by: Actor) -> CalendarDay:
    """Put a day off or a day worked in exchange into the calendar; all deadlines see it at once."""
    access.require(by, "calendar.edit")
    name, source = new.name.strip()[:200], new.source.strip()[:500]
    if not name or not source:
        raise DayIncomplete()
    if new.kind == CalendarDay.Kind.WORKED and new.day.weekday() < 5:
        raise DayNeedsNoRow()
    _keep_start_values(new.day.year)
    standing = CalendarDay.objects.filter(day=new.day, withdrawn_at=None).first()
    if standing is not None:
        raise DayNamedAlready(day=f"{new.day:%d/%m/%Y}", name=standing.name)
    row = CalendarDay.objects.create(
        day=new.day,
        kind=new.kind,
        name=name,
        source=source,
        valid_from=new.valid_from,
        added_by=by.user,
    )
    data = {"day": new.day, "kind": new.kind, "source": source}
    audit.record("calendar.day_added", by=by, about=row, data=data)
    return row


@transaction.atomic
def take_out(*, day: date, reason: str, by: Actor) -> CalendarDay:
    """Take a day out with a reason; the row stays and can be put back."""
    access.require(by, "calendar.edit")
    if not reason.strip():
        raise DomainError("Hãy ghi rõ lý do bỏ ngày này.")
    _keep_start_values(day.year)
    row = CalendarDay.objects.select_for_update().filter(day=day, withdrawn_at=None).first()
    if row is None:
        raise DayGone()
    row.withdrawn_at = timezone.now()
    row.save(update_fields=["withdrawn_at"])
    data = {"day": day, "reason": reason.strip()}
    audit.record("calendar.day_taken_out", by=by, about=row, data=data)
    return row


@transaction.atomic
def put_back(*, row: CalendarDay, by: Actor) -> CalendarDay:
    """Undo a taking out, unless another row has taken the day meanwhile."""
    access.require(by, "calendar.edit")
    standing = CalendarDay.objects.filter(day=row.day, withdrawn_at=None).first()
    if standing is not None:
        raise DayNamedAlready(day=f"{row.day:%d/%m/%Y}", name=standing.name)
    row.withdrawn_at = None
    row.save(update_fields=["withdrawn_at"])
    audit.record("calendar.day_put_back", by=by, about=row, data={"day": row.day})
    return row


def _keep_start_values(year: int) -> None:
    """The first edit of a year turns the shipped days into rows of its own."""
    if not reading.edited(year):
        CalendarDay.objects.bulk_create(reading.start_values(year))
