"""Counting working days (lịch làm việc) on a small calendar and on the shipped one."""

import json
from datetime import date, timedelta

import pytest

from lantoa.common.rules.calendar import (
    HOLIDAYS_FILE,
    NoWorkingDay,
    UnreadableHolidays,
    WorkingCalendar,
    load_calendar,
    vietnam,
)

FRIDAY = date(2024, 4, 26)
MONDAY = date(2024, 4, 29)
SWAPPED_SATURDAY = date(2024, 5, 4)
SMALL = WorkingCalendar(
    {
        MONDAY: "nghỉ hoán đổi sang thứ Bảy 04/5/2024",
        date(2024, 4, 30): "Ngày Chiến thắng 30/4",
        date(2024, 5, 1): "Ngày Quốc tế lao động 1/5",
    },
    {SWAPPED_SATURDAY: "làm bù cho thứ Hai 29/4/2024"},
)


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (FRIDAY, True),
        (date(2024, 4, 27), False),
        (MONDAY, False),
        (date(2024, 5, 2), True),
        (SWAPPED_SATURDAY, True),
        (date(2024, 5, 5), False),
    ],
)
def test_a_day_is_worked_unless_weekend_or_holiday_and_not_exchanged(day, worked):
    assert SMALL.is_working_day(day) is worked


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        (FRIDAY, 1, date(2024, 5, 2)),
        (FRIDAY, 3, SWAPPED_SATURDAY),
        (FRIDAY, 4, date(2024, 5, 6)),
        (FRIDAY, 0, FRIDAY),
        (MONDAY, 0, date(2024, 5, 2)),
        (date(2024, 5, 2), -1, FRIDAY),
        (MONDAY, -1, FRIDAY),
    ],
)
def test_counting_skips_days_off_and_never_counts_the_first_day(start, count, expected):
    assert SMALL.add_working_days(start, count) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (FRIDAY, FRIDAY, 0),
        (FRIDAY, date(2024, 5, 2), 1),
        (FRIDAY, date(2024, 5, 6), 4),
        (date(2024, 5, 6), FRIDAY, -4),
    ],
)
def test_days_between_agree_with_adding(start, end, expected):
    assert SMALL.working_days_between(start, end) == expected


def test_a_deadline_on_a_day_off_can_move_either_way():
    assert SMALL.last_working_day_on_or_before(date(2024, 5, 1)) == FRIDAY
    assert SMALL.next_working_day_on_or_after(date(2024, 4, 27)) == date(2024, 5, 2)
    assert SMALL.next_working_day_on_or_after(FRIDAY) == FRIDAY


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (FRIDAY, "Thứ Sáu, ngày 26/04/2024: ngày làm việc."),
        (date(2024, 4, 28), "Chủ nhật, ngày 28/04/2024: nghỉ hằng tuần."),
        (MONDAY, "Thứ Hai, ngày 29/04/2024: ngày nghỉ (nghỉ hoán đổi sang thứ Bảy 04/5/2024)."),
        (
            SWAPPED_SATURDAY,
            "Thứ Bảy, ngày 04/05/2024: ngày làm việc (làm bù cho thứ Hai 29/4/2024).",
        ),
    ],
)
def test_each_day_explains_itself_in_one_sentence(day, sentence):
    assert SMALL.explain(day) == sentence


def test_days_off_on_the_way_are_listed_with_their_reasons():
    listed = SMALL.days_off_between(FRIDAY, date(2024, 5, 2))
    assert [day.day for day, _ in listed] == [27, 28, 29, 30, 1]
    assert listed[0][1] == "nghỉ hằng tuần"
    assert listed[3][1] == "Ngày Chiến thắng 30/4"


@pytest.mark.parametrize(
    ("last_worked", "first_worked"),
    [
        (date(2022, 12, 30), date(2023, 1, 3)),
        (date(2023, 1, 19), date(2023, 1, 27)),
        (date(2023, 4, 28), date(2023, 5, 4)),
        (date(2023, 8, 31), date(2023, 9, 5)),
        (date(2024, 2, 7), date(2024, 2, 15)),
        (date(2024, 4, 17), date(2024, 4, 19)),
        (date(2024, 8, 30), date(2024, 9, 4)),
        (date(2025, 1, 24), date(2025, 2, 3)),
        (date(2025, 4, 4), date(2025, 4, 8)),
        (date(2025, 4, 29), date(2025, 5, 5)),
        (date(2025, 8, 29), date(2025, 9, 3)),
        (date(2025, 12, 31), date(2026, 1, 5)),
        (date(2026, 2, 13), date(2026, 2, 23)),
        (date(2026, 4, 24), date(2026, 4, 28)),
        (date(2026, 8, 28), date(2026, 9, 3)),
    ],
)
def test_shipped_calendar_knows_every_long_break(last_worked, first_worked):
    assert vietnam().is_working_day(last_worked)
    assert vietnam().add_working_days(last_worked, 1) == first_worked


@pytest.mark.parametrize(
    "day", [date(2024, 5, 4), date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)]
)
def test_shipped_calendar_knows_the_saturdays_worked_in_exchange(day):
    assert vietnam().is_working_day(day)


def test_unchecked_days_say_so_when_they_explain_themselves():
    assert "cần kiểm tra" in vietnam().explain(date(2026, 11, 24))
    assert "cần kiểm tra" not in vietnam().explain(date(2023, 9, 1))


def test_every_year_of_the_shipped_file_names_its_source_and_only_its_own_days():
    for year in json.loads(HOLIDAYS_FILE.read_text(encoding="utf-8"))["years"]:
        assert year["source"]
        days = [entry["date"] for entry in year["days_off"] + year["extra_working_days"]]
        assert {day[:4] for day in days} == {str(year["year"])}
        assert len(days) == len(set(days))


def test_a_second_file_adds_to_the_first_and_takes_back_from_it(tmp_path):
    own = tmp_path / "tinh.json"
    entries = {
        "days_off": [{"date": "2026-08-22", "name": "nghỉ theo thông báo của tỉnh"}],
        "extra_working_days": [{"date": "2026-08-31", "name": "vẫn làm việc"}],
    }
    own.write_text(json.dumps({"years": [entries]}), encoding="utf-8")
    calendar = load_calendar(HOLIDAYS_FILE, own)
    assert not calendar.is_working_day(date(2026, 8, 22))
    assert calendar.is_working_day(date(2026, 8, 31))


@pytest.mark.parametrize(
    "content",
    ["", "[]", '{"years": [{"days_off": [{"date": "31/8"}]}]}', '{"years": [{"days_off": [1]}]}'],
)
def test_an_unreadable_holiday_file_is_refused_with_one_sentence(tmp_path, content):
    broken = tmp_path / "hong.json"
    broken.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableHolidays, match=r"[Nn]gày nghỉ"):
        load_calendar(broken)


def test_a_calendar_without_working_days_is_refused_instead_of_searching_for_ever():
    start = date(2024, 1, 1)
    closed = WorkingCalendar({start + timedelta(days=n): "đóng cửa" for n in range(800)})
    with pytest.raises(NoWorkingDay):
        closed.add_working_days(start, 1)
