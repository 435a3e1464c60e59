"""Vietnamese of before Unicode (TCVN3/ABC, VNI, windows-1258): conversion, and which one it is."""

from __future__ import annotations

import re
import unicodedata

# TCVN 5712:1993 (VN3), bytes A1–FE; capitals with tones come from capital fonts (.VnTimeH).
_TCVN3_RUNS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
_TCVN3 = {
    start + offset: letter
    for start, letters in _TCVN3_RUNS.items()
    for offset, letter in enumerate(letters)
}

_VNI_MARKS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309",
    "ã": "\u0302\u0303", "ä": "\u0302\u0323",
    "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_ALONE = {
    "ö": "ư", "ô": "ơ", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
}  # fmt: skip
_VNI = re.compile(f"([aeouyöô])([{''.join(_VNI_MARKS)}])|([{''.join(_VNI_ALONE)}])", re.IGNORECASE)

_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"\S+")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|th|tr|ph|kh|gh|gi|qu|[bcdđghklmnpqrstvx])?"
    r"(?:i[êe]u|y[êe]u|uy[êe]|uya|uyu|ươ[iu]|u[ôo]i|o[aeă][iyo]?|u[âa]y?|uê|uơ|uy|ươ|ưa|ưu|ưi|"
    r"i[êe]|y[êe]|ia|iu|u[ôo]|ua|ui|ôi|ơi|oi|ao|au|âu|ay|ây|ai|eo|êu|oo|ôô|[aăâeêioôơuưy])"
    r"(?:ng|nh|ch|[cmnpt])?"
)
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_SAMPLE = 60_000
_LATIN = re.compile("[\u00a1-\u00ff]")
_PROPER = re.compile("[\u1ea0-\u1ef9ăđĩũơưĂĐĨŨƠƯ]")


def from_tcvn3(text: str, *, capitals: bool = False) -> str:
    """TCVN3 letters as Unicode; `capitals` for a capital font (.VnTimeH), whose letters all are."""
    converted = text.translate(_TCVN3)
    return converted.upper() if capitals else converted


def from_vni(text: str) -> str:
    """VNI letters (a base and a mark, "Coäng hoøa") as Unicode."""
    return unicodedata.normalize("NFC", _VNI.sub(_vni_letter, text))


def from_font(text: str, font: str) -> str:
    """The text of a run by the name of its font; fonts of today leave it as it is."""
    name = font.casefold().lstrip()
    if name.startswith(".vn"):
        return from_tcvn3(text, capitals=name.endswith("h") and not name.endswith("tech"))
    if name.startswith("vni-") or name.startswith("vni "):
        return from_vni(text)
    return text


def looks_legacy(text: str) -> bool:
    """Many Latin letters with accents that Vietnamese never uses, and hardly one that it does."""
    sample = text[:_SAMPLE]
    latin = len(_LATIN.findall(sample))
    proper = len(_PROPER.findall(sample))
    return latin > 20 and latin > 0.04 * len(sample) and proper < 0.1 * latin


def best_reading(text: str, *, candidates: tuple[str, ...]) -> str | None:
    """The reading whose accented words are Vietnamese syllables; None when none stands out."""
    sample = text[:_SAMPLE]
    scores = sorted(((_score(_READERS[name](sample)), name) for name in candidates), reverse=True)
    best, name = scores[0]
    second = scores[1][0] if len(scores) > 1 else 0.0
    if best < 0.75 or best - second < 0.1:
        return None
    return _READERS[name](text)


def _score(text: str) -> float:
    """The share of words with accents that are Vietnamese syllables."""
    words = [w for w in _RUN.findall(unicodedata.normalize("NFC", text)) if not w.isascii()]
    if not words:
        return 0.0
    good = sum(1 for word in words if _all_syllables(word))
    return good / len(words)


def _all_syllables(run: str) -> bool:
    parts = _WORD.findall(run)
    rest = _WORD.sub("", run)
    return (
        bool(parts)
        and all(map(_is_syllable, parts))
        and all(c.isascii() or c in "“”‘’–—…" for c in rest)
    )


def _is_syllable(word: str) -> bool:
    decomposed = unicodedata.normalize("NFD", word.lower())
    bare, tones = _TONES.subn("", decomposed)
    return tones <= 1 and bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)))


def _vni_letter(match: re.Match[str]) -> str:
    base, mark, alone = match[1], match[2], match[3]
    if alone:
        letter = _VNI_ALONE[alone.lower()]
        return letter.upper() if alone.isupper() else letter
    base = {"ö": "ư", "ô": "ơ", "Ö": "Ư", "Ô": "Ơ"}.get(base, base)
    return base + _VNI_MARKS[mark.lower()]


def _cp1258(text: str) -> str:
    return text.encode("latin-1", "replace").decode("cp1258", "replace")


def _latin(text: str) -> str:
    return text.encode("latin-1", "replace").decode("cp1252", "replace")


_READERS = {"tcvn3": from_tcvn3, "vni": from_vni, "cp1258": _cp1258, "latin": _latin}
