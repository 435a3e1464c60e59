"""Keys, labels and bounds of periods (kỳ)."""

from datetime import date

import pytest

from lantoa.common.rules.periods import (
    Period,
    PeriodKind,
    UnknownPeriod,
    parse_period,
    period_of,
    periods_between,
)

WEEK, MONTH, QUARTER = PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.QUARTER
HALF_YEAR, YEAR = PeriodKind.HALF_YEAR, PeriodKind.YEAR

TABLE = [
    (Period(MONTH, 2023, 4), "2023-04", "Tháng 4/2023", date(2023, 4, 1), date(2023, 4, 30)),
    (Period(MONTH, 2024, 2), "2024-02", "Tháng 2/2024", date(2024, 2, 1), date(2024, 2, 29)),
    (Period(MONTH, 2023, 12), "2023-12", "Tháng 12/2023", date(2023, 12, 1), date(2023, 12, 31)),
    (Period(QUARTER, 2023, 1), "2023-Q1", "Quý I/2023", date(2023, 1, 1), date(2023, 3, 31)),
    (Period(QUARTER, 2023, 4), "2023-Q4", "Quý IV/2023", date(2023, 10, 1), date(2023, 12, 31)),
    (
        Period(HALF_YEAR, 2023, 1),
        "2023-H1",
        "6 tháng đầu năm 2023",
        date(2023, 1, 1),
        date(2023, 6, 30),
    ),
    (
        Period(HALF_YEAR, 2023, 2),
        "2023-H2",
        "6 tháng cuối năm 2023",
        date(2023, 7, 1),
        date(2023, 12, 31),
    ),
    (Period(YEAR, 2023), "2023", "Năm 2023", date(2023, 1, 1), date(2023, 12, 31)),
    (Period(WEEK, 2023, 5), "2023-W05", "Tuần 5/2023", date(2023, 1, 30), date(2023, 2, 5)),
    (Period(WEEK, 2020, 53), "2020-W53", "Tuần 53/2020", date(2020, 12, 28), date(2021, 1, 3)),
]


@pytest.mark.parametrize(("period", "key", "label", "start", "end"), TABLE)
def test_period_has_key_label_first_and_last_day(period, key, label, start, end):
    assert (period.key, period.label, str(period)) == (key, label, label)
    assert (period.start, period.end) == (start, end)
    assert parse_period(key) == period
    assert start in period
    assert end in period
    assert period.next().previous() == period
    assert period_of(period.kind, start) == period_of(period.kind, end) == period


@pytest.mark.parametrize(
    ("kind", "day", "key"),
    [
        (WEEK, date(2023, 1, 1), "2022-W52"),
        (WEEK, date(2024, 12, 30), "2025-W01"),
        (MONTH, date(2023, 1, 31), "2023-01"),
        (QUARTER, date(2023, 9, 30), "2023-Q3"),
        (HALF_YEAR, date(2023, 7, 1), "2023-H2"),
        (YEAR, date(2023, 7, 1), "2023"),
    ],
)
def test_day_falls_into_its_period(kind, day, key):
    assert period_of(kind, day).key == key


@pytest.mark.parametrize(
    ("kind", "whole", "keys"),
    [
        (MONTH, False, ["2023-02", "2023-03", "2023-04"]),
        (MONTH, True, ["2023-03"]),
        (QUARTER, False, ["2023-Q1", "2023-Q2"]),
        (QUARTER, True, []),
        (YEAR, False, ["2023"]),
    ],
)
def test_range_is_walked_period_by_period(kind, whole, keys):
    found = periods_between(kind, date(2023, 2, 14), date(2023, 4, 10), whole=whole)
    assert [period.key for period in found] == keys


def test_reversed_range_holds_no_period():
    assert list(periods_between(MONTH, date(2023, 4, 1), date(2023, 3, 1))) == []


def test_a_year_of_months_ends_in_december():
    assert len(list(periods_between(MONTH, date(2023, 1, 1), date(2023, 12, 31)))) == 12


@pytest.mark.parametrize(
    "key", ["", "2023-13", "2023-Q5", "2023-H3", "2023-W00", "2023-W53", "Quý I", "0000", "2023-Q"]
)
def test_key_that_names_no_period_is_refused(key):
    with pytest.raises(UnknownPeriod):
        parse_period(key)
