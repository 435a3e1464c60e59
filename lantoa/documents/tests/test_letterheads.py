"""The head of the first page, however its two columns and its long lines were flattened."""

from __future__ import annotations

from datetime import date

import pytest

from lantoa.documents.reading.reader import read_text

BODY = "\nI. MỤC TIÊU\n1. Phổ biến kế hoạch đến công chức.\n"
MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
HEADS = {
    "motto over two lines": (
        "UBND HUYỆN ĐỒI CHÈ\nPHÒNG NỘI VỤ\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nSố: 12/KH-NV\nĐồi Chè, ngày 05 tháng 3 năm 2031\n"
    ),
    "motto cut elsewhere": (
        "UBND HUYỆN ĐỒI CHÈ\nPHÒNG NỘI VỤ\nCỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do\n- Hạnh phúc\nSố: 12/KH-NV\nĐồi Chè, ngày 05 tháng 3 năm 2031\n"
    ),
    "right column first": (
        f"{MOTTO}Đồi Chè, ngày 05 tháng 3 năm 2031\nUBND HUYỆN ĐỒI CHÈ\nPHÒNG NỘI VỤ\n"
        "Số: 12/KH-NV\n"
    ),
    "two columns with gaps": (
        "UBND HUYỆN ĐỒI CHÈ        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "   PHÒNG NỘI VỤ             Độc lập - Tự do - Hạnh phúc\n"
        "Số: 12/KH-NV              Đồi Chè, ngày 05 tháng 3 năm 2031\n"
    ),
    "two columns with one space": (
        "UBND HUYỆN ĐỒI CHÈ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "PHÒNG NỘI VỤ Độc lập - Tự do - Hạnh phúc\n"
        "Số: 12/KH-NV Đồi Chè, ngày 05 tháng 3 năm 2031\n"
    ),
    "cells on lines of their own": (
        "|\n**UBND HUYỆN\nĐỒI CHÈ**\n**PHÒNG NỘI VỤ**\n-------\n|\n**CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA "
        "VIỆT NAM**\nĐộc lập - Tự do - Hạnh phúc\n|\n|\nSố: 12/KH-NV\n|\n*Đồi Chè,\nngày 05 "
        "tháng 3 năm 2031*\n|\n"
    ),
    "day broken over two lines": (
        f"UBND HUYỆN ĐỒI CHÈ\nPHÒNG NỘI VỤ\nSố: 12/KH-NV\n{MOTTO}Đồi Chè, ngày 05\n"
        "tháng 3 năm 2031\n"
    ),
    "urgent": (
        f"UBND HUYỆN ĐỒI CHÈ\nPHÒNG NỘI VỤ\nHỎA TỐC\nSố: 12/KH-NV\n{MOTTO}Đồi Chè, 05/3/2031\n"
    ),
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_the_head_says_the_same_in_every_layout(head):
    document = read_text(f"{head}KẾ HOẠCH\nTuyên truyền năm 2031\n{BODY}").documents[0]

    assert (document.issuer, document.symbol) == ("PHÒNG NỘI VỤ", "12/KH-NV")
    assert (document.place, document.date) == ("Đồi Chè", date(2031, 3, 5))
    assert document.title == "Tuyên truyền năm 2031"


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        ("UBND TỈNH LÂM HẢI\nSỞ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"),
        (
            "ỦY BAN MẶT TRẬN TỔ QUỐC\nVIỆT NAM XÃ SUỐI MÂY",
            "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ SUỐI MÂY",
        ),
        ("UBND TỈNH LÂM HẢI\nBAN QUẢN LÝ CÁC KHU\nCÔNG NGHIỆP", "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP"),
        ("ĐẢNG BỘ TỈNH LÂM HẢI\nĐẢNG ỦY XÃ SUỐI MÂY", "ĐẢNG ỦY XÃ SUỐI MÂY"),
        ("BAN CHỈ HUY\nPHÒNG THỦ DÂN SỰ XÃ", "BAN CHỈ HUY PHÒNG THỦ DÂN SỰ XÃ"),
        ("BỘ NỘI VỤ\nVỤ CẢI CÁCH HÀNH CHÍNH", "VỤ CẢI CÁCH HÀNH CHÍNH"),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ ĐỒI CHÈ", "ỦY BAN NHÂN DÂN THÀNH PHỐ ĐỒI CHÈ"),
    ],
)
def test_a_name_over_several_lines_is_one_and_a_superior_is_not_the_issuer(lines, issuer):
    text = f"{lines}\nSố: 3/KH-A\n{MOTTO}KẾ HOẠCH\nTuyên truyền\n{BODY}"

    assert read_text(text).documents[0].issuer == issuer


@pytest.mark.parametrize(
    ("line", "number", "symbol", "status"),
    [
        ("Số: 15-KH/ĐU", "15", "15-KH/ĐU", "issued"),
        ("Số 15 -KH/ĐU", "15", "15-KH/ĐU", "issued"),
        ("Số:      -KH/ĐU", None, None, "draft"),
        ("Số: ……/KH-UBND", None, None, "draft"),
        ("Số: 04/2031/QĐ-UBND", "04", "04/2031/QĐ-UBND", "issued"),
        ("Số: 118/UBND-NC", "118", "118/UBND-NC", "issued"),
    ],
)
def test_numbers_of_the_party_and_blanks_of_drafts(line, number, symbol, status):
    text = f"ĐẢNG ỦY XÃ A\n{line}\nA, ngày 3 tháng 3 năm 2031\nKẾ HOẠCH\nTuyên truyền\n{BODY}"
    document = read_text(text).documents[0]

    assert (document.number, document.symbol, document.status) == (number, symbol, status)


def test_a_title_in_capitals_may_begin_like_a_preamble():
    text = f"KẾ HOẠCH\nTHỰC HIỆN LỘ TRÌNH ĐỔI MỚI\n57-NQ/TX CỦA XÃ\n\nCăn cứ Luật A;\n{BODY}"

    assert read_text(text).documents[0].title == "THỰC HIỆN LỘ TRÌNH ĐỔI MỚI 57-NQ/TX CỦA XÃ"


@pytest.mark.parametrize(
    ("line", "place", "day"),
    [
        ("Hà Nội, ngày 5-3-2031", "Hà Nội", date(2031, 3, 5)),
        ("Ba Chẽ, ngày 12.02.2031", "Ba Chẽ", date(2031, 2, 12)),
        ("TP. Hồ Chí Minh, ngày 05 tháng 3 năm 2031", "TP. Hồ Chí Minh", date(2031, 3, 5)),
        ("Ngày 05 tháng 3 năm 2031", None, date(2031, 3, 5)),
        ("*Ba Chẽ, ngày 05/3/2031*", "Ba Chẽ", date(2031, 3, 5)),
        ("Ba Chẽ, 05/3/2031", "Ba Chẽ", date(2031, 3, 5)),
        ("Ba Chẽ, ngày 05tháng 3 năm 2031", "Ba Chẽ", date(2031, 3, 5)),
        ("BA CHẼ, NGÀY 05 THÁNG 3 NĂM 2031", "BA CHẼ", date(2031, 3, 5)),
    ],
)
def test_day_line_in_every_style(line, place, day):
    head = f"UBND HUYỆN ĐỒI CHÈ\nPHÒNG NỘI VỤ\nSố: 12/KH-NV\n{MOTTO}{line}\nKẾ HOẠCH\nTuyên truyền"
    document = read_text(head + BODY).documents[0]

    assert (document.place, document.date, document.issuer) == (place, day, "PHÒNG NỘI VỤ")


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("KẾ HOẠCH LIÊN NGÀNH\nTuyên truyền pháp luật", "Tuyên truyền pháp luật"),
        ("KẾ HOẠCH PHỐI HỢP\nTuyên truyền pháp luật", "Tuyên truyền pháp luật"),
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện Nghị quyết Đại hội", "thực hiện Nghị quyết Đại hội"),
        ("KẾ HOẠCH\nThực hiện Nghị quyết số 5-NQ/TU\n", "Thực hiện Nghị quyết số 5-NQ/TU"),
        (
            "KẾ HOẠCH\nTUYÊN TRUYỀN NĂM 2031\nThực hiện Kế hoạch số 6/KH-UBND của tỉnh\n"
            "về tuyên truyền, Phòng Nội vụ ban hành kế hoạch như sau:",
            "TUYÊN TRUYỀN NĂM 2031",
        ),
    ],
)
def test_title_below_the_kind(lines, title):
    head = f"UBND HUYỆN ĐỒI CHÈ\nPHÒNG NỘI VỤ\nSố: 12/KH-NV\n{MOTTO}Đồi Chè, ngày 5/3/2031\n"

    assert read_text(head + lines + BODY).documents[0].title == title


def test_party_committee_named_below_the_kind_issues_the_directive():
    text = (
        "ĐẢNG BỘ TỈNH ĐỒI CHÈ\n*\nSố 15-CT/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nĐồi Chè, ngày 5/3/2031\n"
        "CHỈ THỊ\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề cải cách hành chính\n"
    )
    document = read_text(text + BODY).documents[0]

    assert (document.issuer, document.title) == (
        "BAN THƯỜNG VỤ TỈNH ỦY",
        "về cải cách hành chính",
    )


def test_heading_in_a_table_of_one_cell_is_a_heading():
    text = (
        f"UBND XÃ A\nSố: 1/KH-UBND\n{MOTTO}A, ngày 5/3/2031\nKẾ HOẠCH\nTuyên truyền\n"
        "| **I. MỤC TIÊU** |\n|---|\n1. Phổ biến.\n\n| II. NHIỆM VỤ |\n\n1. In tờ gấp.\n"
    )
    sections = read_text(text).documents[0].sections

    assert [section.heading for section in sections] == ["MỤC TIÊU", "NHIỆM VỤ"]
