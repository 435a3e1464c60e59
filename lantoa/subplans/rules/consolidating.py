"""All accepted sub-plans in one table (tổng hợp): grouped by duty or by agency, with sums."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from lantoa.common.rules.vietnamese import sort_key

OUTSIDE = (10**9, "", "Ngoài nhiệm vụ kế hoạch cấp trên giao")
"""Where rows stand that answer no duty of the plan above."""

Duty = tuple[int, str, str]
"""Position in the plan, code, words."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of an accepted sub-plan, with the duties it answers in the plan's order."""

    agency_id: int
    agency: str
    number: int
    task: str
    forms: str
    time: str
    lead: str
    coordinating: str
    money: int | None
    money_note: str
    duties: tuple[Duty, ...] = ()
    subplan_id: int = 0

    @property
    def duty(self) -> Duty:
        """Where its money counts: once, under the first duty, so that sums agree."""
        return min(self.duties) if self.duties else OUTSIDE

    @property
    def also(self) -> tuple[Duty, ...]:
        return tuple(one for one in sorted(self.duties) if one != self.duty)


@dataclass(frozen=True, slots=True)
class Group:
    key: Hashable
    code: str
    title: str
    lines: tuple[Line, ...]

    @property
    def money(self) -> int:
        return total(self.lines)

    @property
    def agencies(self) -> int:
        return len({line.agency_id for line in self.lines})


def total(lines: Iterable[Line]) -> int:
    """The sum of what is stated in figures."""
    return sum(line.money or 0 for line in lines)


def by_duty(lines: Iterable[Line]) -> list[Group]:
    """In the plan's order, rows outside it last; each row once."""
    found: dict[Duty, list[Line]] = {}
    for line in lines:
        found.setdefault(line.duty, []).append(line)
    return [Group(duty[0], duty[1], duty[2], _sorted(found[duty])) for duty in sorted(found)]


def by_agency(lines: Iterable[Line]) -> list[Group]:
    """In dictionary order of the agencies' names."""
    found: dict[int, list[Line]] = {}
    for line in lines:
        found.setdefault(line.agency_id, []).append(line)
    groups = [Group(key, "", rows[0].agency, _sorted(rows)) for key, rows in found.items()]
    return sorted(groups, key=lambda group: (sort_key(group.title), str(group.key)))


def cross(lines: Sequence[Line]) -> tuple[list[Duty], dict[tuple[Duty, int], int]]:
    """The duties in order, and the money of each agency under each."""
    sums: dict[tuple[Duty, int], int] = {}
    for line in lines:
        key = (line.duty, line.agency_id)
        sums[key] = sums.get(key, 0) + (line.money or 0)
    return sorted({duty for duty, _agency in sums}), sums


def _sorted(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: (sort_key(line.agency), line.number)))
