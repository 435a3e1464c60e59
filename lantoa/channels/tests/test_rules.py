"""Messages in words, quiet hours, and how long to wait before trying again."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from lantoa.channels.factories import make_message
from lantoa.channels.rules.messages import Message, message_id, plain
from lantoa.channels.rules.quiet import SendingHours
from lantoa.channels.rules.retrying import BACK_OFF, wait_after
from lantoa.common.rules.calendar import WorkingCalendar

TET = WorkingCalendar(holidays={date(2023, 3, 23): "nghỉ lễ"})


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2023-03-22 07:00", "2023-03-22 07:00"),
        ("2023-03-22 20:59", "2023-03-22 20:59"),
        ("2023-03-22 06:59", "2023-03-22 07:00"),
        ("2023-03-21 21:00", "2023-03-22 07:00"),
        ("2023-03-22 21:30", "2023-03-24 07:00"),  # the 23rd is a holiday
        ("2023-03-25 10:00", "2023-03-27 07:00"),  # a Saturday
    ],
)
def test_messages_wait_out_the_night_and_days_off(moment, expected):
    hours = SendingHours(opens=7, closes=21)
    assert hours.earliest(datetime.fromisoformat(moment), TET) == datetime.fromisoformat(expected)


def test_days_off_count_as_others_when_the_policy_says_so():
    saturday = datetime(2023, 3, 25, 10)
    assert SendingHours(working_days_only=False).is_open(saturday, TET)


def test_waiting_grows_and_ends():
    waits = [wait_after(n) for n in range(1, len(BACK_OFF) + 2)]
    assert waits[:-1] == sorted(waits[:-1]) and waits[-1] is None
    assert waits[0] == timedelta(minutes=1)


def test_the_same_key_gives_the_same_message_id_and_another_key_another():
    assert message_id("a:1", domain="x.vn") == message_id("a:1", domain="x.vn")
    assert message_id("a:1", domain="x.vn") != message_id("a:2", domain="x.vn")
    assert message_id("a:1", domain="x.vn").endswith("@x.vn>")


def test_a_message_survives_the_queue_and_reads_as_text():
    message = make_message("Nhắc việc")
    assert Message.from_data(message.as_data()) == message
    text = plain(message, base="https://ccxh.example.vn/")
    assert "- Gửi tin, bài tháng 3 (hạn 24/03/2023)" in text
    assert "https://ccxh.example.vn/lam-viec/nhiem-vu/" in text
