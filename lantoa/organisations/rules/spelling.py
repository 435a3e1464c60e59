"""Spellings (cách viết) brought to one form: tone marks, dashes, "&", UBND, capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lantoa.common.rules.vietnamese import fold, settle_tones

_WORD = re.compile(r"\w+|&")
_LEFT_OUT = {"và", "&", "của", "thuộc"}
_WRITTEN_OUT = {
    "ubnd": ("ủy", "ban", "nhân", "dân"),
    "hđnd": ("hội", "đồng", "nhân", "dân"),
    "hdnd": ("hội", "đồng", "nhân", "dân"),
}


@dataclass(frozen=True, slots=True)
class Spelling:
    """The words of a name; `capitals` marks those written as initials ("TCKH")."""

    words: tuple[str, ...]
    capitals: tuple[bool, ...]


@lru_cache(maxsize=20_000)
def spell(text: str) -> Spelling:
    """The words of a name without dashes, brackets, "và"/"&"/"của", with UBND written out."""
    words: list[str] = []
    capitals: list[bool] = []
    for token in _WORD.findall(settle_tones(text)):
        low = token.lower()
        if low in _LEFT_OUT:
            continue
        for word in _WRITTEN_OUT.get(low, (token,)):
            words.append(word.lower())
            capitals.append(len(word) > 1 and word.isupper())
    return Spelling(tuple(words), tuple(capitals))


def without_accents(words: tuple[str, ...]) -> tuple[str, ...]:
    """The same words folded: no tone, no circumflex, horn, breve or bar."""
    return tuple(fold(word) for word in words)


def initials_fit(spelling: Spelling, words: tuple[str, ...]) -> bool:
    """Whether words written as initials stand for the folded words: "VH&TT" for "Văn hóa và
    Thông tin"; the others must be equal."""
    place = 0
    plain = without_accents(spelling.words)
    for written, initials in zip(plain, spelling.capitals, strict=True):
        rest = words[place:]
        if rest and rest[0] == written:
            place += 1
        elif initials and len(rest) >= len(written) and _initials(rest[: len(written)]) == written:
            place += len(written)
        else:
            return False
    return place == len(words)


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words)
