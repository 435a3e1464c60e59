"""Which deadlines are spoken of on a day: stages, days off, escalation, catching up."""

from __future__ import annotations

from datetime import date

import pytest

from lantoa.common.rules.calendar import WorkingCalendar
from lantoa.plans.rules.digest_words import Duty, by_agency, headline, line, subject
from lantoa.plans.rules.reminding import (
    DEFAULTS,
    HEAD,
    Line,
    Rule,
    calls,
    due_days,
    send_on,
    stage_label,
    stages,
)

HOLIDAY = WorkingCalendar(holidays={date(2023, 3, 23): "nghỉ lễ"})
SUNDAY = date(2023, 3, 26)


@pytest.mark.parametrize(
    ("due", "days", "expected"),
    [
        (date(2023, 3, 31), -3, date(2023, 3, 28)),
        (SUNDAY, -1, date(2023, 3, 24)),  # Saturday is left backwards: Monday is too late
        (date(2023, 3, 24), -1, date(2023, 3, 22)),  # the 23rd is a holiday
        (date(2023, 3, 24), 1, date(2023, 3, 27)),  # Saturday is left forwards
        (SUNDAY, 1, date(2023, 3, 27)),
    ],
)
def test_a_day_off_is_left_backwards_before_the_deadline_and_forwards_after_it(due, days, expected):
    assert send_on(due, days, HOLIDAY, working_days=True) == expected


def test_days_off_count_as_others_when_the_policy_says_so():
    assert send_on(SUNDAY, -1, HOLIDAY, working_days=False) == date(2023, 3, 25)


def spoken(rule: Rule, today: date, *, since: date | None = None) -> dict[date, date]:
    since = since or date.fromordinal(today.toordinal() - 1)
    return due_days(rule, since=since, upto=today, calendar=HOLIDAY, working_days=True)


def test_a_rule_speaks_of_every_due_day_whose_stage_is_today():
    friday = date(2023, 3, 24)
    # Due on the Saturday, the Sunday or the Monday: the last working day before is the Friday.
    assert set(spoken(Rule(-1), friday)) == {date(2023, 3, 25), SUNDAY, date(2023, 3, 27)}
    assert spoken(Rule(-1), date(2023, 3, 25)) == {}


def test_a_repeating_rule_speaks_again_each_week():
    assert stages(Rule(1, every=7))[:3] == [1, 8, 15]
    wednesday = date(2023, 3, 22)
    due = set(spoken(Rule(1, every=7), wednesday))
    assert {date(2023, 3, 21), date(2023, 3, 14), date(2023, 3, 7)} <= due
    assert date(2023, 3, 20) not in due


def test_a_rule_that_is_switched_off_is_silent():
    assert spoken(Rule(-1, active=False), date(2023, 3, 22)) == {}


def test_what_a_stopped_worker_missed_is_still_in_the_window():
    found = spoken(Rule(-3), date(2023, 3, 22), since=date(2023, 3, 18))
    assert found[date(2023, 3, 23)] == date(2023, 3, 20)


def test_the_head_is_told_after_some_days_and_the_officer_again_each_week():
    due, today = date(2023, 3, 17), date(2023, 3, 20)
    found = calls(DEFAULTS, [Line(1, 7, due)], {rule: spoken(rule, today) for rule in DEFAULTS})
    assert {call.audience for call in found} == {"officer", HEAD}
    late = calls(DEFAULTS, [Line(1, 7, due)], {r: spoken(r, date(2023, 3, 24)) for r in DEFAULTS})
    assert [call.audience for call in late] == ["coordinator"]


def test_stages_are_named_as_officials_write_them():
    assert [stage_label(days) for days in (-3, 0, 8)] == ["T-3", "T", "T+8"]


def duty(pk: int, standing: str, *, agency: int = 1) -> Duty:
    text = "Gửi tin, bài về cải cách hành chính lên Cổng thông tin điện tử"
    return Duty(pk, text, "Tháng 3/2023", date(2023, 3, 20), standing, agency, f"Xã {agency}")


def test_a_digest_says_how_much_of_what():
    duties = [duty(1, "overdue"), duty(2, "overdue"), duty(3, "due_soon"), duty(4, "in_progress")]
    assert headline(duties, today=date(2023, 3, 22)) == (
        "Đến ngày 22/03/2023 có 2 việc quá hạn, 1 việc sắp đến hạn, "
        "1 việc chưa đến hạn chưa gửi kết quả."
    )
    assert subject(duties, follow_up=False) == "Nhắc việc: 2 việc quá hạn, 2 việc cần làm"
    assert "quá 2 ngày" in line(duties[0], today=date(2023, 3, 22), with_agency=True)[1]


def test_agencies_with_most_late_work_stand_first():
    duties = [duty(1, "overdue"), duty(2, "overdue", agency=2), duty(3, "overdue", agency=2)]
    assert by_agency(duties) == [(2, "Xã 2", 2), (1, "Xã 1", 1)]
