"""Cells that span rows (ô gộp dọc) in text: who leads stands once, beside several tasks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .table_model import ASSIGNMENT, DUES, LEAD, NUMBER, PARTIES, TASK, Cell, Row, Table
from .table_rows import DIGITS

_DITTO = re.compile(r"^\W*(?:nt|như trên|[\"“”]|-\s?nt\s?-)\W*$", re.IGNORECASE)


def fill_spans(table: Table) -> None:
    """An empty lead beside a task is the one above, when leads stand before tasks.

    Only such tables are ordered by who leads; behind the task an empty cell says nobody was named.
    """
    roles = table.roles
    _repeat_dittos(table)
    if TASK not in roles:
        return
    task = roles.index(TASK)
    number = roles.index(NUMBER) if NUMBER in roles else task
    for role in (LEAD, ASSIGNMENT):
        if role in roles and roles.index(role) < task:
            _fill(table.rows, roles.index(role), number, task)


def _fill(rows: Sequence[Row], column: int, number: int, task: int) -> None:
    above: list[tuple[int, str]] = []
    for row in rows:
        cells = row.cells
        filled = [i for i, cell in enumerate(cells) if cell.pieces]
        if cells[column].pieces:
            above = cells[column].pieces
        elif set(filled) <= {number, task} and not DIGITS.match(cells[number].text):
            above = []  # a row that groups others begins anew
        elif above and cells[task].pieces:
            row.cells[column] = Cell(list(above))


def _repeat_dittos(table: Table) -> None:
    """ "nt", "như trên" stand for the words of the cell above."""
    columns = [i for i, role in enumerate(table.roles) if role in PARTIES | DUES]
    for column in columns:
        above: list[tuple[int, str]] = []
        for row in table.rows:
            cell = row.cells[column]
            if above and cell.pieces and _DITTO.match(cell.text):
                row.cells[column] = Cell(list(above))
            elif cell.pieces:
                above = cell.pieces
