"""What counts as a change of what is ordered, and what is only polish or a move."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from lantoa.documents.reading.changes import (
    changes_between,
    changes_of_files,
    render_changes,
    substantive_changes,
)
from lantoa.documents.reading.figures import different_figures
from lantoa.documents.reading.model import (
    Activity,
    Document,
    Due,
    Obligation,
    Party,
    Reference,
    Target,
)
from lantoa.documents.reading.reader import read_text
from lantoa.documents.reading.restored import restored

LEAD, HELP = Party("Phòng Nội vụ", "lead"), Party("Văn phòng", "coordinating")
MONTHLY = Due("monthly", "hằng tháng, trước ngày 25", day_of_month=24, rrule="FREQ=MONTHLY")
QUARTER = Due("within_period", "Quý I/2023", date(2023, 1, 1), date(2023, 3, 31))
TEXT = "Tổng hợp, gửi tin bài về cải cách hành chính cho Cổng thông tin điện tử"
DUTY = Obligation("IV.1", TEXT, (10, 10), [LEAD, HELP], MONTHLY, "directed", 0.9)
OTHER = Obligation(
    "IV.2", "Bố trí kinh phí cho các lớp tập huấn", (11, 11), [LEAD], Due("unstated", ""),
    "directed", 0.9,
)  # fmt: skip
ACTIVITY = Activity(
    1, "Hội nghị tổng kết công tác", ["02 hội nghị"], "", [LEAD], QUARTER, [(30, 30)]
)


def plan(*duties, title="Tuyên truyền năm 2023", **values):
    activities = [one for one in duties if isinstance(one, Activity)]
    obligations = [one for one in duties if isinstance(one, Obligation)]
    return Document(
        "plan", title, "issued", (1, 40), obligations=obligations, activities=activities, **values
    )


def kinds(a, b):
    return [one.kind for one in substantive_changes(a, b)]


CHANGED = {
    "lead_changed": {"parties": [Party("Phòng Tư pháp", "lead"), HELP]},
    "binding_changed": {"parties": [Party("Phòng Nội vụ", "requested"), HELP]},
    "coordinating_changed": {"parties": [LEAD]},
    "deadline_changed": {"due": replace(MONTHLY, text="trước ngày 20", day_of_month=19)},
    "target_changed": {"target": Target(90.0, "%", "cán bộ")},
    "figure_changed": {"text": f"{TEXT}, ít nhất 02 tin mỗi tuần"},
}


@pytest.mark.parametrize(("kind", "values"), CHANGED.items())
def test_each_kind_of_change_is_told_by_itself(kind, values):
    assert kinds(plan(DUTY), plan(replace(DUTY, **values))) == [kind]


UNCHANGED = {
    "words were polished": {"text": TEXT.replace("Tổng hợp, gửi", "Tổng hợp và gửi")},
    "it moved": {"path": "V.7", "span": (35, 35)},
    "a name is spelt otherwise": {"parties": [Party("phòng  Nội vụ", "lead"), HELP]},
    "hàng tháng or hằng tháng": {"due": replace(MONTHLY, text="hàng tháng, trước ngày 25")},
    "a reviewer ticked it": {"text": f"{TEXT} ✓"},
    "who is advised is no helper": {"parties": [LEAD, HELP, Party("UBND xã", "advised")]},
}


@pytest.mark.parametrize("values", UNCHANGED.values(), ids=UNCHANGED)
def test_what_binds_alike_is_no_change(values):
    assert kinds(plan(DUTY, OTHER), plan(OTHER, replace(DUTY, **values))) == []


def test_added_and_removed_duties_and_activities_are_told_with_their_lines():
    gone, came = substantive_changes(plan(DUTY, ACTIVITY), plan(DUTY, OTHER))
    assert (came.kind, came.path, came.a_line, came.b_line) == (
        "activity_removed",
        "PL.1",
        30,
        None,
    )
    assert (gone.kind, gone.path, gone.a_line, gone.b_line) == ("duty_added", "IV.2", None, 11)
    assert kinds(plan(DUTY, OTHER), plan(DUTY)) == ["duty_removed"]
    assert kinds(plan(DUTY), plan(DUTY, ACTIVITY)) == ["activity_added"]


def test_a_moved_duty_that_also_changed_is_still_found():
    moved = replace(DUTY, path="V.9", parties=[Party("Phòng Tư pháp", "lead"), HELP])
    (change,) = substantive_changes(plan(DUTY, OTHER), plan(OTHER, moved))
    assert (change.kind, change.path) == ("lead_changed", "V.9")
    assert (change.before, change.after) == ("Phòng Nội vụ", "Phòng Tư pháp")


def test_the_same_duty_given_to_two_agencies_keeps_to_its_place():
    twin = replace(DUTY, path="IV.2", parties=[Party("Phòng Tư pháp", "lead")])
    assert kinds(plan(DUTY, twin), plan(twin, DUTY)) == []


def test_a_reworded_duty_at_its_place_is_one_duty():
    words = "Mỗi tuần viết bài về cải cách hành chính đăng lên các trang mạng xã hội của thôn"
    reworded = replace(DUTY, text=words)
    assert kinds(plan(DUTY), plan(reworded)) == []
    elsewhere = replace(reworded, path="V.2")
    assert kinds(plan(DUTY), plan(elsewhere)) == ["duty_added", "duty_removed"]


def test_plans_of_two_years_differ_only_where_the_deadline_does():
    due = Due("within_period", "Quý I/2024", date(2024, 1, 1), date(2024, 3, 31))
    later = replace(ACTIVITY, due=due)
    next_year = {"title": "Tuyên truyền năm 2024"}
    assert kinds(plan(ACTIVITY), plan(later, **next_year)) == []
    moved = replace(due, text="Quý II/2024", start=date(2024, 4, 1), by=date(2024, 6, 30))
    assert kinds(plan(ACTIVITY), plan(replace(later, due=moved), **next_year)) == [
        "deadline_changed"
    ]
    assert kinds(plan(ACTIVITY), plan(later)) == ["deadline_changed"]


def test_the_forms_of_an_activity_are_searched_for_figures():
    (change,) = substantive_changes(plan(ACTIVITY), plan(replace(ACTIVITY, forms=["5 hội nghị"])))
    assert (change.kind, change.before, change.after) == ("figure_changed", "02 hội", "5 hội")


def test_the_day_of_a_cited_decision_is_a_change_once():
    def cited(day):
        return [Reference("Quyết định số 9/QĐ-UBND", 4, "9/QĐ-UBND", day)]

    old, new = date(2023, 2, 1), date(2023, 3, 27)
    (change,) = substantive_changes(plan(references=cited(old)), plan(references=cited(new)))
    assert (change.before, change.after) == ("01/02/2023", "27/03/2023")
    assert kinds(plan(references=cited(old)), plan(references=cited(old))) == []


def test_a_citation_inside_a_duty_is_told_with_the_duty_alone():
    def citing(day):
        text = f"{TEXT} theo Quyết định số 9/QĐ-UBND ngày {day:%d/%m/%Y}"
        symbol = "9/QĐ-UBND"
        return plan(replace(DUTY, text=text), references=[Reference(symbol, 10, symbol, day)])

    (change,) = substantive_changes(citing(date(2023, 2, 1)), citing(date(2023, 3, 27)))
    assert (change.path, change.before, change.after) == ("IV.1", "01/02/2023", "27/03/2023")


@pytest.mark.parametrize(
    ("a", "b", "different"),
    [
        ("05 tin", "5 tin", ([], [])),
        ("ngày 01 tháng 3 năm 2023", "1/3/2023", ([], [])),
        ("số 7 /QĐ-UBND", "số 7/QĐ-UBND", ([], [])),
        ("70% hồ sơ", "80% hồ sơ", (["70% hồ"], ["80% hồ"])),
        ("số 7/QĐ-UBND", "số 8/QĐ-UBND", (["7/QĐ-UBND"], ["8/QĐ-UBND"])),
        ("2 tin, 2 bài", "2 tin", (["2 tin"], [])),
    ],
)
def test_figures_are_compared_by_what_they_mean(a, b, different):
    assert different_figures(a, b) == different


def test_an_appendix_of_one_side_only_counts_with_its_activities():
    appendix = replace(plan(ACTIVITY), kind="appendix")
    found = changes_between([plan(DUTY)], [plan(DUTY), appendix])
    assert [one.kind for one in found] == ["activity_added"]
    assert [one.kind for one in changes_between([appendix], [])] == ["activity_removed"]


PLAN = """KẾ HOẠCH
Tuyên truyền năm 2031

IV. TỔ CHỨC THỰC HIỆN
1. Phòng Nội vụ chủ trì tổng hợp kết quả, hoàn thành trước ngày 20/3/2031.
2. Phòng Tư pháp phổ biến pháp luật cho cán bộ, công chức.
"""


def test_two_files_are_compared_as_they_were_read_and_kept():
    a = read_text(PLAN)
    b = read_text(PLAN.replace("20/3", "25/4").replace("Phòng Tư pháp", "Phòng Văn hóa"))
    found = changes_of_files(a, b)
    assert [one.kind for one in found] == ["lead_changed", "deadline_changed"]
    assert "hạn cuối 24/04/2031" in found[1].after
    kept = [json.loads(json.dumps(one.as_dict())) for one in (a, b)]
    back = [restored(one, name="", text=r.file.text) for one, r in zip(kept, (a, b), strict=True)]
    assert back[0].documents == a.documents
    assert changes_of_files(*back) == found


def test_changes_are_said_one_a_line():
    b = plan(replace(DUTY, parties=[Party("Phòng Tư pháp", "lead")]), OTHER)
    lines = list(render_changes(substantive_changes(plan(DUTY), b)))
    assert lines == [
        "Thay đổi về nội dung giao việc (3):",
        "  Thêm nhiệm vụ, IV.2, dòng 11: Bố trí kinh phí cho các lớp tập huấn",
        "  Đổi cơ quan chủ trì, IV.1, dòng 10 → dòng 10: Phòng Nội vụ → Phòng Tư pháp",
        "  Đổi cơ quan phối hợp, IV.1, dòng 10 → dòng 10: Văn phòng → (không có)",
    ]
    assert list(render_changes([])) == ["Thay đổi về nội dung giao việc: không có."]
