"""Which item of a reading answers which item a person expected (đối sánh).

Texts are alike by the Dice coefficient of their letter triples, without tone marks, case, white
space and marks; so a text damaged by a scanner still finds its counterpart. Pairs are made best
first, each item once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from lantoa.common.rules.vietnamese import fold
from tests.golden import normal

Json = dict[str, Any]
_OTHER = re.compile(r"[\W_]+")
_ABBREVIATED = (
    ("ubnd", "uy ban nhan dan"),
    ("hdnd", "hoi dong nhan dan"),
    ("mttq", "mat tran to quoc"),
)
ALIKE = 0.7
ALIKE_NAME = 0.75
EXACT = 0.9  # the same words, if a mark or a space more or less
WHOLE_DUTY = 0.8  # not run together with the next paragraph, nor cut
HEADING = 80


@lru_cache(maxsize=50_000)
def triples(text: str) -> Counter[str]:
    """How often each three letters follow one another, words run together."""
    plain = _OTHER.sub("", fold(text))
    return Counter(plain[i : i + 3] for i in range(max(1, len(plain) - 2)))


def likeness(first: str, second: str) -> float:
    """From 0, nothing in common, to 1, the same letters."""
    a, b = triples(first), triples(second)
    return 2 * (a & b).total() / (a.total() + b.total())


def pair(
    expected: Sequence[Json],
    found: Sequence[Json],
    worth: Callable[[Json, Json], float],
    *,
    least: float,
) -> list[tuple[int, int]]:
    """Pairs of places (expected, found) worth at least `least`, the worthiest first."""
    rated = [
        (worth(a, b), -abs(i - j), i, j)
        for i, a in enumerate(expected)
        for j, b in enumerate(found)
    ]
    chosen: list[tuple[int, int]] = []
    left, right = set(range(len(expected))), set(range(len(found)))
    for value, _, i, j in sorted(rated, reverse=True):
        if value >= least and i in left and j in right:
            left.remove(i)
            right.remove(j)
            chosen.append((i, j))
    return chosen


def pair_documents(expected: Sequence[Json], found: Sequence[Json]) -> list[tuple[int, int]]:
    """By title, then by kind and order."""

    def worth(a: Json, b: Json) -> float:
        return likeness(a["title"], b["title"]) + (0.5 if a["kind"] == b["kind"] else 0)

    return pair(expected, found, worth, least=0.5)


def pair_duties(
    expected: Sequence[Json], found: Sequence[Json], *, least: float
) -> list[tuple[int, int]]:
    """By the words of the whole paragraph; of equal ones the one with the same path.

    "Phòng A: mở lớp" is a duty of these words, or "mở lớp" under the heading "Phòng A".
    """

    def worth(a: Json, b: Json) -> float:
        alike = likeness(a["text"], b["text"])
        head, colon, rest = a["text"].partition(": ")
        if colon and len(head) <= HEADING:
            alike = max(alike, likeness(rest, b["text"]))
        return alike + (0.05 if alike >= least and a["path"] == b["path"] else 0)

    return pair(expected, found, worth, least=least)


def pair_rows(
    expected: Sequence[Json], found: Sequence[Json], *, least: float
) -> list[tuple[int, int]]:
    """By the words of the task; of equal ones the one with the same number."""
    told = [row for row in expected if "task" in row]

    def worth(a: Json, b: Json) -> float:
        alike = likeness(a["task"], b["task"])
        return alike + (0.05 if alike >= least and a["number"] == b["number"] else 0)

    pairs = pair(told, found, worth, least=least)
    places = [i for i, row in enumerate(expected) if "task" in row]
    return [(places[i], j) for i, j in pairs]


@lru_cache(maxsize=20_000)
def name(value: str) -> str:
    """A name of an agency as it is compared: no "các", no case, usual abbreviations in full."""
    plain = fold(normal.name(value))
    for short, full in _ABBREVIATED:
        plain = re.sub(rf"\b{short}\b", full, plain)
    return plain.strip(" .;,:")
