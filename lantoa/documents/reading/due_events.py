"""Due phrases that wait for something to happen, and ranges between two points in time."""

from __future__ import annotations

import re
from datetime import date

from . import periods_of_year as periods
from .dates import DATE, DAY_AND_MONTH, read_day
from .due_builders import Rule, Setting, plain
from .model import Due

_DAYS = r"\d{1,3}\s+(?:ngày|giờ|tuần|tháng)(?:\s+làm việc)?"
_EVENT = r"(?:tết\b|đại hội|kỳ họp|hội nghị|cuộc họp|lễ\b|dịp|ngày (?:bầu cử|hội|lễ|khai|tổ chức))"


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


TRIGGERED = Rule(
    _re(
        r"ngay\s+(?:sau\s+)?khi\s[^.;,)]+"
        r"|sau\s+khi\s+(?:có|được|nhận|ban hành|kết thúc|hoàn thành|phê duyệt)\s[^.;,)]+"
        r"|sau\s+khi\s+[^.;,)]{1,60}?\b(?:được|có hiệu lực|ban hành|kết thúc|hoàn thành)\b[^.;,)]*"
        rf"|(?:trong(?:\s+(?:thời hạn|vòng))?|sau|(?:chậm|muộn) nhất(?:\s+(?:là|sau|trong))*|không "
        rf"quá)\s+{_DAYS}\s*[,(]?\s*(?:kể\s+)?(?:từ|sau|trước)\s[^.;,)]+\)?"
        rf"|trước(?:\s+(?:ít nhất|tối thiểu))?\s+{_DAYS}(?!\s*\d)[^.;,)]*"
        rf"|trong\s+(?:thời hạn|vòng)\s+{_DAYS}"
        r"|khi có\s+(?:yêu cầu|đề nghị|chỉ đạo|phát sinh|văn bản|hướng dẫn|nhu cầu|kế "
        r"hoạch)[^.;,)]*"
        r"|khi (?:có )?phát sinh[^.;,)]*"
    ),
    plain("triggered"),
    needs=("khi", "kể", "từ", "sau", "trước", "vòng", "thời hạn"),
)
TRIGGERED_CELL = Rule(
    _re(
        r"^\W*(?:sau khi|khi\s|đột xuất|theo (?:yêu cầu|nhu cầu)|chậm nhất sau\s+\d"
        rf"|(?:hoàn thành |xong )?(?:trước|trong|sau)(?: và (?:trong|sau))*\s+{_EVENT})"
    ),
    plain("triggered"),
)
BEFORE_EVENT = Rule(
    _re(r"(?:hoàn thành|xong)\s+trước\s+(?:tết\b|kỳ họp|đại hội|dịp|khi\s)[^.;,)]*"),
    plain("triggered"),
    needs=("trước",),
)

_POINT = (
    r"(?:(?:ngày\s+)?(?P<{0}_day>{1}|{2})|tháng\s+(?P<{0}_month>\d{{1,2}})(?:\s?(?:/|năm\s)\s?"
    r"(?P<{0}_month_year>\d{{4}}))?|quý\s+(?P<{0}_quarter>IV|I{{1,3}}|[1-4])(?:\s?(?:/|năm\s)\s?"
    r"(?P<{0}_quarter_year>\d{{4}}))?|năm\s+(?P<{0}_year>\d{{4}}))(?![\d/])"
)


def _point(name: str) -> str:
    return _POINT.format(name, DATE, DAY_AND_MONTH)


def _span(match: re.Match[str], name: str, year: int | None) -> periods.Period | None:
    """First and last day of one end of a range: a day, a month, a quarter or a year."""
    if match[f"{name}_day"]:
        day = read_day(match[f"{name}_day"], year=year)
        return (day, day) if day else None
    if match[f"{name}_year"]:
        return date(int(match[f"{name}_year"]), 1, 1), date(int(match[f"{name}_year"]), 12, 31)
    if match[f"{name}_month"]:
        number, said = int(match[f"{name}_month"]), match[f"{name}_month_year"]
        return periods.stretch(int(said) if said else year, number, number)
    number, said = periods.quarter_number(match[f"{name}_quarter"]), match[f"{name}_quarter_year"]
    return periods.stretch(int(said) if said else year, 3 * number - 2, 3 * number)


def _between(match: re.Match[str], setting: Setting) -> Due | None:
    last = _span(match, "to", setting.year)
    first = _span(match, "from", last[1].year if last else setting.year)
    if not (first and last) or first[0] > last[1]:
        return None
    return Due("within_period", "", start=first[0], by=last[1])


def _days_between(match: re.Match[str], setting: Setting) -> Due | None:
    last = read_day(match["to_day"], year=setting.year)
    first = read_day(match["from_day"], year=last.year if last else setting.year)
    return Due("within_period", "", start=first, by=last) if first and last else None


def _from_on(match: re.Match[str], setting: Setting) -> Due | None:
    first = _span(match, "from", setting.year)
    return Due("within_period", "", start=first[0]) if first else None


BETWEEN = Rule(
    _re(rf"từ\s+{_point('from')}\s*(?:cho\s+)?(?:đến|tới|-|–)\s*(?:hết\s+|cuối\s+)?{_point('to')}"),
    _between,
    needs=("từ",),
)
BETWEEN_CELL = Rule(
    _re(
        rf"^\W*(?:ngày\s+)?(?P<from_day>{DATE}|{DAY_AND_MONTH})\s*[-–]\s*(?P<to_day>{DATE}|"
        rf"{DAY_AND_MONTH})\W*$"
    ),
    _days_between,
    digit=True,
)
FROM_ON_CELL = Rule(
    _re(rf"^\W*(?:bắt đầu\s+|kể\s+)?từ\s+{_point('from')}(?:\s+trở đi)?\W*$"),
    _from_on,
    needs=("từ",),
)
UNTIL_YEAR_CELL = Rule(
    _re(r"^\W*(?:từ nay\s+)?đến\s+(?:hết\s+|cuối\s+)?năm\s+(?P<year>(?:19|20)\d\d)\W*$"),
    lambda match, setting: Due("by_date", "", by=date(int(match["year"]), 12, 31)),
    needs=("đến",),
    digit=True,
)
