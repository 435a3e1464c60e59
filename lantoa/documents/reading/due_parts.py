"""Parts of a month, quarter or year (đầu, giữa, cuối; tuần đầu; nửa đầu) as periods."""

from __future__ import annotations

import re
from datetime import date

from .dates import last_of_month
from .periods_of_year import Period, quarter_number, stretch

_WEEK = r"thứ\s+(?:nhất|hai|ba|tư|tứ)|[1-4]|I{1,3}|IV|đầu(?:\s+tiên)?|cuối(?:\s+cùng)?"
_THIRD = r"thượng\s+tuần|trung\s+tuần|hạ\s+tuần|(?:nửa\s+)?đầu|giữa|(?:nửa\s+)?cuối"
_SAID = r"(?:\s*(?:/|-|,?\s*năm\s+)\s*(?P<{0}>(?:19|20)\d\d))?(?![\d/])"
_NUMBER = r"0?[1-9]|1[0-2]"

PART_OF_MONTH = re.compile(
    rf"(?:tuần\s+(?:lễ\s+)?(?P<week>{_WEEK})|(?P<third>{_THIRD}))\s+(?:của\s+)?(?:trong\s+)?"
    rf"tháng\s+(?P<of_month>{_NUMBER})(?!\d)(?!\s*(?:-|–|,|và|đến)\s*(?:tháng\s+)?\d)"
    + _SAID.format("of_year"),
    re.IGNORECASE,
)
PART_OF_QUARTER = re.compile(
    r"(?P<part>đầu|giữa|cuối)\s+quý\s+(?P<quarter>IV|I{1,3}|[1-4])(?!\w)"
    r"(?!\s*(?:-|–|,|và|đến)\s*(?:quý\s+)?(?:[IV]|\d\b))" + _SAID.format("part_year"),
    re.IGNORECASE,
)
HALF_OF_YEAR = re.compile(
    r"nửa\s+(?:(?P<half>đầu)|cuối|sau)\s+(?:của\s+)?năm(?!\s*học)(?:\s+(?P<half_year>(?:19|20)\d\d))?",
    re.IGNORECASE,
)
# "Cuối năm" alone may tell which report; with its number, or as a whole cell, it is a time.
PART_OF_YEAR = re.compile(
    r"(?P<part>đầu|giữa|cuối)\s+năm(?:\s+(?P<part_year>(?:19|20)\d\d))?(?!\s*(?:học|\d))",
    re.IGNORECASE,
)

_WEEKS = {
    **dict.fromkeys(("đầu", "đầu tiên", "thứ nhất", "1", "i"), 1),
    **dict.fromkeys(("thứ hai", "2", "ii"), 2),
    **dict.fromkeys(("thứ ba", "3", "iii"), 3),
    **dict.fromkeys(("thứ tư", "thứ tứ", "4", "iv"), 4),
    **dict.fromkeys(("cuối", "cuối cùng"), 5),
}
_THIRDS = {
    **dict.fromkeys(("đầu", "thượng tuần"), (1, 10)),
    **dict.fromkeys(("giữa", "trung tuần"), (11, 20)),
    **dict.fromkeys(("cuối", "hạ tuần"), (21, 31)),
    "nửa đầu": (1, 15),
    "nửa cuối": (16, 31),
}


def part_of_month(match: re.Match[str], year: int | None) -> Period | None:
    """Ten days, a half or a week: "giữa tháng 6" is the 11th to the 20th."""
    said = int(match["of_year"]) if match["of_year"] else year
    if said is None:
        return None
    month = int(match["of_month"])
    last = last_of_month(said, month).day
    if match["week"]:
        first, end = week_of_month(match["week"], last)
    else:
        first, end = _THIRDS[" ".join(match["third"].lower().split())]
    return date(said, month, first), date(said, month, min(end, last))


def week_of_month(written: str, last: int = 31) -> tuple[int, int]:
    """First and last day of a week told by its place: the last week ends with the month."""
    number = _WEEKS[" ".join(written.lower().split())]
    return (last - 6, last) if number == 5 else (7 * number - 6, 7 * number)


def part_of_quarter(match: re.Match[str], year: int | None) -> Period | None:
    """The first, second or last month of a quarter: "cuối quý II/2026"."""
    first = quarter_number(match["quarter"]) * 3 - 2
    month = first + ("đầu", "giữa", "cuối").index(match["part"].lower())
    return stretch(int(match["part_year"]) if match["part_year"] else year, month, month)


def half_of_year(match: re.Match[str], year: int | None) -> Period | None:
    """Six months: "nửa đầu năm 2026"."""
    first = 1 if match["half"] else 7
    return stretch(int(match["half_year"]) if match["half_year"] else year, first, first + 5)


def part_of_year(match: re.Match[str], year: int | None) -> Period | None:
    """The first or the last quarter, or June, as officials say "đầu năm", "cuối", "giữa năm"."""
    first, last = {"đầu": (1, 3), "giữa": (6, 6), "cuối": (10, 12)}[match["part"].lower()]
    return stretch(int(match["part_year"]) if match["part_year"] else year, first, last)
