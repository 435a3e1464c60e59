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
    ("UBND", "ủy ban nhân dân"),
    ("HĐND", "hội đồng nhân dân"),
    ("MTTQ", "mặt trận tổ quốc"),
)
ALIKE = 0.7
ALIKE_NAME = 0.75


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


def pair_duties(expected: Sequence[Json], found: Sequence[Json]) -> list[tuple[int, int]]:
    """By the words of the whole paragraph; of equal ones the one with the same path."""

    def worth(a: Json, b: Json) -> float:
        alike = likeness(a["text"], b["text"])
        return alike + (0.05 if alike >= ALIKE and a["path"] == b["path"] else 0)

    return pair(expected, found, worth, least=ALIKE)


def pair_rows(expected: Sequence[Json], found: Sequence[Json]) -> list[tuple[int, int]]:
    """By the words of the task; of equal ones the one with the same number."""
    told = [row for row in expected if "task" in row]

    def worth(a: Json, b: Json) -> float:
        alike = likeness(a["task"], b["task"])
        return alike + (0.05 if alike >= ALIKE and a["number"] == b["number"] else 0)

    pairs = pair(told, found, worth, least=ALIKE)
    places = [i for i, row in enumerate(expected) if "task" in row]
    return [(places[i], j) for i, j in pairs]


@lru_cache(maxsize=20_000)
def name(value: str) -> str:
    """A name of an agency as it is compared: no "các", no case, usual abbreviations in full."""
    plain = normal.name(value)
    for short, full in _ABBREVIATED:
        plain = plain.replace(short, full).replace(short.lower(), full)
    return fold(plain).strip(" .;,:")


def count_names(
    expected: Sequence[str], found: Sequence[str], *, allowed: Sequence[str], damaged: bool
) -> tuple[int, list[str], list[str]]:
    """How many names agree, which are too many, which are missing; allowed ones count nowhere."""
    spared = {name(each) for each in allowed}
    missing = [each for each in expected if name(each) not in spared]
    have = list(dict.fromkeys(each for each in found if name(each) not in spared))
    right = 0
    for each in list(missing):
        twin = next((other for other in have if _same(each, other, damaged)), None)
        if twin is not None:
            have.remove(twin)
            missing.remove(each)
            right += 1
    return right, have, missing


def _same(first: str, second: str, damaged: bool) -> bool:
    if name(first) == name(second):
        return True
    return damaged and likeness(first, second) >= ALIKE_NAME
