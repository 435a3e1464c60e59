"""Dates in the styles officials write."""

from __future__ import annotations

from datetime import date

import pytest

from lantoa.documents.reading.dates import find_date, find_dates


@pytest.mark.parametrize(
    "text",
    [
        "ngày 09 tháng 4 năm 2024",
        "Ngày 9 tháng 04, năm 2024",
        "09/4/2024",
        "9/04/2024",
        "09-4-2024",
        "09.4.2024",
        "09 / 4 / 2024",
    ],
)
def test_one_day_in_every_style(text: str) -> None:
    assert find_date(f"ký {text}.") == date(2024, 4, 9)


@pytest.mark.parametrize(
    "text", ["30/02/2024", "26/2019/TT-BTC", "1/2/24", "tháng 4 năm 2024", "ngày 9/4", "2021-2025"]
)
def test_what_is_no_full_date(text: str) -> None:
    assert find_date(text) is None


def test_all_dates_with_their_offsets() -> None:
    text = "từ 01/3/2024 đến ngày 15 tháng 3 năm 2024"

    assert find_dates(text) == [(3, date(2024, 3, 1)), (22, date(2024, 3, 15))]
