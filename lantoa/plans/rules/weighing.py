"""Progress from weighted leaves (tiến độ có trọng số), with every step for anybody to redo.

A leaf is one duty of one agency in one period that has a day to keep. It counts as much as its
duty weighs; with every weight 1 the figure is simply accepted rows out of expected rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Weighed:
    """One duty: its weight, where the weight is from, and its leaves."""

    key: int
    nature: str
    weight: Decimal
    done: int
    total: int

    @property
    def earned(self) -> Decimal:
        return self.weight * self.done

    @property
    def possible(self) -> Decimal:
        return self.weight * self.total


@dataclass(frozen=True, slots=True)
class Computation:
    """The duties in the plan's order; `percent` is earned out of possible, rounded down."""

    duties: tuple[Weighed, ...]

    @property
    def earned(self) -> Decimal:
        return sum((duty.earned for duty in self.duties), Decimal(0))

    @property
    def possible(self) -> Decimal:
        return sum((duty.possible for duty in self.duties), Decimal(0))

    @property
    def percent(self) -> int:
        return int(self.earned * 100 // self.possible) if self.possible else 0

    @property
    def plain(self) -> bool:
        """Whether every duty weighs 1, so that counting rows gives the same."""
        return all(duty.weight == ONE for duty in self.duties)


def weight_of(
    duty: int, nature: str, *, own: Mapping[int, Decimal], natures: Mapping[str, Decimal]
) -> Decimal:
    """The duty's own weight, else that of its nature, else 1."""
    return own.get(duty, natures.get(nature, ONE))


def compute(
    duties: Iterable[tuple[int, str]],
    counts: Mapping[int, tuple[int, int]],
    *,
    own: Mapping[int, Decimal],
    natures: Mapping[str, Decimal],
) -> Computation:
    """`duties` are (key, nature) in order; `counts` the (done, total) leaves of each."""
    return Computation(
        tuple(
            Weighed(key, nature, weight_of(key, nature, own=own, natures=natures), *counts[key])
            for key, nature in duties
            if key in counts
        )
    )
