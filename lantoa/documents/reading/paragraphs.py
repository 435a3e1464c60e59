"""Paragraphs (đoạn văn) out of lines: hard-wrapped lines and page-broken sentences are rejoined."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .lines import Line, ends_sentence, is_upper, starts_lower
from .noticed import Notice, Noticed
from .numbering import ARABIC, BULLET, PAREN, Marker, find_marker

_WRAP_LIMIT = 140
_OPEN_END = re.compile(r"(?:,|[-–]|\b(?:của|và|hoặc|về|số|tại|theo|do|với|cho|các|những|ngày))$")


@dataclass(slots=True)
class Piece:
    """A joined paragraph: its text, its marker, and where each of its lines begins in the text."""

    text: str
    lines: list[int]
    offsets: list[int] = field(default_factory=lambda: [0])
    marker: Marker | None = None
    after_blank: bool = False

    @property
    def line(self) -> int:
        return self.lines[0]

    @property
    def last_line(self) -> int:
        return self.lines[-1]

    def line_at(self, offset: int) -> int:
        """The line of the file on which this offset of the joined text stands."""
        return self.lines[max(0, bisect_right(self.offsets, offset) - 1)]


class _Parts:
    """Grows one paragraph without copying its text for every line."""

    def __init__(self, line: Line, marker: Marker | None, after_blank: bool) -> None:
        self.texts, self.lines, self.offsets = [line.text], [line.number], [0]
        self.size, self.marker, self.after_blank = len(line.text), marker, after_blank

    def add(self, line: Line) -> None:
        self.offsets.append(self.size + 1)
        self.size += 1 + len(line.text)
        self.lines.append(line.number)
        self.texts.append(line.text)

    def piece(self) -> Piece:
        text = " ".join(self.texts)
        marker = find_marker(text) if self.marker and len(self.texts) > 1 else self.marker
        return Piece(text, self.lines, self.offsets, marker, self.after_blank)


def join_paragraphs(lines: Sequence[Line], noticed: Noticed) -> list[Piece]:
    """The paragraphs of these lines, in order; a sentence cut by a page or a wrap is one again."""
    width = wrap_width(lines)
    pieces: list[Piece] = []
    current: _Parts | None = None
    previous: Line | None = None
    blank = True
    seen: set[tuple[str, int]] = set()
    for line in lines:
        if line.blank:
            blank = True
            continue
        marker = _plausible(find_marker(line.text), previous, width, seen, blank)
        if (
            current
            and previous
            and marker is None
            and _continues(current, previous, line, blank, width)
        ):
            if blank:
                noticed.rejoined_paragraphs.append(
                    Notice(line.number, line.text[:80], previous.number, previous.text[-80:])
                )
            current.add(line)
        else:
            if current:
                pieces.append(current.piece())
            current = _Parts(line, marker, blank)
            if marker and marker.number:
                seen.add((marker.style, marker.number))
        previous, blank = line, False
    if current:
        pieces.append(current.piece())
    return pieces


def wrap_width(lines: Sequence[Line]) -> int:
    """The column at which lines were wrapped by hand or by OCR; 0 when lines are paragraphs."""
    lengths = sorted(len(line.text) for line in lines if not line.blank)
    if len(lengths) < 12 or lengths[int(len(lengths) * 0.97)] > _WRAP_LIMIT:
        return 0
    width = lengths[int(len(lengths) * 0.9)]
    cut = sum(
        1
        for here, after in pairwise(lines)
        if len(here.text) > 0.7 * width
        and not ends_sentence(here.text)
        and starts_lower(after.text)
    )
    return width if width >= 40 and cut >= 0.05 * len(lengths) else 0


def _plausible(
    marker: Marker | None,
    previous: Line | None,
    width: int,
    seen: set[tuple[str, int]],
    blank: bool,
) -> Marker | None:
    """A wrapped line may begin with "20." or "2)"; in a list its predecessor has been seen."""
    if marker is None or blank or not width or previous is None:
        return marker
    if ends_sentence(previous.text) or len(previous.text) < 0.8 * width:
        return marker
    if marker.style in {ARABIC, PAREN} and marker.number and marker.number > 1:
        return marker if (marker.style, marker.number - 1) in seen else None
    if marker.style == BULLET and marker.label in {"-", "–"} and starts_lower(marker.rest):
        return None
    return marker


def _continues(current: _Parts, previous: Line, line: Line, blank: bool, width: int) -> bool:
    before, after = previous.text, line.text
    if ends_sentence(before):
        return False
    if blank and len(current.texts) == 1 and is_upper(before):
        return False
    if starts_lower(after):
        return not is_upper(before) or not blank
    if _OPEN_END.search(before) and not is_upper(after):
        return True
    if blank:
        return False
    if is_upper(before) and is_upper(after) and current.marker is not None:
        return True
    return bool(width) and len(before) >= 0.8 * width and is_upper(before) == is_upper(after)
