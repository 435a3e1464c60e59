"""The days of a repeating duty in words (ngày hạn của việc định kỳ)."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date

from lantoa.common.rules.vietnamese import fold
from lantoa.plans.rules.due_rule import DueRule
from lantoa.plans.rules.named_days import days_named, interval, last_weekday, numbers, weekdays

_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_PLACES = {1: "đầu tiên", 2: "thứ hai", 3: "thứ ba", 4: "thứ tư", -1: "cuối cùng"}
_COMMON_YEAR = 2001
_WORKING_DAYS = 5


def repeated(unit: str, rrule: str) -> str:
    """ "Hằng tháng", or "2 tháng một lần"."""
    step = interval(rrule)
    return f"{step} {unit} một lần" if step > 1 else f"Hằng {unit}"


def month_day(rule: DueRule) -> str:
    """The day of each month: "trước ngày 25 (hạn cuối ngày 24)", "thứ Sáu cuối cùng"."""
    days = sorted(numbers(rule.rrule, "BYMONTHDAY"))
    if len(days) > 1:
        return f"hạn cuối các ngày {listed([str(day) for day in days])}"
    named = weekdays(rule.rrule)
    if len(named) >= _WORKING_DAYS:
        return "ngày làm việc đầu tiên của tháng"
    if named and named[0][1] in _PLACES:
        return f"hạn cuối {_NAMES[named[0][0]]} {_PLACES[named[0][1]]} của tháng"
    if rule.day_of_month == calendar.monthrange(_COMMON_YEAR, 1)[1]:
        return "đến hết tháng"
    return _day(rule, "đến hết tháng")


def quarter_day(rule: DueRule) -> str:
    """The day of each quarter, and of which of its months."""
    if rule.day_of_month is None and "BYMONTHDAY" in rule.rrule:
        return year_days(rule.rrule)
    words = _day(rule, "đến hết quý")
    if not rule.day_of_month:
        return words
    months = numbers(rule.rrule, "BYMONTH")
    after = bool(months) and all(month % 3 == 1 for month in months)
    return f"{words} của {'tháng đầu quý sau' if after else 'tháng cuối quý'}"


def week_days(rrule: str) -> str:
    """The named days of the week, Friday where none is named."""
    days = sorted({day for day, _ in weekdays(rrule)}) or [last_weekday(rrule)]
    return listed([_NAMES[day] for day in days])


def year_days(rrule: str) -> str:
    """The days of each year: "hạn cuối các ngày 14/06 và 14/12"."""
    days = days_named(rrule, _COMMON_YEAR, _COMMON_YEAR)
    if not days:
        days = [_end_of(month) for month in sorted(numbers(rrule, "BYMONTH"))]
    said = [f"{day:%d/%m}" for day in days]
    return f"hạn cuối {'các ngày' if len(said) > 1 else 'ngày'} {listed(said)}"


def listed(words: Sequence[str]) -> str:
    """ "a, b và c"."""
    *rest, last = words or ("",)
    return f"{', '.join(rest)} và {last}" if rest else last


def says_before(rule: DueRule) -> bool:
    """Whether the document names the day before which it is to be done (trước ngày 25)."""
    return "truoc " in fold(rule.text)


def _day(rule: DueRule, otherwise: str) -> str:
    day = rule.day_of_month
    if day is None:
        return otherwise
    if says_before(rule) and day < 31:
        return f"trước ngày {day + 1} (hạn cuối ngày {day})"
    return f"hạn cuối ngày {day}"


def _end_of(month: int) -> date:
    return date(_COMMON_YEAR, month, calendar.monthrange(_COMMON_YEAR, month)[1])
