"""Whom the work reaches, about what and how (độ bao phủ): planned against accepted, gaps marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

UNSTATED = "unstated"
TOPIC, AUDIENCE, CHANNEL, MONTH = "topic", "audience", "channel", "month"
AXES = (TOPIC, AUDIENCE, CHANNEL, MONTH)


@dataclass(frozen=True, slots=True)
class Leaf:
    """Rows of one duty in one month: how many are expected, fallen due, and accepted.

    A duty that names several audiences or channels stands in the cell of each. `month` is None
    for work without a day.
    """

    values: Mapping[str, tuple[str, ...]]
    planned: int
    due: int
    done: int


@dataclass(slots=True)
class Cell:
    """`planned` rows of which `due` should be done by now and `done` are accepted."""

    planned: int = 0
    due: int = 0
    done: int = 0

    def add(self, leaf: Leaf) -> None:
        self.planned += leaf.planned
        self.due += leaf.due
        self.done += leaf.done

    @property
    def kind(self) -> str:
        """covered, gap (should have been reached and was not), or to come."""
        if self.done:
            return "covered"
        return "gap" if self.due else "to_come"


@dataclass(slots=True)
class Table:
    """Cells by (row value, column value); values without any row are left out."""

    cells: dict[tuple[str, str], Cell] = field(default_factory=dict)

    @property
    def gaps(self) -> int:
        return sum(cell.kind == "gap" for cell in self.cells.values())


def table(
    leaves: Iterable[Leaf], *, rows: str, columns: str, only: Mapping[str, str] | None = None
) -> Table:
    """Two of the four axes against each other; `only` holds the others to one value."""
    found = Table()
    for leaf in leaves:
        if any(value not in leaf.values[axis] for axis, value in (only or {}).items()):
            continue
        for row in leaf.values[rows]:
            for column in leaf.values[columns]:
                found.cells.setdefault((row, column), Cell()).add(leaf)
    return found


def month_key(day: date | None) -> str:
    return f"{day:%Y-%m}" if day else UNSTATED
