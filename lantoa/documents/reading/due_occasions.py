"""Due phrases that name a feast or an anniversary (dịp lễ, Tết): its day where that is fixed."""

from __future__ import annotations

import re

from .dates import read_day
from .due_builders import Rule, Setting
from .due_patterns import DAY, compiled
from .due_several import several
from .model import Due

_DAYS = re.compile(DAY, re.IGNORECASE)
_ALL = rf"(?P<all>{DAY}(?:\s*(?:,|;|và|-|–)\s*(?:ngày\s+)?{DAY}){{0,4}})"
_MOON = r"(?:tết\b(?!\s+dương)|trung thu|giỗ tổ|vu lan|phật đản|noel|giáng sinh)"


def _occasion(match: re.Match[str], setting: Setting) -> Due:
    """The days of the plan's own time; an event of the past gives only its name."""
    days, years = [], set()
    for written in _DAYS.findall(match["all"]):
        day = read_day(written, year=setting.year)
        has_year = len(re.findall(r"\d+", written)) == 3
        if day is None or (has_year and setting.year and day.year < setting.year):
            continue
        days.append(day)
        years |= {day.year} if has_year else set()
    if len(days) == 1:
        return Due("by_date", "", by=days[0])
    of = years or ({setting.year} if setting.year else set())
    return (several(days, set(of)) if days and of else None) or Due("triggered", "")


OCCASION = Rule(
    compiled(
        rf"(?:trong\s+|vào\s+)?(?:nhân\s+)?dịp\s+[^.;:,\d]{{0,60}}?(?:\(|\bngày\s+|\s|\b){_ALL}\)?"
    ),
    _occasion,
    needs=("dịp",),
    digit=True,
)
OCCASION_CELL = Rule(
    compiled(
        r"^\W*(?:(?:chào mừng|kỷ niệm|hưởng ứng|ngày|lễ|nhân"
        r"|dịp)\s+)+[^.;:\d]{0,70}?(?:\d+ năm [^.;:\d]"
        rf"{{0,50}}?)?\(?{_ALL}\)?\W*$"
    ),
    _occasion,
    digit=True,
)
FEAST = Rule(
    compiled(
        rf"(?:trước|trong|sau)(?:\s*(?:,|và)\s*(?:trong|sau))+\s+(?:dịp\s+)?(?:lễ\b|[^.;:,\d]{{0,20}}?{_MOON})"
        r"[^.;:,)]{0,30}"
        rf"|(?:nhân\s+|trong\s+|vào\s+)?dịp\s+[^.;:,\d]{{0,30}}?{_MOON}(?:\s+(?:nguyên đán"
        rf"|cổ truyền|trung thu))?"
    ),
    lambda match, setting: Due("triggered", ""),
    needs=("dịp", "trong và sau", "và sau"),
)
OCCASIONS = (OCCASION, FEAST)
