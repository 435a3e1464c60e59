"""Which rows are one (hàng bị ngắt): an empty number goes on, unless the row stands by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .column_contents import is_body, is_due
from .lines import is_upper
from .noticed import Notice, Noticed
from .numbering import BULLET, find_marker
from .row_groups import adds_up
from .table_model import ASSIGNMENT, COORDINATING, DUE, LEAD, NUMBER, PERIOD, TASK, Cell, Row, Table

_OPEN = re.compile(
    r"(?:,|;|[-–(]|\b(?:của|và|hoặc|về|tại|theo|do|với|cho|các|những|trên|trong|để|bằng|từ|đến|số"
    r"|UBND|HĐND|Ủy ban|ủy ban))$"
)

_WORDS = 3


class RowJoiner:
    """Adds rows to tables; one that only goes on is joined to the row above."""

    def __init__(self, noticed: Noticed) -> None:
        self.noticed = noticed

    def add(self, table: Table, cells: Sequence[str], lines: Sequence[int]) -> None:
        """The row as one of its own, or as the rest of the one above."""
        pieces = [[(lines[0], text)] if text else [] for text in cells]
        self.add_pieces(table, pieces, lines)

    def add_pieces(
        self, table: Table, cells: Sequence[list[tuple[int, str]]], lines: Sequence[int]
    ) -> None:
        """The same for cells that were printed on several lines."""
        row = Row([Cell(list(pieces)) for pieces in cells], list(lines))
        if not table.filled(row):
            return
        if table.rows and goes_on(table, table.rows[-1], row):
            self._rejoin(table, table.rows[-1], row)
        else:
            table.rows.append(row)

    def _rejoin(self, table: Table, row: Row, rest: Row) -> None:
        """An empty cell must not overwrite what the first part of the row said."""
        before = next((c.pieces[-1][1] for c in row.cells if c.pieces), "")
        quote = " ".join(cell.text for cell in rest.cells if cell.pieces)[:80]
        for role, cell, more in zip(table.roles, row.cells, rest.cells, strict=True):
            parted = role in {LEAD, COORDINATING} and _is_another(cell.text, more.text)
            parted = parted or (role == DUE and is_due(cell.text) and is_due(more.text))
            if parted and cell.pieces:
                line, text = cell.pieces[-1]
                cell.pieces[-1] = (line, f"{text};")
            cell.pieces += more.pieces
        self.noticed.rejoined_rows.append(Notice(rest.lines[0], quote, row.lines[-1], before[-80:]))
        row.lines += rest.lines


def _is_another(before: str, after: str) -> bool:
    """A further body below the first one, not the second half of its name."""
    return after[:1].isupper() and is_body(after) and not _OPEN.search(before)


def goes_on(table: Table, above: Row, row: Row) -> bool:
    """An empty number continues the row before; without numbers a lower-case task does."""
    if TASK not in table.roles:  # a header that was broken in two
        return False
    if _heads_group(table, row) or adds_up(table, row):
        return False
    task = table.text(row, TASK)
    if NUMBER in table.roles and _numbered(table):
        number = table.roles.index(NUMBER)
        return not row.cells[number].pieces and not _stands_alone(table, above, row)
    return not task or task[:1].islower()


def _numbered(table: Table) -> bool:
    index = table.roles.index(NUMBER)
    return any(row.cells[index].pieces for row in table.rows[-40:])


def _heads_group(table: Table, row: Row) -> bool:
    """ "II. Tuyên truyền miệng" alone in its row names the rows below it."""
    filled = table.filled(row)
    if len(filled) != 1 or len(table.roles) < 3:
        return False
    text = row.cells[filled[0]].text
    if is_due(text) and not table.has(DUE, PERIOD):
        return True
    marker = find_marker(text)
    labelled = marker is not None and marker.style != BULLET and len(text) > 4
    return labelled or (is_upper(text) and len(text) > 8) or _is_whole(table, text, filled[0])


def _is_whole(table: Table, text: str, column: int) -> bool:
    """Three words or more that begin anew, behind a row that lacks nothing."""
    if table.roles[column] != TASK or not table.rows or len(text.split()) < _WORDS:
        return False
    above = table.rows[-1]
    told = bool(_who(table, above)) or is_due(table.text(above, DUE))
    whole = not _OPEN.search(table.text(above, TASK)) and len(table.filled(above)) > _WORDS - 1
    return told and whole and text[:1].isupper() and text[-1:] not in ".;,"


def _stands_alone(table: Table, above: Row, row: Row) -> bool:
    """The number stands once for several rows: this one has a task and a due or lead of its own."""
    task, before = table.text(row, TASK), table.text(above, TASK)
    bare = task.lstrip("-–+• ")
    if not task or bare[:1].islower() or _OPEN.search(before):
        return False
    due, led = table.text(row, DUE), _who(table, row)
    if DUE in table.roles and table.text(above, DUE) and is_due(due):
        return True
    if due and is_due(due) and not table.text(above, DUE):
        return bool(led) and is_body(led)
    own_lead = bool(led) and is_body(led) and led[:1].isupper()
    return own_lead and not _OPEN.search(_who(table, above)) and DUE not in table.roles


def _who(table: Table, row: Row) -> str:
    return table.text(row, LEAD) or table.text(row, ASSIGNMENT)
