"""Repeating dues as RFC 5545 rules (định kỳ hằng tuần, tháng, quý, năm)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from .model import Due, DueKind

_FREQUENCY: dict[str, tuple[DueKind, str]] = {
    "tuần": ("weekly", "FREQ=WEEKLY"),
    "tháng": ("monthly", "FREQ=MONTHLY"),
    "quý": ("quarterly", "FREQ=MONTHLY;INTERVAL=3"),
    "năm": ("yearly", "FREQ=YEARLY"),
}
_WEEKDAYS = {
    **dict.fromkeys(("hai", "2"), "MO"),
    **dict.fromkeys(("ba", "3"), "TU"),
    **dict.fromkeys(("tư", "4"), "WE"),
    **dict.fromkeys(("năm", "5"), "TH"),
    **dict.fromkeys(("sáu", "6"), "FR"),
    **dict.fromkeys(("bảy", "7"), "SA"),
}
_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def every(unit: str, *, until_year: int | None = None) -> Due:
    """Every week, month, quarter or year; bounded by a year when the phrase names one."""
    kind, rule = _FREQUENCY[unit]
    if until_year is None:
        return Due(kind, "", rrule=rule)
    first, last = date(until_year, 1, 1), date(until_year, 12, 31)
    return Due(kind, "", start=first, by=last, rrule=f"{rule};UNTIL={last:%Y%m%d}")


def monthly_on(day: int, *, before: bool) -> Due | None:
    """Every month, at the latest on the day, or on the day before it ("trước ngày" is strict)."""
    if not 1 <= day <= 31:
        return None
    last = day - 1 if before else day
    if last == 0:
        return Due("monthly", "", day_of_month=31, rrule="FREQ=MONTHLY;BYMONTHDAY=-1")
    return Due("monthly", "", day_of_month=last, rrule=f"FREQ=MONTHLY;BYMONTHDAY={last}")


def quarterly_on(day: int, *, before: bool) -> Due | None:
    """Every quarter, on a day of its last month (ngày … tháng cuối quý)."""
    last = day - 1 if before else day
    if not 1 <= last <= 31:
        return None
    rule = f"FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY={last}"
    return Due("quarterly", "", day_of_month=last, rrule=rule)


def yearly_on(day: date) -> Due:
    """Every year, at the latest on this day and month."""
    rule = f"FREQ=YEARLY;BYMONTH={day.month};BYMONTHDAY={day.day}"
    return Due("yearly", "", rrule=rule)


def yearly_on_each(days: Sequence[date]) -> Due | None:
    """Every year on one day of several months; the ends of the quarters make it quarterly."""
    if len({day.day for day in days}) != 1:
        return None
    months = sorted({day.month for day in days})
    rule = f"FREQ=YEARLY;BYMONTH={','.join(map(str, months))};BYMONTHDAY={days[0].day}"
    if months == [3, 6, 9, 12]:
        return Due("quarterly", "", day_of_month=days[0].day, rrule=rule)
    return Due("yearly", "", rrule=rule)


def weekly_on(weekday: str, *, before: bool) -> Due | None:
    """Every week, at the latest on the named day (thứ Hai … thứ Bảy)."""
    name = _WEEKDAYS.get(weekday.lower())
    if name is None:
        return None
    index = _WEEK.index(name) - (1 if before else 0)
    return Due("weekly", "", rrule=f"FREQ=WEEKLY;BYDAY={_WEEK[index]}")


def half_yearly() -> Due:
    """Every six months (định kỳ 6 tháng): in June and December."""
    return Due("yearly", "", rrule="FREQ=YEARLY;BYMONTH=6,12")
