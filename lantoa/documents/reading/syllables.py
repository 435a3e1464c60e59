"""What can be a Vietnamese syllable (âm tiết): onset, rime and tone by rule, not by word list.

A syllable is an onset (phụ âm đầu), a rime (vần) and a tone; a rime that ends in p, t, c or ch
bears only sắc or nặng; k/c, g/gh and ng/ngh go by the vowel that follows.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng
_STOP_TONES = {"", "\u0301", "\u0323"}
_STOPS = ("p", "t", "c", "ch")
_FRONT = "eêiy"
_MARKED = "ăâêôơư"
_RIMES_IN_USE = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng
    iêp iêt iêu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen
    oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât
    uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uyn
    uynh uyp uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu
"""
_RIMES = frozenset(_RIMES_IN_USE.split())
# After q the u belongs to the onset: "quyết" is qu + yêt, "quốc" is qu + ôc.
_RIMES_AFTER_QU = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eng eo et
    ê ên êch ênh êt i in it iên ơ ơi ơn ôc ôi y ych yên yêt ynh yt yp yn
"""
_AFTER_QU = frozenset(_RIMES_AFTER_QU.split())
# After gi: "già", "giữ", "giết"; "gì" and "gìn" are g + i.
_AFTER_GI = frozenset(r for r in _RIMES if r[0] not in "iy") | {"êt", "êng", "êc"}
_Y_ONSETS = {"", "h", "k", "l", "m", "s", "t", "v", "th", "n", "r"}
_ONSETS = (
    *("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr"),
    *("b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""),
)
_EITHER = {"oa", "oe", "uy"}
_SPELLING = (("ngh", "ng"), ("ng", "ngh"), ("gh", "g"), ("g", "gh"), ("k", "c"), ("c", "k"))
_HORNS = (("uơ", "ươ"), ("ưo", "ươ"), ("ưô", "ươ"), ("uo", "ươ"), ("ie", "iê"), ("ye", "yê"))


@dataclass(frozen=True, slots=True)
class Syllable:
    """A legal syllable taken apart; the tone is a combining mark, empty for the level tone."""

    onset: str
    rime: str
    tone: str


@lru_cache(maxsize=20_000)
def read_syllable(word: str) -> Syllable | None:
    """The parts of a lower-case word, or None where no Vietnamese syllable is so spelt."""
    letters, tone, at = _without_tone(word)
    if letters is None:
        return None
    for onset in _ONSETS:
        if not letters.startswith(onset):
            continue
        rime = letters[len(onset) :]
        if _fits(onset, rime) and _tone_fits(onset, rime, tone, at - len(onset)):
            return Syllable(onset, rime, tone)
    return None


def is_syllable(word: str) -> bool:
    """True for a word that can be Vietnamese."""
    return read_syllable(word) is not None


def write_syllable(onset: str, rime: str, tone: str) -> str:
    """The syllable with its tone mark over the main vowel, in the newer placement (hòa, thúy)."""
    if not tone:
        return onset + rime
    at = _nucleus(rime)
    if rime in _EITHER and onset != "qu":
        at = 0
    marked = unicodedata.normalize("NFC", rime[at] + tone)
    return onset + rime[:at] + marked + rime[at + 1 :]


def repairs(word: str) -> Iterator[str]:
    """Legal syllables that differ from the word only by the rules of writing.

    The tone set on the wrong vowel ("trỉên"), a horn left out ("truờng"), ng for ngh.
    """
    letters, tones = _all_tones(word)
    if len(tones) > 1:
        return
    seen: set[str] = set()
    for changed in _respelt(letters):
        for onset in _ONSETS:
            rime = changed[len(onset) :]
            if not changed.startswith(onset) or not _fits(onset, rime):
                continue
            written = write_syllable(onset, rime, tones)
            if written != word and written not in seen and is_syllable(written):
                seen.add(written)
                yield written


def _respelt(letters: str) -> Iterator[str]:
    yield letters
    for wrong, right in _HORNS:
        if wrong in letters:
            yield letters.replace(wrong, right, 1)
    for wrong, right in _SPELLING:
        if letters.startswith(wrong) and not (wrong == "ng" and letters.startswith("ngh")):
            yield right + letters[len(wrong) :]


def _fits(onset: str, rime: str) -> bool:
    if onset == "qu":
        return rime in _AFTER_QU
    if onset == "gi":
        return rime in _AFTER_GI
    if rime not in _RIMES:
        return False
    front = rime[0] in _FRONT
    if onset in ("k", "gh", "ngh"):
        return front and (rime[0] != "y" or onset == "k")
    if onset in ("c", "g", "ng"):
        return not front or (onset == "g" and rime in ("i", "in"))
    if rime[0] == "y":
        return onset in _Y_ONSETS if rime == "y" else onset == ""
    return not (onset == "" and rime.startswith("iê"))


def _tone_fits(onset: str, rime: str, tone: str, at: int) -> bool:
    if rime.endswith(_STOPS) and tone not in _STOP_TONES:
        return False
    if not tone or at == _nucleus(rime):
        return True
    return rime in _EITHER and at == 0 and onset != "qu"


def _nucleus(rime: str) -> int:
    """Where the tone mark stands: on the last marked vowel, else on a or e after o, y after u."""
    for index in range(len(rime) - 1, -1, -1):
        if rime[index] in _MARKED:
            return index
    if rime[:2] in ("oa", "oe", "uy", "oo"):
        return 1
    return 0


def _without_tone(word: str) -> tuple[str | None, str, int]:
    """The letters without the tone, the tone, and the index of the letter that bore it."""
    letters: list[str] = []
    tone, at = "", -1
    for letter in word:
        parts = unicodedata.normalize("NFD", letter) if letter > "\x7f" else letter
        mark = next((part for part in parts[1:] if part in _TONES), "")
        if mark:
            if tone:
                return None, "", -1
            tone, at = mark, len(letters)
            parts = unicodedata.normalize("NFC", parts.replace(mark, ""))
            letters.append(parts)
        else:
            letters.append(letter)
    return "".join(letters), tone, at


def _all_tones(word: str) -> tuple[str, str]:
    """The letters without any tone marks, and the marks."""
    parts = unicodedata.normalize("NFD", word)
    tones = "".join(part for part in parts if part in _TONES)
    return unicodedata.normalize("NFC", "".join(p for p in parts if p not in _TONES)), tones
