"""Periods named in words (quý, tháng, 6 tháng đầu năm, năm) as first and last day."""

from __future__ import annotations

import re
from datetime import date

from .dates import last_of_month

Period = tuple[date, date]

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_YEAR = r"(?:\s*[/,-]?\s*(?:của\s+)?(?:năm\s+)?(?P<{name}>(?:19|20)\d\d))?(?![\d/])"
_Q = r"(?:I{1,3}|IV|[1-4])(?![\w])"
QUARTER = re.compile(
    rf"[Qq]u?[ýíúy]y?\s+(?P<quarters>{_Q}(?:\s*(?:,|và|-|–|đến|\+)\s*(?:[Qq]u?[ýíúy]y?\s+)?{_Q})*)"
    + _YEAR.format(name="quarter_year")
)
HALF = re.compile(
    r"(?P<count>0?[369]|ba|sáu|chín)\s+tháng\s+(?P<half>đầu|cuối)\s+năm"
    + _YEAR.format(name="half_year"),
    re.IGNORECASE,
)
_M = r"(?:0?[1-9]|1[0-2])(?![\d])"
MONTH = re.compile(
    rf"(?<!6 )(?<!ngày )tháng\s+(?P<months>{_M}(?:\s*(?:,|;|và|-|–|"
    rf"đến(?:\s+hết)?)\s*(?:tháng\s+)?{_M}(?!/\d{{1,2}}/))*)" + _YEAR.format(name="month_year"),
    re.IGNORECASE,
)
SCHOOL_YEAR = re.compile(
    r"năm học\s+(?P<school>(?:19|20)\d\d)(?:\s*[-–]\s*(?:19|20)\d\d)?", re.IGNORECASE
)
SHORT_MONTHS = re.compile(
    rf"^\W*(?:T\.?\s?(?P<months>{_M}(?:\s*[-–,]\s*T?\.?{_M})*)(?:\s?/\s?(?P<month_year>(?:19|20)\d\d))?"
    rf"|(?P<month>{_M})\s?[/-]\s?(?P<bare_year>(?:19|20)\d\d))\W*$"
)
SHORT_QUARTER = re.compile(
    r"^\W*Q\.?\s?(?P<quarters>I{1,3}|IV|[1-4])(?:\s?[-–,]\s?Q?\.?\s?(?P<to>I{1,3}|IV|[1-4]))?"
    r"(?:\s?[/-]\s?(?P<quarter_year>(?:19|20)\d\d))?\W*$"
)
NINE_MONTHS = re.compile(r"(?P<count>0?9|chín)\s+tháng(?!\s*(?:đầu|cuối|\d))", re.IGNORECASE)
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
    """The first or last three, six or nine months of a year: "6 tháng đầu năm"."""
    word = match["count"].lower()
    count = {"ba": 3, "sáu": 6, "chín": 9}.get(word) or int(word)
    first = 1 if match["half"].lower() == "đầu" else 13 - count
    return _months(_year(match["half_year"], year), first, first + count - 1)


def school_year(match: re.Match[str], year: int | None) -> Period:
    """September to May: lessons begin on 5 September and end by 31 May (năm học)."""
    first = int(match["school"])
    return date(first, 9, 1), date(first + 1, 5, 31)


def months_apart(match: re.Match[str]) -> list[int]:
    """The months of a list with gaps ("tháng 3, tháng 9"); empty for one stretch of time."""
    return _apart([int(number) for number in re.findall(r"\d+", match["months"])], match["months"])


def short_months(match: re.Match[str], year: int | None) -> Period | None:
    """ "T4-T5/2026", "4/2026": months in figures alone."""
    if match["month"]:
        return stretch(int(match["bare_year"]), int(match["month"]), int(match["month"]))
    return months(match, year)


def short_quarters(match: re.Match[str], year: int | None) -> Period | None:
    """ "QI/2026", "Q1-Q2"."""
    first, last = (
        quarter_number(match["quarters"]),
        quarter_number(match["to"] or match["quarters"]),
    )
    return stretch(_year(match["quarter_year"], year), 3 * first - 2, 3 * last)


def nine_months(match: re.Match[str], year: int | None) -> Period | None:
    """ "9 tháng" as officials say it of a year: January to September."""
    return _months(year, 1, 9)


def quarters_apart(match: re.Match[str]) -> list[int]:
    """The last months of the quarters of a list with gaps ("quý II và quý IV")."""
    names = re.findall(r"IV|I{1,3}|[1-4]", match["quarters"])
    found = _apart([_ROMAN[name] for name in names], match["quarters"])
    return [3 * number for number in found]


def _apart(numbers: list[int], written: str) -> list[int]:
    if re.search(r"[-–]|đến|\+", written):
        return []
    found = sorted(set(numbers))
    return found if found[-1] - found[0] >= len(found) else []


def months(match: re.Match[str], year: int | None) -> Period | None:
    """First day of the first month to last day of the last: "tháng 3-5/2023"."""
    numbers = [int(number) for number in re.findall(r"\d+", match["months"])]
    return _months(_year(match["month_year"], year), min(numbers), max(numbers))


def years(match: re.Match[str], year: int | None) -> Period:
    """Whole years: "năm 2023", "giai đoạn 2021-2025"."""
    first, last = int(match["first"]), int(match["last"] or match["first"])
    return date(first, 1, 1), date(max(first, last), 12, 31)


def stretch(year: int | None, first: int, last: int) -> Period | None:
    """From the first day of a month to the last of another; None without a year."""
    return _months(year, first, last) if 1 <= first <= last <= 12 else None


def quarter_number(written: str) -> int:
    """1 to 4: "III" and "3" are the third."""
    return _ROMAN[written.upper()]


def _months(year: int | None, first: int, last: int) -> Period | None:
    return (date(year, first, 1), last_of_month(year, last)) if year else None


def _year(written: str | None, default: int | None) -> int | None:
    return int(written) if written else default
