"""Makes `source.docx` of a sample from its `content.txt`: numbering by Word, merged cells.

`python -m tests.samples.make_word FOLDER…`. In a row, "<" merges a cell with the one on its left
and "^" with the one above. A sample keeps the file made; this tells how it came about.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

LEVELS = (
    ("upperRoman", "%1.", re.compile(r"[IVX]+\.\s+")),
    ("decimal", "%2.", re.compile(r"\d+\.\s+")),
    ("lowerLetter", "%3)", re.compile(r"[a-zđ]\)\s+")),
    ("bullet", "-", re.compile(r"-\s+")),
)


def main(folders: list[str]) -> None:
    """Write the Word file of each folder."""
    for name in folders:
        folder = Path(name)
        lines = (folder / "content.txt").read_text("utf-8").rstrip("\n").split("\n")
        document = Document()
        _lay_out(document)
        _Maker(document).all(lines)
        document.save(str(folder / "source.docx"))


class _Maker:
    def __init__(self, document: Any) -> None:
        self.document = document
        self.number = _add_numbering(document)
        self.in_body = False

    def all(self, lines: list[str]) -> None:
        rows: list[list[str]] = []
        for line in [*lines, ""]:
            if "\t" in line:
                rows.append(line.split("\t"))
                continue
            if rows:
                self.table(rows)
                rows = []
            self.paragraph(line)

    def paragraph(self, line: str) -> None:
        """Lines between the title and the recipients get their label from Word."""
        if line.startswith(("I. ", "Nơi nhận")):
            self.in_body = line.startswith("I. ")
        for level, (_, _, pattern) in enumerate(LEVELS):
            found = pattern.match(line)
            if self.in_body and found:
                paragraph = self.document.add_paragraph(line[found.end() :])
                _set_level(paragraph, self.number, level)
                return
        self.document.add_paragraph(line)

    def table(self, rows: list[list[str]]) -> None:
        width = max(map(len, rows))
        table = self.document.add_table(rows=len(rows), cols=width, style="Table Grid")
        for y, row in enumerate(rows):
            for x, text in enumerate(row):
                if text not in {"<", "^"}:
                    table.cell(y, x).text = text
        for y, row in enumerate(rows):
            for x, text in enumerate(row):
                if text == "<":
                    table.cell(y, x - 1).merge(table.cell(y, x))
                elif text == "^":
                    table.cell(y - 1, x).merge(table.cell(y, x))


def _lay_out(document: Any) -> None:
    """A4, margins and font as NĐ 30/2020/NĐ-CP has them (Phụ lục I)."""
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin = page.bottom_margin = page.right_margin = Mm(20)
    page.left_margin = Mm(30)
    font = document.styles["Normal"].font
    font.name, font.size = "Times New Roman", Pt(14)
    fonts = document.styles["Normal"].element.rPr.rFonts
    for name in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(name), "Times New Roman")


def _add_numbering(document: Any) -> int:
    """One list of four levels, as offices set it up."""
    part = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for i, (style, text, _) in enumerate(LEVELS)
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    part.insert(0, abstract)
    number = parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>')
    part.append(number)
    return 90


def _set_level(paragraph: Any, number: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


if __name__ == "__main__":
    main(sys.argv[1:])
