"""Parts of a document in which nothing is numbered: by lines in capitals (đầu mục in hoa)."""

from __future__ import annotations

from collections.abc import Sequence

from .assigning import asks
from .body import is_basis
from .lines import is_upper
from .model import Paragraph, Section
from .paragraphs import Piece

_MAX_HEADING = 160


def plain_outline(pieces: Sequence[Piece], *, asking: bool = False) -> list[Section]:
    """A part for each line in capitals, numbered by place; one part when there is no such line.

    `asking`: before the words "như sau" only what asks somebody to act counts, as in a letter that
    first tells how things stand.
    """
    sections: list[Section] = []
    for piece in pieces:
        text = piece.marker.rest if piece.marker else piece.text
        if is_upper(text) and len(text) <= _MAX_HEADING:
            sections.append(_section(len(sections) + 1, text.rstrip(" :"), piece))
        elif _introduces(text):
            asking = False
        elif asks(text) or not asking or piece.marker:
            if not sections:
                sections.append(_section(1, "", piece))
            _add(sections[-1], piece, text)
    return [section for section in sections if section.paragraphs]


def _section(place: int, heading: str, piece: Piece) -> Section:
    return Section("", str(place), heading, (piece.line, piece.last_line))


def _add(section: Section, piece: Piece, text: str) -> None:
    bullet = piece.marker is not None
    section.paragraphs.append(Paragraph(piece.line, text, piece.last_line, bullet))
    section.span = (section.span[0], piece.last_line)


def _introduces(text: str) -> bool:
    if text.rstrip().endswith((":", "như sau")):
        return True
    return is_basis(text) and not asks(text)
