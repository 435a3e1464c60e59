"""Types of document (tên loại văn bản) and how a line that names one looks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lantoa.common.rules.vietnamese import fold

from .lines import is_upper

# Types of administrative documents (NĐ 30/2020/NĐ-CP, Điều 7), with the appendix.
KINDS: dict[str, str] = {
    "quyet dinh": "decision",
    "ke hoach": "plan",
    "chuong trinh hanh dong": "programme",
    "chuong trinh": "programme",
    "chi thi": "directive",
    "bao cao": "report",
    "thong bao": "announcement",
    "cong van": "official_letter",
    "quy che": "regulation",
    "quy dinh": "regulation",
    "quy trinh": "regulation",
    "noi quy": "regulation",
    "nghi quyet": "other",
    "ket luan": "other",
    "to trinh": "other",
    "huong dan": "other",
    "de an": "other",
    "phuong an": "other",
    "du an": "other",
    "cong dien": "other",
    "bien ban": "other",
    "phu luc": "appendix",
    "phu bieu": "appendix",
    "bieu mau": "appendix",
    "danh muc": "appendix",
}
SYMBOL_KINDS = {
    "QĐ": "decision",
    "KH": "plan",
    "CTR": "programme",
    "CT": "directive",
    "BC": "report",
    "TB": "announcement",
    "QC": "regulation",
    "QYĐ": "regulation",
}
_WORDS = "|".join(sorted(KINDS, key=len, reverse=True))
_TITLE = re.compile(rf"(?P<kind>{_WORDS})\b(?P<rest>.*)$")
_NUMBER = re.compile(r"\s*(?:so\s*)?(?:[ivx]{1,5}|\d{1,2}|[a-h])?\s*[.:]?\s*$")
_NUMBERED = re.compile(
    r"\s+(?:so\s*)?(?:[ivx]{1,5}|\d{1,2}|[a-h])\s*[.:\-–]?\s+(?=\S)|\s*[.:\-–]\s+"
)
# "KẾ HOẠCH LIÊN NGÀNH": of several bodies; no word of the title.
_JOINT = frozenset({"lien nganh", "lien tich", "phoi hop"})
MAX_TITLE = 300


@dataclass(frozen=True, slots=True)
class TitleLine:
    """A line that names the type of a document; `rest` holds title words on the same line."""

    kind: str
    rest: str
    exact: bool


def title_line(text: str) -> TitleLine | None:
    """The type a line names, or None. "QUYẾT ĐỊNH:" with its colon enacts and names nothing."""
    if not text or len(text) > MAX_TITLE or text[0].islower():
        return None
    match = _TITLE.match(fold(text))
    if match is None:
        return None
    kind, word, rest = KINDS[match["kind"]], text[: match.end("kind")], text[match.end("kind") :]
    if rest.strip() == ":" and kind != "appendix":
        return None
    if fold(rest).strip() in _JOINT and word.isupper():
        return TitleLine(kind, "", True)
    if not rest.strip() or (kind == "appendix" and _NUMBER.fullmatch(match["rest"])):
        named = word.isupper() or match["kind"] in {"phu luc", "phu bieu"} or word.istitle()
        return TitleLine(kind, "", True) if named or _sentence_case(word) else None
    if not word.isupper() or text.rstrip().endswith((".", ";", ",", ":")):
        return None
    numbered = _NUMBERED.match(match["rest"]) if kind == "appendix" else None
    rest = rest[numbered.end() :] if numbered else rest
    return TitleLine(kind, rest.strip(" :-–"), False) if rest[:1] != "," and len(rest) > 3 else None


def is_formula(text: str) -> bool:
    """ "QUYẾT ĐỊNH:" after the legal bases: the words that enact, not a title."""
    words = fold(text).rstrip(" :")
    return is_upper(text) and words in {
        "quyet dinh",
        "quyet nghi",
        "chi thi",
        "quyet dinh ban hanh",
    }


def _sentence_case(word: str) -> bool:
    return word[:1].isupper() and word[1:].islower()
