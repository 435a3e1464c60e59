"""Repeating dues as RFC 5545 rules (định kỳ hằng tuần, tháng, quý, năm)."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date
from itertools import product

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
    **dict.fromkeys(("tư", "tứ", "4"), "WE"),
    **dict.fromkeys(("năm", "5"), "TH"),
    **dict.fromkeys(("sáu", "6"), "FR"),
    **dict.fromkeys(("bảy", "7"), "SA"),
    "chủ nhật": "SU",
}
_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def every(unit: str, *, until_year: int | None = None, from_year: int | None = None) -> Due:
    """Every week, month, quarter or year; bounded by the years that the phrase names."""
    kind, rule = _FREQUENCY[unit]
    if until_year is None:
        return Due(kind, "", rrule=rule)
    first, last = date(from_year or until_year, 1, 1), date(until_year, 12, 31)
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
    """Every year on several days; the ends of the quarters make it quarterly.

    Days that differ from month to month are picked by their place among all days of these months
    (BYSETPOS), so that "09/6 và 04/12" stays one rule.
    """
    wanted = sorted({(day.month, day.day) for day in days})
    months, numbers = sorted({m for m, _ in wanted}), sorted({d for _, d in wanted})
    if len(wanted) < 2 or (2, 29) in wanted:
        return None
    rule = f"FREQ=YEARLY;BYMONTH={_joined(months)};BYMONTHDAY={_joined(numbers)}"
    if len(numbers) > 1:
        every_day = [pair for pair in product(months, numbers) if _is_day(*pair)]
        places = [every_day.index(pair) + 1 for pair in wanted]
        rule += f";BYSETPOS={_joined(places)}" if len(places) < len(every_day) else ""
    if months == [3, 6, 9, 12] and len(wanted) == 4:
        day = numbers[0] if len(numbers) == 1 else None
        return Due("quarterly", "", day_of_month=day, rrule=rule)
    return Due("yearly", "", rrule=rule)


def end_of_months(months: Sequence[int]) -> Due:
    """Every year, at the latest on the last day of each of these months."""
    rule = f"FREQ=YEARLY;BYMONTH={_joined(sorted(set(months)))};BYMONTHDAY=-1"
    return Due("yearly", "", rrule=rule)


def each_month_on(days: Sequence[int]) -> Due | None:
    """Every month on several days: "ngày 15 và 30 hằng tháng"."""
    if len(set(days)) < 2 or not all(1 <= day <= 31 for day in days):
        return None
    return Due("monthly", "", rrule=f"FREQ=MONTHLY;BYMONTHDAY={_joined(sorted(set(days)))}")


def every_other(count: int, unit: str) -> Due | None:
    """Once in so many weeks, months or years: "3 tháng một lần" is every quarter."""
    whole = {(1, unit): unit, (3, "tháng"): "quý", (12, "tháng"): "năm", (4, "quý"): "năm"}
    if (count, unit) in whole:
        return every(whole[count, unit])
    if (count, unit) in {(6, "tháng"), (2, "quý")}:
        return half_yearly()
    if not 1 < count <= 12 or unit == "quý":
        return None
    kind, rule = _FREQUENCY[unit]
    return Due(kind, "", rrule=f"{rule};INTERVAL={count}")


def quarterly_after(day: int) -> Due | None:
    """Every quarter, on a day of the month that follows it (tháng đầu quý sau)."""
    if not 1 <= day <= 31:
        return None
    rule = f"FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY={day}"
    return Due("quarterly", "", day_of_month=day, rrule=rule)


def _joined(numbers: Sequence[int]) -> str:
    return ",".join(map(str, numbers))


def _is_day(month: int, day: int) -> bool:
    return day <= (28 if month == 2 else calendar.monthrange(2001, month)[1])


def weekly_on(weekdays: Sequence[str], *, before: bool) -> Due | None:
    """Every week, at the latest on each named day (thứ Hai … Chủ nhật)."""
    named = [_WEEKDAYS[day] for day in weekdays if day in _WEEKDAYS]
    if not named or len(named) != len(weekdays):
        return None
    places = sorted({_WEEK.index(name) - before for name in named})
    return Due("weekly", "", rrule=f"FREQ=WEEKLY;BYDAY={','.join(_WEEK[at] for at in places)}")


def first_of_month(*, working: bool) -> Due:
    """Every month on its first day, or its first working day (Monday to Friday)."""
    if not working:
        return Due("monthly", "", day_of_month=1, rrule="FREQ=MONTHLY;BYMONTHDAY=1")
    return Due("monthly", "", rrule="FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1")


def times_in(count: int, unit: str) -> Due | None:
    """So many times a year, quarter, month or week; several times a month are due with it."""
    if count < 1:
        return None
    even = {(2, "năm"): (6, "tháng"), (4, "năm"): (3, "tháng"), (3, "quý"): (1, "tháng")}
    if (count, unit) in even:
        return every_other(*even[count, unit])
    if unit == "năm" and count in (3, 6):
        return end_of_months(range(12 // count, 13, 12 // count))
    return every("tháng") if (count, unit) == (12, "năm") else every(unit)


def half_yearly() -> Due:
    """Every six months (định kỳ 6 tháng): in June and December."""
    return Due("yearly", "", rrule="FREQ=YEARLY;BYMONTH=6,12")
