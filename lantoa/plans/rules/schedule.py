"""Which periods a duty has in a year and when each is due (kỳ thực hiện)."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lantoa.common.rules.periods import Period, PeriodKind, period_of, periods_between
from lantoa.plans.rules.due_rule import DueRule
from lantoa.plans.rules.named_days import (
    days_named,
    interval,
    last_weekday,
    numbers,
    until,
    weekday_of_month,
)


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
    if rule.kind == "yearly" and interval(rule.rrule) > 1:
        return [_of_years(rule, interval(rule.rrule), year, effective_from)]
    if rule.kind in _RECURRING:
        window = _Window(rule.start or date(year, 1, 1), rule.by or date(year, 12, 31))
        earliest = max(effective_from, window.first)
        every = _RECURRING[rule.kind](rule, window)
        return [period for period in every if (period.due_on or date.max) >= earliest]
    if rule.kind == "by_date" and rule.by and (last := until(rule.rrule)):
        window = _Window(rule.by, last)
        return list(_on_days(_days(rule.rrule, window), window, effective_from))
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


def _of_years(rule: DueRule, step: int, year: int, effective_from: date) -> ExpectedPeriod:
    """Once in so many years ("02 năm một lần"): one period for all of them, never one a year.

    They are counted from the year in which the rule or the plan begins.
    """
    begins = (rule.start or effective_from).year
    first = begins + max(0, year - begins) // step * step
    by = date(first + step - 1, 12, 31)
    label = f"{step} năm {first}–{by.year}"
    return ExpectedPeriod(f"{by:%Y%m%d}", label, date(first, 1, 1), by)


def _within(start: date, by: date) -> ExpectedPeriod:
    if named := _named(start, by):
        return _expected(named, by)
    label = f"Từ {start:%d/%m/%Y} đến {by:%d/%m/%Y}"
    return ExpectedPeriod(f"{by:%Y%m%d}", label, start, by)


def _monthly(rule: DueRule, window: _Window) -> Iterator[ExpectedPeriod]:
    """Once a month or every few months, or on each named day where there are several."""
    if len(numbers(rule.rrule, "BYMONTHDAY")) > 1:
        yield from _on_days(_days(rule.rrule, window), window)
        return
    step = interval(rule.rrule)
    for month in periods_between(PeriodKind.MONTH, window.first, window.last):
        if month.number % step == 0:
            named = weekday_of_month(rule.rrule, month.start.year, month.number)
            due = named or _in_month(month.start, rule.day_of_month)
            yield _capped(_expected(month, due), window)


def _quarterly(rule: DueRule, window: _Window) -> Iterator[ExpectedPeriod]:
    named = numbers(rule.rrule, "BYMONTH")
    days = _days(rule.rrule, window) if rule.day_of_month is None else []
    for quarter in periods_between(PeriodKind.QUARTER, window.first, window.last):
        own = [day for day in days if quarter.start <= day <= quarter.end]
        months = list(periods_between(PeriodKind.MONTH, quarter.start, quarter.end))
        last = next((m for m in reversed(months) if m.number in named), months[-1])
        due = own[-1] if own else _in_month(last.start, rule.day_of_month)
        yield _capped(_expected(quarter, due), window)


def _weekly(rule: DueRule, window: _Window) -> Iterator[ExpectedPeriod]:
    """A week belongs to the year in which its due day lies, so that none is in two plans."""
    step = interval(rule.rrule)
    for week in periods_between(PeriodKind.WEEK, window.first, window.last):
        due = week.start + timedelta(days=last_weekday(rule.rrule))
        if window.first <= due <= window.last and week.number % step == 0:
            yield _expected(week, due)


def _yearly(rule: DueRule, window: _Window) -> Iterator[ExpectedPeriod]:
    """Once a year on the named day; in halves where June and December are named (6 tháng)."""
    months = numbers(rule.rrule, "BYMONTH")
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


def _on_days(
    days: Sequence[date], window: _Window, begins: date | None = None
) -> Iterator[ExpectedPeriod]:
    """One period for each due day, from the day after the one before it."""
    start = min(begins, window.first) if begins else window.first
    for due in days:
        if window.first <= due <= window.last:
            yield ExpectedPeriod(f"{due:%Y%m%d}", f"Đến {due:%d/%m/%Y}", start, due)
        start = max(start, due + timedelta(days=1))


def _days(rrule: str, window: _Window) -> list[date]:
    return days_named(rrule, window.first.year, window.last.year)


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


_RECURRING = {
    "monthly": _monthly,
    "quarterly": _quarterly,
    "weekly": _weekly,
    "yearly": _yearly,
}
