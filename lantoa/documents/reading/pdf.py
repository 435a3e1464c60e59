"""The text of a PDF (văn bản PDF): its own text layer, or OCR where a page is only a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from . import refusals
from .page_text import text_of
from .pdf_call import ask, stored
from .progress import Progress, unheard
from .sheets import Sheet

# A page that is a picture carries a few letters at most: a stamp, a page number.
_FEW_LETTERS = 40
_PICTURED = 0.4
_MAX_BROKEN = 0.1


@dataclass(slots=True)
class PdfText:
    """What reading a PDF yields besides its lines."""

    text: str
    pages: int
    ocr: bool
    signatures: list[Any] = field(default_factory=list)


def extract_pdf(data: bytes, told: Progress = unheard) -> PdfText:
    """The text of all pages; raises UnreadableFile with one sentence when there is none."""
    with stored(data) as path:
        answer = ask(path, "text")
        sheets = [Sheet.from_list(item) if item else Sheet(0, 0) for item in answer["sheets"]]
        scanned = scanned_pages(sheets)
        if scanned:
            from .ocr import read_pages

            for number, sheet in read_pages(path, scanned, told):
                sheets[number] = sheet
    if not any(sheet.words for sheet in sheets):
        raise refusals.unread_scan() if scanned else refusals.empty()
    signatures = []
    if answer["signatures"]:
        from .signature import examine

        signatures = [examine(item, data) for item in answer["signatures"]]
    text = text_of(sheets)
    if scanned:
        from .ocr_slips import repaired

        text = repaired(text)
    return PdfText(text, int(answer["pages"]), bool(scanned), signatures)


def scanned_pages(sheets: Sequence[Sheet]) -> list[int]:
    """The pages whose words must be recognised: no text layer, or one of rubbish."""
    return [number for number, sheet in enumerate(sheets) if _is_scan(sheet)]


def _is_scan(sheet: Sheet) -> bool:
    text = "".join(word.text for word in sheet.words)
    letters = sum(char.isalpha() for char in text)
    if sheet.broken > _MAX_BROKEN * max(1, len(text)):
        return True
    if letters < _FEW_LETTERS:
        return sheet.pictured >= _PICTURED
    # A scanner's own OCR without Vietnamese leaves words without their marks.
    marked = sum(char.isalpha() and not char.isascii() for char in text)
    return sheet.pictured >= _PICTURED and letters > 200 and marked < 0.06 * letters


__all__ = ["PdfText", "extract_pdf", "scanned_pages"]
