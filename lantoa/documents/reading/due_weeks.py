"""Due phrases that name days of the week or weeks of the month (thứ Sáu hằng tuần, tuần cuối)."""

from __future__ import annotations

import re

from .due_builders import Rule, Setting
from .due_parts import week_of_month
from .due_patterns import EVERY, compiled
from .model import Due
from .recurrence import monthly_on, weekly_on

_NAME = r"(?:thứ\s+(?:hai|ba|tư|tứ|năm|sáu|bảy|[2-7])|chủ nhật)\b"
_NAMES = (
    rf"(?P<days>{_NAME}(?:\s*(?:,|và|hoặc|-)\s*(?:thứ\s+)?(?:hai|ba|tư|năm|sáu|bảy|[2-7])\b|"
    rf"\s*(?:,|và|hoặc|-)\s*{_NAME}){{0,4}})"
)
_AT = (
    r"(?:(?P<before>trước)\s+|vào\s+|chậm nhất\s+(?:là\s+|vào\s+)?)?(?:(?:buổi\s+)?(?:sáng"
    r"|chiều|tối)\s+)?"
)
_DAY = rf"{_AT}(?:(?:các\s+)?ngày\s+)?{_NAMES}"
_PLACE = r"(?P<place>thứ\s+(?:nhất|hai|ba|tư)|đầu(?:\s+tiên)?|cuối(?:\s+cùng)?)"
_OF_MONTH = rf"(?:\s+(?:của\s+)?(?:{EVERY}\s+|trong\s+)?tháng)(?!\s*\d)"


def _weekdays(match: re.Match[str], setting: Setting) -> Due | None:
    days = [word.lower() for word in _ONE_DAY.findall(match["days"])]
    return weekly_on(days, before=bool(match["before"]) and setting.strict)


def _weekday_of_month(match: re.Match[str], setting: Setting) -> Due | None:
    """The last Friday of a month (RFC 5545: BYDAY=-1FR)."""
    days = [word.lower() for word in _ONE_DAY.findall(match["days"])]
    due = weekly_on(days, before=False) if len(days) == 1 else None
    if due is None or not due.rrule:
        return None
    first, last = week_of_month(match["place"])
    place = -1 if last == 31 else (first + 6) // 7
    return Due("monthly", "", rrule=f"FREQ=MONTHLY;BYDAY={place}{due.rrule[-2:]}")


def _week(match: re.Match[str], setting: Setting) -> Due | None:
    _, last = week_of_month(match["place"])
    return monthly_on(1, before=True) if last == 31 else monthly_on(last, before=False)


_ONE_DAY = re.compile(r"hai|ba|tư|tứ|năm|sáu|bảy|[2-7]|chủ nhật", re.IGNORECASE)

WEEKDAY_OF_MONTH = Rule(
    compiled(rf"{_DAY}\s+(?:của\s+)?(?:tuần\s+)?{_PLACE}{_OF_MONTH}"),
    _weekday_of_month,
    needs=("thứ", "chủ nhật"),
)
WEEK_OF_MONTH = Rule(
    compiled(rf"(?:vào\s+|trong\s+)?tuần\s+(?:lễ\s+)?{_PLACE}{_OF_MONTH}"),
    _week,
    needs=("tuần",),
)
WEEKDAY_AFTER = Rule(
    compiled(rf"(?:định kỳ\s+)?{EVERY}\s+tuần[\s,(]*{_DAY}\)?"),
    _weekdays,
    needs=("thứ", "chủ nhật"),
)
WEEKDAY = Rule(
    compiled(rf"{_DAY}(?:\s+(?:của\s+)?{EVERY}\s+tuần|\s+đầu tuần|\s+trong tuần)"),
    _weekdays,
    needs=("thứ", "chủ nhật"),
)
WEEKS = (WEEKDAY_OF_MONTH, WEEK_OF_MONTH, WEEKDAY_AFTER, WEEKDAY)
