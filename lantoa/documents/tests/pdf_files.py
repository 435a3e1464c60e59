"""PDF files made for tests by PDFium itself: words at places, rules, pictures, turned pages."""

from __future__ import annotations

import ctypes
import functools
import io
import math
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

# Comes with the system's Tesseract and Chromium, and has every Vietnamese letter.
FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")
# It is wider than what documents are set in.
NARROWER = 0.84
WIDTH, HEIGHT = 595.0, 842.0
_CODES = 0x2100


@functools.cache
def _font() -> tuple[Any, ...]:
    """The font with code points as character codes (PDFium's own table loses letters)."""
    data = FONT.read_bytes()
    glyphs = _glyphs(data)
    places = b"".join(glyphs.get(code, 0).to_bytes(2, "big") for code in range(_CODES))
    ranges = "\n".join(f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in range(0x21))
    names = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
        "/CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange "
        f"33 beginbfrange\n{ranges}\nendbfrange endcmap end end"
    )
    return (_bytes(data), len(data), names.encode() + b"\0", _bytes(places), len(places))


def _bytes(data: bytes) -> Any:
    return (ctypes.c_ubyte * len(data)).from_buffer_copy(data)


def _glyphs(font: bytes) -> dict[int, int]:
    """Glyph numbers by code point, out of the font's cmap table of format 4 (OpenType)."""
    count = struct.unpack_from(">H", font, 4)[0]
    tables = {font[12 + 16 * i : 16 + 16 * i]: struct.unpack_from(">I", font, 20 + 16 * i)[0]
              for i in range(count)}  # fmt: skip
    cmap = tables[b"cmap"]
    for i in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        start = cmap + struct.unpack_from(">I", font, cmap + 8 + 8 * i)[0]
        if struct.unpack_from(">H", font, start)[0] == 4:
            return dict(_segments(font, start))
    raise AssertionError


def _segments(font: bytes, start: int) -> Any:
    twice = struct.unpack_from(">H", font, start + 6)[0]
    for at in range(start + 14, start + 14 + twice, 2):
        last, first, delta, offset = (
            struct.unpack_from(">H", font, at + skip)[0]
            for skip in (0, twice + 2, 2 * twice + 2, 3 * twice + 2)
        )
        for code in range(first, min(last + 1, _CODES)):
            place = at + 3 * twice + 2 + offset + 2 * (code - first)
            glyph = struct.unpack_from(">H", font, place)[0] if offset else code
            yield code, (glyph + delta) % 65536 if glyph or not offset else 0


class Printed:
    """A PDF under construction; places count in points from the top left of the page."""

    def __init__(self) -> None:
        self.document = pypdfium2.PdfDocument.new()
        self.font = pdfium.FPDFText_LoadCidType2Font(self.document, *_font())
        self.page: Any = None
        self.hidden = False
        self.height = HEIGHT

    def new_page(self, width: float = WIDTH, height: float = HEIGHT) -> Printed:
        self._finish()
        self.page, self.height = self.document.new_page(width, height), height
        return self

    def write(self, x: float, y: float, text: str, size: float = 13, turned: float = 0) -> Printed:
        """Text whose base line begins at the place."""
        item = pdfium.FPDFPageObj_CreateTextObj(self.document, self.font, NARROWER * size)
        codes = (ctypes.c_uint32 * len(text))(*map(ord, text))
        pdfium.FPDFText_SetCharcodes(item, codes, len(text))
        cos, sin = math.cos(math.radians(turned)), math.sin(math.radians(turned))
        pdfium.FPDFPageObj_Transform(item, cos, sin, -sin, cos, x, self.height - y)
        if self.hidden:
            pdfium.FPDFTextObj_SetTextRenderMode(item, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
        pdfium.FPDFPage_InsertObject(self.page, item)
        return self

    def lines(self, x: float, y: float, texts: Sequence[str], *, step: float = 18,
              size: float = 13) -> float:  # fmt: skip
        """Several lines below each other; gives the place of the next."""
        for text in texts:
            self.write(x, y, text, size)
            y += step
        return y

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Printed:
        path = pdfium.FPDFPageObj_CreateNewPath(x0, self.height - y0)
        pdfium.FPDFPath_LineTo(path, x1, self.height - y1)
        pdfium.FPDFPath_SetDrawMode(path, pdfium.FPDF_FILLMODE_NONE, True)
        pdfium.FPDFPageObj_SetStrokeWidth(path, 0.5)
        pdfium.FPDFPage_InsertObject(self.page, path)
        return self

    def table(self, y: float, xs: Sequence[float], rows: Sequence[Sequence[Sequence[str]]],
              *, ruled: bool = True, step: float = 15) -> float:  # fmt: skip
        """Rows of cells of lines, with borders or without; gives the place below."""
        top = y
        edges = [y]
        for row in rows:
            for x, cell in zip(xs, row, strict=False):
                self.lines(x + 4, y + 12, cell, step=step, size=12)
            y += step * max(len(cell) for cell in row) + 6
            edges.append(y)
        if ruled:
            for edge in edges:
                self.rule(xs[0], edge, xs[-1], edge)
            for x in xs:
                self.rule(x, top, x, y)
        return y

    def picture(self, image: Any) -> Printed:
        """A picture over the whole page, as a scanner stores it."""
        item = pypdfium2.PdfImage.new(self.document)
        stream = io.BytesIO()
        image.convert("RGB").save(stream, "JPEG", quality=90)
        item.load_jpeg(stream, inline=True)
        item.set_matrix(pypdfium2.PdfMatrix().scale(self.page.get_width(), self.height))
        self.page.insert_obj(item)
        return self

    def _finish(self) -> None:
        if self.page is not None:
            self.page.gen_content()
            self.page.close()

    def saved(self) -> bytes:
        self._finish()
        self.page = None
        stream = io.BytesIO()
        self.document.save(stream)
        return stream.getvalue()
