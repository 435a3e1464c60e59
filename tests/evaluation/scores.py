"""Counts of right, wrong and missing items, and the shares that follow from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

FIELDS = (
    "head",
    "section",
    "obligation",
    "lead",
    "coordinating",
    "due",
    "target",
    "activity",
    "finding",
)


@dataclass
class Score:
    """`right` items read as expected, `wrong` read but not expected, `missing` expected only."""

    right: int = 0
    wrong: int = 0
    missing: int = 0
    told: list[str] = field(default_factory=list)

    @property
    def expected(self) -> int:
        return self.right + self.missing

    @property
    def precision(self) -> float | None:
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float | None:
        return _share(self.right, self.expected)

    @property
    def f1(self) -> float | None:
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missing)

    def add(self, other: Score) -> None:
        self.right += other.right
        self.wrong += other.wrong
        self.missing += other.missing
        self.told += other.told

    def extra(self, said: str) -> None:
        self.wrong += 1
        self.told.append(f"too much: {said}")

    def lacks(self, said: str) -> None:
        self.missing += 1
        self.told.append(f"missing: {said}")


Scores = dict[str, Score]


def empty() -> Scores:
    return {name: Score() for name in FIELDS}


def total(several: Iterable[Scores]) -> Scores:
    """All counts together (micro average): a long document weighs more than a short one."""
    whole = empty()
    for scores in several:
        for name, score in scores.items():
            whole[name].add(score)
    return whole


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
