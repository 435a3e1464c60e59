"""Slips inside set phrases (tổ hợp từ cố định): "mật trận" for "mặt trận", though "mật" is a word.

A slip is a mark put wrong in one syllable while its neighbours stand as in the phrase, or one of
the listed confusions; it is none where the syllable belongs elsewhere ("vấn đề thực hiện").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from lantoa.common.rules.vietnamese import fold

from .syllables import read_syllable
from .words import END, Words, read_words

_DATA = Path(__file__).parents[1] / "data"
# Words of grammar stand beside any other.
_GRAMMAR_WORDS = """
    các của và về với để đã là có không khi cho trong đến do mà này đó ở tại theo từ vào ra trên
    dưới người việc những một hai ba cả đang sẽ còn cùng như chỉ được bị bởi bằng nếu thì hoặc hay
    cũng đều lại lên xuống qua sau trước giữa ngoài nhằm phải cần nên vì tuy khác mỗi từng đối đây
    ấy nào gì sự nhiều ít hơn nhất rất quá chưa tự mọi toàn đủ đúng riêng chung mới cũ
"""
_GRAMMAR = frozenset(_GRAMMAR_WORDS.split())
_FOR = "đề"  # which "để" is often read as

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Slip:
    """Two words of a line that should be the two of a phrase; `index` is the first of them."""

    index: int
    phrase: Pair


@dataclass(slots=True)
class _Index:
    """Set phrases by their neighbouring syllables, and every pair known to be right."""

    after: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    before: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    phrases: set[Pair] = field(default_factory=set)
    known: set[Pair] = field(default_factory=set)
    confused: dict[Pair, Pair] = field(default_factory=dict)
    beheaded: dict[tuple[str, ...], str] = field(default_factory=dict)
    headless: set[Pair] = field(default_factory=set)
    purposes: set[Pair] = field(default_factory=set)


def find_slips(words: Words) -> Iterator[Slip]:
    """Every slip inside a set phrase, in order of the line; a slip that two phrases tell, once."""
    keys = words.keys
    last = -2
    for at, pair in enumerate(pairwise(keys)):
        if not may_slip(pair):
            continue
        right = slip_of(pair)
        if right and _belongs_elsewhere(keys, at):
            right = None
        right = right or _purpose(keys, at)
        if right and last < at - 1:
            last = at
            yield Slip(at, right)


def find_beheaded(words: Words) -> Iterator[tuple[int, int, str]]:
    """Phrases whose first syllable was lost: first and last word, and the missing syllable."""
    keys = words.keys
    lost = _index().beheaded
    for at in range(len(keys) - 2):
        missing = lost.get(tuple(keys[at : at + 3]))
        before = keys[at - 1] if at else END
        if missing and before != missing and (before, keys[at]) not in _index().known:
            yield at, at + 2, missing


def may_slip(pair: Pair) -> bool:
    """False for two neighbours in which no slip can be, whatever stands around them."""
    return pair not in _index().known and (pair[0] == _FOR or slip_of(pair) is not None)


def may_be_beheaded(pair: Pair) -> bool:
    """True for two syllables with which the rest of some phrase begins."""
    return pair in _index().headless


def is_known_pair(first: str, second: str) -> bool:
    """True for two syllables that stand side by side in a phrase of the lists."""
    return (first, second) in _index().known


def _purpose(keys: Sequence[str], at: int) -> Pair | None:
    """ "giải pháp đề cải cách": what follows is an action, so "để" is meant; not in "vấn đề"."""
    if keys[at] != _FOR or tuple(keys[at + 1 : at + 3]) not in _index().purposes:
        return None
    if at and (keys[at - 1], _FOR) in _index().known:
        return None
    return "để", keys[at + 1]


@lru_cache(maxsize=50_000)
def slip_of(pair: Pair) -> Pair | None:
    """The one phrase that these two syllables are a slip of, or None."""
    index = _index()
    if pair in index.confused:
        return index.confused[pair]
    left, right = pair
    found = {(left, word) for word in index.after.get(left, ()) if _is_slip(right, word)}
    found |= {(word, right) for word in index.before.get(right, ()) if _is_slip(left, word)}
    return found.pop() if len(found) == 1 else None


def _is_slip(word: str, right: str) -> bool:
    """Only one mark differs, and a word of grammar is never a slip."""
    if word in _GRAMMAR or right in _GRAMMAR:
        return False
    return fold(word) == fold(right) and _marks(word, right) == 1


def _marks(first: str, second: str) -> int:
    """How many of tone and vowel marks differ between two syllables of the same letters."""
    one, two = read_syllable(first), read_syllable(second)
    if one is None or two is None:
        return 1
    return (one.tone != two.tone) + ((one.onset, one.rime) != (two.onset, two.rime))


def _belongs_elsewhere(keys: Sequence[str], at: int) -> bool:
    """A word of the pair goes with its other neighbour, and that one with no third.

    In "hành chính phù" the word "chính" is bound already, in "vấn đề thực hiện" so is "đề"; but in
    "tuyên truyền thông nhất" the neighbour "truyền" goes with "tuyên".
    """
    index = _index()
    before = at > 0 and (keys[at - 1], keys[at]) in index.known
    if before and at > 1:
        before = (keys[at - 2], keys[at - 1]) not in index.phrases
    end = at + 1
    after = end + 1 < len(keys) and (keys[end], keys[end + 1]) in index.known
    if after and end + 2 < len(keys):
        after = (keys[end + 1], keys[end + 2]) not in index.phrases
    return before or after


@cache
def _index() -> _Index:
    index = _Index()
    for phrase in _phrases("set-phrases.txt"):
        index.known.update(pairwise(phrase))
        if len(phrase) == 2:
            index.phrases.add((phrase[0], phrase[1]))
            index.after[phrase[0]].add(phrase[1])
            index.before[phrase[1]].add(phrase[0])
        if phrase[0] == "để":
            index.purposes.add((phrase[1], phrase[2]))
    for phrase in _phrases("ordinary-pairs.txt"):
        index.known.update(pairwise(phrase))
    for wrong_a, wrong_b, _, right_a, right_b in _phrases("confusions.txt"):
        index.confused[wrong_a, wrong_b] = (right_a, right_b)
    for phrase in _phrases("beheaded-phrases.txt"):
        index.beheaded[phrase[1:]] = phrase[0]
        index.headless.add((phrase[1], phrase[2]))
    return index


def _phrases(name: str) -> Iterator[tuple[str, ...]]:
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield tuple(read_words(line).keys)
