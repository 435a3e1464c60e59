"""How a matched due phrase becomes a typed due (thời hạn): one builder for each kind of rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta

from . import periods_of_year as periods
from .dates import read_day
from .model import Due, DueKind
from .recurrence import every, monthly_on, quarterly_on, yearly_on


@dataclass(frozen=True, slots=True)
class Setting:
    """What the phrase leaves unsaid: the plan's year, and whether "trước ngày" is strict."""

    year: int | None
    strict: bool


Build = Callable[[re.Match[str], Setting], Due | None]
Find = Callable[[re.Match[str], int | None], periods.Period | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of due phrases and its meaning; a builder may decline with None.

    What every match holds spares a search that cannot succeed: one of `needs` and one of each group
    of `also` (in lower case), a `digit`, and words `near` each other, sought in the lower case.
    """

    pattern: re.Pattern[str]
    build: Build
    needs: tuple[str, ...] = ()
    also: tuple[tuple[str, ...], ...] = ()
    digit: bool = False
    near: re.Pattern[str] | None = None

    def may_match(self, present: Collection[str], has_digit: bool) -> bool:
        """Whether a text with these of the needed words holds what every match must hold."""
        if self.digit and not has_digit:
            return False
        return all(
            not words or any(word in present for word in words)
            for words in (self.needs, *self.also)
        )


_HOUR = re.compile(r"\d\s?(?:giờ|h|g)\b|\d{1,2}h\d", re.IGNORECASE)


def _is_before(match: re.Match[str], setting: Setting) -> bool:
    """ "Trước ngày 20" excludes the 20th; "trước 17 giờ ngày 20" leaves it its working hours."""
    return bool(match["before"]) and setting.strict and not _HOUR.search(match[0])


def _by(day: date | None, match: re.Match[str], setting: Setting) -> Due | None:
    if day is None:
        return None
    return Due("by_date", "", by=day - timedelta(days=1) if _is_before(match, setting) else day)


def a_range(match: re.Match[str], setting: Setting) -> Due | None:
    """From one day to another: "từ ngày … đến ngày …"."""
    last = read_day(match["to"], year=setting.year)
    first = read_day(match["from"], year=last.year if last else setting.year)
    return Due("within_period", "", start=first, by=last) if first and last else None


def open_range(match: re.Match[str], setting: Setting) -> Due | None:
    """From a day on, until something happens: "từ tháng 11/2025 đến khi kết thúc …"."""
    if match["from"]:
        first = read_day(match["from"], year=setting.year)
    elif match["since"]:
        first = date(int(match["since"]), 1, 1)
    else:
        found = periods.months(match, setting.year)
        first = found[0] if found else None
    return Due("within_period", "", start=first)


def monthly_day(match: re.Match[str], setting: Setting) -> Due | None:
    """Every month by a day: "trước ngày 25 hằng tháng"."""
    return monthly_on(int(match["day"]), before=_is_before(match, setting))


def quarter_day(match: re.Match[str], setting: Setting) -> Due | None:
    """Every quarter by a day of its last month."""
    return quarterly_on(int(match["day"]), before=_is_before(match, setting))


def yearly_day(match: re.Match[str], setting: Setting) -> Due | None:
    """Every year by a day and month."""
    day = read_day(match["date"], year=setting.year or 2001)
    due = _by(day, match, setting)
    return yearly_on(due.by) if due and due.by else None


def by_date(match: re.Match[str], setting: Setting) -> Due | None:
    """Once, at the latest on a day; "trước ngày" is the day before it when read strictly."""
    return _by(read_day(match["date"], year=setting.year), match, setting)


def within(find: Find) -> Build:
    """Within a period that `find` reads from the match."""

    def build(match: re.Match[str], setting: Setting) -> Due:
        found = find(match, setting.year)
        return Due("within_period", "", *(found or (None, None)))

    return build


def by_end_of(find: Find) -> Build:
    """ "Trước tháng 11" ends the day before it begins; "chậm nhất tháng 11" on its last day."""

    def build(match: re.Match[str], setting: Setting) -> Due | None:
        found = find(match, setting.year)
        if found is None:
            return None
        return Due("by_date", "", by=found[0] - timedelta(days=1) if match["before"] else found[1])

    return build


def periodic(match: re.Match[str], setting: Setting) -> Due:
    """Every week, month, quarter or year, bounded by years when the phrase says so."""
    said, unit = match.groupdict(), match["unit"].lower()
    first, last = said.get("bound_from"), said.get("bound_to") or said.get("bound")
    return every(
        unit, until_year=int(last) if last else None, from_year=int(first) if first else None
    )


def within_listed(find: Find, months_of: Callable[[re.Match[str]], list[int]]) -> Build:
    """Within several periods apart ("quý II và quý IV"): the ends of each are due days too."""
    whole = within(find)

    def build(match: re.Match[str], setting: Setting) -> Due | None:
        due, months = whole(match, setting), months_of(match)
        if due and due.by and months:
            rule = f"FREQ=YEARLY;BYMONTH={','.join(map(str, months))};BYMONTHDAY=-1"
            due.rrule = f"{rule};UNTIL={due.by:%Y%m%d}"
        return due

    return build


def whole_year(kind: DueKind, year: int | None) -> Due:
    """All of a year; without days when the year is unknown."""
    if year is None:
        return Due(kind, "")
    return Due(kind, "", start=date(year, 1, 1), by=date(year, 12, 31))


def plain(kind: DueKind, rrule: str | None = None) -> Build:
    """A kind that has no days of its own."""
    return lambda match, setting: Due(kind, "", rrule=rrule)


def standing(match: re.Match[str], setting: Setting) -> Due:
    """All the time, bounded by a year when the phrase says so."""
    year = match.groupdict().get("bound")
    return whole_year("standing", int(year) if year else None)
