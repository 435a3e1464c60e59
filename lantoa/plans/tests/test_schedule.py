"""Which periods a duty has in a plan's year, for every kind of due phrase (kỳ thực hiện)."""

from __future__ import annotations

from datetime import date

import pytest

from lantoa.plans.rules.due_rule import DueRule
from lantoa.plans.rules.schedule import expected_periods

DUE = date(2023, 3, 19)
TODAY = date(2023, 3, 10)


def day(text: str) -> date:
    return date.fromisoformat(text)


def dues(issued: str = "2023-01-01", year: int = 2023, **rule: object) -> list[tuple[str, str]]:
    periods = expected_periods(DueRule(**rule), year=year, effective_from=day(issued))
    return [(one.key, one.due_on.isoformat() if one.due_on else "") for one in periods]


FEBRUARY_AND_MARCH = {"start": day("2023-02-01"), "by": day("2023-03-31")}
AUTUMN = {"start": day("2023-09-10"), "by": day("2023-11-02")}
MONTHLY_24 = [(f"2023-{month:02}", f"2023-{month:02}-24") for month in range(1, 13)]


@pytest.mark.parametrize(
    ("rule", "issued", "expected"),
    [
        ({"kind": "monthly", "day_of_month": 24}, "2022-12-20", MONTHLY_24),
        # The February day is still to come on the 14th, the January one is past.
        ({"kind": "monthly", "day_of_month": 24}, "2023-02-14", MONTHLY_24[1:]),
        # On the due day itself the duty is still expected; the day after no more.
        ({"kind": "monthly", "day_of_month": 24}, "2023-02-24", MONTHLY_24[1:]),
        ({"kind": "monthly", "day_of_month": 24}, "2023-02-25", MONTHLY_24[2:]),
        (
            {"kind": "monthly", "day_of_month": 31, **FEBRUARY_AND_MARCH},
            "2023-01-01",
            [("2023-02", "2023-02-28"), ("2023-03", "2023-03-31")],
        ),
        # A period whose day lies before the phrase's own start, or after its end.
        (
            {"kind": "monthly", "day_of_month": 5, **AUTUMN},
            "2023-01-01",
            [("2023-10", "2023-10-05"), ("2023-11", "2023-11-02")],
        ),
        (
            {"kind": "quarterly", "day_of_month": 19, "rrule": "FREQ=YEARLY;BYMONTH=3,6,9,12"},
            "2023-04-01",
            [("2023-Q2", "2023-06-19"), ("2023-Q3", "2023-09-19"), ("2023-Q4", "2023-12-19")],
        ),
        (
            {"kind": "quarterly"},
            "2023-07-01",
            [("2023-Q3", "2023-09-30"), ("2023-Q4", "2023-12-31")],
        ),
        (
            {"kind": "quarterly", "day_of_month": 10, "rrule": "FREQ=YEARLY;BYMONTH=1,4,7,10"},
            "2023-07-01",
            [("2023-Q3", "2023-07-10"), ("2023-Q4", "2023-10-10")],
        ),
        ({"kind": "yearly"}, "2023-05-01", [("2023", "2023-12-31")]),
        (
            {"kind": "yearly", "rrule": "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=19"},
            "2023-05-01",
            [("2023", "2023-11-19")],
        ),
        (
            {"kind": "yearly", "rrule": "FREQ=YEARLY;BYMONTH=6,12"},
            "2023-05-01",
            [("2023-H1", "2023-06-30"), ("2023-H2", "2023-12-31")],
        ),
        ({"kind": "by_date", "by": DUE}, "2023-02-14", [("20230319", "2023-03-19")]),
        ({"kind": "by_date", "by": DUE}, "2023-05-01", [("20230319", "2023-03-19")]),
        (
            {"kind": "within_period", "start": day("2023-01-01"), "by": day("2023-03-31")},
            "2023-02-14",
            [("2023-Q1", "2023-03-31")],
        ),
        (
            {"kind": "within_period", "start": day("2023-04-15"), "by": day("2023-05-15")},
            "2023-02-14",
            [("20230515", "2023-05-15")],
        ),
        ({"kind": "within_period"}, "2023-02-14", [("2023", "")]),
        ({"kind": "by_date"}, "2023-02-14", [("2023", "")]),
        ({"kind": "standing"}, "2023-02-14", [("2023", "")]),
        ({"kind": "external"}, "2023-02-14", [("2023", "")]),
        ({"kind": "triggered"}, "2023-02-14", [("2023", "")]),
        ({"kind": "unstated"}, "2023-02-14", [("2023", "")]),
    ],
)  # fmt: skip
def test_periods_and_days_of_each_kind_of_due(rule, issued, expected):
    assert dues(issued, **rule) == expected


def test_weekly_duties_fall_on_friday_or_the_named_day_and_stay_in_the_year():
    assert dues(kind="weekly")[0] == ("2023-W01", "2023-01-06")
    # The last Friday of 2022 belongs to the plan of 2022 even when this plan was issued before it.
    assert dues("2022-12-01", kind="weekly")[0] == ("2023-W01", "2023-01-06")
    assert dues(kind="weekly", rrule="FREQ=WEEKLY;BYDAY=TU")[0] == ("2023-W01", "2023-01-03")
    assert len(dues(kind="weekly")) == 52
    last = dues("2024-12-01", 2024, kind="weekly")[-1]
    assert last == ("2024-W52", "2024-12-27")


def test_keys_and_labels_fit_the_database_and_never_repeat():
    for kind in ("weekly", "monthly", "quarterly", "yearly", "standing"):
        periods = expected_periods(DueRule(kind=kind), year=2023, effective_from=TODAY)
        keys = [one.key for one in periods]
        assert len(keys) == len(set(keys)) and all(len(key) <= 10 for key in keys)
        assert all(one.label and one.starts_on <= (one.due_on or one.starts_on) for one in periods)


def test_a_single_day_before_the_issue_date_stays_as_written():
    (period,) = expected_periods(
        DueRule("by_date", by=DUE), year=2023, effective_from=day("2023-05-01")
    )
    assert (period.starts_on, period.due_on) == (DUE, DUE)


SEVERAL = [
    ("yearly", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=14", "2023-H1 06-14, 2023-H2 12-14"),
    (
        "yearly",
        "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=4,9;BYSETPOS=2,3",
        "2023-H1 06-09, 2023-H2 12-04",
    ),
    ("yearly", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1", "2023-H1 06-30, 2023-H2 12-31"),
    ("yearly", "FREQ=YEARLY;BYMONTH=3,11;BYMONTHDAY=20", "20230320 03-20, 20231120 11-20"),
    ("yearly", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "2023 02-28"),
    (
        "quarterly",
        "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=4,9;BYSETPOS=2,4,6,7",
        "2023-Q1 03-09, 2023-Q2 06-09, 2023-Q3 09-09, 2023-Q4 12-04",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "rrule", "expected"), SEVERAL)
def test_each_day_of_a_rule_with_several_days_is_due(kind, rrule, expected):
    found = [f"{key} {due[5:]}" for key, due in dues(kind=kind, rrule=rrule)]

    assert ", ".join(found) == expected


def test_quarters_apart_are_due_at_the_end_of_each():
    rule = DueRule(
        "within_period",
        start=day("2023-04-01"),
        by=day("2023-12-31"),
        rrule="FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1;UNTIL=20231231",
    )
    periods = expected_periods(rule, year=2023, effective_from=TODAY)

    assert [(p.starts_on, p.due_on) for p in periods] == [
        (day("2023-04-01"), day("2023-06-30")),
        (day("2023-07-01"), day("2023-12-31")),
    ]
    assert [p.label for p in periods] == ["Đến 30/06/2023", "Đến 31/12/2023"]


def test_two_days_a_month_and_every_other_week_keep_their_step():
    found = dues(kind="monthly", rrule="FREQ=MONTHLY;BYMONTHDAY=15,30")

    assert found[:3] == [
        ("20230115", "2023-01-15"), ("20230130", "2023-01-30"), ("20230215", "2023-02-15"),
    ]  # fmt: skip
    assert found[3] == ("20230228", "2023-02-28") and len(found) == 24
    assert len(dues(kind="weekly", rrule="FREQ=WEEKLY;INTERVAL=2")) == 26
    assert len(dues(kind="monthly", rrule="FREQ=MONTHLY;INTERVAL=2")) == 6


TWO_DAYS = "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=9;UNTIL=20231209"


@pytest.mark.parametrize(
    ("rule", "issued", "expected"),
    [
        # Once in two years: one period for both, never one each year.
        ({"kind": "yearly", "rrule": "FREQ=YEARLY;INTERVAL=2"}, "2023-02-01", ["2024-12-31"]),
        ({"kind": "yearly", "rrule": "FREQ=YEARLY;INTERVAL=2"}, "2022-02-01", ["2023-12-31"]),
        ({"kind": "yearly", "rrule": "FREQ=YEARLY;INTERVAL=5"}, "2021-02-01", ["2025-12-31"]),
        (
            {"kind": "by_date", "by": day("2023-06-09"), "rrule": TWO_DAYS},
            "2023-02-01",
            ["2023-06-09", "2023-12-09"],
        ),
        (
            {"kind": "yearly", "rrule": "FREQ=YEARLY;BYMONTH=4,8,12;BYMONTHDAY=-1"},
            "2023-05-01",
            ["2023-08-31", "2023-12-31"],
        ),
        (
            {"kind": "monthly", "rrule": "FREQ=MONTHLY;BYDAY=-1FR"},
            "2023-10-01",
            ["2023-10-27", "2023-11-24", "2023-12-29"],
        ),
        (
            {"kind": "monthly", "rrule": "FREQ=MONTHLY;BYDAY=1MO"},
            "2023-11-01",
            ["2023-11-06", "2023-12-04"],
        ),
        (
            {"kind": "monthly", "rrule": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"},
            "2023-10-01",
            ["2023-10-02", "2023-11-01", "2023-12-01"],
        ),
        (
            {"kind": "monthly", "day_of_month": 31, "rrule": "FREQ=MONTHLY;BYMONTHDAY=-1"},
            "2023-11-01",
            ["2023-11-30", "2023-12-31"],
        ),
        (
            {"kind": "weekly", "rrule": "FREQ=WEEKLY;BYDAY=MO,TH"},
            "2023-12-20",
            ["2023-12-21", "2023-12-28"],
        ),
        (
            {"kind": "weekly", "rrule": "FREQ=WEEKLY;BYDAY=SU"},
            "2023-12-20",
            ["2023-12-24", "2023-12-31"],
        ),
    ],
)
def test_due_days_of_every_kind_of_rule(rule, issued, expected):
    assert [due for _, due in dues(issued, **rule)] == expected


def test_once_in_two_years_is_one_period_in_both_plans():
    rule = {"kind": "yearly", "rrule": "FREQ=YEARLY;INTERVAL=2", "start": day("2023-01-01")}

    assert dues(year=2023, **rule) == dues(year=2024, **rule) == [("20241231", "2024-12-31")]
    assert dues(year=2025, **rule) == [("20261231", "2026-12-31")]
