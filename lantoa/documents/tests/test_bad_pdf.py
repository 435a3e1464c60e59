"""Broken and hostile PDF: one sentence, soon, and no harm to the process that asked."""

from __future__ import annotations

import zlib

import pytest

from lantoa.documents.reading import pdf_call, pdf_process
from lantoa.documents.reading.errors import UnreadableFile
from lantoa.documents.reading.reader import read_bytes

from . import raw_pdf as raw
from .outcomes import outcome

_FLATE = b"/Filter/FlateDecode"


def _pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(count))
    pages = b"<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 595 842]>>" % (kids, count)
    return raw.raw_pdf([raw.CATALOG, pages, *[b"<</Type/Page/Parent 2 0 R>>"] * count])


def _with_content(content: bytes) -> bytes:
    return raw.raw_pdf([raw.CATALOG, raw.PAGES, raw.PAGE, content, raw.FONT])


def _deep() -> bytes:
    """Page trees inside page trees without end."""
    chain = [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (n + 3) for n in range(3000)]
    return raw.raw_pdf([raw.CATALOG, *chain, b"<</Type/Page/MediaBox[0 0 9 9]>>"])


CASES = {
    "cut short": (raw.simple()[:200], "broken-pdf"),
    "a password": (raw.locked(), "encrypted"),
    "no words": (_with_content(raw.stream(b"")), "empty"),
    "no pages": (raw.raw_pdf([raw.CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"]), "broken-pdf"),
    "many pages": (_pages(pdf_process.MAX_PAGES + 1), "too-many-pages"),
    "a page without end": (
        _with_content(raw.stream(zlib.compress(b"q " * 40_000_000), _FLATE)),
        None,
    ),
    "a million letters": (
        _with_content(raw.stream(zlib.compress(b"BT /F 9 Tf (abc def) Tj ET\n" * 150_000), _FLATE)),
        None,
    ),
    "pages in pages": (_deep(), None),
    "a page as large as a town": (
        raw.raw_pdf(
            [raw.CATALOG, raw.PAGES.replace(b"595 842", b"9e6 9e6"), raw.PAGE, raw.written()]
        ),
        None,
    ),
    "a page that is its own parent": (
        raw.raw_pdf([raw.CATALOG, raw.PAGES.replace(b"3 0 R", b"2 0 R")]),
        None,
    ),
}


@pytest.mark.parametrize(("data", "code"), CASES.values(), ids=CASES.keys())
def test_a_bad_pdf_ends_in_a_reading_or_one_sentence(data, code):
    found = outcome(data, "a.pdf")
    assert code is None or found == code


def test_a_process_that_takes_too_long_is_ended(monkeypatch, tmp_path):
    slow = tmp_path / "a.pdf"
    slow.write_bytes(raw.simple())
    with pytest.raises(UnreadableFile) as refused:
        pdf_call.ask(slow, "text", seconds=0.001)
    assert refused.value.code == "pdf-too-heavy"


def test_words_that_only_look_like_a_pdf_are_text():
    assert read_bytes("Xem %PDF-1.7 ở đây".encode(), name="a.txt").file.media_type == "text/plain"


def test_a_pdf_with_a_mistake_in_its_table_still_reads():
    data = raw.simple().replace(b"startxref\n", b"startxref\n9")
    assert "tuyen truyen" in " ".join(read_bytes(data, name="a.pdf").file.text)
