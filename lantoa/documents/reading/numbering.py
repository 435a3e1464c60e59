"""Numbering styles (cách đánh số): the label at the start of a line and how deep it may lie.

Order of parts: Phần, Chương, Mục, Điều or I, then 1, 1.1, a (NĐ 30/2020/NĐ-CP, Phụ lục I).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

PART, CHAPTER, DIVISION, ARTICLE = "part", "chapter", "division", "article"
PLAIN = "plain"  # a heading in capitals without any label
ROMAN, UPPER, ARABIC, PAREN, DOTTED, LETTER, SMALL_ROMAN, BULLET = (
    "roman",
    "upper",
    "arabic",
    "paren",
    "dotted",
    "letter",
    "small_roman",
    "bullet",
)
# A style never lies below one of a higher rank number; styles of equal rank nest by appearance.
RANK = {
    PART: 0,
    CHAPTER: 1,
    DIVISION: 2,
    ARTICLE: 3,
    ROMAN: 4,
    UPPER: 4,
    PLAIN: 5,
    ARABIC: 5,
    PAREN: 6,
    DOTTED: 6,
    LETTER: 7,
    SMALL_ROMAN: 8,
}

LETTERS = "abcdđeghiklmnopqrstuvxy"
MAX_NUMBER = 99
MAX_DEPTH = 6

_ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})"
_PATTERNS = (
    (
        PART,
        re.compile(
            r"(?P<word>Phần)(?: thứ)?\s+(?P<label>[IVX]{1,5}|[A-ZĐ]|\d{1,2}|\w{2,4})(?:$|[.:]\s*)",
            re.I,
        ),
    ),
    (CHAPTER, re.compile(r"(?P<word>Chương)\s+(?P<label>[IVX]{1,6}|\d{1,2})(?:$|[.:\s]\s*)", re.I)),
    (DIVISION, re.compile(r"(?P<word>Mục)\s+(?P<label>\d{1,2}|[IVX]{1,5})(?:$|[.:]\s*)", re.I)),
    (ARTICLE, re.compile(r"(?P<word>Điều)\s+(?P<label>\d{1,3}[a-zđ]?)(?:$|\s*[.:]\s*)", re.I)),
    (
        DOTTED,
        re.compile(
            rf"(?P<label>(?:{_ROMAN}|\d{{1,2}})(?:\.\d{{1,2}}){{1,{MAX_DEPTH}}})"
            r"(?:[.):]\s*(?=\D)|\s+(?=[A-ZÀ-ỸĐ\"“(]))"
        ),
    ),
    (ROMAN, re.compile(rf"(?P<label>{_ROMAN})\s?(?:[.):]|/(?!v\b)|[-–]\s)\s*(?=[^\s\d])")),
    (UPPER, re.compile(r"(?P<label>[A-HK-UYĐ])\s?[.)/]\s+(?=\S)")),
    (
        ARABIC,
        re.compile(r"(?P<label>\d{1,2})(?:\s?[./](?!\d)\s*(?=\S)|[-–]\s+(?=[A-ZÀ-ỸĐ]))"),
    ),
    (PAREN, re.compile(r"\(?(?P<label>\d{1,2})\)\s*(?=\S)")),
    (LETTER, re.compile(r"\(?(?P<label>[a-zđ])(?:\)\s*|[./]\s+)(?=\S)")),
    (SMALL_ROMAN, re.compile(r"\(?(?P<label>x{0,1}(?:ix|iv|v?i{1,3}|v)|x)\)\s*(?=\S)")),
    (BULLET, re.compile(r"(?P<label>[-+•●○▪■◦–—*·→➢✦]|o(?=\s+[A-ZÀ-ỸĐ]))\s*(?=\S)")),
)
_SHORT = re.compile(r"[A-ZĐa-zđ]{1,4}\s?[.)/]")
# "57-NQ/TW", "06/QĐ-TTg" begin a line in the middle of a citation.
_SYMBOL = re.compile(r"\d{1,5}\s?[-–/]\s?(?:\d{4}/)?[A-ZĐ][A-Za-zĐđ&]{0,7}\s?[-–/]\s?[A-ZĐ]")
_FIRST = set("PCMĐpcmđIVX(-+•●○▪■◦–—*·→➢✦o")
_PARTS = {"nhất": "I", "hai": "II", "ba": "III", "tư": "IV", "năm": "V", "sáu": "VI"}


@dataclass(frozen=True, slots=True)
class Marker:
    """A label found at the start of a paragraph and the words after it."""

    style: str
    label: str
    rest: str

    @property
    def number(self) -> int | None:
        """The place of the label in its list: "III" is 3, "đ" is 5; None for a bullet."""
        if self.style in {ROMAN, SMALL_ROMAN}:
            return roman_value(self.label.upper())
        if self.style in {UPPER, LETTER}:
            return LETTERS.find(self.label.lower()) + 1 or None
        tail = re.search(r"(\d+|[IVX]+)\D?$", self.label)
        if tail is None:
            return None
        return int(tail[1]) if tail[1].isdigit() else roman_value(tail[1])


def find_marker(text: str) -> Marker | None:
    """The label a line begins with, or None when it is running text."""
    if not (text[:1] in _FIRST or text[:1].isdigit() or _SHORT.match(text)):
        return None
    head = text[:40]
    if _SYMBOL.match(head):
        return None
    for style, pattern in _PATTERNS:
        match = pattern.match(head)
        if match is None:
            continue
        label, rest = match["label"], text[match.end() :].strip()
        if style in {PART, CHAPTER, DIVISION, ARTICLE}:
            if not _stands_as_heading(style, match, rest):
                continue
            label = f"{match['word'].capitalize()} {_PARTS.get(label.lower(), label)}"
        return Marker(style, label, rest)
    return None


def roman_value(label: str) -> int | None:
    """The value of a Roman number up to XXXIX; None for anything else."""
    values = {"I": 1, "V": 5, "X": 10}
    if not label or any(c not in values for c in label):
        return None
    total = 0
    for here, after in zip(label, f"{label[1:]} ", strict=True):
        value = values[here]
        total += -value if values.get(after, 0) > value else value
    return total


def _stands_as_heading(style: str, match: re.Match[str], rest: str) -> bool:
    """ "Điều 5 của Luật …" and "mục II Kế hoạch này" cite a part; they do not open one."""
    if match["word"][0].islower():
        return False
    if style == PART and match["label"].lower() not in _PARTS and len(match["label"]) > 1:
        return roman_value(match["label"].upper()) is not None or match["label"].isdigit()
    closed = match[0].rstrip()[-1:] in {".", ":"}
    return closed or not rest or rest[:1].isupper()
