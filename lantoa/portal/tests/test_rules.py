import pytest

from lantoa.plans.rules.progress import progress
from lantoa.portal.rules.headline import headline
from lantoa.portal.rules.sections import chapters


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({}, "standing"),
        ({"standing": 4}, "standing"),
        ({"done_on_time": 3}, "done_on_time"),
        ({"done_late": 1}, "done_late"),
        ({"done_on_time": 2, "done_late": 1}, "success"),
        ({"done_on_time": 2, "overdue": 1}, "in_progress"),
        ({"done_on_time": 1, "standing": 9}, "in_progress"),
        ({"overdue": 1, "not_due": 5}, "overdue"),
        ({"no_information": 2}, "no_information"),
        ({"submitted": 1}, "submitted"),
    ],
)
def test_one_word_for_a_duty_of_many_agencies(counts, expected):
    assert headline(progress(counts)) == expected


class Row:
    def __init__(self, code: str, nature: str = "duty") -> None:
        self.code, self.nature = code, nature


SECTIONS = [
    {"path": "I", "label": "I", "heading": "MỤC TIÊU"},
    {"path": "II", "label": "II", "heading": "NỘI DUNG"},
    {"path": "III", "label": "III", "heading": "TRÁCH NHIỆM"},
]


def test_rows_stand_under_the_chapter_whose_number_begins_their_code():
    rows = [Row("II.1.a"), Row("I.2"), Row("I"), Row("BS.1"), Row("PL.3", "activity")]
    found = {c.key: [row.code for row in c.rows] for c in chapters(rows, SECTIONS)}
    assert found == {
        "I": ["I.2", "I"],
        "II": ["II.1.a"],
        "activities": ["PL.3"],
        "others": ["BS.1"],
    }


def test_a_chapter_is_not_the_prefix_of_another():
    assert [c.key for c in chapters([Row("II.1")], SECTIONS)] == ["II"]


def test_chapters_without_duties_are_left_out():
    assert chapters([], SECTIONS) == []
