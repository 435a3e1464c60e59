"""Numbers, leads, names of bodies, first citations and blanks: one fault in a clean package."""

from __future__ import annotations

import pytest

from lantoa.documents.reading.checks.codes import SEVERITIES
from lantoa.documents.reading.model import Finding
from lantoa.documents.reading.options import KnownAgency, Options
from lantoa.documents.reading.reader import read_text

from .invented import PACKAGE

DUTY = "b) Phát thanh chuyên mục cải cách hành chính trên đài truyền thanh xã."
REFORM = "Chủ trì, phối hợp với các cơ quan liên quan tuyên truyền về cải cách thể chế."
TRAINING = "Mở lớp tập huấn kỹ năng tuyên truyền cho công chức cấp xã"
ROW = "2\tLồng ghép cải cách hành chính vào phổ biến pháp luật\tTin, bài\tPhòng Tư pháp chủ trì\t"

MORE = "".join(
    f"{number}\t{task}\tTin, bài\tPhòng Nội vụ chủ trì\tTrong năm 2024\n"
    for number, task in enumerate(("Viết bài", "Phát tờ rơi", "Mở hội thi", "Dựng pa nô"), start=2)
)


def findings(text: str, options: Options | None = None) -> list[Finding]:
    return read_text(text, options=options or Options()).findings


FAULTS = [
    ("number-skipped", ("3. UBND các xã\n", "4. UBND các xã\n"), "4"),
    ("number-skipped", ("b) Mở lớp", "c) Mở lớp"), "c"),
    ("number-skipped", ("II. TRÁCH NHIỆM", "III. TRÁCH NHIỆM"), "III"),
    (
        "lead-missing",
        (ROW, f"{MORE}6{ROW.replace('Phòng Tư pháp chủ trì', '')[1:]}"),
        "Lồng ghép",
    ),
    (
        "lead-differs",
        (ROW, f"2\t{TRAINING} trong quý II/2024\tTập huấn\tPhòng Tư pháp chủ trì\t"),
        "Mở lớp tập huấn",
    ),
    (
        "due-differs",
        (f"{ROW}Trong năm 2024", f"2\t{TRAINING}\tTập huấn\tPhòng Nội vụ chủ trì\tQuý III/2024"),
        "Mở lớp tập huấn",
    ),
    (
        "body-name-variants",
        (REFORM, f"{REFORM[:-1]}, qua Bưu điện huyện An Sơn và Bưu điện An Sơn."),
        "Bưu điện An Sơn",
    ),
    (
        "body-name-variants",
        (
            REFORM,
            f"{REFORM[:-1]} tại Trung tâm Phục vụ hành chính công tỉnh và Trung tâm Dịch vụ hành "
            "chính công trực tuyến tỉnh.",
        ),
        "Trung tâm Dịch vụ hành chính công trực tuyến tỉnh",
    ),
    (
        "body-name-variants",
        (REFORM, f"{REFORM[:-1]}, giao Huyện đoàn. Đoàn Thanh niên Cộng sản Hồ Chí Minh huyện."),
        "Huyện đoàn",
    ),
    ("name-capitals-mixed", ("thông qua Phòng Nội vụ)", "thông qua phòng Nội vụ)"), "phòng Nội vụ"),
    (
        "first-citation-incomplete",
        (DUTY, f"{DUTY}\n\nc) Thực hiện Kế hoạch số 77/KH-UBND về phát thanh cơ sở của xã."),
        "77/KH-UBND",
    ),
    (
        "first-citation-untitled",
        (DUTY, f"{DUTY}\n\nc) Thực hiện Kế hoạch số 77/KH-UBND ngày 03/01/2024 của UBND tỉnh."),
        "77/KH-UBND",
    ),
    (
        "blank-in-final",
        (DUTY, f"{DUTY}\n\nc) Gửi về Phòng Nội vụ trước ngày …… để tổng hợp."),
        "……",
    ),
]  # fmt: skip
IDS = [f"{fault[0]}-{index}" for index, fault in enumerate(FAULTS)]


@pytest.mark.parametrize(("code", "change", "quote"), FAULTS, ids=IDS)
def test_fault_is_found_where_it_stands(code: str, change: tuple[str, str], quote: str) -> None:
    text = PACKAGE.replace(*change, 1)
    assert text != PACKAGE

    found = [f for f in findings(text) if f.code == code]

    assert [quote in f.quote for f in found] == [True]
    assert found[0].quote in text.split("\n")[found[0].line - 1]
    assert found[0].severity == SEVERITIES[code]


QUIET = [
    ("rows of a group", (ROW, ROW.replace("Phòng Tư pháp chủ trì", ""))),
    (
        "two boards of one committee",
        (REFORM, f"{REFORM[:-1]}; Ban Dân vận Huyện ủy trước ngày 15; Ban Thường vụ Huyện ủy."),
    ),
    ("letters without đ", (DUTY, f"{DUTY}\n\nc) In tờ rơi.\n\nd) Mở hội thi.\n\ne) Dựng pa nô.")),
    ("a later short citation", (DUTY, f"{DUTY}\n\nc) Thực hiện Quyết định số 9/QĐ-UBND.")),
    ("a law by name", (DUTY, f"{DUTY}\n\nc) Phổ biến Luật Thanh tra số 11/2022/QH15.")),
    ("an ellipsis", (DUTY, f"{DUTY}\n\nc) Phát tờ rơi, pa nô, …")),
    ("two levels", (REFORM, f"{REFORM[:-1]} với Văn phòng UBND tỉnh, Văn phòng UBND xã.")),
]


@pytest.mark.parametrize("change", [case[1] for case in QUIET], ids=[case[0] for case in QUIET])
def test_what_is_in_order_is_not_told(change: tuple[str, str]) -> None:
    told = {f.code for f in findings(PACKAGE.replace(*change, 1))}

    assert told & {fault[0] for fault in FAULTS} == set()


def test_blank_in_a_draft_is_a_note() -> None:
    text = PACKAGE.replace("Số: 12/QĐ-UBND", "DỰ THẢO\nSố:    /QĐ-UBND", 1)
    text = text.replace(DUTY, f"{DUTY}\n\nc) Gửi về Phòng Nội vụ trước ngày …… để tổng hợp.")

    found = [f for f in findings(text) if f.code.startswith("blank-")]

    assert [(f.code, f.severity) for f in found] == [("blank-in-draft", "note")]


def test_blanks_of_an_appended_form_are_no_fault() -> None:
    form = "Mẫu số 01\n\nHọ và tên: ………… Chức vụ: …………\n\nNgày …… tháng ……"

    assert not [f for f in findings(f"{PACKAGE}\n\n{form}") if f.code == "blank-in-final"]


def test_register_tells_who_is_unknown_and_who_was_forgotten() -> None:
    register = (
        KnownAgency("Phòng Nội vụ", ("Nội vụ",)),
        KnownAgency("Phòng Y tế"),
        KnownAgency("Thanh tra huyện"),
    )

    found = {f.code: f for f in findings(PACKAGE, Options(register=register))}

    assert found["lead-not-in-register"].quote == "Phòng Tư pháp"
    assert "Phòng Y tế, Thanh tra huyện" in found["agency-without-duties"].message


def test_without_a_register_nobody_is_unknown_or_forgotten() -> None:
    codes = {f.code for f in findings(PACKAGE)}

    assert codes & {"lead-not-in-register", "agency-without-duties"} == set()
