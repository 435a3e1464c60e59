"""Bytes become Unicode text (bảng mã): UTF-8, UTF-16, windows-1258, TCVN3 and VNI."""

from __future__ import annotations

import codecs

from lantoa.common.rules.vietnamese import nfc

from . import refusals
from .legacy import best_reading, looks_legacy

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes) -> str:
    """The text of the bytes; raises UnreadableFile for binary data or an unknown encoding."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], name)
    if b"\x00" in data:
        return _without_bom(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _eight_bit(data)


def from_legacy_fonts(text: str) -> str:
    """Text typed in TCVN3 or VNI fonts and stored as Latin letters ("Céng hßa") becomes Unicode."""
    if not looks_legacy(text):
        return text
    found = best_reading(text, candidates=("tcvn3", "vni"))
    return found if found is not None else text


def _strict(data: bytes, name: str) -> str:
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        raise refusals.unknown_encoding() from None
    if text.count("\x00") > 0:
        raise refusals.binary()
    return text


def _without_bom(data: bytes) -> str:
    """UTF-16 without its mark has a zero beside nearly every Latin letter, always on one side."""
    sample = data[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if len(data) % 2 == 0 and max(even, odd) > 0.5 * half and min(even, odd) < 0.02 * half:
        return _strict(data, "utf-16-be" if even > odd else "utf-16-le")
    raise refusals.binary()


def _eight_bit(data: bytes) -> str:
    controls = sum(data[:20000].count(code) for code in range(9))
    if controls > len(data[:20000]) * 0.01:
        raise refusals.binary()
    # Each byte as one letter first: what the letters mean is what the statistics decide.
    latin = data.decode("latin-1")
    found = best_reading(latin, candidates=("tcvn3", "vni", "cp1258", "latin"))
    if found is None:
        raise refusals.unknown_encoding()
    return nfc(found)
