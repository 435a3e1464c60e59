"""Due phrases that name several days, each a limit (nhiều mốc): "trước ngày 15/6 và 15/12"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from .dates import read_day
from .due_builders import Rule, Setting
from .due_patterns import DAY, EACH_MONTH, EACH_YEAR, compiled
from .model import Due
from .recurrence import each_month_on, yearly_on_each

_BEFORE = r"trước(?:\s+(?:các\s+)?ngày)?"
_AT = (
    r"(?:chậm|muộn) nhất(?:\s+(?:là|vào|đến))?(?:\s+hết)?(?:\s+(?:các\s+)?ngày)?"
    r"|(?:đến\s+)?hết\s+ngày"
)
_DAYS = re.compile(DAY, re.IGNORECASE)
_EACH = re.compile(
    rf"(?:(?P<before>{_BEFORE})|(?P<at>{_AT})|ngày|[,;]|\bvà)\s+(?P<day>{DAY})", re.IGNORECASE
)
_RETURNS = re.compile(
    r"\b(?:0?6|sáu) tháng|\bquý\b|định kỳ|(?:hằng|hàng) năm|báo cáo (?:cuối )?năm|\bnăm\W{1,3}trước"
    r"|sơ kết.{0,60}tổng kết",
    re.IGNORECASE,
)
_EACH_YEAR = re.compile(r"\s*(?:hằng|hàng|mỗi) năm", re.IGNORECASE)
_MONTH_LIST = r"(?P<months>\d{1,2}(?:\s*(?:,|;|và)\s*(?:tháng\s+)?\d{1,2}(?![\d/])){1,11})"
_NOTE = r"(?:\s*\([^().;/]{0,60}\))?"


def several(days: Sequence[date], years: set[int]) -> Due | None:
    """Days of every year as one rule; of one named year, the first of them and a rule for all.

    With a year the due is no yearly one: `by` is the first day, and `rrule` lists it and the rest.
    """
    due = yearly_on_each(days) if len(days) > 1 and len(years) < 2 else None
    if due is None or not years:
        return due
    year, ordered = years.pop(), sorted(days)
    if {day.year for day in ordered} != {year}:
        return None
    return Due("by_date", "", by=ordered[0], rrule=f"{due.rrule};UNTIL={ordered[-1]:%Y%m%d}")


def _limits(match: re.Match[str], setting: Setting) -> Due | None:
    """Several days of a year, each with its own limit: "6 tháng trước 15/6, năm trước 15/12"."""
    around = match.string[max(0, match.start() - 60) : match.end() + 30]
    if not (match["list"] or _RETURNS.search(around)):
        return None
    days, strict, years = [], False, set()
    for each in _EACH.finditer(match["all"]):
        strict = bool(each["before"]) if each["before"] or each["at"] else strict
        day = read_day(each["day"], year=setting.year or 2001)
        if day is None:
            return None
        if len(re.findall(r"\d+", each["day"])) == 3:
            years.add(day.year)
        days.append(day - timedelta(days=1) if strict and setting.strict else day)
    if len(years) == 1 and years != {setting.year}:
        days = [moved for day in days if (moved := _in_year(day, min(years)))]
    if _EACH_YEAR.search(match[0]):
        years = set()
    return several(days, years)


def _in_year(day: date, year: int) -> date | None:
    return None if (day.month, day.day) == (2, 29) else day.replace(year=year)


def _pair(match: re.Match[str], setting: Setting) -> Due | None:
    written = _DAYS.findall(match["all"])
    days = [read_day(day, year=setting.year or 2001) for day in written]
    found = [day for day in days if day]
    years = {day.year for day, said in zip(days, written, strict=True) if day and _has_year(said)}
    return several(found, years) if len(found) == len(written) else None


def _has_year(written: str) -> bool:
    return len(re.findall(r"\d+", written)) == 3


def _month_days(match: re.Match[str], setting: Setting) -> Due | None:
    """One day of several months: "trước ngày 25 tháng 3, 6, 9, 12"."""
    months = re.findall(r"\d+", match["months"])
    year = int(match["of_year"]) if match["of_year"] else setting.year
    days = [read_day(f"{match['day']}/{month}", year=year or 2001) for month in months]
    shift = timedelta(days=1 if match["before"] and setting.strict else 0)
    found = [day - shift for day in days if day]
    years = {year} if match["of_year"] and year else set()
    return several(found, years) if len(found) == len(months) else None


def _days_of_month(match: re.Match[str], setting: Setting) -> Due | None:
    strict = bool(match["before"]) and setting.strict
    return each_month_on([int(day) - strict for day in re.findall(r"\d+", match["days"])])


_FIRST = r"(?:(?:(?:định kỳ|báo cáo)\s+)?(?:(?:0?6|sáu)\s+tháng[\s,:(]*|quý\s*[IV1-4]*[\s,:(]*))?"
SEVERAL_LIMITS = Rule(
    compiled(
        rf"{_FIRST}(?P<all>(?:{_BEFORE}|{_AT})\s+{DAY}"
        rf"(?:(?P<list>{_NOTE}\s*(?:,|;|và)\s*(?:{_BEFORE}\s+|{_AT}\s+|ngày\s+)?{DAY}{_NOTE})"
        rf"|[^.]{{0,60}}?(?:{_BEFORE}|{_AT})\s+{DAY}){{1,5}})"
        r"(?:\)|\s*(?:hằng|hàng)\s+năm)?"
    ),
    _limits,
    needs=("trước", "nhất", "hết"),
    digit=True,
)
DAYS_EACH_YEAR = Rule(
    compiled(
        rf"(?P<all>(?:các\s+)?ngày\s+{DAY}(?P<list>\s*(?:,|;|và)\s*(?:ngày\s+)?{DAY}){{1,5}})"
        r"\s*(?:hằng|hàng|mỗi)\s+năm"
    ),
    _limits,
    needs=EACH_YEAR,
    also=(("ngày",),),
    digit=True,
)
DAY_LIST = Rule(
    compiled(
        rf"(?:vào\s+)?(?P<all>các\s+ngày\s+{DAY}(?P<list>\s*(?:,|;|và)\s*(?:ngày\s+)?{DAY}){{1,5}})"
    ),
    _pair,
    needs=("các ngày",),
    digit=True,
)
MONTH_DAYS = Rule(
    compiled(
        rf"(?:(?P<before>{_BEFORE})|{_AT}|ngày)\s+(?P<day>\d{{1,2}})\s*(?:của\s+)?(?:các\s+)?tháng\s+"
        rf"{_MONTH_LIST}(?:\s*(?:/|,?\s*năm\s+)(?P<of_year>\d{{4}}))?(?![/\d])"
    ),
    _month_days,
    needs=("tháng",),
    also=(("ngày", "trước", "nhất"),),
    digit=True,
    near=re.compile(r"tháng \d{1,2} ?(?:[,;]|và)"),
)
DAYS_OF_MONTH = Rule(
    compiled(
        r"(?:(?P<before>trước)\s+)?(?:vào\s+)?(?:các\s+)?ngày\s+(?P<days>\d{1,2}(?:\s*(?:,|và|;)\s*"
        r"(?:ngày\s+)?\d{1,2}){1,4})\s*(?:của\s+)?(?:hằng|hàng|mỗi)\s+tháng"
    ),
    _days_of_month,
    needs=EACH_MONTH,
    also=(("ngày",),),
    digit=True,
)
DAY_PAIR = Rule(
    compiled(
        rf"^\W*(?P<all>(?:(?:các\s+)?ngày\s+)?{DAY}(?P<list>\s*(?:,|;|và)\s*(?:ngày\s+)?{DAY})"
        r"{1,5})\W*$"
    ),
    _pair,
    digit=True,
)
