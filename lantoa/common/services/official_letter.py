"""Writes an official document as .docx in the layout of Decree 30/2020/NĐ-CP (thể thức văn bản).

A4, margins 20/20/30/20 mm, Times New Roman, page number at the top from page two on.
"""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from lantoa.common.services.letter_parts import (
    MOTTO,
    NATION,
    Grid,
    Group,
    Heading,
    OfficialLetter,
    Paragraph,
    recipient_lines,
    written_place_and_day,
)

TEXT_WIDTH = 160.0
_HEAD = (62.0, 98.0)
_LEFT, _CENTRE, _BOTH = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
DRAFT = "DỰ THẢO"


def write(letter: OfficialLetter) -> bytes:
    """The document as a Word file."""
    document = Document()
    _page(document)
    _head(document, letter)
    if letter.kind:
        _type_name(document, letter)
    else:
        _addressees(document, letter)
    for block in letter.body:
        _block(document, block)
    _foot(document, letter)
    document.core_properties.title = letter.summary
    document.core_properties.author = letter.head.issuer
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
    section.left_margin = Mm(30)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), "Times New Roman")
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    normal.element.get_or_add_rPr().append(language)
    normal.paragraph_format.space_after = Pt(0)
    number = section.header.paragraphs[0]
    number.alignment = _CENTRE
    _field(number, "PAGE")


def _field(paragraph: Any, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        run = paragraph.add_run()
        run.font.size = Pt(13)
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)


def _head(document: Any, letter: OfficialLetter) -> None:
    table = _bare_table(document, _HEAD)
    left, right = table.rows[0].cells
    lines = [(letter.head.superior.upper(), False)] if letter.head.superior else []
    for index, (text, bold) in enumerate([*lines, (letter.head.issuer.upper(), True)]):
        _line(left, text, 13, bold=bold, first=index == 0)
    _rule(left, 22)
    number = f"Số:          /{letter.head.symbol}"
    _line(left, number, 13, before=4)
    if not letter.kind:
        _line(left, f"V/v {letter.summary}", 12, before=2)
    if letter.draft:
        _line(left, DRAFT, 12, bold=True, before=4)
    _line(right, NATION, 12, bold=True, first=True)
    _line(right, MOTTO, 13, bold=True)
    _rule(right, 56)
    written = written_place_and_day(letter.head.place, letter.head.day)
    _line(right, written, 14, italic=True, before=4)


def _type_name(document: Any, letter: OfficialLetter) -> None:
    _line(document, letter.kind.upper(), 14, bold=True, before=14)
    _line(document, letter.summary, 14, bold=True)
    _rule(document, 50)


def _addressees(document: Any, letter: OfficialLetter) -> None:
    if len(letter.addressees) == 1:
        _line(document, f"Kính gửi: {letter.addressees[0]}.", 14, before=16, after=8)
        return
    table = _bare_table(document, (52.0, TEXT_WIDTH - 52.0))
    left, right = table.rows[0].cells
    _line(left, "Kính gửi:", 14, align=WD_ALIGN_PARAGRAPH.RIGHT, before=16, first=True)
    last = len(letter.addressees) - 1
    for index, one in enumerate(letter.addressees):
        end = "." if index == last else ";"
        before = 16 if index == 0 else 0
        _line(right, f"- {one}{end}", 14, align=_LEFT, before=before, first=index == 0)
    _line(document, "", 8)


def _block(document: Any, block: Any) -> None:
    if isinstance(block, Grid):
        _grid(document, block)
        return
    paragraph = document.add_paragraph()
    run = paragraph.add_run(block.text)
    run.bold = isinstance(block, Heading)
    run.italic = isinstance(block, Paragraph) and block.italic
    shape = paragraph.paragraph_format
    shape.alignment, shape.first_line_indent = _BOTH, Mm(12.7)
    shape.space_before, shape.space_after, shape.line_spacing = Pt(0), Pt(6), 1.15
    shape.keep_with_next = isinstance(block, Heading)


def _grid(document: Any, grid: Grid) -> None:
    table = document.add_table(rows=1, cols=len(grid.header))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for index, text in enumerate(grid.header):
        _line(table.rows[0].cells[index], text, 12, bold=True, first=True)
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    for row in grid.rows:
        cells = table.add_row().cells
        if isinstance(row, Group):
            merged = cells[0].merge(cells[-1])
            _line(merged, row.text, 12, bold=True, align=_LEFT, first=True)
            merged.paragraphs[0].paragraph_format.keep_with_next = True
            continue
        for index, text in enumerate(row):
            align = _CENTRE if index in grid.centred else _LEFT
            _line(cells[index], text, 12, align=align, first=True)
    _set_widths(table, grid.widths)
    for row in table.rows:
        unbroken = OxmlElement("w:cantSplit")
        row._tr.get_or_add_trPr().append(unbroken)
    _line(document, "", 8)


def _foot(document: Any, letter: OfficialLetter) -> None:
    table = _bare_table(document, (80.0, 80.0))
    left, right = table.rows[0].cells
    _line(left, "Nơi nhận:", 12, bold=True, italic=True, align=_LEFT, before=6, first=True)
    for text in recipient_lines(letter.recipients, letter.filed):
        _line(left, text, 11, align=_LEFT)
    signature, first = letter.signature, True
    for text in (signature.authority, signature.title):
        if text:
            _line(right, text.upper(), 14, bold=True, before=6 if first else 0, first=first)
            first = False
    for _ in range(4):
        _line(right, "", 14)
    _line(right, signature.name, 14, bold=True)


def _bare_table(document: Any, widths: tuple[float, ...]) -> Any:
    table = document.add_table(rows=1, cols=len(widths))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _set_widths(table, widths)
    return table


def _set_widths(table: Any, widths: Any) -> None:
    # On columns and cells both: readers differ in which they believe, and the motto must not wrap.
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row._tr.tc_lst, widths, strict=False):
            if cell.grid_span == 1:
                cell.width = Mm(width)


def _line(
    where: Any,
    text: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    align: Any = _CENTRE,
    before: float = 0,
    after: float = 0,
    first: bool = False,
) -> None:
    """One paragraph; a cell's first line takes the paragraph it already has."""
    paragraph = where.paragraphs[0] if first else where.add_paragraph()
    paragraph.alignment = align
    shape = paragraph.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), 1
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)


def _rule(where: Any, length: float) -> None:
    """A line of that many millimetres under what stands above, as a paragraph's border."""
    paragraph = where.add_paragraph()
    paragraph.alignment = _CENTRE
    shape = paragraph.paragraph_format
    width = _HEAD[0] if length < 40 else (_HEAD[1] if length > 55 else TEXT_WIDTH)
    inset = Mm((width - 4 - length) / 2)
    shape.left_indent, shape.right_indent = inset, inset
    shape.space_before, shape.space_after, shape.line_spacing = Pt(0), Pt(0), Pt(3)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().append(borders)
    paragraph.add_run("").font.size = Pt(2)
