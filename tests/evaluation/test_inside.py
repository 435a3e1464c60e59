"""Who leads, who helps, by when, how much: what each slip within a duty costs."""

from __future__ import annotations

import pytest

from .inside import score_inside, score_target
from .scores import Score, empty

A, B, C = "Phòng A", "Phòng B", "Ban C"
SECTORS, COMMUNES = "Các sở, ban, ngành", "UBND các xã, phường"
BOTH = f"{SECTORS} và {COMMUNES}"
CLASSES = {SECTORS, COMMUNES, BOTH, "các đơn vị"}


def _costs(field, wanted, *, leads=(), helpers=(), due=None):
    parties = [
        {"name": name, "role": role, "group": name in CLASSES}
        for role, names in (("lead", leads), ("coordinating", helpers))
        for name in names
    ]
    none = dict.fromkeys(("by", "start", "day_of_month", "rrule", "external_symbol"))
    found = {"parties": parties, "due": {"kind": "unstated", **none, **(due or {})}}
    scores = empty()
    due_wanted = wanted.pop("due", {"kind": ["unstated"]})
    score_inside(scores, "here", {"lead": [], "due": due_wanted, **wanted}, found, damaged=False)
    score = scores[field]
    return score.right, score.wrong, score.missing


@pytest.mark.parametrize(
    ("wanted", "leads", "costs"),
    [
        ({"lead": [A]}, [A], (1, 0, 0)),
        ({"lead": [A]}, ["Phòng A mở lớp"], (0, 1, 1)),
        ({"lead": [A]}, [], (0, 0, 1)),
        ({"lead": ["UBND xã"]}, ["Ủy ban nhân dân xã"], (1, 0, 0)),
        # A class is meant: any class answers, no class does not, a named agency is too much.
        ({"lead": "*"}, ["các đơn vị"], (1, 0, 0)),
        ({"lead": "*"}, ["các đơn vị", A], (1, 1, 0)),
        ({"lead": "*", "allowed": [A]}, ["các đơn vị", A], (1, 0, 0)),
        ({"lead": "*"}, [A], (0, 1, 1)),
        # A class that is expected by name is not lost where every class is allowed.
        ({"lead": [SECTORS], "allowed": ["*"]}, [SECTORS], (1, 0, 0)),
        ({"lead": [SECTORS], "allowed": ["*"]}, [SECTORS, "các đơn vị"], (1, 0, 0)),
        ({"lead": [SECTORS], "allowed": ["*"]}, ["các đơn vị"], (0, 0, 1)),
        # Classes in one phrase or in two.
        ({"lead": [SECTORS, COMMUNES]}, [BOTH], (2, 0, 0)),
        ({"lead": [BOTH]}, [SECTORS, COMMUNES], (1, 0, 0)),
        ({"lead": [BOTH]}, [SECTORS], (0, 1, 1)),
        ({"lead": [A, B]}, [f"{A}, {B}"], (0, 1, 2)),
        # Where a report is sent to leads nothing, though it may be named where nobody leads.
        ({"lead": [A], "allowed": [B]}, [A, B], (1, 1, 0)),
        ({"lead": [], "allowed": [B]}, [B], (0, 0, 0)),
        ({"lead": [], "allowed": ["*"]}, [A], (0, 1, 0)),
    ],
)
def test_leads(wanted, leads, costs):
    assert _costs("lead", dict(wanted), leads=leads) == costs


@pytest.mark.parametrize(
    ("wanted", "helpers", "costs"),
    [
        ({"coordinating": [A, B]}, [B, A], (2, 0, 0)),
        ({"coordinating": [A]}, [A, C], (1, 1, 0)),
        ({"coordinating": [], "allowed": [C]}, [C], (0, 0, 0)),
        ({"coordinating": [SECTORS], "allowed": ["*"]}, [SECTORS], (1, 0, 0)),
        ({}, [C], (0, 0, 0)),
    ],
)
def test_coordinating_agencies(wanted, helpers, costs):
    assert _costs("coordinating", dict(wanted), helpers=helpers) == costs


MONTHLY = {"kind": ["monthly"], "day_of_month": [19]}


@pytest.mark.parametrize(
    ("wanted", "due", "costs"),
    [
        ({"kind": ["by_date"], "by": ["2031-05-09"]}, ("by_date", {"by": "2031-05-09"}), (1, 0, 0)),
        ({"kind": ["by_date"], "by": ["2031-05-09"]}, ("by_date", {"by": "2031-05-10"}), (0, 1, 1)),
        ({"kind": ["by_date"], "by": ["2031-05-09"]}, ("unstated", {}), (0, 0, 1)),
        (MONTHLY, ("monthly", {"day_of_month": 19}), (1, 0, 0)),
        (MONTHLY, ("monthly", {"rrule": "FREQ=MONTHLY;BYMONTHDAY=19"}), (1, 0, 0)),
        (MONTHLY, ("monthly", {"rrule": "FREQ=MONTHLY;BYMONTHDAY=1"}), (0, 1, 1)),
        ({"kind": ["standing"]}, ("unstated", {}), (0, 0, 1)),
        ({"kind": ["standing", "unstated"]}, ("unstated", {}), (0, 0, 0)),
        ({"kind": ["unstated"]}, ("monthly", {}), (0, 1, 0)),
    ],
)
def test_dues(wanted, due, costs):
    kind, days = due
    assert _costs("due", {"due": wanted}, due={"kind": kind, **days}) == costs


def _target(value, unit, of=None):
    return {"value": value, "unit": unit, "of": of}


@pytest.mark.parametrize(
    ("wanted", "found", "right"),
    [
        (_target(14, "buổi nói chuyện"), _target(14, "buổi"), 1),
        (_target(14, "buổi"), _target(14, "buổi nói chuyện tại các thôn"), 0),
        (_target(12, "phường, xã"), _target(12, "phường"), 0),
        (_target(80, "%", "hộ dân"), _target(80, "%", "số hộ dân"), 1),
        (_target(80, "%", "hộ dân"), _target(80, "%", "hộ dân " + "được nghe phổ biến " * 4), 0),
        (_target(80, "%", "hộ dân"), _target(80, "%"), 0),
        (None, _target(5, "lớp"), 0),
        (_target(5, "lớp"), None, 0),
    ],
)
def test_targets(wanted, found, right):
    score = Score()
    score_target(score, "here", {"target": wanted}, {"target": found})

    assert score.right == right
    assert (score.wrong, score.missing) == (
        (0, 0) if right else (int(found is not None), int(wanted is not None))
    )


def test_an_unlabelled_target_counts_nowhere():
    score = Score()
    score_target(score, "here", {}, {"target": _target(5, "lớp")})

    assert score == Score()
