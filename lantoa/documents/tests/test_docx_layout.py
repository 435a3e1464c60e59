"""The layout of Word files against Decree 30/2020: a right file is quiet, each fault is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.shared import Mm, Pt

from lantoa.documents.reading.docx_layout import layout_of
from lantoa.documents.reading.docx_package import Package
from lantoa.documents.reading.model import Finding
from lantoa.documents.reading.reader import read_bytes

from . import word_files as word

CODES = {
    "page-size", "page-margins", "font-not-standard", "body-size", "page-number-place",
    "part-style", "recipient-bold", "part-missing", "tracked-changes",
}  # fmt: skip
LINES: list[tuple[str, dict[str, Any]]] = [
    ("ỦY BAN NHÂN DÂN", {"size": 13}),
    ("XÃ SÔNG TRÀ", {"size": 13, "bold": True}),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {"size": 13, "bold": True}),
    ("Độc lập - Tự do - Hạnh phúc", {"size": 14, "bold": True}),
    ("Số: 21/KH-UBND", {"size": 13}),
    ("Sông Trà, ngày 10 tháng 01 năm 2026", {"size": 14, "italic": True}),
    ("KẾ HOẠCH", {"size": 14, "bold": True, "align": ALIGN.CENTER}),
    ("Tuyên truyền cải cách hành chính năm 2026", {"size": 14, "bold": True}),
    ("Kính gửi: Các thôn trong xã", {"size": 14}),
    ("I. MỤC TIÊU", {"size": 14, "bold": True}),
    ("1. Phổ biến kế hoạch đến công chức, người lao động và nhân dân trong xã.", {"size": 14}),
    ("Nơi nhận:", {"size": 12, "bold": True, "italic": True}),
    ("- Lưu: VT.", {"size": 11}),
    ("TM. ỦY BAN NHÂN DÂN", {"size": 14, "bold": True}),
    ("CHỦ TỊCH", {"size": 14, "bold": True}),
    ("Trần Văn An", {"size": 14, "bold": True}),
]
PAGE = (
    f'<w:p {word.NS}><w:pPr><w:jc w:val="%s"/></w:pPr>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


def right_file() -> Any:
    document = docx.Document()
    document.styles["Normal"].font.name = "Times New Roman"
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.different_first_page_header_footer = True
    section.header._element.append(parse_xml(PAGE % "center"))
    for text, look in LINES:
        paragraph = document.add_paragraph()
        run = paragraph.add_run(text)
        run.font.size, run.bold, run.italic = Pt(look["size"]), look.get("bold"), look.get("italic")
        paragraph.alignment = look.get("align")
    return document


def told(document: Any) -> list[Finding]:
    findings = read_bytes(word.saved(document), name="a.docx").findings
    return [finding for finding in findings if finding.code in CODES]


def run_of(document: Any, start: str) -> Any:
    return next(p for p in document.paragraphs if p.text.startswith(start)).runs[0]


def test_a_file_set_by_the_rules_is_quiet() -> None:
    assert [(f.code, f.message) for f in told(right_file())] == []


def test_facts_are_taken_through_styles_and_defaults() -> None:
    layout = layout_of(Package(word.saved(right_file())))

    assert (layout.pages[0].width, layout.pages[0].left) == (210, 30)
    assert layout.number and (layout.number.place, layout.number.align) == ("header", "center")
    assert not layout.number.on_first_page and layout.changes == 0
    assert layout.fonts.most_common(1)[0][0] == "Times New Roman"
    title = next(p for p in layout.paragraphs if p.text == "KẾ HOẠCH")
    assert (title.look.bold, title.look.size, title.look.align) == (True, 14, "center")


def letter(document: Any) -> None:
    document.sections[0].page_width, document.sections[0].page_height = Mm(216), Mm(279)


def narrow(document: Any) -> None:
    document.sections[0].left_margin = Mm(25)


def calibri(document: Any) -> None:
    document.styles["Normal"].font.name = "Calibri"


def small(document: Any) -> None:
    for paragraph in document.paragraphs:
        paragraph.runs[0].font.size = Pt(12)


def foot(document: Any) -> None:
    header = document.sections[0].header._element
    document.sections[0].footer._element.append(header[-1])


def first_page_too(document: Any) -> None:
    document.sections[0].different_first_page_header_footer = False


def thin_motto(document: Any) -> None:
    run_of(document, "CỘNG HÒA").bold = False


def bold_recipient(document: Any) -> None:
    run_of(document, "Kính gửi").bold = True


def no_recipients(document: Any) -> None:
    for start in ("Nơi nhận", "- Lưu"):
        run_of(document, start)._r.getparent().getparent().remove(
            run_of(document, start)._r.getparent()
        )


def tracked(document: Any) -> None:
    run = '<w:ins w:id="1" w:author="A"><w:r><w:t> thêm</w:t></w:r></w:ins>'
    word.raw_paragraph(document, run)


FAULTS: list[tuple[Callable[[Any], None], str, str]] = [
    (letter, "page-size", "216 × 279"),
    (narrow, "page-margins", "trái 25 mm"),
    (calibri, "font-not-standard", "Calibri"),
    (small, "body-size", "cỡ 12"),
    (foot, "page-number-place", "lề dưới"),
    (first_page_too, "page-number-place", "trang đầu"),
    (thin_motto, "part-style", "Quốc hiệu"),
    (bold_recipient, "recipient-bold", "Kính gửi"),
    (no_recipients, "part-missing", "nơi nhận"),
    (tracked, "tracked-changes", "1 chỗ"),
]


@pytest.mark.parametrize(("spoil", "code", "says"), FAULTS, ids=[f[0].__name__ for f in FAULTS])
def test_each_fault_is_told_and_never_as_an_error(
    spoil: Callable[[Any], None], code: str, says: str
) -> None:
    document = right_file()
    spoil(document)

    found = [finding for finding in told(document) if finding.code == code]

    assert len(found) == 1 and says in found[0].message
    assert found[0].severity != "error" and found[0].line >= 1


def test_text_files_have_no_layout_to_check() -> None:
    text = "\n".join(text for text, _ in LINES)

    assert not CODES & {f.code for f in read_bytes(text.encode(), name="a.txt").findings}


@pytest.mark.parametrize(
    "section",
    [
        "<w:sectPr/>",
        '<w:sectPr><w:pgSz w:w="x" w:h=""/><w:pgMar w:top="-9999999999"/></w:sectPr>',
        '<w:sectPr><w:headerReference w:type="default"/></w:sectPr>',
    ],
)
def test_broken_attributes_do_no_harm(section: str) -> None:
    body = f"<w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>{section}"
    data = word.with_part(word.word_file("x"), "word/document.xml", word.document_xml(body))

    assert read_bytes(data, name="a.docx").documents
