"""The calendar as data: shipped values until edited, days added, taken out and put back."""

from __future__ import annotations

from datetime import date

import pytest

from lantoa.common.errors import DomainError, NotAllowed
from lantoa.common.models import AuditEntry, CalendarDay
from lantoa.common.rules.calendar import vietnam
from lantoa.common.selectors import calendar as reading
from lantoa.common.services import calendar
from lantoa.common.services.calendar import DayIncomplete, DayNamedAlready, DayNeedsNoRow, NewDay
from lantoa.organisations.factories import make_actor

pytestmark = pytest.mark.django_db
NATIONAL = date(2023, 9, 4)
PLAIN = NewDay(date(2023, 6, 1), "holiday", "Nghỉ thử", "Thông báo 1/TB")


@pytest.fixture
def editor():
    return make_actor(role="coordinator")


def test_an_untouched_calendar_is_the_shipped_one():
    found, shipped = reading.working_calendar(), vietnam()
    assert found.holidays == shipped.holidays
    assert found.extra_working_days == shipped.extra_working_days


def test_the_first_edit_of_a_year_keeps_its_other_days_and_their_source(editor):
    calendar.add(new=PLAIN, by=editor)
    found = reading.working_calendar()
    assert not found.is_working_day(PLAIN.day) and not found.is_working_day(NATIONAL)
    assert set(vietnam().holidays) <= set(found.holidays)
    kept = CalendarDay.objects.get(day=NATIONAL)
    assert (kept.kind, "4875/TB" in kept.source) == ("substitute", True)
    assert AuditEntry.objects.filter(verb="calendar.day_added").count() == 1


def test_a_day_counts_from_when_its_notice_takes_effect(editor):
    new = NewDay(PLAIN.day, "holiday", "Nghỉ", "1/TB", valid_from=date(2023, 5, 1))
    calendar.add(new=new, by=editor)
    assert reading.working_calendar(on=date(2023, 4, 30)).is_working_day(PLAIN.day)
    assert not reading.working_calendar(on=date(2023, 5, 1)).is_working_day(PLAIN.day)


def test_a_saturday_is_worked_in_exchange(editor):
    saturday = NewDay(date(2023, 6, 3), "worked", "Làm bù cho 02/6", "1/TB")
    calendar.add(new=saturday, by=editor)
    assert reading.working_calendar().is_working_day(saturday.day)
    with pytest.raises(DayNeedsNoRow):
        calendar.add(new=NewDay(date(2023, 6, 5), "worked", "Làm bù", "1/TB"), by=editor)


def test_taking_a_day_out_and_putting_it_back(editor):
    row = calendar.take_out(day=NATIONAL, reason="Thông báo mới", by=editor)
    assert reading.working_calendar().is_working_day(NATIONAL)
    assert reading.withdrawn(2023) == [row]
    calendar.put_back(row=row, by=editor)
    assert not reading.working_calendar().is_working_day(NATIONAL)
    with pytest.raises(DomainError):
        calendar.take_out(day=NATIONAL, reason=" ", by=editor)
    with pytest.raises(calendar.DayGone):
        calendar.take_out(day=date(2023, 6, 6), reason="x", by=editor)


def test_a_day_is_named_once_and_completely_by_who_may(editor):
    with pytest.raises(DayNamedAlready):
        calendar.add(new=NewDay(NATIONAL, "holiday", "Nghỉ", "1/TB"), by=editor)
    with pytest.raises(DayIncomplete):
        calendar.add(new=NewDay(PLAIN.day, "holiday", "Nghỉ", " "), by=editor)
    with pytest.raises(NotAllowed):
        calendar.add(new=PLAIN, by=make_actor())
    with pytest.raises(NotAllowed):
        calendar.take_out(day=NATIONAL, reason="x", by=make_actor())
    with pytest.raises(NotAllowed):
        calendar.put_back(row=CalendarDay(day=NATIONAL), by=make_actor())
