"""One page of a PDF through PDFium: its words and ruling lines (trang PDF có lớp chữ).

Rotated words are watermarks and stamps, not text; a page that is shown turned is turned back.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from itertools import islice
from typing import Any

from .sheets import Rule, Sheet, Word

MAX_CHARS = 60_000
MAX_OBJECTS = 40_000
MAX_SEGMENTS = 4_000
_MAX_NESTING = 4
_THIN = 3.0
_SHORTEST_RULE = 6.0
# What PDFium puts where a word was hyphenated at the end of a line.
_HYPHENS = {0x02: "-", 0xAD: "-", 0xFFFE: "-"}
_BROKEN = {0x00, 0xFFFD}


class PageReader:
    """Reads one page into a Sheet, in the directions in which the page is shown."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.turn = page.get_rotation() % 360
        left, bottom, right, top = page.get_cropbox()
        self.box = (min(left, right), min(bottom, top), max(left, right), max(bottom, top))

    def sheet(self) -> Sheet:
        """The page's words, rules and how much of it is pictures."""
        left, bottom, right, top = self.box
        width, height = right - left, top - bottom
        if self.turn in {90, 270}:
            width, height = height, width
        sheet = Sheet(round(width, 1), round(height, 1))
        self._words(sheet)
        self._objects(sheet)
        return sheet

    def _shown(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, ...]:
        """A box of the page's own space as (left, top, right, bottom) of the page as shown."""
        left, bottom, right, top = self.box
        if self.turn == 90:
            a, b, c, d = y0 - bottom, x0 - left, y1 - bottom, x1 - left
        elif self.turn == 180:
            a, b, c, d = right - x1, y0 - bottom, right - x0, y1 - bottom
        elif self.turn == 270:
            a, b, c, d = top - y1, right - x1, top - y0, right - x0
        else:
            a, b, c, d = x0 - left, top - y1, x1 - left, top - y0
        return round(a, 1), round(b, 1), round(c, 1), round(d, 1)

    def _words(self, sheet: Sheet) -> None:
        text_page = self.page.get_textpage()
        try:
            growing: list[Any] = []
            for char, box in self._chars(text_page.raw, sheet):
                if growing and (not char or _apart(growing, box)):
                    sheet.words.append(_word(growing))
                    growing = []
                if char:
                    growing.append((char, box))
            if growing:
                sheet.words.append(_word(growing))
        finally:
            text_page.close()

    def _chars(self, raw: Any, sheet: Sheet) -> Iterator[tuple[str, tuple[float, ...]]]:
        """Each upright character with its box; "" where a word ends."""
        import pypdfium2.raw as pdfium

        rect = pdfium.FS_RECTF()
        place = ctypes.byref(rect)
        for index in range(min(pdfium.FPDFText_CountChars(raw), MAX_CHARS)):
            code = pdfium.FPDFText_GetUnicode(raw, index)
            if code in _BROKEN or 0xE000 <= code <= 0xF8FF:
                sheet.broken += 1
            if code in {9, 10, 13, 32, 160, 0, 0x200B}:
                yield "", ()
                continue
            if not self._upright(pdfium.FPDFText_GetCharAngle(raw, index)):
                yield "", ()
                continue
            if pdfium.FPDFText_GetLooseCharBox(raw, index, place):
                box = self._shown(rect.left, rect.bottom, rect.right, rect.top)
                yield _HYPHENS.get(code) or _char(code), box

    def _upright(self, angle: float) -> bool:
        if angle < 0:
            return True
        # PDFium measures clockwise, as a page is turned.
        off = (math.degrees(angle) + self.turn) % 360
        return bool(min(off, 360 - off) < 20)

    def _objects(self, sheet: Sheet) -> None:
        import pypdfium2.raw as pdfium

        kinds = [pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE]
        area = max(1.0, sheet.width * sheet.height)
        for item in islice(self._held(kinds), MAX_OBJECTS):
            found = _bounds(item)
            if found is None:
                continue
            x0, y0, x1, y1 = self._shown(*found)
            if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
                shown = max(0.0, min(x1, sheet.width) - max(x0, 0.0)) * max(
                    0.0, min(y1, sheet.height) - max(y0, 0.0)
                )
                sheet.pictured = min(1.0, round(sheet.pictured + shown / area, 3))
            elif (x1 - x0) * (y1 - y0) < 0.8 * area:
                sheet.rules += self._drawn(item) or _rules(x0, y0, x1, y1)

    def _held(self, kinds: list[int]) -> Iterator[Any]:
        """The page's objects of these kinds; words are passed by early, they are too many."""
        import pypdfium2
        import pypdfium2.raw as pdfium

        raw = [
            item
            for index in range(min(4 * MAX_OBJECTS, pdfium.FPDFPage_CountObjects(self.page)))
            if (item := pdfium.FPDFPage_GetObject(self.page, index))
            and pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_TEXT
        ]
        if any(pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_FORM for item in raw):
            yield from self.page.get_objects(filter=kinds, max_depth=_MAX_NESTING)
            return
        for item in raw:
            if pdfium.FPDFPageObj_GetType(item) in kinds:
                yield pypdfium2.PdfObject(item, page=self.page, pdf=self.page.pdf)

    def _drawn(self, item: Any) -> list[Rule]:
        """The straight strokes of a path of many, such as all borders of a table at once."""
        import pypdfium2.raw as pdfium

        count = pdfium.FPDFPath_CountSegments(item)
        if not 6 < count <= MAX_SEGMENTS or getattr(item, "container", None) is not None:
            return []
        matrix, rules, before = item.get_matrix(), [], None
        x, y = ctypes.c_float(), ctypes.c_float()
        for index in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(item, index)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            here = matrix.on_point(x.value, y.value)
            if before and pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_LINETO:
                xs, ys = sorted((before[0], here[0])), sorted((before[1], here[1]))
                if xs[1] - xs[0] <= 1 or ys[1] - ys[0] <= 1:
                    rules += _rules(*self._shown(xs[0], ys[0], xs[1], ys[1]))
            before = here
        return rules


def _bounds(item: Any) -> tuple[float, float, float, float] | None:
    """The bounds on the page; an object inside a form is moved by each form that holds it."""
    try:
        x0, y0, x1, y1 = item.get_bounds()
    except Exception:
        return None
    holder = getattr(item, "container", None)
    for _ in range(_MAX_NESTING):
        if holder is None:
            break
        m = holder.get_matrix()
        corners = [m.on_point(x, y) for x in (x0, x1) for y in (y0, y1)]
        x0, x1 = min(c[0] for c in corners), max(c[0] for c in corners)
        y0, y1 = min(c[1] for c in corners), max(c[1] for c in corners)
        holder = getattr(holder, "container", None)
    values = (x0, y0, x1, y1)
    return values if all(abs(v) < 1e6 for v in values) else None


def _rules(x0: float, y0: float, x1: float, y1: float) -> list[Rule]:
    """A thin box is one line, any other box its four sides."""
    wide, high = x1 - x0, y1 - y0
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    if high <= _THIN and wide >= _SHORTEST_RULE:
        return [Rule(x0, y, x1, y)]
    if wide <= _THIN and high >= _SHORTEST_RULE:
        return [Rule(x, y0, x, y1)]
    if wide < _SHORTEST_RULE or high < _SHORTEST_RULE:
        return []
    return [Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1)]


def _apart(growing: list[Any], box: tuple[float, ...]) -> bool:
    """PDFium gives no space between cells that touch in reading order but not on the page."""
    before = growing[-1][1]
    size = max(1.0, before[3] - before[1])
    moved = abs(box[1] + box[3] - before[1] - before[3]) / 2 > 0.6 * size
    return bool(moved or box[0] - before[2] > 0.35 * size or box[0] < before[0] - size)


def _word(growing: list[Any]) -> Word:
    boxes = [box for _, box in growing]
    return Word(
        "".join(char for char, _ in growing),
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )


def _char(code: int) -> str:
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"
