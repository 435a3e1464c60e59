"""Word files: what stands on the page is what the reader gets, in the order of the page."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import docx
import pytest

from lantoa.documents.reading.docx import extract_docx
from lantoa.documents.reading.reader import read_bytes

from . import word_files as word

SAMPLE = Path(__file__).parents[3] / "tests/samples/ninh-hoa-2023/source.txt"


def _lines(document: object) -> list[str]:
    return [line for line in extract_docx(word.saved(document)).split("\n") if line.strip()]


def test_paragraphs_and_tables_keep_the_order_of_the_page():
    document = docx.Document()
    document.add_paragraph("trước")
    table = document.add_table(2, 3)
    for index, text in enumerate(["STT", "Nội dung", "Chủ trì", "1", "Họp", "Sở A"]):
        table.cell(index // 3, index % 3).text = text
    document.add_paragraph("sau")
    assert _lines(document) == ["trước", "STT\tNội dung\tChủ trì", "1\tHọp\tSở A", "sau"]


def test_automatic_numbers_are_written_out_at_every_level():
    document = docx.Document()
    levels = [("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "")]
    number = word.define_list(document, levels)
    for level, text in [(0, "A"), (1, "B"), (1, "C"), (2, "D"), (3, "E"), (0, "F"), (1, "G")]:
        word.listed(document, number, level, text)
    assert _lines(document) == ["I. A", "1. B", "2. C", "a) D", "- E", "II. F", "1. G"]


def test_a_label_may_hold_the_numbers_of_the_levels_above():
    document = docx.Document()
    number = word.define_list(document, [("decimal", "%1."), ("decimal", "%1.%2.")])
    for level, text in [(0, "A"), (1, "B"), (1, "C"), (0, "D"), (1, "E")]:
        word.listed(document, number, level, text)
    assert _lines(document) == ["1. A", "1.1. B", "1.2. C", "2. D", "2.1. E"]


def test_the_number_may_come_from_the_paragraph_style():
    document = docx.Document()
    document.add_paragraph("một", style="List Number")
    document.add_paragraph("hai", style="List Number")
    document.add_paragraph("gạch", style="List Bullet")
    assert _lines(document) == ["1. một", "2. hai", "- gạch"]


def test_insertions_stay_and_deletions_go():
    document = docx.Document()
    word.raw_paragraph(
        document,
        '<w:r><w:t xml:space="preserve">trước ngày </w:t></w:r>'
        '<w:del w:id="1" w:author="x"><w:r><w:delText>20</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="x"><w:r><w:t>25</w:t></w:r></w:ins>'
        '<w:moveFrom w:id="3"><w:r><w:t>đi</w:t></w:r></w:moveFrom>'
        '<w:moveTo w:id="4"><w:r><w:t xml:space="preserve"> tháng</w:t></w:r></w:moveTo>',
    )
    assert _lines(document) == ["trước ngày 25 tháng"]


def test_links_fields_and_breaks_read_as_they_show():
    document = docx.Document()
    word.raw_paragraph(
        document,
        "<w:hyperlink><w:r><w:t>cổng</w:t></w:r></w:hyperlink><w:r><w:br/></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>'
        "<w:r><w:t>Sở</w:t><w:noBreakHyphen/><w:t>ngành</w:t></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
    )
    assert _lines(document) == ["cổng", "Sở-ngành"]


def test_a_cell_over_two_columns_leaves_the_second_empty():
    document = docx.Document()
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Nhóm"
    table.cell(0, 2).text = "x"
    assert _lines(document)[0] == "Nhóm\t\tx"


def test_a_cell_merged_downwards_holds_for_every_row_unless_the_row_is_one():
    document = docx.Document()
    table = document.add_table(3, 3)
    rows = [["1", "Họp", "Quý I"], ["2", "In", ""], ["", "và phát", ""]]
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    table.cell(0, 2).merge(table.cell(2, 2)).text = "Quý I"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "2"
    assert _lines(document) == ["1\tHọp\tQuý I", "2\tIn\tQuý I", "\tvà phát\t"]


def test_paragraphs_of_a_cell_become_one_line_and_lists_keep_their_dashes():
    document = docx.Document()
    cell = document.add_table(1, 2).cell(0, 0)
    cell.text = "- Hội nghị"
    cell.add_paragraph("- Văn bản\tchỉ đạo")
    assert _lines(document)[0].split("\t")[0] == "- Hội nghị - Văn bản chỉ đạo"


def test_the_head_set_in_a_table_reads_as_lines():
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "UBND HUYỆN ĐỒI CHÈ"
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    table.cell(1, 0).text = "Số: 7/KH-UBND"
    table.cell(1, 1).text = "Đồi Chè, ngày 05 tháng 01 năm 2031"
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Tuyên truyền năm 2031")
    document.add_paragraph("I. MỤC TIÊU")
    read = read_bytes(word.saved(document), name="a.docx").documents[0]
    assert (read.symbol, read.place, read.issuer) == ("7/KH-UBND", "Đồi Chè", "UBND HUYỆN ĐỒI CHÈ")


@pytest.mark.parametrize(
    ("font", "typed", "meant"),
    [
        (".VnTime", "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        (".VnTimeH", "kÕ ho¹ch", "KẾ HOẠCH"),
        (
            "VNI-Times",
            "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam",
            "Cộng hòa xã hội chủ nghĩa Việt Nam",
        ),
        ("Times New Roman", "Cộng hòa", "Cộng hòa"),
    ],
)
def test_fonts_of_before_unicode_are_decoded(font, typed, meant):
    document = docx.Document()
    document.add_paragraph().add_run(typed).font.name = font
    assert _lines(document) == [meant]


def test_the_old_font_may_come_from_the_default_style():
    document = docx.Document()
    document.styles["Normal"].font.name = ".VnTime"
    document.add_paragraph("KÕ ho¹ch truyÒn th«ng")
    assert _lines(document) == ["Kế hoạch truyền thông"]


def test_text_of_a_block_holder_is_read():
    body = (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    data = word.with_part(word.word_file("x"), "word/document.xml", word.document_xml(body))
    assert extract_docx(data).strip() == "trong khung"


def test_a_plan_written_in_word_reads_as_the_same_plan_in_text():
    text = SAMPLE.read_text(encoding="utf-8")
    document = docx.Document()
    rows: list[list[str]] = []
    for line in [*text.split("\n"), ""]:
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            table = document.add_table(len(rows), len(rows[0]))
            for cell, words in zip(table._cells, chain.from_iterable(rows), strict=True):
                cell.text = words
            rows = []
        document.add_paragraph(line)
    ours = read_bytes(word.saved(document), name="a.docx").documents
    plain = read_bytes(text.encode(), name="a.txt").documents
    assert [_shape(d) for d in ours] == [_shape(d) for d in plain]


def _shape(document):
    return (
        document.kind,
        document.status,
        document.title,
        [(duty.path, duty.text) for duty in document.obligations],
        [(activity.number, activity.task, activity.forms) for activity in document.activities],
    )


NOTES = (
    f'<w:footnotes {word.NS}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Theo Công văn</w:t></w:r>'
    "</w:p><w:p><w:r><w:t>số 5</w:t></w:r></w:p></w:footnote></w:footnotes>"
)


def test_a_footnote_stands_where_it_is_cited():
    body = (
        '<w:p><w:r><w:t>Báo cáo</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        '<w:r><w:t>.</w:t></w:r><w:r><w:footnoteReference w:id="9"/></w:r></w:p>'
    )
    data = word.with_part(word.word_file("x"), "word/document.xml", word.document_xml(body))
    data = word.with_part(data, "word/footnotes.xml", NOTES.encode())
    assert extract_docx(data) == "Báo cáo [Theo Công văn số 5]."


def test_a_deleted_row_is_gone_and_a_deleted_paragraph_end_joins():
    row = "<w:tr>{}<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    gone = '<w:trPr><w:del w:id="1" w:author="x"/></w:trPr>'
    cut = '<w:pPr><w:rPr><w:del w:id="2" w:author="x"/></w:rPr></w:pPr>'
    body = (
        f"<w:tbl>{row.format('', 'một')}{row.format(gone, 'hai')}</w:tbl>"
        f"<w:p>{cut}<w:r><w:t xml:space='preserve'>nối </w:t></w:r></w:p>"
        "<w:p><w:r><w:t>liền</w:t></w:r></w:p>"
        f"<w:p>{cut}<w:r><w:t>cuối</w:t></w:r></w:p>"
    )
    data = word.with_part(word.word_file("x"), "word/document.xml", word.document_xml(body))
    assert [n for n in extract_docx(data).split("\n") if n] == ["một", "nối liền", "cuối"]


def test_words_in_a_text_box_are_read_once():
    inner = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    body = (
        f"<w:p><w:r><w:t>thân</w:t></w:r><w:r><mc:AlternateContent {mc}><mc:Choice Requires='wps'>"
        f"<w:drawing><w:txbxContent>{inner.format('khung')}</w:txbxContent></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{inner.format('khung')}"
        "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    data = word.with_part(word.word_file("x"), "word/document.xml", word.document_xml(body))
    assert extract_docx(data).split("\n") == ["thân", "khung"]
