"""The year of a plan, faults of a draft told once, names of a higher level quoted whole."""

from __future__ import annotations

import pytest

from lantoa.documents.reading.checks.versions import _around
from lantoa.documents.reading.plan_year import named_year
from lantoa.documents.reading.reader import read_text


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Tuyên truyền cải cách hành chính năm 2031", 2031),
        ("TUYÊN TRUYỀN NĂM 2031 VÀ ĐỊNH HƯỚNG NĂM 2035", 2031),
        ("Đổi mới công nghệ đến năm 2035", None),
        ("Chuyển đổi số năm 2031, tầm nhìn đến năm 2040", 2031),
        ("PHÁT TRIỂN HẠ TẦNG ĐẾN NĂM 2035", None),
        ("Nâng cao năng lực giai đoạn 2031 - 2035", None),
        ("Tuyên truyền năm 2031 - 2032", None),
        ("Thực hiện nhiệm vụ năm học 2031-2032", None),
    ],
)
def test_the_year_a_title_names(title, year):
    assert named_year(title) == year


def test_dues_of_a_plan_for_years_fall_in_the_year_of_its_issue():
    head = "UBND XÃ A\nSố: 3/KH-UBND\nA, ngày 5 tháng 1 năm 2031\nKẾ HOẠCH\nĐổi mới đến năm 2035\n"
    document = read_text(f"{head}I. A\n1. Gửi báo cáo trước ngày 20/6.\n").documents[0]

    assert str(document.obligations[0].due.by) == "2031-06-19"


FAULTY = "KẾ HOẠCH\nTuyên truyền năm 2031\n\nI. A\n1. Phổ biến quy định.\n1. Niêm yết quy định.\n"


def test_a_fault_of_both_versions_is_told_of_the_main_one_only():
    head = "Số: 3/KH-UBND\nA, ngày 5 tháng 1 năm 2031\n"
    draft = FAULTY.replace("1. Niêm", "2. Công khai.\n2. Niêm")
    told = read_text(f"{head}{FAULTY}./.\nNơi nhận:\n- Lưu: VT.\n\n{FAULTY}").findings
    other = read_text(f"{head}{FAULTY}./.\nNơi nhận:\n- Lưu: VT.\n\n{draft}").findings

    assert [f.line for f in told if f.code == "repeated-number"] == [8]
    assert len([f for f in other if f.code == "repeated-number"]) == 2


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("nâng cao chỉ số của các cơ quan hành chính tỉnh năm nay", "các cơ quan hành chính tỉnh"),
        ("tại tất cả cơ quan hành chính tỉnh", "cơ quan hành chính tỉnh"),
        ("đăng trên Cổng thông tin điện tử tỉnh", "Cổng thông tin điện tử tỉnh"),
        ("trình Tỉnh ủy", "Tỉnh ủy"),
    ],
)
def test_a_name_of_a_higher_level_is_quoted_with_whole_words(text, quote):
    start = text.lower().rindex("tỉnh")

    assert _around(text, start, start + 4).endswith(quote)
    assert _around(text, start, start + 4).split()[0] not in {"quan", "tin", "hành"}
