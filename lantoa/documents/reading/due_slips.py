"""Slips of typing and of recognition in due phrases (lỗi gõ, lỗi nhận dạng), letter for letter.

The words read keep their length, so that what was found can be quoted as the source has it.
"""

from __future__ import annotations

import re
from functools import partial

_WORDS = {
    "trước": ("truớc", "trưóc", "truóc", "trươc", "trướe", "tru6c", "trưởc", "trược", "trướo"),
    "hằng": ("hẳng", "hẵng", "hăng", "hâng", "hầng"),
    "hàng": ("hảng", "hãng", "hang", "hâng"),
    "tháng": ("thảng", "thàng", "thãng", "thang", "tháug", "tháig", "thắng"),
    "quý": ("quỷ", "quỹ", "quí", "quy", "qúy", "qúi", "quỳ"),
    "nhất": ("nhât", "nhẩt", "nhẫt", "nhầt", "nhắt", "nhấl"),
    "chậm": ("chẩm", "châm", "chầm", "chặm", "chạm"),
    "ngày": ("ngảy", "ngãy", "ngay", "ngầy", "ngàv"),
    "năm": ("nãm", "nằm", "nảm", "nàm", "nam"),
    "xuyên": ("xuyền", "xuyèn", "xuvên"),
    "định": ("đinh", "dịnh", "đỉnh"),
    "hiện": ("hiên", "hiẹn"),
    "thực": ("thưc", "thục"),
    "hạn": ("han", "hạu"),
}
# A word that also means something else is a slip only between its companions.
_AROUND = (
    (r"\b(?P<x>{trước})(?=\s+(?:ngày|ngay|ngảy|các ngày|\d|tháng|quý|khi|\d+h))", "trước"),
    (r"\b(?P<x>{hằng}|{hàng})(?=\s+(?:tháng|thảng|thang|quý|quỷ|tuần|năm|nãm|ngày)\b)", "hằng"),
    (r"(?<=\b[Hh][àằảẳăâ]ng\s)(?P<x>{tháng})\b", "tháng"),
    (r"(?<=\d\s)(?P<x>{tháng})(?=\s+\d)", "tháng"),
    (r"(?<=\b[Tt]rong\s)(?P<x>{tháng})(?=\s+\d)", "tháng"),
    (r"(?<=\bcuối\s)(?P<x>{quý})\b(?=\s*(?:[.,;:)]|$|[IV\d]))", "quý"),
    (r"(?<=\b[Hh][àằ]ng\s)(?P<x>{quý})\b(?!\s+(?:vị|khách))", "quý"),
    (r"\b(?P<x>{quý})(?=\s+(?:I{{1,3}}|IV|[1-4])\b)", "quý"),
    (r"(?<=\b[Cc]hậm\s)(?P<x>{nhất})\b", "nhất"),
    (r"\b(?P<x>{chậm})(?=\s+nh[ấâẩẫầắ]t\b)", "chậm"),
    (r"(?<=\btrước\s)(?P<x>{ngày})(?=\s+[\dlIO])", "ngày"),
    (r"(?<=\bnhất\s)(?P<x>{ngày})(?=\s+[\dlIO])", "ngày"),
    (r"(?<=\bđến\s)(?P<x>{ngày})(?=\s+[\dlIO])", "ngày"),
    (r"(?<=\btừ\s)(?P<x>{ngày})(?=\s+[\dlIO])", "ngày"),
    (r"\b(?P<x>{năm})(?=\s+20\d\d\b)", "năm"),
    (r"(?<=\b[Hh][àằ]ng\s)(?P<x>{năm})\b", "năm"),
    (r"(?<=\b[Tt]hường\s)(?P<x>{xuyên})\b", "xuyên"),
    (r"\b(?P<x>{định})(?=\s+kỳ\b)", "định"),
    (r"\b(?P<x>{thực})(?=\s+hi[ệê]n\b)", "thực"),
    (r"(?<=\b[Tt]hực\s)(?P<x>{hiện})\b", "hiện"),
    (r"(?<=\b[Tt]hời\s)(?P<x>{hạn})\b", "hạn"),
)
_LETTERS = {"O": "0", "o": "0", "l": "1", "I": "1", "|": "1"}
_FIGURES = re.compile(
    r"(?<![^\W\d_])(?=[\dOolI|]{0,3}\d)[\dOolI|]{1,4}(?=\s?[/.-]\s?[\dOolI|])|(?<=\d[/.-])[\dOolI|]+(?![^\W\d_])"
)
_SMALL_L = re.compile(r"(?<=\b[Qq]uý\s)(?:lll|ll|l|lV)(?![^\W\d_])")


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(
        words.format(**{name: "|".join(slips) for name, slips in _WORDS.items()}), re.IGNORECASE
    )


def _slips(words: str) -> frozenset[str]:
    """The slips that the rule mends."""
    names = [name for name in _WORDS if f"{{{name}}}" in words]
    return frozenset(slip for name in names for slip in _WORDS[name])


_RULES = tuple((_slips(words), _pattern(words), meant) for words, meant in _AROUND)
_ANY = frozenset(slip for slips in _WORDS.values() for slip in slips)
_WORD = re.compile(r"\w+")
_FIGURE_SLIP = re.compile(r"\d[OolI|]|[OolI|]\d|/[OolI|]|[Qq]uý\sl")


def readable(phrase: str) -> str:
    """The phrase as its writer meant it, of the same length; without a slip it is the same."""
    found = _ANY.intersection(_WORD.findall(phrase.lower()))
    for slips, pattern, meant in _RULES if found else ():
        if not slips.isdisjoint(found):
            phrase = pattern.sub(partial(_cased, meant=meant), phrase)
    if _FIGURE_SLIP.search(phrase):
        phrase = _FIGURES.sub(lambda match: "".join(_LETTERS.get(c, c) for c in match[0]), phrase)
        phrase = _SMALL_L.sub(lambda match: match[0].replace("l", "I"), phrase)
    return phrase


def _cased(match: re.Match[str], meant: str) -> str:
    written = match["x"]
    if len(written) != len(meant):
        return written
    return meant.capitalize() if written[0].isupper() else meant
