"""Dates in every written style (ngày, tháng, năm): "20/3/2023", "ngày 20 tháng 3 năm 2023"."""

from __future__ import annotations

import calendar
import re
from datetime import date

# A full date; usable inside larger patterns because it holds no groups.
DATE = (
    r"(?:\d{1,2}\s?/\s?\d{1,2}\s?/\s?\d{4}|\d\d/\d\d/\d\d(?=[\s,.;:)]|$)"
    r"|\d{1,2}\s?[.\-]\s?\d{1,2}\s?[.\-]\s?\d{4}"
    r"|\d{1,2}\s*tháng\s*\d{1,2}\s*(?:,\s*)?(?:năm\s*|/\s?)\d{4})(?![\d/])"
)
# A day of a month whose year is to be understood from the plan: "ngày 20/3", "20 tháng 3".
DAY_AND_MONTH = r"(?:\d{1,2}\s?/\s?\d{1,2}|\d{1,2}\s+tháng\s+\d{1,2})(?![\d/])"

_DATE = re.compile(rf"(?<![\d/.\-]){DATE}", re.IGNORECASE)
_NUMBERS = re.compile(r"\d+")
_LAST_CENTURY = 70


def find_date(text: str) -> date | None:
    """The first real calendar date in the text."""
    return next((found for _, found in find_dates(text)), None)


def find_dates(text: str) -> list[tuple[int, date]]:
    """Every real calendar date with the offset of its day; an impossible day is passed by."""
    found = []
    for match in _DATE.finditer(text):
        day = read_day(match[0])
        if day:
            found.append((match.start(), day))
    return found


def read_day(text: str, *, year: int | None = None) -> date | None:
    """The date written as DATE, or as DAY_AND_MONTH in the given year."""
    numbers = [int(number) for number in _NUMBERS.findall(text)]
    if len(numbers) == 2 and year:
        numbers.append(year)
    return _of(*numbers) if len(numbers) == 3 else None


def _of(day: int, month: int, year: int) -> date | None:
    """ "15/03/26" is of this century, "15/03/98" of the last."""
    if year < 100:
        year += 2000 if year < _LAST_CENTURY else 1900
    return safe_date(year, month, day)


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def last_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])
