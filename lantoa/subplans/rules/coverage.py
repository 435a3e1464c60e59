"""Whether a sub-plan answers the plan above it (độ khớp với kế hoạch cấp trên), level by level."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Answering:
    """A row of a sub-plan and the duties above that it answers."""

    key: int
    answers: frozenset[int]


@dataclass(frozen=True, slots=True)
class Coverage:
    """`answered` gives for each duty the rows that answer it; `loose` rows answer none."""

    answered: Mapping[int, tuple[int, ...]]
    unanswered: tuple[int, ...]
    loose: tuple[int, ...]

    @property
    def expected(self) -> int:
        return len(self.answered) + len(self.unanswered)

    @property
    def percent(self) -> int | None:
        """Share of the duties that are answered, rounded down: 100 only when all are."""
        return len(self.answered) * 100 // self.expected if self.expected else None


def coverage(duties: Sequence[int], rows: Iterable[Answering]) -> Coverage:
    """Which assigned duties no row answers, and which rows answer none of them."""
    wanted = set(duties)
    by_duty: dict[int, list[int]] = {}
    loose = []
    for row in rows:
        hits = row.answers & wanted
        if not hits:
            loose.append(row.key)
        for duty in hits:
            by_duty.setdefault(duty, []).append(row.key)
    answered = {duty: tuple(by_duty[duty]) for duty in duties if duty in by_duty}
    return Coverage(answered, tuple(d for d in duties if d not in by_duty), tuple(loose))


@dataclass(frozen=True, slots=True)
class PassedOn:
    """A row; `duty` is what it became in the agency's own plan, when that was opened."""

    answers: frozenset[int]
    duty: int | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """An agency under a plan: the duties assigned to it, its accepted rows, who is below it."""

    agency: int
    duties: frozenset[int]
    rows: tuple[PassedOn, ...] = ()
    below: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Level:
    """At one depth: agencies that had to take the duty up, and those that did."""

    expected: int
    taken: int

    @property
    def complete(self) -> bool:
        return self.taken == self.expected


@dataclass(slots=True)
class _Count:
    expected: int = 0
    taken: int = 0
    missing: list[int] = field(default_factory=list)


def rollup(duties: Collection[int], nodes: Iterable[Node]) -> list[Level]:
    """How far down a duty was taken up: one figure for each level of agencies, the nearest first.

    When rows pass a duty on as several, an agency below took it up only if it answers every one
    of those assigned to it; below an agency that did not take it up nothing is expected.
    """
    counts: list[_Count] = []
    _walk(frozenset(duties), nodes, 0, counts)
    return [Level(one.expected, one.taken) for one in counts]


def not_taken(duties: Collection[int], nodes: Iterable[Node]) -> list[list[int]]:
    """The agencies at each level that should have taken the duty up and did not."""
    counts: list[_Count] = []
    _walk(frozenset(duties), nodes, 0, counts)
    return [one.missing for one in counts]


def _walk(duties: frozenset[int], nodes: Iterable[Node], depth: int, counts: list[_Count]) -> None:
    for node in nodes:
        mine = duties & node.duties
        if not mine:
            continue
        if len(counts) <= depth:
            counts.append(_Count())
        counts[depth].expected += 1
        rows = [row for row in node.rows if row.answers & mine]
        if mine - frozenset().union(*(row.answers for row in rows)):
            counts[depth].missing.append(node.agency)
            continue
        counts[depth].taken += 1
        below = frozenset(row.duty for row in rows if row.duty is not None)
        if below:
            _walk(below, node.below, depth + 1, counts)
