"""Dates in every written style (ngày, tháng, năm): "20/3/2023", "ngày 20 tháng 3 năm 2023"."""

from __future__ import annotations

import re
from datetime import date

_NUMERIC = r"(?P<d1>\d{1,2})\s?[/.\-]\s?(?P<m1>\d{1,2})\s?[/.\-]\s?(?P<y1>\d{4})"
_WORDS = r"ngày\s+(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})\s+năm\s+(?P<y2>\d{4})"
_DATE = re.compile(rf"(?<![\d/]){_NUMERIC}(?![\d/])|{_WORDS}", re.IGNORECASE)


def find_date(text: str) -> date | None:
    """The first real calendar date in the text."""
    return next((found for _, found in find_dates(text)), None)


def find_dates(text: str) -> list[tuple[int, date]]:
    """Every real calendar date with the offset where it is written; impossible days are passed by."""
    found = []
    for match in _DATE.finditer(text):
        day = safe_date(*(int(match[a] or match[b]) for a, b in (("y1", "y2"), ("m1", "m2"), ("d1", "d2"))))
        if day:
            found.append((match.start(), day))
    return found


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
