"""Due phrases that return on several days or every so often (nhiều kỳ trong năm)."""

from __future__ import annotations

import re
from datetime import timedelta

from .dates import DATE, DAY_AND_MONTH, read_day
from .due_builders import Rule, Setting, bounded
from .model import Due
from .recurrence import (
    each_month_on,
    end_of_months,
    every,
    every_other,
    half_yearly,
    monthly_on,
    quarterly_after,
    yearly_on_each,
)

_DAY = rf"(?:{DATE}|{DAY_AND_MONTH})"
_BEFORE = r"trước(?:\s+ngày)?"
_AT = r"(?:chậm|muộn) nhất(?:\s+(?:là|vào|đến))?(?:\s+hết)?(?:\s+ngày)?|(?:đến\s+)?hết\s+ngày"
_DAYS = re.compile(_DAY, re.IGNORECASE)
_EACH = re.compile(
    rf"(?:(?P<before>{_BEFORE})|(?P<at>{_AT}|ngày)|[,;]|\bvà)\s+(?P<day>{_DAY})", re.IGNORECASE
)
_RETURNS = re.compile(
    r"\b(?:0?6|sáu) tháng|\bquý\b|định kỳ|(?:hằng|hàng) năm|báo cáo (?:cuối )?năm|\bnăm\W{1,3}trước"
    r"|sơ kết.{0,60}tổng kết",
    re.IGNORECASE,
)
_COUNTS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6}
_N = r"(?P<count>\d{1,2}|một|hai|ba|bốn|năm|sáu)"
_UNIT = r"(?P<unit>tuần|tháng|quý|năm)"
_MONTH_LIST = r"(?P<months>\d{1,2}(?:\s*(?:,|;|và)\s*(?:tháng\s+)?\d{1,2}(?![\d/])){1,11})"


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _several(match: re.Match[str], setting: Setting) -> Due | None:
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
    due = yearly_on_each(days) if len(days) > 1 and len(years) < 2 else None
    return bounded(due, years.pop()) if due and years else due


def _pair(match: re.Match[str], setting: Setting) -> Due | None:
    days = [read_day(day, year=setting.year or 2001) for day in _DAYS.findall(match["all"])]
    found = [day for day in days if day]
    return yearly_on_each(found) if len(found) == len(days) else None


def _month_days(match: re.Match[str], setting: Setting) -> Due | None:
    """One day of several months: "trước ngày 25 tháng 3, 6, 9, 12"."""
    months = re.findall(r"\d+", match["months"])
    days = [read_day(f"{match['day']}/{month}", year=setting.year or 2001) for month in months]
    shift = timedelta(days=1 if match["before"] and setting.strict else 0)
    found = [day - shift for day in days if day]
    return yearly_on_each(found) if len(found) == len(months) else None


def _days_of_month(match: re.Match[str], setting: Setting) -> Due | None:
    strict = bool(match["before"]) and setting.strict
    return each_month_on([int(day) - strict for day in re.findall(r"\d+", match["days"])])


def _once_in(match: re.Match[str], setting: Setting) -> Due | None:
    word = match["count"].lower()
    return every_other(int(word) if word.isdigit() else _COUNTS[word], match["unit"].lower())


def _months_each_year(match: re.Match[str], setting: Setting) -> Due | None:
    numbers = [int(number) for number in re.findall(r"\d+", match["months"])]
    return end_of_months(numbers) if all(1 <= number <= 12 for number in numbers) else None


def _quarters_each_year(match: re.Match[str], setting: Setting) -> Due | None:
    roman = {"I": 1, "II": 2, "III": 3, "IV": 4}
    names = re.findall(r"IV|I{1,3}|[1-4]", match["quarters"].upper())
    return end_of_months([3 * roman.get(name, 0) or 3 * int(name) for name in names])


def _day_of_next_quarter(match: re.Match[str], setting: Setting) -> Due | None:
    return quarterly_after(int(match["day"]) - (bool(match["before"]) and setting.strict))


_FIRST = r"(?:(?:(?:định kỳ|báo cáo)\s+)?(?:(?:0?6|sáu)\s+tháng[\s,:(]*|quý\s*[IV1-4]*[\s,:(]*))?"
SEVERAL_LIMITS = Rule(
    _re(
        rf"{_FIRST}(?P<all>(?:{_BEFORE}|{_AT})\s+{_DAY}"
        rf"(?:(?P<list>\s*(?:,|;|và)\s*(?:{_BEFORE}\s+|{_AT}\s+|ngày\s+)?{_DAY})"
        rf"|[^.]{{0,60}}?(?:{_BEFORE}|{_AT})\s+{_DAY}){{1,5}})"
        r"(?:\)|\s*(?:hằng|hàng)\s+năm)?"
    ),
    _several,
    needs=("trước", "nhất", "hết"),
    digit=True,
)
DAYS_EACH_YEAR = Rule(
    _re(
        rf"(?P<all>ngày\s+{_DAY}(?P<list>\s*(?:,|;|và)\s*(?:ngày\s+)?{_DAY}){{1,5}})"
        r"\s*(?:hằng|hàng|mỗi)\s+năm"
    ),
    _several,
    digit=True,
)
MONTH_DAYS = Rule(
    _re(
        rf"(?:(?P<before>{_BEFORE})|{_AT}|ngày)\s+(?P<day>\d{{1,2}})\s*(?:của\s+)?(?:các\s+)?tháng\s+"
        rf"{_MONTH_LIST}(?!\s*năm\s+\d)"
    ),
    _month_days,
    needs=("tháng",),
    digit=True,
)
DAYS_OF_MONTH = Rule(
    _re(
        r"(?:(?P<before>trước)\s+)?(?:vào\s+)?(?:các\s+)?ngày\s+(?P<days>\d{1,2}(?:\s*(?:,|và|;)\s*"
        r"(?:ngày\s+)?\d{1,2}){1,4})\s*(?:của\s+)?(?:hằng|hàng|mỗi)\s+tháng"
    ),
    _days_of_month,
    needs=("tháng",),
    digit=True,
)
END_OF_MONTH = Rule(
    _re(
        r"(?:(?:chậm nhất\s+)?(?:vào\s+)?ngày\s+(?:làm việc\s+)?cuối(?:\s+cùng)?\s*(?:của\s+)?"
        r"(?:(?:hằng|hàng|mỗi)\s+)?tháng)(?!\s*\d)"
    ),
    lambda match, setting: monthly_on(1, before=True),
    needs=("cuối",),
)
END_OF_EACH = Rule(
    _re(r"cuối\s+(?:mỗi|hằng|hàng)\s+(?P<unit>tuần|tháng|quý|năm)"),
    lambda match, setting: every(match["unit"].lower()),
    needs=("cuối",),
)
ONCE_IN = Rule(
    _re(rf"(?:định kỳ\s+)?\b{_N}\s+{_UNIT}\s*(?:/|(?:một|01|1)\s+)\s*lần"), _once_in, needs=("lần",)
)
MONTHS_EACH_YEAR = Rule(
    _re(
        r"(?:trong\s+)?tháng\s+(?P<months>\d{1,2}(?:\s*(?:,|và|;)\s*(?:tháng\s+)?\d{1,2}){0,11})\s*"
        r"(?:hằng|hàng|mỗi)\s+năm"
    ),
    _months_each_year,
    needs=("năm",),
    digit=True,
)
QUARTERS_EACH_YEAR = Rule(
    _re(
        r"(?:trong\s+)?quý\s+(?P<quarters>(?:I{1,3}|IV|[1-4])(?:\s*(?:,|và)\s*(?:quý\s+)?(?:I{1,3}|IV|"
        r"[1-4])){0,11})\s*(?:hằng|hàng|mỗi)\s+năm"
    ),
    _quarters_each_year,
    needs=("quý",),
)
DAY_OF_NEXT_QUARTER = Rule(
    _re(
        rf"(?:(?:hằng|hàng|mỗi)\s+quý[\s,(]*)?(?:(?P<before>{_BEFORE})|{_AT}|ngày)\s+(?P<day>\d{{1,2}})"
        r"\s*(?:của\s+)?tháng đầu(?:\s+(?:tiên|của))*\s+quý\s+(?:sau|tiếp theo|kế tiếp)"
    ),
    _day_of_next_quarter,
    needs=("tháng đầu",),
    digit=True,
)
HALF_AND_YEAR = Rule(
    _re(
        r"(?:báo cáo|định kỳ|sơ kết)?\s*(?P<quarter>quý,?\s+(?:và\s+)?)?(?:0?6|sáu)\s+tháng\s*"
        r"(?:,|và|;|/)\s*"
        r"(?:báo cáo\s+)?(?:cả |01 |1 |hằng |hàng |một )?năm(?!\s*\d)"
    ),
    lambda match, setting: every("quý") if match["quarter"] else half_yearly(),
    needs=("tháng",),
)

DAY_PAIR = Rule(
    _re(rf"^\W*(?P<all>(?:ngày\s+)?{_DAY}(?P<list>\s*(?:,|;|và)\s*(?:ngày\s+)?{_DAY}){{1,5}})\W*$"),
    _pair,
    digit=True,
)

# With a day or a month of their own; in a sentence they need nothing around them.
REPEATS = (
    *(DAYS_EACH_YEAR, MONTH_DAYS, DAYS_OF_MONTH, DAY_OF_NEXT_QUARTER),
    *(END_OF_MONTH, END_OF_EACH, ONCE_IN, MONTHS_EACH_YEAR, QUARTERS_EACH_YEAR),
)
