"""Periods named in words (quý, tháng, 6 tháng đầu năm, năm) as first and last day."""

from __future__ import annotations

import re
from datetime import date

from .dates import last_of_month

Period = tuple[date, date]

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_YEAR = r"(?:\s*[/,]?\s*(?:của\s+)?(?:năm\s+)?(?P<{name}>(?:19|20)\d\d))?(?![\d/])"
_Q = r"(?:I{1,3}|IV|[1-4])(?![\w])"
QUARTER = re.compile(
    rf"[Qq]u?[ýíúy]y?\s+(?P<quarters>{_Q}(?:\s*(?:,|và|-|–|đến|\+)\s*(?:[Qq]u?[ýíúy]y?\s+)?{_Q})*)"
    + _YEAR.format(name="quarter_year")
)
HALF = re.compile(
    r"(?:0?6|sáu)\s+tháng\s+(?P<half>đầu|cuối)\s+năm" + _YEAR.format(name="half_year"),
    re.IGNORECASE,
)
_M = r"(?:0?[1-9]|1[0-2])(?![\d])"
MONTH = re.compile(
    rf"(?<!6 )(?<!ngày )tháng\s+(?P<months>{_M}(?:\s*(?:,|và|-|–|"
    rf"đến(?:\s+hết)?)\s*(?:tháng\s+)?{_M}(?!/\d{{1,2}}/))*)" + _YEAR.format(name="month_year"),
    re.IGNORECASE,
)
YEARS = re.compile(
    r"(?:năm|giai đoạn)\s+(?P<first>(?:19|20)\d\d)"
    r"(?:\s*(?:-|–|đến|và|,)\s*(?:năm\s+)?(?P<last>(?:19|20)\d\d))?(?![\d/])",
    re.IGNORECASE,
)
BARE_YEAR = re.compile(r"^\W*(?P<first>(?:19|20)\d\d)(?:\s*[-–]\s*(?P<last>(?:19|20)\d\d))?\W*$")


def quarters(match: re.Match[str], year: int | None) -> Period | None:
    """First day of the first quarter to last day of the last: "Quý I, II/2023"."""
    year = _year(match["quarter_year"], year)
    numbers = [_ROMAN[name] for name in re.findall(r"IV|I{1,3}|[1-4]", match["quarters"])]
    return _months(year, min(numbers) * 3 - 2, max(numbers) * 3) if numbers else None


def half(match: re.Match[str], year: int | None) -> Period | None:
    """January to June, or July to December."""
    first = 1 if match["half"].lower() == "đầu" else 7
    return _months(_year(match["half_year"], year), first, first + 5)


def months(match: re.Match[str], year: int | None) -> Period | None:
    """First day of the first month to last day of the last: "tháng 3-5/2023"."""
    numbers = [int(number) for number in re.findall(r"\d+", match["months"])]
    return _months(_year(match["month_year"], year), min(numbers), max(numbers))


def years(match: re.Match[str], year: int | None) -> Period:
    """Whole years: "năm 2023", "giai đoạn 2021-2025"."""
    first, last = int(match["first"]), int(match["last"] or match["first"])
    return date(first, 1, 1), date(max(first, last), 12, 31)


def _months(year: int | None, first: int, last: int) -> Period | None:
    return (date(year, first, 1), last_of_month(year, last)) if year else None


def _year(written: str | None, default: int | None) -> int | None:
    return int(written) if written else default
