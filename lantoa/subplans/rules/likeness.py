"""Which duty above a row seems to answer (gợi ý nhiệm vụ khớp): by the words they share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from lantoa.common.rules.vietnamese import search_key

ENOUGH = 0.5
_WORD = re.compile(r"[a-z0-9]+")
_COMMON = frozenset(
    [
        *("va", "cua", "cac", "cho", "ve", "tai", "trong", "voi", "theo", "den", "tren", "tu"),
        *("o", "la", "duoc", "cung", "nhu", "mot", "so", "nam", "viec", "thuc", "hien"),
        *("to", "chuc", "trien", "khai", "cong", "tac"),
    ]
)


def likely(text: str, duties: Mapping[int, str]) -> list[int]:
    """The duties whose words are mostly in the text, the likeliest first; two at most."""
    words = _words(text)
    scored = [(_share(words, _words(said)), key) for key, said in duties.items()]
    good = sorted(((score, key) for score, key in scored if score >= ENOUGH), reverse=True)
    return [key for _score, key in good[:2]]


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared pairs of words against the shorter of the two texts; short texts prove nothing."""
    least = min(len(one), len(other))
    return len(one & other) / least if least >= 4 else 0.0


def _words(text: str) -> frozenset[str]:
    """Neighbouring words in pairs: Vietnamese words are mostly of two syllables."""
    words = [word for word in _WORD.findall(search_key(text)) if word not in _COMMON]
    return frozenset(f"{one} {two}" for one, two in pairwise(words))
