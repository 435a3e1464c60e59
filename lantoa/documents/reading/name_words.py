"""Words in and after the names of bodies (từ trong và sau tên cơ quan), looked up by token."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from lantoa.common.rules.vietnamese import settle_tones

_DATA = Path(__file__).parents[1] / "data"
TOKEN = re.compile(r"[^\W_]+(?:['’&.][^\W_]+)*|[^\w\s]|_")
_DASHES = {"–": "-", "—": "-"}

Phrases = dict[str, tuple[tuple[str, ...], ...]]


@lru_cache(maxsize=20_000)
def key_of(word: str) -> str:
    """A word as it is looked up: lower case, tone marks in one place, one dash."""
    return _DASHES.get(word) or settle_tones(word.lower())


def longest(phrases: Phrases, keys: Sequence[str], at: int) -> int:
    """How many tokens the longest phrase that begins there has; 0 when none does."""
    for phrase in phrases.get(keys[at], ()):
        size = len(phrase)
        if size == 1 or tuple(keys[at : at + size]) == phrase:
            return size
    return 0


@cache
def after_names() -> Phrases:
    """What a body does, and how: its name has ended before these."""
    return _read("words-after-names.txt")


@cache
def of_names() -> Phrases:
    """Fields of work, after which a name may be complete."""
    return _read("words-of-names.txt")


@cache
def of_classes() -> Phrases:
    """What may follow in the name of a class of bodies."""
    return _read("words-of-classes.txt")


def _read(name: str) -> Phrases:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return phrases_of("|".join(line for line in lines if not line.startswith("#")))


def phrases_of(listed: str) -> Phrases:
    """Phrases parted by "|", by their first word, the longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for phrase in listed.split("|"):
        keys = tuple(key_of(token) for token in TOKEN.findall(phrase))
        if keys:
            found.setdefault(keys[0], set()).add(keys)
    return {
        first: tuple(sorted(phrases, key=lambda each: (-len(each), each)))
        for first, phrases in found.items()
    }
