"""What a file is, by its first bytes (nhận dạng tệp); its name's ending is never believed."""

from __future__ import annotations

from . import refusals

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "text/plain"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "ảnh", "an image"),
    (b"\xff\xd8\xff", "ảnh", "an image"),
    (b"GIF8", "ảnh", "an image"),
    (b"II*\x00", "ảnh", "an image"),
    (b"MM\x00*", "ảnh", "an image"),
    (b"RIFF", "tệp ảnh hoặc âm thanh", "an image or sound file"),
    (b"BM", "ảnh", "an image"),
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
_NEEDS_BINARY = {b"BM", b"MZ", b"RIFF", b"ID3"}


def refuse_foreign(data: bytes) -> str:
    """DOCX or TEXT; anything that is plainly something else is refused with a sentence."""
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return DOCX
    if data.startswith(_OLE):
        raise refusals.encrypted() if _has(data, "EncryptedPackage") else _other_ole(data)
    if b"%PDF-" in data[:1024] and data.lstrip()[:5] == b"%PDF-":
        raise refusals.pdf()
    for magic, what, english in _FOREIGN:
        if data.startswith(magic) and (magic not in _NEEDS_BINARY or b"\x00" in data[:4096]):
            raise refusals.foreign(what, english)
    head = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")):
        raise refusals.foreign("trang web (HTML)", "a web page (HTML)")
    return TEXT


def _has(data: bytes, word: str) -> bool:
    return word.encode("utf-16-le") in data


def _other_ole(data: bytes) -> Exception:
    if _has(data, "WordDocument"):
        return refusals.old_word()
    return refusals.foreign("tệp Office đời cũ", "an old Office file", code="old-office")
