"""Comparing plans of two years (so sánh kế hoạch hai năm): the plan's own year is no difference."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from lantoa.common.rules.vietnamese import match_key

from .dates import last_of_month, safe_date
from .model import Document

_YEAR = re.compile(r"\bnăm\s+((?:19|20)\d\d)\b(?!\s?[-–])", re.IGNORECASE)
OWN_YEAR = "{năm}"


@dataclass(frozen=True, slots=True)
class Years:
    """The year that each version is for; equal or unknown years are left as they are written."""

    a: int | None
    b: int | None

    @property
    def differ(self) -> bool:
        return self.a is not None and self.b is not None and self.a != self.b

    def plain(self, text: str, *, newer: bool) -> str:
        """The text with the plan's own year taken out, when the two plans are for two years."""
        year = self.b if newer else self.a
        return re.sub(rf"(?<!\d){year}(?!\d)", OWN_YEAR, text) if self.differ else text

    def key(self, text: str, *, newer: bool) -> str:
        """What two spellings share, without the plan's own year."""
        return match_key(self.plain(text, newer=newer))

    def shifted(self, day: date | None) -> date | None:
        """A day of the first plan in the year of the second."""
        if day is None or not self.differ:
            return day
        year = day.year + (self.b or 0) - (self.a or 0)
        return safe_date(year, day.month, day.day) or last_of_month(year, day.month)


def years_of(a: Document, b: Document) -> Years:
    """The years the titles name, else those of the days of issue."""
    return Years(_year(a), _year(b))


def _year(document: Document) -> int | None:
    named = _YEAR.findall(document.title)
    if named:
        return int(named[-1])
    return document.date.year if document.date else None
