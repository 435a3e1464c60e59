"""A table (bảng) as its readers share it: cells, rows, and the role of every column."""

from __future__ import annotations

from dataclasses import dataclass, field

NUMBER, TASK, FORMS, ASSIGNMENT, LEAD, COORDINATING, DUE, PRODUCT, OTHER = (
    "number", "task", "forms", "assignment", "lead", "coordinating", "due", "product", "other",
)  # fmt: skip
# The day or month a duty begins, beside the one it ends; a quarter or month to be ticked.
START, PERIOD = "start", "period"
# A column headed by one body's name, to be ticked where it acts.
BODY = "body"
# A column whose words are in no list: what its cells hold decides.
UNKNOWN = "unknown"

PARTIES = frozenset({ASSIGNMENT, LEAD, COORDINATING})
DUES = frozenset({DUE, PERIOD})


@dataclass(slots=True)
class Cell:
    """A cell with the pieces it was made of, each with its line."""

    pieces: list[tuple[int, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(text for _, text in self.pieces)


@dataclass(slots=True)
class Row:
    """A row, rejoined across page breaks: one cell for each column, and its lines."""

    cells: list[Cell]
    lines: list[int]
    group: str = ""  # what the row above it says of them all


@dataclass(slots=True)
class Table:
    """A table with the role of every column; `lines` are all lines that belong to it.

    `assigns` tells a table of duties from statistics, budgets, scoring sheets and lists of names.
    """

    roles: list[str]
    header: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    assigns: bool = True

    def has(self, *roles: str) -> bool:
        """True when a column has one of these roles."""
        return any(role in self.roles for role in roles)

    def cell(self, row: Row, role: str) -> Cell:
        """The cell of the first column with this role; empty when the table has none."""
        index = self.roles.index(role) if role in self.roles else None
        return row.cells[index] if index is not None and index < len(row.cells) else Cell()

    def text(self, row: Row, role: str) -> str:
        """The words of that cell."""
        return self.cell(row, role).text

    def filled(self, row: Row) -> list[int]:
        """The columns in which the row says something."""
        return [index for index, cell in enumerate(row.cells) if cell.pieces]
