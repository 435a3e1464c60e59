"""Which periods a duty has in a year and when each is due (kỳ thực hiện)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
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
    if rule.kind == "within_period" and rule.by:
        return [_within(rule.start or min(date(year, 1, 1), rule.by), rule.by)]
    return [ExpectedPeriod(str(year), f"Năm {year}", date(year, 1, 1), None)]


def _within(start: date, by: date) -> ExpectedPeriod:
    if named := _named(start, by):
        return _expected(named, by)
    label = f"Từ {start:%d/%m/%Y} đến {by:%d/%m/%Y}"
    return ExpectedPeriod(f"{by:%Y%m%d}", label, start, by)


def _monthly(rule: DueRule, window: _Window) -> Iterator[ExpectedPeriod]:
    for month in periods_between(PeriodKind.MONTH, window.first, window.last):
        yield _capped(_expected(month, _in_month(month.start, rule.day_of_month)), window)


def _quarterly(rule: DueRule, window: _Window) -> Iterator[ExpectedPeriod]:
    named = _numbers(rule.rrule, "BYMONTH")
    for quarter in periods_between(PeriodKind.QUARTER, window.first, window.last):
        months = list(periods_between(PeriodKind.MONTH, quarter.start, quarter.end))
        last = next((m for m in reversed(months) if m.number in named), months[-1])
        yield _capped(_expected(quarter, _in_month(last.start, rule.day_of_month)), window)


def _weekly(rule: DueRule, window: _Window) -> Iterator[ExpectedPeriod]:
    """A week belongs to the year in which its due day lies, so that none is in two plans."""
    for week in periods_between(PeriodKind.WEEK, window.first, window.last):
        due = week.start + timedelta(days=_weekday(rule.rrule))
        if window.first <= due <= window.last:
            yield _expected(week, due)


def _yearly(rule: DueRule, window: _Window) -> Iterator[ExpectedPeriod]:
    """Once a year on the named day, or in halves where two months are named (6 tháng)."""
    months = _numbers(rule.rrule, "BYMONTH")
    day = next(iter(_numbers(rule.rrule, "BYMONTHDAY")), None)
    if months == {6, 12}:
        for half in periods_between(PeriodKind.HALF_YEAR, window.first, window.last):
            yield _capped(_expected(half, _in_month(half.end.replace(day=1), day)), window)
        return
    for year in periods_between(PeriodKind.YEAR, window.first, window.last):
        month = max(months, default=12)
        yield _capped(_expected(year, _in_month(date(year.year, month, 1), day)), window)


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
    found = re.search(rf"\b{part}=(\d[\d,]*)", rrule)
    return {int(number) for number in found.group(1).split(",") if number} if found else set()


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
