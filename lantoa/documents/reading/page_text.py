"""Pages become the lines of one text (văn bản từ trang in): tables, columns, whole paragraphs.

A line that was full goes on in the next; sentences and rows cut by a page are left to the rules
that serve every format, except where the page itself shows that the paragraph goes on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

from .lines import ends_sentence, is_upper
from .numbering import BULLET, find_marker
from .open_tables import find_open_table
from .page_lines import PrintedLine, cut_behind_hyphen, leading, lines_of
from .ruled_tables import RuledTable, find_ruled_tables
from .segments import is_attached_line
from .sheets import Sheet
from .two_columns import find_band

_NUMBER = re.compile(r"^[-–\s]*(?:trang\s+)?\d{1,3}(?:\s?/\s?\d{1,3})?[-–\s]*$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_MARGIN = 0.12
_INDENT = 6.0
_SMALLEST_RIGHT = 0.8


@dataclass(slots=True)
class _Flow:
    """The measures of the running text around a line: its margins and its line step."""

    left: float
    right: float
    step: float


@dataclass(slots=True)
class _Printed:
    """A line of running text with its measures; `line` is None for ready text such as rows."""

    text: str
    line: PrintedLine | None = None
    flow: _Flow | None = None
    fresh: bool = False


def text_of(sheets: Sequence[Sheet]) -> str:
    """The text of all pages in reading order."""
    pages = [list(_page(sheet)) for sheet in _without_furniture(sheets)]
    lines: list[str] = []
    before: _Printed | None = None
    for number, page in enumerate(pages):
        for place, printed in enumerate(page):
            new_page = bool(number) and place == 0
            if before is not None and _goes_on(before, printed, new_page):
                space = "" if cut_behind_hyphen(lines[-1]) else " "
                lines[-1] = f"{lines[-1]}{space}{printed.text.strip()}"
            else:
                if before is not None and (new_page or _far_below(before, printed)):
                    lines.append("")
                lines.append(printed.text)
            before = printed
    return "\n".join(lines)


def _page(sheet: Sheet) -> Iterator[_Printed]:
    """The parts of one page from top to bottom."""
    tables, words = find_ruled_tables(sheet)
    lines = lines_of(words)
    flow = _flow(lines, sheet.width)
    waiting = list(tables)
    at = 0
    while at < len(lines):
        while waiting and waiting[0].y0 < lines[at].y0:
            yield from _rows(waiting.pop(0))
        # No band or open table reaches over a ruled one.
        end = len(lines)
        if waiting:
            end = next((i for i in range(at, end) if lines[i].y0 > waiting[0].y0), end)
        at = yield from _block(lines[:end], at, flow, sheet.width)
    for table in waiting:
        yield from _rows(table)


def _rows(table: RuledTable) -> Iterator[_Printed]:
    for line in table.lines():
        yield _Printed(line, fresh=True)


def _block(
    lines: Sequence[PrintedLine], at: int, flow: _Flow, width: float
) -> Generator[_Printed, None, int]:
    """One block beginning at this line; the value of the generator is where the next begins."""
    table = find_open_table(lines, at)
    if table is not None:
        for text in table.lines():
            yield _Printed(text, fresh=True)
        return table.last + 1
    band = find_band(lines, at, width)
    if band is None:
        yield _Printed(lines[at].text, lines[at], flow)
        return at + 1
    for side in (band.left, band.right):
        own = _flow(side, 0.0)
        for place, line in enumerate(side):
            yield _Printed(line.text, line, own, fresh=place == 0)
    return band.last + 1


def _flow(lines: Sequence[PrintedLine], width: float) -> _Flow:
    """Margins are where several lines begin and end; few lines give the outermost ones."""
    if not lines:
        return _Flow(0.0, width, 0.0)
    rights = sorted(line.x1 for line in lines)
    lefts = sorted(line.x0 for line in lines)
    # The odd line that hangs over the margin does not make it; a page of short lines has its own.
    right = max(rights[-1 - len(rights) // 20], _SMALLEST_RIGHT * width)
    return _Flow(lefts[len(lefts) // 20], right, leading(lines))


def _goes_on(before: _Printed, after: _Printed, new_page: bool) -> bool:
    """The line before was full: the first word of this one did not fit on it any more."""
    if before.line is None or after.line is None or after.fresh:
        return False
    if before.flow is None or after.flow is None:
        return False
    first, last = after.line, before.line
    space = 0.25 * last.size
    if last.x1 + space + (first.words[0].x1 - first.words[0].x0) <= before.flow.right - 1:
        return False
    indented = first.x0 - after.flow.left > _INDENT
    if abs(first.size - last.size) > 0.2 * last.size or is_upper(before.text) != is_upper(
        after.text
    ):
        return False
    if is_attached_line(after.text):
        return False
    ended = ends_sentence(before.text)
    marker = find_marker(after.text)
    if marker and (ended or indented or marker.style != BULLET):
        return not ended and not indented and _mid_sentence(before.text, marker.style)
    if new_page:
        return not ended and not indented
    if not ended:
        return not indented or abs(first.x0 - last.x0) <= _INDENT
    return not indented and not _far_below(before, after, 1.15)


def _mid_sentence(text: str, style: str) -> bool:
    """ "… năm" / "2023. …" and "… số" / "12. …" are no numbering."""
    return style != BULLET and text.rstrip().rsplit(" ", 1)[-1].lower() in {
        "số", "năm", "tháng", "ngày", "khoản", "điều", "mục", "điểm", "và", "đến", "từ", "quý",
    }  # fmt: skip


def _far_below(before: _Printed, after: _Printed, times: float = 1.9) -> bool:
    if before.line is None or after.line is None or after.flow is None:
        return before.line is not None or after.line is not None
    step = after.flow.step or after.line.size
    return after.line.words[0].middle - before.line.words[0].middle > times * step


def _without_furniture(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Page numbers, and heads or feet that repeat from page to page, are not text."""
    edges = [_edge_lines(sheet) for sheet in sheets]
    repeated = Counter(key for page in edges for key in {_key(line) for line in page})
    for sheet, page in zip(sheets, edges, strict=True):
        dropped = {
            id(word)
            for line in page
            if _NUMBER.match(line.text.strip())
            or (len(sheets) > 2 and repeated[_key(line)] > max(2, len(sheets) // 2))
            for word in line.words
        }
        sheet.words = [word for word in sheet.words if id(word) not in dropped]
    return list(sheets)


def _edge_lines(sheet: Sheet) -> list[PrintedLine]:
    """The outermost lines at the top and the bottom of a page."""
    top, bottom = _MARGIN * sheet.height, (1 - _MARGIN) * sheet.height
    inside = [r for r in sheet.rules if not r.level]
    words = [
        w
        for w in sheet.words
        if (w.y1 < top or w.y0 > bottom) and not any(r.y0 <= w.middle <= r.y1 for r in inside)
    ]
    lines = lines_of(words)
    return [line for i, line in enumerate(lines) if i < 2 or i >= len(lines) - 2]


def _key(line: PrintedLine) -> str:
    return _DIGITS.sub("#", line.text)
