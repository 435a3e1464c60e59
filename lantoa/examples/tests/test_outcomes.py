from dataclasses import replace
from datetime import date

import pytest

from lantoa.examples.rules.outcomes import Course, Duty

COURSE = Course(
    seed=1,
    first=date(2023, 2, 14),
    last=date(2023, 12, 31),
    shares={"standing": 0.5, "requested": 0.5, "late": 0.0},
    slow={"xa-cham": 1.0},
    exceptions=(
        {"agency": "xa-thieu", "period": "2023-12", "outcome": "missing"},
        {"code": "PL.1", "outcome": "waiting"},
    ),
)
MONTHLY = Duty("xa-tot", "IV.1", "2023-05", False, date(2023, 5, 1), date(2023, 5, 24))


def test_the_same_duty_always_goes_the_same_way():
    assert COURSE.went(MONTHLY) == COURSE.went(MONTHLY)


@pytest.mark.parametrize("month", range(3, 13))
def test_on_time_is_sent_by_the_due_day_and_decided_after(month):
    start, due = date(2023, month, 1), date(2023, month, 24)
    went = COURSE.went(replace(MONTHLY, period=f"2023-{month:02}", starts_on=start, due_on=due))
    assert start <= went.happened_on <= went.sent.date() <= due
    assert went.decided > went.sent


def test_a_slow_agency_sends_after_the_due_day():
    went = COURSE.went(replace(MONTHLY, agency="xa-cham"))
    assert went.sent.date() > MONTHLY.due_on


def test_exceptions_hold_for_their_agency_and_period_alone():
    december = replace(MONTHLY, agency="xa-thieu", period="2023-12")
    assert COURSE.went(december) is None
    assert COURSE.went(replace(december, period="2023-11")) is not None


def test_a_waiting_duty_is_not_decided():
    assert COURSE.went(replace(MONTHLY, code="PL.1")).decided is None


def test_some_standing_duties_are_done_and_some_are_not():
    duties = [replace(MONTHLY, code=f"II.{at}", due_on=None) for at in range(60)]
    done = [went for duty in duties if (went := COURSE.went(duty))]
    assert 15 < len(done) < 45
    assert all(COURSE.first <= went.happened_on <= COURSE.last for went in done)
