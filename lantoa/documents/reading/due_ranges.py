"""Due phrases from one point in time to another (từ … đến …), or from one on (từ … trở đi)."""

from __future__ import annotations

import re
from datetime import date

from . import periods_of_year as periods
from .dates import DATE, DAY_AND_MONTH, read_day, safe_date
from .due_builders import Rule, Setting
from .due_patterns import compiled
from .model import Due

_POINT = (
    r"(?:(?:ngày\s+)?(?P<{0}_day>{1}|{2})|(?:tháng\s+)?(?P<{0}_month_of>\d{{1,2}}\s?/\s?\d{{4}})"
    r"|tháng\s+(?P<{0}_month>\d{{1,2}})(?:\s?(?:[/-]|,?\snăm\s)\s?"
    r"(?P<{0}_month_year>\d{{4}}))?|quý\s+(?P<{0}_quarter>IV|I{{1,3}}|[1-4])(?:\s?(?:/|,?\snăm\s)\s?"
    r"(?P<{0}_quarter_year>\d{{4}}))?|năm\s+(?P<{0}_year>\d{{4}}))(?![\d/])"
)


def _point(name: str) -> str:
    return _POINT.format(name, DATE, DAY_AND_MONTH)


_FROM = rf"(?:{_point('from')}|(?:ngày\s+)?(?P<from_only>\d{{1,2}})(?=\s*(?:đến|tới|-|–)))"
_BOUND = r"(?:hết\s+(?:ngày\s+)?|cuối\s+)?"
_TO = rf"(?:{_BOUND}{_point('to')}|(?:hết|cuối)\s+năm(?P<to_end>)(?:\s+nay)?(?!\s*\d))"


def _span(match: re.Match[str], name: str, year: int | None) -> periods.Period | None:
    """First and last day of one end of a range: a day, a month, a quarter or a year."""
    if match[f"{name}_day"]:
        day = read_day(match[f"{name}_day"], year=year)
        return (day, day) if day else None
    if match[f"{name}_year"]:
        return date(int(match[f"{name}_year"]), 1, 1), date(int(match[f"{name}_year"]), 12, 31)
    if match[f"{name}_month_of"]:
        number, of = map(int, match[f"{name}_month_of"].split("/"))
        return periods.stretch(of, number, number)
    if match[f"{name}_month"]:
        number, said = int(match[f"{name}_month"]), match[f"{name}_month_year"]
        return periods.stretch(int(said) if said else year, number, number)
    if match[f"{name}_quarter"] is None:
        return None
    number, said = periods.quarter_number(match[f"{name}_quarter"]), match[f"{name}_quarter_year"]
    return periods.stretch(int(said) if said else year, 3 * number - 2, 3 * number)


def _between(match: re.Match[str], setting: Setting) -> Due | None:
    if match["to_end"] is not None:
        first = _span(match, "from", setting.year)
        last = (first[0], date(first[0].year, 12, 31)) if first else None
    else:
        last = _span(match, "to", setting.year)
        first = _start(match, last, setting.year)
    if not (first and last) or first[0] > last[1]:
        return None
    return Due("within_period", "", start=first[0], by=last[1])


def _start(
    match: re.Match[str], last: periods.Period | None, year: int | None
) -> periods.Period | None:
    if match["from_only"] is None:
        return _span(match, "from", last[1].year if last else year)
    if not (last and match["to_day"]):
        return None
    day = safe_date(last[0].year, last[0].month, int(match["from_only"]))
    return (day, day) if day else None


def days_between(match: re.Match[str], setting: Setting) -> Due | None:
    """From one day to another: "15/3 - 20/3", "20 và 21/5/2026"."""
    last = read_day(match["to_day"], year=setting.year)
    if last is None:  # "ngày 10 và 79/2": no day of the calendar
        return None
    if match["from_only"]:
        first = safe_date(last.year, last.month, int(match["from_only"]))
    else:
        first = read_day(match["from_day"], year=last.year)
    if first is None or first > last:
        return None
    return Due("within_period", "", start=first, by=last)


def _from_on(match: re.Match[str], setting: Setting) -> Due | None:
    first = _span(match, "from", setting.year)
    return Due("within_period", "", start=first[0]) if first else None


def _from_now(match: re.Match[str], setting: Setting) -> Due | None:
    year = int(match["year"]) if match["year"] else setting.year
    return Due("by_date", "", by=date(year, 12, 31)) if year else Due("standing", "")


BETWEEN = Rule(
    compiled(rf"từ\s+{_FROM}\s*(?:cho\s+)?(?:đến|tới|-|–)\s*{_TO}"),
    _between,
    needs=("từ",),
)
BETWEEN_CELL = Rule(
    compiled(
        rf"^\W*(?:trong\s+|khoảng\s+|dự kiến\s+|từ\s+){{0,3}}{_FROM}\s*(?:đến|tới|-|–)\s*{_TO}\W*$"
    ),
    _between,
)
DAYS_CELL = Rule(
    compiled(
        rf"^\W*(?:trong\s+\d+\s+ngày\s*,?\s*)?(?:ngày\s+)?(?:(?P<from_day>{DATE}|{DAY_AND_MONTH})|"
        rf"(?P<from_only>\d{{1,2}}))\s*(?:[-–]|đến|tới|và)\s*(?:ngày\s+)?(?P<to_day>{DATE}|"
        rf"{DAY_AND_MONTH})\W*$"
    ),
    days_between,
    digit=True,
)
FROM_ON_CELL = Rule(
    compiled(
        rf"^\W*(?:thực hiện\s+|triển khai\s+)?(?:bắt đầu\s+|kể\s+)?từ\s+(?:đầu\s+)?{_point('from')}"
        r"(?:\s+trở đi)?\W*$"
    ),
    _from_on,
    needs=("từ",),
)
FROM_ON = Rule(
    compiled(
        r"\b(?:bắt đầu|thực hiện|triển khai|vận hành|áp dụng|hoạt "
        r"động)\s+(?P<phrase>(?:bắt đầu\s+)?"
        rf"(?:kể\s+)?từ\s+(?:đầu\s+)?{_point('from')}(?:\s+trở đi)?)"
    ),
    _from_on,
    needs=("từ",),
)
UNTIL_YEAR_CELL = Rule(
    compiled(r"^\W*(?:từ nay\s+)?đến\s+(?:hết\s+|cuối\s+)?năm\s+(?P<year>(?:19|20)\d\d)\W*$"),
    _from_now,
    needs=("đến",),
    digit=True,
)
UNTIL_YEAR = Rule(
    compiled(
        r"^\W*(?:phấn đấu\s+)?đến\s+(?:cuối\s+)?năm\s+(?P<year>(?:19|20)\d\d)"
        r"(?=\s*,|\s+(?:có|đạt|hoàn thành|phấn đấu|\d))"
    ),
    _from_now,
    needs=("đến",),
    digit=True,
)
FROM_NOW = Rule(
    compiled(r"(?:từ nay\s+)(?:cho\s+)?đến\s+(?:hết|cuối)\s+năm(?:\s+(?P<year>(?:19|20)\d\d))?"),
    _from_now,
    needs=("từ nay",),
)
END_OF_YEAR_CELL = Rule(
    compiled(r"^\W*(?:hoàn thành\s+)?(?:trước|đến|chậm nhất)?\s*hết\s+năm(?P<year>)?\W*$"),
    _from_now,
    needs=("hết",),
)
