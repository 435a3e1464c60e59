"""Rules of drafts: due rules in words, which document is the plan, changes as people read them."""

from __future__ import annotations

from datetime import date

import pytest

from lantoa.plans.rules import draft_history, plan_structure, words
from lantoa.plans.rules.due_rule import DueRule
from lantoa.plans.rules.due_words import in_words

YEAR = {"start": date(2023, 1, 1), "by": date(2023, 12, 31)}


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (
            {"kind": "monthly", "text": "hàng tháng (trước ngày 25)", "day_of_month": 24},
            "Hằng tháng, trước ngày 25 (hạn cuối ngày 24)",
        ),
        (
            {"kind": "monthly", "text": "ngày 25", "day_of_month": 25},
            "Hằng tháng, hạn cuối ngày 25",
        ),
        ({"kind": "monthly"}, "Hằng tháng, đến hết tháng"),
        (
            {"kind": "monthly", **YEAR},
            "Hằng tháng, đến hết tháng, từ 01/01/2023 đến 31/12/2023",
        ),
        (
            {"kind": "quarterly", "day_of_month": 15},
            "Hằng quý, hạn cuối ngày 15 của tháng cuối quý",
        ),
        ({"kind": "quarterly"}, "Hằng quý, đến hết quý"),
        ({"kind": "weekly"}, "Hằng tuần, hạn cuối thứ Sáu"),
        ({"kind": "yearly", "by": date(2023, 12, 10)}, "Hằng năm, hạn cuối ngày 10/12/2023"),
        (
            {"kind": "by_date", "text": "trước ngày 01/3", "by": date(2023, 2, 28)},
            "Trước ngày 01/03/2023 (hạn cuối ngày 28/02/2023)",
        ),
        ({"kind": "by_date", "by": date(2023, 3, 20)}, "Hạn cuối ngày 20/03/2023"),
        (
            {"kind": "within_period", "text": "trong năm 2023", **YEAR},
            "Trong năm 2023 (từ 01/01/2023 đến hết ngày 31/12/2023)",
        ),
        ({"kind": "standing"}, "Thường xuyên, không có ngày hạn"),
        (
            {"kind": "external", "external_symbol": "49/QĐ-UBND"},
            "Theo tiến độ của văn bản số 49/QĐ-UBND",
        ),
        ({"kind": "external"}, "Theo tiến độ của văn bản khác"),
        ({"kind": "triggered", "text": "khi có đề nghị"}, "Khi phát sinh: khi có đề nghị"),
        ({"kind": "unstated"}, "Văn bản không nêu thời hạn"),
        (
            {"kind": "yearly", "rrule": "FREQ=YEARLY;INTERVAL=2"},
            "2 năm một lần, đến hết năm thứ 2",
        ),
        (
            {"kind": "yearly", "rrule": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14"},
            "Hằng năm, hạn cuối ngày 14/12",
        ),
        (
            {"kind": "yearly", "rrule": "FREQ=YEARLY;BYMONTH=6,12"},
            "Hằng năm, hạn cuối các ngày 30/06 và 31/12",
        ),
        (
            {"kind": "yearly", "rrule": "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=4,9;BYSETPOS=2,3"},
            "Hằng năm, hạn cuối các ngày 09/06 và 04/12",
        ),
        ({"kind": "yearly"}, "Hằng năm, đến hết năm"),
        (
            {
                "kind": "by_date",
                "by": date(2023, 3, 14),
                "rrule": "FREQ=YEARLY;BYMONTH=3,6,9;BYMONTHDAY=14;UNTIL=20230914",
            },
            "Hạn cuối các ngày 14/03/2023, 14/06/2023 và 14/09/2023",
        ),
        (
            {
                "kind": "within_period",
                "text": "quý I và quý III",
                "start": date(2023, 1, 1),
                "by": date(2023, 9, 30),
                "rrule": "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1;UNTIL=20230930",
            },
            "Quý I và quý III (hạn từng đợt: 31/03/2023 và 30/09/2023)",
        ),
        (
            {
                "kind": "quarterly",
                "day_of_month": 4,
                "text": "trước ngày 05 tháng đầu quý sau",
                "rrule": "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=4",
            },
            "Hằng quý, trước ngày 5 (hạn cuối ngày 4) của tháng đầu quý sau",
        ),
        (
            {"kind": "weekly", "rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"},
            "2 tuần một lần, hạn cuối thứ Hai và thứ Năm",
        ),
        ({"kind": "weekly", "rrule": "FREQ=WEEKLY;BYDAY=SU"}, "Hằng tuần, hạn cuối Chủ nhật"),
        (
            {"kind": "monthly", "rrule": "FREQ=MONTHLY;BYDAY=-1FR"},
            "Hằng tháng, hạn cuối thứ Sáu cuối cùng của tháng",
        ),
        (
            {"kind": "monthly", "rrule": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"},
            "Hằng tháng, ngày làm việc đầu tiên của tháng",
        ),
        (
            {"kind": "monthly", "rrule": "FREQ=MONTHLY;BYMONTHDAY=15,30"},
            "Hằng tháng, hạn cuối các ngày 15 và 30",
        ),
        ({"kind": "monthly", "day_of_month": 31}, "Hằng tháng, đến hết tháng"),
        (
            {"kind": "monthly", "rrule": "FREQ=MONTHLY;INTERVAL=2"},
            "2 tháng một lần, đến hết tháng",
        ),
    ],
)
def test_a_due_rule_is_said_as_officials_say_it(rule, said):
    assert in_words(DueRule(**rule)) == said


@pytest.mark.parametrize(
    ("value", "word"), [(1, "sure"), (0.85, "sure"), (0.84, "fair"), (0.65, "fair"), (0.64, "low")]
)
def test_confidence_has_three_words(value, word):
    assert words.confidence(value) == word


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (None, ""),
        ({"value": 100.0, "unit": "%", "of": "cán bộ"}, "100% cán bộ"),
        ({"value": 2.5, "unit": "tin", "of": None}, "2,5 tin"),
    ],
)
def test_targets_are_written_as_in_plans(target, said):
    assert words.target(target) == said


def document(kind="plan", **values):
    base = {"kind": kind, "title": "Tuyên truyền năm 2024", "version_of": None, "parent": None}
    base |= {"obligations": [], "activities": [], "sections": [], "symbol": None, "date": None}
    return {**base, **values}


def duty(path, text="Làm việc"):
    return {
        "path": path,
        "text": text,
        "span": [1, 1],
        "parties": [],
        "due": {"kind": "unstated"},
        "binding": "directed",
        "confidence": 0.956,
    }


def section(path, heading, *children):
    return {"path": path, "heading": heading, "children": list(children)}


DECISION = document("decision", obligations=[duty("Điều 2")], symbol="9/QĐ-UBND", date="2024-01-05")


def test_the_plan_with_its_appendix_wins_over_its_decision_and_its_draft():
    plan = document(parent=0, obligations=[duty("I.1")])
    row = {"number": 1, "task": "Hội nghị", "spans": [[9, 9]], "parties": [], "due": {}}
    appendix = document("appendix", parent=0, activities=[row])
    draft = document(version_of=1, obligations=[duty("I.1"), duty("I.2")])
    documents = [DECISION, plan, appendix, draft]
    assert plan_structure.main_document(documents) == 1
    rows = list(plan_structure.proposed_rows(documents, 1))
    assert [(one["code"], one["nature"]) for one in rows] == [("I.1", "duty"), ("PL.1", "activity")]
    assert plan_structure.issuing(documents, 1)["symbol"] == "9/QĐ-UBND"
    assert rows[0]["confidence"] == 0.96


def test_a_file_without_duties_holds_no_plan():
    assert plan_structure.main_document([]) is None
    assert plan_structure.main_document([document(), document("report")]) is None


def test_a_decision_alone_may_assign_duties():
    assert plan_structure.main_document([DECISION]) == 0


def test_nature_comes_from_the_right_heading_among_similar_numbers():
    sections = [
        section("I", "MỤC TIÊU"),
        section("II", "NỘI DUNG"),
        section("IV", "TRÁCH NHIỆM", section("IV.1", "Yêu cầu chung"), section("IV.13", "Đoàn")),
    ]
    paths = ["I.1", "II.1", "IV.1.a", "IV.13.b1"]
    plan = document(sections=sections, obligations=[duty(path) for path in paths])
    rows = list(plan_structure.proposed_rows([plan], 0))
    assert [row["nature"] for row in rows] == ["goal", "content", "requirement", "duty"]


def test_codes_that_the_source_repeats_are_told_apart():
    plan = document(obligations=[duty("I.1"), duty("I.1"), duty("")])
    rows = plan_structure.proposed_rows([plan], 0)
    assert [row["code"] for row in rows] == ["I.1", "I.1-2", "?"]


@pytest.mark.parametrize(
    ("kind", "title", "said"),
    [
        ("plan", "Tuyên truyền năm 2024", "Kế hoạch tuyên truyền năm 2024"),
        ("plan", "KẾ HOẠCH TUYÊN TRUYỀN", "KẾ HOẠCH TUYÊN TRUYỀN"),
        ("plan", "CCHC năm 2024", "Kế hoạch CCHC năm 2024"),
        ("directive", "Về việc tăng cường", "Chỉ thị về việc tăng cường"),
        ("decision", "Ban hành Quy chế", "Ban hành Quy chế"),
    ],
)
def test_title_carries_the_kind_of_document(kind, title, said):
    assert plan_structure.full_title(document(kind, title=title)) == said


@pytest.mark.parametrize(
    ("title", "issued_on", "year"),
    [
        ("Kế hoạch năm 2024", None, 2024),
        ("Chương trình giai đoạn 2021-2030, kế hoạch năm 2023", date(2022, 12, 30), 2023),
        ("Chương trình giai đoạn 2021-2030", date(2022, 1, 2), 2022),
        ("Kế hoạch số 1003", date(2022, 1, 2), 2022),
        ("Kế hoạch", None, None),
    ],
)
def test_year_of_a_plan(title, issued_on, year):
    assert plan_structure.year_of(title, issued_on) == year


def test_changes_are_read_field_by_field():
    before = {"text": "Cũ", "due": {"kind": "unstated"}, "state": "pending", "reason": ""}
    lead = [{"name": "Phòng Nội vụ", "role": "lead", "group": False}]
    after = {"text": "Mới", "due": {"kind": "monthly", "day_of_month": 24}, "state": "accepted"}
    after |= {"parties": lead, "reason": "", "nature": "duty", "issued_on": "2023-02-14"}
    said = draft_history.differences({"before": before, "after": after}, {"duty": "Trách nhiệm"})
    assert said == [
        ("Nội dung", "Cũ", "Mới"),
        ("Thời hạn", "Văn bản không nêu thời hạn", "Hằng tháng, hạn cuối ngày 24"),
        ("Cơ quan", "(trống)", "Chủ trì: Phòng Nội vụ"),
        ("Loại", "(trống)", "Trách nhiệm"),
        ("Ngày ban hành", "(trống)", "14/02/2023"),
    ]
