"""Periods (kỳ): week, month, quarter, half-year and year, each with a stable key and a label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_ROMAN = ("I", "II", "III", "IV")
_HALVES = ("6 tháng đầu năm", "6 tháng cuối năm")
_KEY = re.compile(r"(?P<year>\d{4})(?:-(?P<mark>[QHW]?)(?P<number>\d{1,2}))?")


class PeriodKind(StrEnum):
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


_MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF_YEAR: 6,
    PeriodKind.YEAR: 12,
}
_MARKS = {
    "Q": PeriodKind.QUARTER,
    "H": PeriodKind.HALF_YEAR,
    "W": PeriodKind.WEEK,
    "": PeriodKind.MONTH,
}
_NAMES = {
    PeriodKind.WEEK: "tuần",
    PeriodKind.MONTH: "tháng",
    PeriodKind.QUARTER: "quý",
    PeriodKind.HALF_YEAR: "6 tháng",
    PeriodKind.YEAR: "năm",
}


class UnknownPeriod(ValueError):
    """A key or a number that names no period."""


@dataclass(frozen=True, slots=True)
class Period:
    """One period of a year, counted from 1; weeks are those of ISO 8601 (Monday to Sunday)."""

    kind: PeriodKind
    year: int
    number: int = 1

    def __post_init__(self) -> None:
        if not date.min.year <= self.year < date.max.year:
            raise UnknownPeriod(f"Năm {self.year} không hợp lệ.")
        if not 1 <= self.number <= count_in_year(self.kind, self.year):
            raise UnknownPeriod(f"Năm {self.year} không có {_NAMES[self.kind]} thứ {self.number}.")

    @property
    def key(self) -> str:
        """The form kept in the database and in addresses: "2023-04", "2023-Q1", "2023-W05"."""
        match self.kind:
            case PeriodKind.WEEK:
                return f"{self.year:04d}-W{self.number:02d}"
            case PeriodKind.MONTH:
                return f"{self.year:04d}-{self.number:02d}"
            case PeriodKind.QUARTER:
                return f"{self.year:04d}-Q{self.number}"
            case PeriodKind.HALF_YEAR:
                return f"{self.year:04d}-H{self.number}"
        return f"{self.year:04d}"

    @property
    def label(self) -> str:
        """As offices write it: "Tháng 4/2023", "Quý I/2023", "6 tháng đầu năm 2023"."""
        match self.kind:
            case PeriodKind.WEEK:
                return f"Tuần {self.number}/{self.year}"
            case PeriodKind.MONTH:
                return f"Tháng {self.number}/{self.year}"
            case PeriodKind.QUARTER:
                return f"Quý {_ROMAN[self.number - 1]}/{self.year}"
            case PeriodKind.HALF_YEAR:
                return f"{_HALVES[self.number - 1]} {self.year}"
        return f"Năm {self.year}"

    @property
    def start(self) -> date:
        if self.kind is PeriodKind.WEEK:
            return date.fromisocalendar(self.year, self.number, 1)
        return date(self.year, (self.number - 1) * _MONTHS[self.kind] + 1, 1)

    @property
    def end(self) -> date:
        """The last day, which still belongs to the period."""
        return self.next().start - timedelta(days=1)

    def next(self) -> Period:
        if self.number < count_in_year(self.kind, self.year):
            return Period(self.kind, self.year, self.number + 1)
        return Period(self.kind, self.year + 1, 1)

    def previous(self) -> Period:
        if self.number > 1:
            return Period(self.kind, self.year, self.number - 1)
        return Period(self.kind, self.year - 1, count_in_year(self.kind, self.year - 1))

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __str__(self) -> str:
        return self.label


def count_in_year(kind: PeriodKind, year: int) -> int:
    """How many periods of the kind a year has; an ISO year has 52 or 53 weeks."""
    if kind is PeriodKind.WEEK:
        return date(year, 12, 28).isocalendar().week
    return 12 // _MONTHS[kind]


def period_of(kind: PeriodKind, day: date) -> Period:
    """The period of that kind in which the day falls."""
    if kind is PeriodKind.WEEK:
        week = day.isocalendar()
        return Period(kind, week.year, week.week)
    return Period(kind, day.year, (day.month - 1) // _MONTHS[kind] + 1)


def periods_between(
    kind: PeriodKind, start: date, end: date, *, whole: bool = False
) -> Iterator[Period]:
    """Every period that shares a day with the range; with `whole`, only those entirely inside."""
    if end < start:
        return
    period = period_of(kind, start)
    while period.start <= end:
        if not whole or (period.start >= start and period.end <= end):
            yield period
        period = period.next()


def parse_period(key: str) -> Period:
    """The period of a key such as "2023", "2023-04", "2023-Q1", "2023-H1" or "2023-W05"."""
    found = _KEY.fullmatch(key.strip().upper())
    if found is None:
        raise UnknownPeriod(f"“{key}” không phải là một kỳ.")
    year = int(found["year"])
    if found["number"] is None:
        return Period(PeriodKind.YEAR, year)
    return Period(_MARKS[found["mark"]], year, int(found["number"]))
