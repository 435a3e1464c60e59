"""The running text of one document (phần nội dung), without tables and page numbers."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from lantoa.common.rules.vietnamese import fold

from .lines import Line
from .model import Reference
from .paragraphs import Piece
from .references import find_references
from .table_model import Table

_PAGE_NUMBER = re.compile(
    r"^(?:[-–\s]*\d{1,3}[-–\s]*|trang\s+\d{1,3}(?:\s?/\s?\d{1,3})?|\d{1,3}\s?/\s?\d{1,3})$"
)
_BASIS = re.compile(r"(?:can cu|theo de nghi|xet de nghi|thuc hien|tren co so|xet)\b")


def body_lines(
    lines: Sequence[Line], tables: Sequence[Table], cells: Collection[int] = ()
) -> list[Line]:
    """The lines that paragraphs are made of; page numbers and rules vanish as if never printed.

    `cells`: lines of other tables, which are no running text either.
    """
    taken = {number for table in tables for number in table.lines}.union(cells)
    return [
        line
        for line in lines
        if line.number not in taken and not _is_furniture(line) and line.raw.count("\t") < 2
    ]


def cite(pieces: Sequence[Piece]) -> list[Reference]:
    """The citations of the paragraphs, each on the line of the file where it begins."""
    found: list[Reference] = []
    for piece in pieces:
        cited = find_references([(piece.line, piece.text)])
        if len(piece.lines) > 1:
            _place(cited, piece)
        found += cited
    return found


def legal_bases(pieces: Sequence[Piece]) -> list[Reference]:
    """What the document rests on: "Căn cứ …", "Theo đề nghị …" before its first numbered part."""
    found: list[Reference] = []
    for piece in pieces:
        if piece.marker and piece.marker.style != "bullet":
            break
        text = piece.marker.rest if piece.marker else piece.text
        if is_basis(text):
            cited = cite([piece])
            found += cited or [Reference(text.rstrip(" ;."), piece.line, None, None)]
    return found


def is_basis(text: str) -> bool:
    """ "Căn cứ …", "Theo đề nghị …", "Thực hiện …": what a document rests on."""
    return bool(_BASIS.match(fold(text[:20])))


def _place(cited: Sequence[Reference], piece: Piece) -> None:
    at = 0
    for reference in cited:
        start = piece.text.find(reference.text, at)
        if start < 0:
            start = piece.text.find(reference.text)
        if start >= 0:
            reference.line, at = piece.line_at(start), start


def _is_furniture(line: Line) -> bool:
    text = line.text
    if not text or len(text) > 40:
        return False
    return bool(_PAGE_NUMBER.match(fold(text))) or not text.strip("-–—_=*~•. ")
