"""Which periods a duty has in a year and when each is due (kỳ thực hiện)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lantoa.common.rules.periods import Period, PeriodKind, period_of, periods_between
from lantoa.plans.rules.due_rule import DueRule

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FRIDAY = 4


@dataclass(frozen=True, slots=True)
class ExpectedPeriod:
    """One period in which the duty is expected; `due_on` None means no day can be missed."""

    key: str
    label: str
    starts_on: date
    due_on: date | None


@dataclass(frozen=True, slots=True)
class _Window:
    """The days on which a due day may lie: the plan's year, or what the phrase itself bounds."""

    first: date
    last: date


def expected_periods(rule: DueRule, *, year: int, effective_from: date) -> list[ExpectedPeriod]:
    """The periods of the plan year that fall due on or after the plan takes effect.

    A recurring duty starts with the first period whose due day is not already past when the plan
    is issued: nobody can be late for what was not yet ordered. A single due day that lies before
    the issue date stays as the document says it (the contradiction is a finding, not ours to mend).
    """
    if rule.kind in _RECURRING:
        window = _Window(rule.start or date(year, 1, 1), rule.by or date(year, 12, 31))
        earliest = max(effective_from, window.first)
        every = _RECURRING[rule.kind](rule, window)
        return [period for period in every if (period.due_on or date.max) >= earliest]
    if rule.kind == "by_date" and rule.by:
        label = f"Đến {rule.by:%d/%m/%Y}"
        start = min(rule.start or effective_from, rule.by)
        return [ExpectedPeriod(f"{rule.by:%Y%m%d}", label, start, rule.by)]
    if rule.kind == "within_period" and rule.by and "BYMONTH=" in rule.rrule:
        window = _Window(rule.start or date(year, 1, 1), rule.by)
        every = _on_days(_days(rule.rrule, window), window)
        return [period for period in every if (period.due_on or date.max) >= effective_from]
    if rule.kind == "within_period" and rule.by:
        return [_within(rule.start or min(date(year, 1, 1), rule.by), rule.by)]
    return [ExpectedPeriod(str(year), f"Năm {year}", date(year, 1, 1), None)]


def _within(start: date, by: date) -> ExpectedPeriod:
    if named := _named(start, by):
        return _expected(named, by)
    label = f"Từ {start:%d/%m/%Y} đến {by:%d/%m/%Y}"
    return ExpectedPeriod(f"{by:%Y%m%d}", label, start, by)


def _monthly(rule: DueRule, window: _Window) -> Iterator[ExpectedPeriod]:
    """Once a month or every few months, or on each named day where there are several."""
    if len(_numbers(rule.rrule, "BYMONTHDAY")) > 1:
        yield from _on_days(_days(rule.rrule, window), window)
        return
    step = _interval(rule.rrule)
    for month in periods_between(PeriodKind.MONTH, window.first, window.last):
        if month.number % step == 0:
            yield _capped(_expected(month, _in_month(month.start, rule.day_of_month)), window)


def _quarterly(rule: DueRule, window: _Window) -> Iterator[ExpectedPeriod]:
    named = _numbers(rule.rrule, "BYMONTH")
    days = _days(rule.rrule, window) if rule.day_of_month is None else []
    for quarter in periods_between(PeriodKind.QUARTER, window.first, window.last):
        own = [day for day in days if quarter.start <= day <= quarter.end]
        months = list(periods_between(PeriodKind.MONTH, quarter.start, quarter.end))
        last = next((m for m in reversed(months) if m.number in named), months[-1])
        due = own[-1] if own else _in_month(last.start, rule.day_of_month)
        yield _capped(_expected(quarter, due), window)


def _weekly(rule: DueRule, window: _Window) -> Iterator[ExpectedPeriod]:
    """A week belongs to the year in which its due day lies, so that none is in two plans."""
    step = _interval(rule.rrule)
    for week in periods_between(PeriodKind.WEEK, window.first, window.last):
        due = week.start + timedelta(days=_weekday(rule.rrule))
        if window.first <= due <= window.last and week.number % step == 0:
            yield _expected(week, due)


def _yearly(rule: DueRule, window: _Window) -> Iterator[ExpectedPeriod]:
    """Once a year on the named day; in halves where June and December are named (6 tháng)."""
    months = _numbers(rule.rrule, "BYMONTH")
    days = _days(rule.rrule, window)
    if months == {6, 12}:
        for half in periods_between(PeriodKind.HALF_YEAR, window.first, window.last):
            own = [day for day in days if half.start <= day <= half.end]
            yield _capped(_expected(half, own[-1] if own else half.end), window)
    elif len(months) > 1:
        yield from _on_days(days, window)
    else:
        for year in periods_between(PeriodKind.YEAR, window.first, window.last):
            own = [day for day in days if day.year == year.year]
            month = date(year.year, max(months, default=12), 1)
            yield _capped(_expected(year, own[-1] if own else _in_month(month, None)), window)


def _on_days(days: Sequence[date], window: _Window) -> Iterator[ExpectedPeriod]:
    """One period for each due day, from the day after the one before it."""
    start = window.first
    for due in days:
        if window.first <= due <= window.last:
            yield ExpectedPeriod(f"{due:%Y%m%d}", f"Đến {due:%d/%m/%Y}", start, due)
        start = max(window.first, due + timedelta(days=1))


def _days(rrule: str, window: _Window) -> list[date]:
    """The days an RRULE names by month and day of month (RFC 5545), for the window's years.

    A negative day counts from the end of its month; BYSETPOS picks by place within a year.
    """
    months = sorted(_numbers(rrule, "BYMONTH")) or list(range(1, 13))
    numbers, places = _numbers(rrule, "BYMONTHDAY"), _numbers(rrule, "BYSETPOS")
    found: list[date] = []
    for year in range(window.first.year, window.last.year + 1):
        days = sorted(filter(None, (_day_of(year, m, n) for m in months for n in numbers)))
        found += [day for at, day in enumerate(days, 1) if not places or at in places]
    return found


def _day_of(year: int, month: int, number: int) -> date | None:
    """The day of that number; in a shorter month its last day, so that no report is lost."""
    last = calendar.monthrange(year, month)[1]
    number = last + 1 + number if number < 0 else min(number, last)
    return date(year, month, number) if number >= 1 else None


def _capped(period: ExpectedPeriod, window: _Window) -> ExpectedPeriod:
    """A phrase with an end ("… đến hết 15/10") leaves no due day after it."""
    due = period.due_on
    return period if due is None or due <= window.last else replace(period, due_on=window.last)


def _expected(period: Period, due: date) -> ExpectedPeriod:
    return ExpectedPeriod(period.key, period.label, period.start, due)


def _named(start: date, end: date) -> Period | None:
    """The month, quarter, half or year that the range is exactly, if it is one."""
    kinds = (PeriodKind.YEAR, PeriodKind.HALF_YEAR, PeriodKind.QUARTER, PeriodKind.MONTH)
    candidates = (period_of(kind, start) for kind in kinds)
    return next((p for p in candidates if (p.start, p.end) == (start, end)), None)


def _in_month(start: date, day: int | None) -> date:
    last = calendar.monthrange(start.year, start.month)[1]
    return start.replace(day=min(day or last, last))


def _numbers(rrule: str, part: str) -> set[int]:
    found = re.search(rf"\b{part}=(-?\d[-\d,]*)", rrule)
    return {int(number) for number in found.group(1).split(",") if number} if found else set()


def _interval(rrule: str) -> int:
    """Every so many weeks or months; "FREQ=MONTHLY;INTERVAL=3" of a quarter is its own kind."""
    return max(_numbers(rrule, "INTERVAL") or {1})


def _weekday(rrule: str) -> int:
    """The named day of the week; Friday, the end of the working week, where none is named."""
    found = re.search(r"\bBYDAY=([A-Z]{2})", rrule)
    return _WEEKDAYS.index(found.group(1)) if found and found.group(1) in _WEEKDAYS else _FRIDAY


_RECURRING = {
    "monthly": _monthly,
    "quarterly": _quarterly,
    "weekly": _weekly,
    "yearly": _yearly,
}
