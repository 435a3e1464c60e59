"""`docs/evaluation.md` names every measure and states the targets as they are."""

from __future__ import annotations

import re

from .alarms import MOST, PAGE
from .loading import FOLDER
from .scores import FIELDS
from .targets import TARGETS

TEXT = (FOLDER.parents[1] / "docs/evaluation.md").read_text("utf-8")


def _number(value: str) -> float:
    return float(value.replace(",", "."))


def test_page_states_the_targets_as_they_are():
    rows = re.findall(
        r"^\| `([a-z ]+)` \| (\S+(?: trang)?) \| [≥≤] ([\d,]+) \|", TEXT, re.MULTILINE
    )
    stated = [(field, measure, _number(least)) for field, measure, least in rows]

    known = [(target.field, target.measure, target.least) for target in TARGETS]
    assert stated == [*known, ("false errors", "/10 trang", MOST)]


def test_page_says_when_each_measure_is_right():
    said = set(re.findall(r"^\| `([a-z ]+)` \| [^|]+ \|$", TEXT, re.MULTILINE))

    assert {*FIELDS} <= said
    assert f"{PAGE} ký tự" in TEXT
