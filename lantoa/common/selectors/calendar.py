"""The working calendar in force (lịch làm việc): a year's own rows, else what is shipped."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from lantoa.common.errors import NotFound
from lantoa.common.models import CalendarDay
from lantoa.common.rules.calendar import WorkingCalendar, vietnam


def working_calendar(*, on: date | None = None) -> WorkingCalendar:
    """The calendar as it counts on a day (today's rules without one), in one query."""
    rows = list(
        CalendarDay.objects.values_list("day", "kind", "name", "valid_from", "withdrawn_at")
    )
    kept = {day.year for day, *_rest in rows}
    shipped = vietnam()
    holidays = {day: name for day, name in shipped.holidays.items() if day.year not in kept}
    extra = {day: name for day, name in shipped.extra_working_days.items() if day.year not in kept}
    for day, kind, name, valid_from, withdrawn_at in rows:
        if withdrawn_at is not None or (on and valid_from and valid_from > on):
            continue
        (extra if kind == CalendarDay.Kind.WORKED else holidays)[day] = name
    return WorkingCalendar(holidays, extra)


def of_year(year: int) -> list[CalendarDay]:
    """The days of one year that stand, in order; unsaved start values where nobody edited it."""
    if edited(year):
        return list(CalendarDay.objects.filter(_in(year), withdrawn_at=None))
    return start_values(year)


def withdrawn(year: int) -> list[CalendarDay]:
    """The days of one year that were taken out, newest first."""
    rows = CalendarDay.objects.filter(_in(year), withdrawn_at__isnull=False)
    return list(rows.order_by("-withdrawn_at", "-pk"))


def edited(year: int) -> bool:
    """Whether the year is read from its own rows."""
    return CalendarDay.objects.filter(_in(year)).exists()


def years() -> list[int]:
    """Every year for which there is a calendar, in order."""
    kept = CalendarDay.objects.dates("day", "year")
    shipped = vietnam()
    known = {day.year for day in (*shipped.holidays, *shipped.extra_working_days)}
    return sorted(known | {day.year for day in kept})


def start_values(year: int) -> list[CalendarDay]:
    """The shipped days of a year as rows that nobody saved yet."""
    shipped = vietnam()
    source = shipped.sources.get(year, "")
    rows = [
        CalendarDay(day=day, kind=_kind(name), name=name, source=source)
        for day, name in shipped.holidays.items()
        if day.year == year
    ]
    rows += [
        CalendarDay(day=day, kind=CalendarDay.Kind.WORKED, name=name, source=source)
        for day, name in shipped.extra_working_days.items()
        if day.year == year
    ]
    return sorted(rows, key=lambda row: row.day)


def _kind(name: str) -> str:
    if name.startswith("nghỉ bù"):
        return CalendarDay.Kind.SUBSTITUTE
    return CalendarDay.Kind.EXCHANGED if "hoán đổi" in name else CalendarDay.Kind.HOLIDAY


def _in(year: int) -> Q:
    return Q(day__year=year)


def get(pk: int) -> CalendarDay:
    """One row; none is not found."""
    row = CalendarDay.objects.filter(pk=pk).first()
    if row is None:
        raise NotFound(calendar_day=pk)
    return row
