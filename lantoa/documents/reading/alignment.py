"""Which paragraph of one version answers to which of the other (căn chỉnh đoạn), moves included.

Equal paragraphs are found by hashing; the rest are compared only with a bounded number of
candidates: neighbours in the same gap, and paragraphs that share rare word sequences.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Pair = tuple[int, int]
_SHINGLE = 3
_CROWD = 6
_NEIGHBOURS = 6
_CANDIDATES = 12
_ALIKE = 0.45


def equal_pairs(a: Sequence[str], b: Sequence[str]) -> list[Pair]:
    """Equal paragraphs, the n-th of one with the n-th of the other, wherever they stand."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(b):
        places[text].append(index)
    used: dict[str, int] = defaultdict(int)
    pairs = []
    for index, text in enumerate(a):
        at = used[text]
        if at < len(places.get(text, ())):
            pairs.append((index, places[text][at]))
            used[text] = at + 1
    return pairs


def in_order(pairs: Sequence[Pair]) -> set[Pair]:
    """The largest set of pairs that keep their order; the others have moved."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for index, (_, place) in enumerate(pairs):
        at = bisect_left(tails, place)
        previous.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(place)
            ends.append(index)
        else:
            tails[at], ends[at] = place, index
    kept: set[Pair] = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        kept.add(pairs[index])
        index = previous[index]
    return kept


def similar_pairs(
    a: Sequence[str], b: Sequence[str], matched: Sequence[Pair], anchors: set[Pair]
) -> list[Pair]:
    """Unequal paragraphs that are versions of each other, the likest first."""
    left = sorted(set(range(len(a))) - {i for i, _ in matched})
    right = sorted(set(range(len(b))) - {j for _, j in matched})
    words = {("a", i): a[i].lower().split() for i in left}
    words |= {("b", j): b[j].lower().split() for j in right}
    scored = []
    for i, j in _candidates(left, right, words, sorted(anchors)):
        score = _likeness(words["a", i], words["b", j])
        if score >= _ALIKE:
            scored.append((-score, abs(i - j), i, j))
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    found = []
    for _, _, i, j in sorted(scored):
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            found.append((i, j))
    return found


def _candidates(
    left: Sequence[int],
    right: Sequence[int],
    words: dict[tuple[str, int], list[str]],
    anchors: Sequence[Pair],
) -> Iterator[Pair]:
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in right:
        for shingle in _shingles(words["b", j]):
            holders[shingle].append(j)
    firsts = [i for i, _ in anchors]
    for i in left:
        votes: dict[int, int] = defaultdict(int)
        for shingle in _shingles(words["a", i]):
            sharers = holders.get(shingle, ())
            if len(sharers) <= _CROWD:
                for j in sharers:
                    votes[j] += 1
        best = sorted(votes, key=lambda j: (-votes[j], j))[:_CANDIDATES]
        for j in dict.fromkeys((*best, *_neighbours(i, right, firsts, anchors))):
            yield i, j


def _neighbours(
    i: int, right: Sequence[int], firsts: Sequence[int], anchors: Sequence[Pair]
) -> Sequence[int]:
    """The unmatched paragraphs of b that stand where the paragraph of a would stand."""
    at = bisect_left(firsts, i)
    low = anchors[at - 1][1] if at else -1
    high = anchors[at][1] if at < len(anchors) else (right[-1] + 1 if right else 0)
    first = bisect_left(right, low + 1)
    return [j for j in right[first : first + _NEIGHBOURS] if j < high]


def _shingles(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1))}


def _likeness(first: Sequence[str], second: Sequence[str]) -> float:
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()
