"""What a file is, by its first bytes (nhận dạng tệp); its name's ending is never believed."""

from __future__ import annotations

import re

from . import refusals

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "text/plain"
PDF = "application/pdf"
HTML = "text/html"
PICTURES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
}

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"GIF8", "ảnh GIF", "a GIF image"),
    (b"RIFF", "tệp ảnh hoặc âm thanh", "an image or sound file"),
    (b"BM", "ảnh BMP", "a BMP image"),
    (b"MZ", "chương trình máy tính", "a program"),
    (b"\x7fELF", "chương trình máy tính", "a program"),
    (b"\xca\xfe\xba\xbe", "chương trình máy tính", "a program"),
    (b"\x1f\x8b", "tệp nén", "an archive"),
    (b"7z\xbc\xaf", "tệp nén", "an archive"),
    (b"Rar!", "tệp nén", "an archive"),
    (b"ID3", "tệp âm thanh", "a sound file"),
    (b"SQLite format 3", "cơ sở dữ liệu", "a database"),
    (b"{\\rtf", "tệp RTF", "an RTF file"),
)
# A declaration and comments may stand before the root.
_LEADING = re.compile(rb"^(?:\s*<\?xml[^>]{0,200}\?>|\s*<!--.{0,1000}?-->)*\s*", re.DOTALL)
_NEEDS_BINARY = {b"BM", b"MZ", b"RIFF", b"ID3"}


def refuse_foreign(data: bytes) -> str:
    """The media type; anything that is plainly no document is refused with a sentence."""
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return DOCX
    if data.startswith(_OLE):
        raise refusals.encrypted() if _has(data, "EncryptedPackage") else _other_ole(data)
    if b"%PDF-" in data[:1024] and data.lstrip()[:5] == b"%PDF-":
        return PDF
    for magic, media_type in PICTURES.items():
        if data.startswith(magic):
            return media_type
    for magic, what, english in _FOREIGN:
        if data.startswith(magic) and (magic not in _NEEDS_BINARY or b"\x00" in data[:4096]):
            raise refusals.foreign(what, english)
    return HTML if _is_html(data) else TEXT


def _is_html(data: bytes) -> bool:
    """A page begins with its type or root; one pasted from Word with a tag of its own kind."""
    head = data[:2000]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\x00", b"")[2:]
    head = _LEADING.sub(b"", head.lstrip(b"\xef\xbb\xbf \t\r\n")).lower()
    return head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<meta", b"<table"))


def _has(data: bytes, word: str) -> bool:
    return word.encode("utf-16-le") in data


def _other_ole(data: bytes) -> Exception:
    if _has(data, "WordDocument"):
        return refusals.old_word()
    return refusals.foreign("tệp Office đời cũ", "an old Office file", code="old-office")
