"""The form of a due rule keeps what the reader found where nobody changed it."""

from __future__ import annotations

import pytest

from lantoa.plans.rules.due_rule import DueRule
from lantoa.plans.web.forms.due import DueForm

SEVERAL = "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=4,9;BYSETPOS=2,3"


@pytest.mark.parametrize(
    ("rule", "typed", "rrule"),
    [
        (DueRule("yearly", rrule=SEVERAL), {}, SEVERAL),
        (
            DueRule("monthly", rrule="FREQ=MONTHLY;BYMONTHDAY=15,30"),
            {"due_day": "20"},
            "FREQ=MONTHLY;BYMONTHDAY=20",
        ),
        (DueRule("quarterly", rrule=SEVERAL), {"due_day": "5"},
         "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=5"),
        (DueRule("yearly", rrule=SEVERAL), {"due_kind": "monthly", "due_day": "5"},
         "FREQ=MONTHLY;BYMONTHDAY=5"),
        (DueRule("yearly", rrule=SEVERAL), {"due_kind": "standing"}, None),
    ],
)  # fmt: skip
def test_rule_of_several_days_stays_until_a_day_is_typed(rule, typed, rrule):
    form = DueForm({"due_kind": rule.kind, "due_text": "6 tháng, năm", **typed}, rule=rule)

    assert form.is_valid(), form.errors
    assert form.value()["rrule"] == rrule
