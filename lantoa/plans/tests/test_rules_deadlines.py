"""What moves a deadline, when results are taken, and the one judgement of it all."""

from __future__ import annotations

from datetime import date, datetime
from itertools import permutations

import pytest

from lantoa.common.rules.calendar import WorkingCalendar
from lantoa.plans.rules.due_rule import DueRule
from lantoa.plans.rules.history import DEADLINE_WORDS, said
from lantoa.plans.rules.judging import Ordered, judge
from lantoa.plans.rules.moved import NewDay, Standstill, effective
from lantoa.plans.rules.progress import progress
from lantoa.plans.rules.states import Facts, standing
from lantoa.plans.rules.windows import window

DUE = date(2023, 3, 24)
BEFORE = DueRule(kind="monthly", text="trước ngày 25 hằng tháng", day_of_month=24)
UNTIL = DueRule(kind="monthly", text="hạn cuối ngày 24", day_of_month=24)


def march(day: int) -> date:
    return date(2023, 3, day)


def new_day(day: date, at: int = 1, *, amended: bool = False) -> NewDay:
    return NewDay(datetime(2023, 3, at), day, "lý do", amended)


def stop(since: int, until: int, at: int = 1) -> Standstill:
    return Standstill(datetime(2023, 3, at), march(since), march(until), "bão")


@pytest.mark.parametrize(
    ("rule", "inclusive", "moves", "expected"),
    [
        (BEFORE, False, (), march(24)),
        (BEFORE, True, (), march(25)),
        (UNTIL, True, (), march(24)),
        (BEFORE, False, (new_day(march(30)),), march(30)),
        (BEFORE, True, (new_day(march(30)),), march(30)),
        (BEFORE, False, (stop(20, 22),), march(27)),
        (BEFORE, False, (stop(24, 24),), march(25)),
        (BEFORE, False, (stop(25, 28),), march(24)),
        (BEFORE, True, (stop(25, 28),), march(29)),
        (BEFORE, False, (stop(20, 21), stop(26, 27, at=2)), march(28)),
        (BEFORE, False, (stop(20, 22, at=1), new_day(march(29), at=2)), march(29)),
        (BEFORE, False, (new_day(march(26), at=1), stop(25, 26, at=2)), march(28)),
        (BEFORE, False, (new_day(march(30), at=1), new_day(march(20), at=2, amended=True)),
         march(20)),
    ],
)  # fmt: skip
def test_a_deadline_is_where_its_moves_left_it_in_whatever_order_they_are_read(
    rule, inclusive, moves, expected
):
    for order in permutations(moves):
        assert effective(DUE, rule=rule, inclusive=inclusive, moves=order).due_on == expected


@pytest.mark.parametrize(
    ("today", "lock", "reopened", "binding", "code", "locks_on"),
    [
        (24, None, None, "directed", "on_time", None),
        (25, None, None, "directed", "late", None),
        (24, 5, None, "directed", "on_time", 29),
        (29, 5, None, "directed", "late", 29),
        (30, 5, None, "directed", "locked", 29),
        (25, 0, None, "directed", "locked", 24),
        (30, 5, 31, "directed", "late", 31),
        (30, 5, 26, "directed", "locked", 29),
        (31, 5, 30, "directed", "locked", 30),
        (31, 0, None, "requested", "open", None),
    ],
)
def test_on_time_late_and_locked_are_three_things(today, lock, reopened, binding, code, locks_on):
    found = window(
        DUE,
        lock_after_days=lock,
        reopened_until=march(reopened) if reopened else None,
        binding=binding,
        today=march(today),
    )
    assert (found.code, found.locks_on) == (code, march(locks_on) if locks_on else None)
    assert found.takes_results is (code != "locked")


def test_without_a_day_nothing_is_ever_locked():
    found = window(None, lock_after_days=0, reopened_until=None, binding="directed", today=DUE)
    assert found.code == "open"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"state": "open", "begun_on": march(5)}, "in_progress"),
        ({"state": "open", "begun_on": march(11)}, "not_due"),
        ({"state": "open", "binding": "requested", "begun_on": march(5)}, "in_progress"),
        ({"state": "open", "binding": "requested", "due_on": march(1)}, "no_information"),
        ({"state": "open", "due_on": march(1), "excused_on": march(9)}, "excused"),
        ({"state": "open", "due_on": march(1), "excused_on": march(11)}, "overdue"),
        ({"state": "open", "due_on": march(1), "revoked_on": march(9)}, "adjusted"),
        ({"state": "accepted", "sent_on": march(2), "revoked_on": march(9)}, "done_on_time"),
    ],
)
def test_each_official_state(values, code):
    facts = Facts(**{"due_on": DUE, "binding": "directed", **values})
    assert standing(facts, today=march(10)).code == code


def test_what_nobody_has_to_do_any_more_is_in_no_share():
    found = progress({"done_on_time": 3, "excused": 5, "adjusted": 2, "overdue": 1})
    assert (found.total, found.percent) == (4, 75)


CALENDAR = WorkingCalendar({march(24): "Ngày lễ thử", march(15): "Ngày lễ khác"})


def judged(today: int, **values):
    ordered = Ordered(BEFORE, march(1), DUE, **values)
    facts = Facts("open", None, "directed")
    return judge(ordered, facts, calendar=CALENDAR, today=march(today))


def test_the_judgement_explains_each_step():
    found = judged(13)
    assert (found.due_on, found.act_by, found.standing.code) == (DUE, march(23), "not_due")
    assert dict(found.steps) == {
        "Văn bản ghi": "“trước ngày 25 hằng tháng”",
        "Kỳ bắt đầu": "01/03/2023",
        "Ngày cuối còn đúng hạn": "24/03/2023",
        "Ngày cuối là ngày nghỉ": "Thứ Sáu, ngày 24/03/2023: ngày nghỉ (Ngày lễ thử).",
        "Ngày làm việc cuối trước hạn": "23/03/2023",
        "Còn lại": "7 ngày làm việc sau hôm nay",
        "Ngày lễ không tính": "15/03 (Ngày lễ khác)",
    }


def test_a_locked_duty_says_so_and_a_paused_one_until_when():
    assert "Đã khóa nhận kết quả từ sau ngày 26/03/2023" in judged(30, lock_after_days=2).sentence
    ordered = Ordered(BEFORE, march(1), DUE)
    facts = Facts("open", None, "directed")
    moves = (stop(10, 14),)
    found = judge(ordered, facts, calendar=CALENDAR, moves=moves, today=march(12))
    assert found.due_on == march(29)
    assert "Đang tạm dừng tính hạn đến hết ngày 14/03/2023" in found.sentence
    assert ("Hạn ban đầu", "24/03/2023") in found.steps


def test_the_log_says_the_days_before_the_reason():
    data = {"from": "2023-03-24", "to": "2023-04-01", "reason": "Chờ"}
    assert said("deadlines.extension_granted", data).note == "24/03/2023 → 01/04/2023: Chờ"
    assert all(what and tone for what, tone in DEADLINE_WORDS.values())
