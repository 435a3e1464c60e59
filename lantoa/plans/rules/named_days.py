"""The days that an RRULE of a due phrase names (RFC 5545), as far as documents say them."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FRIDAY = 4
_ORDINAL = re.compile(r"(-?\d)?(MO|TU|WE|TH|FR|SA|SU)")


def days_named(rrule: str, first_year: int, last_year: int) -> list[date]:
    """The days an RRULE names by month and day of month, for these years, in order.

    A negative day counts from the end of its month; BYSETPOS picks by place within a year.
    """
    months = sorted(numbers(rrule, "BYMONTH")) or list(range(1, 13))
    of_month, places = numbers(rrule, "BYMONTHDAY"), numbers(rrule, "BYSETPOS")
    found: list[date] = []
    for year in range(first_year, last_year + 1):
        days = sorted(filter(None, (_day_of(year, m, n) for m in months for n in of_month)))
        found += [day for at, day in enumerate(days, 1) if not places or at in places]
    return found


def until(rrule: str) -> date | None:
    """The day after which the rule names no more (UNTIL)."""
    found = re.search(r"\bUNTIL=(\d{8})", rrule)
    return date.fromisoformat(found.group(1)) if found else None


def numbers(rrule: str, part: str) -> set[int]:
    """The numbers of one part: BYMONTH=3,9 gives {3, 9}."""
    found = re.search(rf"\b{part}=(-?\d[-\d,]*)", rrule)
    return {int(number) for number in found.group(1).split(",") if number} if found else set()


def interval(rrule: str) -> int:
    """Every so many weeks, months or years; 1 where the rule says nothing."""
    return max(numbers(rrule, "INTERVAL") or {1})


def weekdays(rrule: str) -> list[tuple[int, int]]:
    """The named days of the week, Monday 0, each with its place in the month (0: every one)."""
    found = re.search(r"\bBYDAY=([-\dA-Z,]+)", rrule)
    each = [_ORDINAL.fullmatch(name) for name in found.group(1).split(",")] if found else []
    return [(WEEKDAYS.index(m[2]), int(m[1] or 0)) for m in each if m]


def last_weekday(rrule: str) -> int:
    """The last named day of the week; Friday, the end of the working week, where none is named."""
    return max((day for day, _ in weekdays(rrule)), default=_FRIDAY)


def weekday_of_month(rrule: str, year: int, month: int) -> date | None:
    """The last Friday (BYDAY=-1FR), the first working day (BYDAY=MO…FR;BYSETPOS=1) of a month."""
    named = weekdays(rrule)
    place = next((place for _, place in named if place), 0) or min(
        numbers(rrule, "BYSETPOS"), default=0
    )
    if not named or not place:
        return None
    first, last = date(year, month, 1), calendar.monthrange(year, month)[1]
    of_week = {day for day, _ in named}
    days = [first + timedelta(days=n) for n in range(last)]
    days = [day for day in days if day.weekday() in of_week]
    at = place - 1 if place > 0 else place
    return days[at] if -len(days) <= at < len(days) else None


def _day_of(year: int, month: int, number: int) -> date | None:
    """The day of that number; in a shorter month its last day, so that no report is lost."""
    last = calendar.monthrange(year, month)[1]
    number = last + 1 + number if number < 0 else min(number, last)
    return date(year, month, number) if number >= 1 else None
