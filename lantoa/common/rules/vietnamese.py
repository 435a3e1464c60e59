"""Vietnamese writing (chữ Việt): one form for storing, matching, searching and sorting text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: index for index, letter in enumerate(_ALPHABET)}

# Only open syllables differ between the two schools: "hoà"/"hòa", "khoẻ"/"khỏe", "thuý"/"thúy".
# In "quý" the u belongs to the consonant, so there is one spelling only.
_NEW_STYLE = re.compile(r"(?<!q)([ou])([àáảãạèéẻẽẹỳýỷỹỵ])(?!\w)", re.IGNORECASE)
_OPEN_PAIRS = {"oa", "oe", "uy"}

SortKey = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


class _FoldTable(dict[int, str]):
    """A translation table filled as letters are met; every letter gives exactly one letter."""

    def __missing__(self, code: int) -> str:
        letter = chr(code).lower()
        base = unicodedata.normalize("NFD", letter)[:1]
        folded = "d" if base == "đ" else base or letter
        self[code] = folded if len(folded) == 1 else chr(code)
        return self[code]


_FOLD = _FoldTable()


def nfc(text: str) -> str:
    """The composed form (NFC), the only one that is stored or compared."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case without accents, đ as d; of NFC text every offset stays where it was."""
    return nfc(text).translate(_FOLD)


def settle_tones(text: str) -> str:
    """One placement of tone marks, "hòa" and "thúy", for texts written in either school."""
    return text if text.isascii() else _NEW_STYLE.sub(_move_tone, nfc(text))


def match_key(text: str) -> str:
    """What two spellings of a name share: case, spaces, tone placement, dashes do not count."""
    return " ".join(settle_tones(text).casefold().replace("–", "-").replace("—", "-").split())


def search_key(text: str) -> str:
    """What a person types without accents: folded, with single spaces."""
    return " ".join(fold(text).split())


@lru_cache(maxsize=8192)
def sort_key(text: str) -> SortKey:
    """Dictionary order: syllable by syllable, letters first (a ă â … d đ …), then the tone.

    Tones go ngang, huyền, hỏi, ngã, sắc, nặng.
    """
    return tuple(_syllable_key(word) for word in settle_tones(text).lower().split())


def person_sort_key(name: str) -> tuple[SortKey, SortKey]:
    """Vietnamese lists of persons go by given name (tên), the last word, then by the rest."""
    words = name.split()
    return sort_key(" ".join(words[-1:])), sort_key(" ".join(words[:-1]))


def _move_tone(match: re.Match[str]) -> str:
    vowel = unicodedata.normalize("NFD", match[2])
    if (match[1] + vowel[0]).lower() not in _OPEN_PAIRS:
        return match[0]
    return unicodedata.normalize("NFC", match[1] + vowel[1:]) + vowel[0]


def _syllable_key(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    letters: list[int] = []
    tones: list[int] = []
    for letter in word:
        tone, base = _split_tone(letter)
        # Letters come after digits and signs, which keep the order of their code points.
        rank = _RANK.get(base)
        letters.append(ord(base[:1] or " ") - 0x200000 if rank is None else rank)
        if tone:
            tones.append(tone)
    return tuple(letters), tuple(tones)


def _split_tone(letter: str) -> tuple[int, str]:
    parts = unicodedata.normalize("NFD", letter)
    tone = next((_TONES[mark] for mark in parts[1:] if mark in _TONES), 0)
    rest = "".join(mark for mark in parts if mark not in _TONES)
    return tone, unicodedata.normalize("NFC", rest)
