"""Which duty of one version answers to which of the other (đối chiếu nhiệm vụ), moves included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from .alignment import Pair, equal_pairs, in_order, similar_pairs

_REWORDED = 0.3


@dataclass(frozen=True, slots=True)
class Place:
    """Where a duty stands ("IV.3.a") and what it says, brought to one spelling."""

    path: str
    key: str


def pair_duties(a: Sequence[Place], b: Sequence[Place]) -> list[Pair]:
    """The pairs of indexes that are one duty.

    Equal words at the same place come first, then equal words wherever they moved, then words
    much alike, and at last a reworded duty that kept its place.
    """
    pairs = _equal_in_place(a, b)
    pairs += _equal_elsewhere(a, b, pairs)
    anchors = in_order(sorted(pairs))
    pairs += similar_pairs([one.key for one in a], [one.key for one in b], pairs, anchors)
    return sorted([*pairs, *_reworded(a, b, pairs)])


def _equal_in_place(a: Sequence[Place], b: Sequence[Place]) -> list[Pair]:
    places: dict[Place, list[int]] = {}
    for index, place in enumerate(b):
        places.setdefault(place, []).append(index)
    return [(index, places[place].pop(0)) for index, place in enumerate(a) if places.get(place)]


def _equal_elsewhere(a: Sequence[Place], b: Sequence[Place], pairs: Sequence[Pair]) -> list[Pair]:
    left, right = _left_over(a, b, pairs)
    moved = equal_pairs([a[i].key for i in left], [b[j].key for j in right])
    return [(left[i], right[j]) for i, j in moved]


def _reworded(a: Sequence[Place], b: Sequence[Place], pairs: Sequence[Pair]) -> list[Pair]:
    left, right = _left_over(a, b, pairs)
    at = {b[j].path: j for j in reversed(right) if b[j].path}
    found = []
    for i in left:
        j = at.get(a[i].path)
        if j is not None and _ratio(a[i].key, b[j].key) >= _REWORDED:
            found.append((i, at.pop(a[i].path)))
    return found


def _left_over(
    a: Sequence[Place], b: Sequence[Place], pairs: Sequence[Pair]
) -> tuple[list[int], list[int]]:
    left = sorted(set(range(len(a))) - {i for i, _ in pairs})
    right = sorted(set(range(len(b))) - {j for _, j in pairs})
    return left, right


def _ratio(first: str, second: str) -> float:
    return SequenceMatcher(None, first.split(), second.split(), autojunk=False).ratio()
