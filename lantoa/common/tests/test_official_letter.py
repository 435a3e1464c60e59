"""The layout of Decree 30/2020: page, head, number left blank, addressees, table, signature."""

from __future__ import annotations

import io
from datetime import date

import pytest
from docx import Document

from lantoa.common.services import official_letter
from lantoa.common.services.letter_parts import (
    MOTTO,
    NATION,
    Grid,
    Group,
    Heading,
    Letterhead,
    OfficialLetter,
    Paragraph,
    Signature,
    written_place_and_day,
)

HEAD = Letterhead("Phòng Nội vụ", "Ủy ban nhân dân thị xã Sông Trà", "", "Sông Trà")
TABLE = Grid(
    ("TT", "Việc"), [Group("Xã Bình An"), ("1", "Gửi tin")], (20, 140), centred=frozenset({0})
)


def written(**values):
    values = {
        "head": HEAD,
        "summary": "đôn đốc thực hiện nhiệm vụ",
        "body": [Heading("1. Tình hình"), Paragraph("Đề nghị thực hiện."), TABLE],
        "signature": Signature("Trưởng phòng", "Lê Thị Bình", "TL. Chủ tịch"),
        "addressees": ("Xã Bình An", "Xã Bình Minh"),
    } | values
    return Document(io.BytesIO(official_letter.write(OfficialLetter(**values))))


def words(document) -> str:
    lines = [paragraph.text for paragraph in document.paragraphs]
    lines += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(lines)


def millimetres(*lengths) -> list[int]:
    return [round(length.mm) for length in lengths]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 2, 4), "Sông Trà, ngày 04 tháng 02 năm 2026"),
        (date(2026, 3, 24), "Sông Trà, ngày 24 tháng 3 năm 2026"),
        (None, "Sông Trà, ngày      tháng      năm"),
    ],
)
def test_small_days_and_the_first_two_months_have_a_zero(day, expected):
    assert written_place_and_day("Sông Trà", day) == expected


def test_the_page_has_the_size_and_margins_of_the_decree():
    section = written().sections[0]
    assert millimetres(section.page_width, section.page_height) == [210, 297]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert millimetres(*margins) == [20, 20, 30, 20]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml


def test_the_head_names_nation_and_issuer_and_leaves_the_number_blank():
    document = written()
    left, right = (cell.text.splitlines() for cell in document.tables[0].rows[0].cells)
    assert [line for line in right if line][:2] == [NATION, MOTTO]
    assert [line for line in left if line] == [
        "ỦY BAN NHÂN DÂN THỊ XÃ SÔNG TRÀ",
        "PHÒNG NỘI VỤ",
        "Số:          /",
        "V/v đôn đốc thực hiện nhiệm vụ",
        "DỰ THẢO",
    ]


def test_addressees_recipients_and_signature_stand_as_the_decree_wants():
    text = words(written())
    assert "Kính gửi:" in text and "- Xã Bình An;" in text and "- Xã Bình Minh." in text
    assert "Nơi nhận:" in text and "- Như trên;" in text and "- Lưu: VT." in text
    assert "TL. CHỦ TỊCH\nTRƯỞNG PHÒNG" in text and "Lê Thị Bình" in text


def test_one_addressee_stands_in_one_line():
    assert "Kính gửi: Xã Bình An." in words(written(addressees=("Xã Bình An",)))


def test_a_table_repeats_its_header_and_has_fixed_widths():
    table = written().tables[2]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert millimetres(*(column.width for column in table.columns)) == [20, 140]
    assert table.rows[1].cells[0].text == table.rows[1].cells[1].text == "Xã Bình An"


def test_a_document_with_a_type_name_has_its_summary_under_it_and_no_addressees():
    text = words(written(kind="Báo cáo", addressees=(), draft=False))
    assert "BÁO CÁO\nđôn đốc thực hiện nhiệm vụ" in text
    assert "Kính gửi" not in text and "V/v" not in text and "DỰ THẢO" not in text
