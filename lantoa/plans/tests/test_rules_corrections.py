"""What a corrected row teaches, and what it must not."""

from __future__ import annotations

import pytest

from lantoa.plans.rules.corrections import Meant, RowWords, corrections
from lantoa.plans.rules.due_rule import DueRule
from lantoa.plans.tests.town import party

MEANINGS = {
    "Phòng Nội vụ": Meant("one", "noi-vu"),
    "Văn phòng": Meant("one", "van-phong"),
    "UBND các xã": Meant("class"),
    "các cơ quan liên quan": Meant("open"),
    "các cơ quan, đơn vị": Meant("class"),
}
UNSTATED = DueRule("unstated")
MONTHLY = DueRule("monthly", "hằng tháng", day_of_month=24)


def row(*names, due=UNSTATED, source="", role="lead"):
    return RowWords([party(name, role) for name in names], due, source)


def learned(before, after):
    def meant(one):
        return MEANINGS.get(one["name"], Meant("unknown"))

    found = corrections(before, after, meant=meant, year=2023)
    return [(one.kind, one.phrase) for one in found]


@pytest.mark.parametrize(
    ("before", "after", "lessons"),
    [
        ((["Phòng NV"]), (["Phòng Nội vụ"]), [("alias", "Phòng NV")]),
        (
            ["Phòng NV", "VP"],
            ["Phòng Nội vụ", "Văn phòng"],
            [("alias", "Phòng NV"), ("alias", "VP")],
        ),
        (["Khối nội chính"], ["Phòng Nội vụ", "Văn phòng"], [("class", "Khối nội chính")]),
        (["Khối nội chính"], ["UBND các xã"], [("class", "Khối nội chính")]),
        (["Phòng NV"], ["Phòng Lạ"], []),
        (["Phòng NV"], [], []),
        (["Phòng Nội vụ"], ["Văn phòng"], []),
        (["các cơ quan liên quan"], ["Phòng Nội vụ", "Văn phòng"], []),
        (["các cơ quan, đơn vị"], ["Phòng Nội vụ"], []),
        (["Phòng NV"], ["phòng  NV"], []),
    ],
)
def test_names_teach_only_what_holds_elsewhere(before, after, lessons):
    assert learned(row(*before), row(*after)) == lessons


def test_a_class_must_stand_in_the_row_itself():
    names = ("Phòng Nội vụ", "Văn phòng")
    said = "Giao các cơ quan, đơn vị tuyên truyền."
    assert learned(row("các cơ quan, đơn vị"), row(*names)) == []
    assert learned(row("các cơ quan, đơn vị", source=said), row(*names)) == [
        ("class", "các cơ quan, đơn vị")
    ]


def test_a_change_of_role_teaches_nothing():
    assert learned(row("Phòng NV"), row("Phòng NV", "Phòng Nội vụ", role="coordinating")) == []


@pytest.mark.parametrize(
    ("old", "new", "source", "lessons"),
    [
        (DueRule("unstated", "Ra Tết"), DueRule("monthly", "Ra Tết"), "", ["Ra Tết"]),
        (UNSTATED, DueRule("monthly", "cuối vụ"), "Gửi tin cuối vụ.", ["cuối vụ"]),
        (UNSTATED, DueRule("monthly", "cuối vụ"), "Gửi tin.", []),
        (UNSTATED, DueRule("monthly"), "Gửi tin cuối vụ.", []),
        (MONTHLY, DueRule("monthly", "mỗi tháng", day_of_month=24), "", []),
        (MONTHLY, DueRule("quarterly"), "Gửi hằng tháng", ["hằng tháng"]),
        (DueRule("unstated", "đợt 1/2023"), MONTHLY, "", ["đợt 1/{năm}"]),
    ],
)
def test_a_due_phrase_of_the_document_is_learned(old, new, source, lessons):
    found = learned(row(due=old, source=source), row(due=new))
    assert found == [("phrase", words) for words in lessons]
