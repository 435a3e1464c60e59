"""Which periods a duty has in a year and when each is due (kỳ thực hiện)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lantoa.common.rules.periods import Period, PeriodKind, period_of, periods_between
from lantoa.plans.rules.due_rule import DueRule

_FRIDAY = 4


@dataclass(frozen=True, slots=True)
class ExpectedPeriod:
    """One period in which the duty is expected; `due_on` None means no day can be missed."""

    key: str
    label: str
    starts_on: date
    due_on: date | None


def expected_periods(rule: DueRule, *, year: int, effective_from: date) -> list[ExpectedPeriod]:
    """The periods of the plan year that fall due on or after the plan takes effect.

    A recurring duty starts with the first period whose due day is not already past when the plan
    is issued: nobody can be late for what was not yet ordered. A single due day that lies before
    the issue date stays as the document says it (the contradiction is a finding, not ours to mend).
    """
    window = (rule.start or date(year, 1, 1), rule.by or date(year, 12, 31))
    if rule.kind in _RECURRING:
        every = _RECURRING[rule.kind](rule, window)
        return [period for period in every if _due(period) >= effective_from]
    if rule.kind == "by_date" and rule.by:
        label = f"Đến {rule.by:%d/%m/%Y}"
        return [ExpectedPeriod(f"{rule.by:%Y%m%d}", label, rule.start or effective_from, rule.by)]
    if rule.kind == "within_period" and rule.by:
        return [_within(rule.start or date(year, 1, 1), rule.by)]
    return [ExpectedPeriod(str(year), f"Năm {year}", date(year, 1, 1), None)]


def _within(start: date, by: date) -> ExpectedPeriod:
    if named := _named(start, by):
        return _expected(named, by)
    label = f"Từ {start:%d/%m/%Y} đến {by:%d/%m/%Y}"
    return ExpectedPeriod(f"{by:%Y%m%d}", label, start, by)


def _due(period: ExpectedPeriod) -> date:
    return period.due_on or date.max


def _monthly(rule: DueRule, window: tuple[date, date]) -> Iterator[ExpectedPeriod]:
    for month in periods_between(PeriodKind.MONTH, *window):
        yield _expected(month, _in_month(month.start, rule.day_of_month))


def _quarterly(rule: DueRule, window: tuple[date, date]) -> Iterator[ExpectedPeriod]:
    named = _by_month(rule.rrule)
    for quarter in periods_between(PeriodKind.QUARTER, *window):
        months = list(periods_between(PeriodKind.MONTH, quarter.start, quarter.end))
        last = next((m for m in reversed(months) if m.number in named), months[-1])
        yield _expected(quarter, _in_month(last.start, rule.day_of_month))


def _weekly(rule: DueRule, window: tuple[date, date]) -> Iterator[ExpectedPeriod]:
    for week in periods_between(PeriodKind.WEEK, *window):
        yield _expected(week, week.start + timedelta(days=_FRIDAY))


def _yearly(rule: DueRule, window: tuple[date, date]) -> Iterator[ExpectedPeriod]:
    for year in periods_between(PeriodKind.YEAR, *window):
        yield _expected(year, min(year.end, window[1]))


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


def _by_month(rrule: str) -> set[int]:
    found = re.search(r"BYMONTH=([\d,]+)", rrule)
    return {int(month) for month in found.group(1).split(",")} if found else set()


_RECURRING = {
    "monthly": _monthly,
    "quarterly": _quarterly,
    "weekly": _weekly,
    "yearly": _yearly,
}
