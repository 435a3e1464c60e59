"""Days on which something is held (ngày tổ chức): "tổ chức hội thi ngày 19/5", "dự kiến ngày …"."""

from __future__ import annotations

import re

from .dates import DATE, DAY_AND_MONTH
from .due_builders import Rule, Setting, by_date
from .due_patterns import HOUR, compiled
from .due_ranges import days_between
from .model import Due

_DAY = rf"(?P<before>(?!))?(?P<date>{DATE}|{DAY_AND_MONTH})"
_HELD = r"\b(?:tổ chức|khai mạc|phát động|ra quân|diễn ra|tham gia|tham dự)\b"
# A document, an anniversary or a finished act has its own day.
_OTHERS = re.compile(
    r"\b(?:số|luật|nghị quyết|nghị định|quyết định|kế hoạch|chỉ thị|thông tư|công văn|kết luận|"
    r"thông báo|chương trình|hướng dẫn|truyền thống|thành lập|kỷ niệm|ngày|kết quả|đã|được)\b",
    re.IGNORECASE,
)


def _held(match: re.Match[str], setting: Setting) -> Due | None:
    if "between" in match.groupdict() and _OTHERS.search(match["between"]):
        return None
    due = by_date(match, setting)
    if due is None or due.by is None:
        return None
    return due if setting.year is None or due.by.year >= setting.year else None


ON_DAY = Rule(
    compiled(
        rf"(?:\b(?:vào|dự kiến|khai mạc|diễn ra|ra quân)\s+)+{HOUR}(?:(?:sáng"
        rf"|chiều)\s+)?ngày\s+{_DAY}"
        r"(?!\s+của)"
    ),
    _held,
    needs=("ngày",),
    digit=True,
)
ON_FULL_DATE = Rule(
    compiled(rf"\b(?:vào|kết thúc|khai mạc|dự kiến)\s+(?P<before>(?!))?(?P<date>{DATE})"),
    _held,
    digit=True,
)
HELD_DAYS = Rule(
    compiled(
        rf"(?P<phrase>(?:trong|vào)\s+(?:\d{{1,2}}|hai|ba|bốn|năm)\s+ngày\s*,?\s*(?:ngày\s+)?(?:(?P<from_day>"
        rf"{DATE}|{DAY_AND_MONTH})|(?P<from_only>\d{{1,2}}))\s*(?:[-–]|đến|tới|và|,)\s*(?:ngày\s+)?(?P<to_day>{DATE}|"
        rf"{DAY_AND_MONTH}))"
    ),
    days_between,
    needs=("ngày",),
    digit=True,
)
HELD = Rule(
    compiled(
        rf"{_HELD}(?P<between>[^.;:()\d]{{0,80}}?)\s(?P<phrase>(?:vào\s+)?ngày\s+{_DAY})(?!\s+của)"
    ),
    _held,
    needs=("ngày",),
    digit=True,
)
