"""Coverage on three levels, consolidation and differences between versions: pure rules."""

import pytest

from lantoa.subplans.rules.consolidating import OUTSIDE, Line, by_agency, by_duty, cross, total
from lantoa.subplans.rules.coverage import (
    Answering,
    Level,
    Node,
    PassedOn,
    coverage,
    not_taken,
    rollup,
)
from lantoa.subplans.rules.differences import differences


def rows(*answers):
    return [Answering(key, frozenset(one)) for key, one in enumerate(answers, start=1)]


@pytest.mark.parametrize(
    ("duties", "given", "answered", "unanswered", "loose", "percent"),
    [
        ([10, 20], [{10}, {20}], {10: (1,), 20: (2,)}, (), (), 100),
        ([10, 20], [{10}, {10}], {10: (1, 2)}, (20,), (), 50),
        ([10, 20], [{10, 20}, set()], {10: (1,), 20: (1,)}, (), (2,), 100),
        ([10, 20, 30], [{99}], {}, (10, 20, 30), (1,), 0),
        ([], [{10}], {}, (), (1,), None),
    ],
)
def test_duties_without_a_row_and_rows_without_a_duty_are_told(
    duties, given, answered, unanswered, loose, percent
):
    found = coverage(duties, rows(*given))
    assert (dict(found.answered), found.unanswered, found.loose) == (answered, unanswered, loose)
    assert found.percent == percent


def row(*answers, duty=None):
    return PassedOn(frozenset(answers), duty)


def node(agency, duties, *given, below=()):
    return Node(agency, frozenset(duties), given, tuple(below))


# A ministry's duty 1; a province passes it on as 11 (and 12); its communes as 111; schools below.
SCHOOLS = (node(7, {111}, row(111)), node(8, {111}))
COMMUNES = (
    node(4, {11}, row(11, duty=111), below=SCHOOLS),
    node(5, {11}, row(11)),
    node(6, {11, 12}, row(11)),
)


@pytest.mark.parametrize(
    ("nodes", "levels", "missing"),
    [
        ((), [], []),
        ((node(2, {9}, row(9)),), [], []),
        ((node(2, {1}),), [Level(1, 0)], [[2]]),
        ((node(2, {1}, row(1)), node(3, {1})), [Level(2, 1)], [[3]]),
        (
            (node(2, {1}, row(1, duty=11), below=COMMUNES),),
            [Level(1, 1), Level(3, 3), Level(2, 1)],
            [[], [], [8]],
        ),
        (
            (node(2, {1}, row(1, duty=11), row(1, duty=12), below=COMMUNES), node(3, {1})),
            [Level(2, 1), Level(3, 2), Level(2, 1)],
            [[3], [6], [8]],
        ),
        (
            (node(2, {1}, below=COMMUNES),),
            [Level(1, 0)],
            [[2]],
        ),
    ],
)
def test_coverage_rolls_up_three_levels(nodes, levels, missing):
    """Below an agency that did not take the duty up, nothing is expected."""
    assert rollup({1}, nodes) == levels
    assert not_taken({1}, nodes) == missing


def line(agency, number, money, *duties, name=""):
    return Line(
        agency, name or f"Xã {agency}", number, f"Việc {number}", "", "", "", "", money, "",
        tuple(duties),
    )  # fmt: skip


FIRST, SECOND = (10, "IV.1", "Gửi tin"), (20, "IV.2", "Đối thoại")
LINES = [
    line(2, 1, 500, SECOND, name="Xã Đông"),
    line(2, 2, None, name="Xã Đông"),
    line(1, 1, 1000, SECOND, FIRST, name="Xã An"),
    line(1, 2, 0, FIRST, name="Xã An"),
]


def test_money_counts_once_under_the_first_duty_so_both_groupings_have_one_sum():
    duties, agencies = by_duty(LINES), by_agency(LINES)
    assert [(one.code, one.money, len(one.lines), one.agencies) for one in duties] == [
        ("IV.1", 1000, 2, 1), ("IV.2", 500, 1, 1), (OUTSIDE[1], 0, 1, 1),
    ]  # fmt: skip
    assert [(one.title, one.money) for one in agencies] == [("Xã An", 1000), ("Xã Đông", 500)]
    assert total(LINES) == sum(g.money for g in duties) == sum(g.money for g in agencies) == 1500
    assert LINES[2].also == (SECOND,)


def test_the_cross_table_agrees_with_the_sums():
    duties, sums = cross(LINES)
    assert duties == [FIRST, SECOND, OUTSIDE]
    assert sums == {(FIRST, 1): 1000, (SECOND, 2): 500, (OUTSIDE, 2): 0}


BEFORE = {
    "symbol": "12/KH-UBND",
    "general": {"money": ""},
    "rows": [
        {"key": 1, "number": 1, "task": "Gửi tin", "money": 1000, "answers": ["IV.1"]},
        {"key": 2, "number": 2, "task": "Treo băng rôn", "money": None, "answers": []},
    ],
}


def test_nothing_changed_is_no_change():
    assert differences(BEFORE, BEFORE) == []


def test_a_new_version_says_what_was_added_removed_and_changed():
    after = {
        "symbol": "15/KH-UBND",
        "general": {"money": "Nguồn chi thường xuyên"},
        "rows": [
            {"key": 3, "number": 1, "task": "Phát tờ rơi", "answers": []},
            {"key": 1, "number": 2, "task": "Gửi tin", "money": 2500, "answers": ["IV.1", "IV.2"]},
        ],
    }
    said = [(c.kind, c.where, c.what, c.before, c.after) for c in differences(BEFORE, after)]
    assert said == [
        ("changed", "Văn bản", "Số, ký hiệu", "12/KH-UBND", "15/KH-UBND"),
        ("changed", "Ghi chung", "Kinh phí (chung)", "", "Nguồn chi thường xuyên"),
        ("added", "Dòng 1", "", "", "Phát tờ rơi"),
        ("changed", "Dòng 2", "Kinh phí", "1.000 đồng", "2.500 đồng"),
        ("changed", "Dòng 2", "Trả lời nhiệm vụ cấp trên", "IV.1", "IV.1, IV.2"),
        ("removed", "Dòng 2 của bản trước", "", "Treo băng rôn", ""),
    ]
