"""Tables in text (bảng): headers and rows of every form, rows that go on after a page break."""

from __future__ import annotations

from collections.abc import Sequence

from lantoa.common.rules.vietnamese import fold

from .column_contents import roles_by_contents, task_by_contents
from .column_words import header_roles, known_roles, role_of
from .duty_tables import settle
from .flat_tables import find_flat_tables
from .header_rows import Header, read_header
from .limits import MAX_COLUMNS
from .lines import Line
from .noticed import Notice, Noticed
from .row_blocks import TICKS, Block, RawRow, row_blocks
from .row_joining import RowJoiner
from .row_spans import fill_spans
from .table_model import DUE, LEAD, NUMBER, PERIOD, TASK, UNKNOWN, Cell, Row, Table
from .table_rows import DIGITS, are_ordinals, is_row

_FEWEST = 2
_SAMPLE = 60
_SHORT = 60


def read_tables(lines: Sequence[Line], noticed: Noticed) -> list[Table]:
    """Every table in these lines whose columns are understood; `assigns` tells those of duties."""
    reader = _Reader(noticed)
    blocks = row_blocks(lines, noticed)
    taken = {number for block in blocks if block.grid for number in block.lines}
    for block in blocks:
        reader.take(block)
    flat = find_flat_tables([n for n in lines if n.number not in taken])
    for table in (*reader.tables, *flat):
        table.roles = roles_by_contents(table.roles, _columns(table))
        settle(table)
        fill_spans(table)
    return sorted([*reader.tables, *flat], key=lambda table: table.lines[0])


def duty_tables(tables: Sequence[Table]) -> list[Table]:
    """The tables whose rows are duties."""
    return [table for table in tables if table.assigns]


def lines_of_rows(lines: Sequence[Line]) -> set[int]:
    """The lines that are rows of some table, understood or not: they are no running text."""
    return {line.number for line in lines if is_row(line.raw)}


class _Reader:
    def __init__(self, noticed: Noticed) -> None:
        self.noticed = noticed
        self.tables: list[Table] = []
        self.joiner = RowJoiner(noticed)
        self.table: Table | None = None
        self.header: list[list[str]] = []
        self.header_line = 0

    def take(self, block: Block) -> None:
        """The tables of one block; a block without a header may go on with the table before."""
        last, self.table = self.table, None
        cells = [row.cells for row in block.rows]
        at = 0
        while at < len(block.rows):
            at += self._row(block.rows, cells, at, last)
        if self.table is None:
            self._headless(block)
        elif self.table.lines:
            known = set(self.table.lines)
            first = self.table.lines[0]
            self.table.lines += [n for n in block.lines if n > first and n not in known]

    def _row(
        self, rows: Sequence[RawRow], cells: Sequence[list[str]], at: int, last: Table | None
    ) -> int:
        """Reads the row, or the header that begins with it; returns how many rows were used."""
        here = rows[at]
        if self._repeats(here.cells):
            return self._skip_header(rows, at, last)
        head = read_header(cells, at)
        if head and (self.table is None or _is_new_header(here.cells, head.roles)):
            end = at + head.count
            self._open(head, rows[at:end], cells[end : end + _SAMPLE])
            return head.count
        if self.table is None and last is not None and at == 0 and _goes_on(last, cells):
            self.table = last
        if self.table is not None and not are_ordinals(here.cells):
            self.joiner.add(self.table, _cells(here, self.table), here.lines)
        if self.table is not None:
            self.table.lines += here.lines
        return 1

    def _repeats(self, cells: list[str]) -> bool:
        return bool(self.header) and [fold(cell) for cell in cells] == self.header[0]

    def _skip_header(self, rows: Sequence[RawRow], at: int, last: Table | None) -> int:
        """The same header again: on the next page of one table, or over the next part of it."""
        if self.table is None:
            self.table = last if last is not None else self.tables[-1]
            quote = ""
        else:
            quote = " ".join(rows[at].cells)[:120]
        line = rows[at].lines[0]
        self.noticed.repeated_headers.append(Notice(line, quote, self.header_line))
        count = 0
        for known in self.header:
            if at + count >= len(rows) or [fold(c) for c in rows[at + count].cells] != known:
                break
            self.table.lines += rows[at + count].lines
            count += 1
        return count

    def _open(self, head: Header, rows: Sequence[RawRow], body: Sequence[list[str]]) -> None:
        roles = task_by_contents(head.roles, head.texts, body)
        self.table = Table(roles, head.texts)
        self.tables.append(self.table)
        self.header = [[fold(cell) for cell in row.cells] for row in rows]
        self.header_line = rows[0].lines[0]
        self.table.lines += [number for row in rows for number in row.lines]

    def _headless(self, block: Block) -> None:
        """No word told the columns: what the cells hold may, when rows are numbered or led."""
        rows = [row for row in block.rows if not are_ordinals(row.cells)]
        if len(rows) < _FEWEST or not 3 <= block.width <= MAX_COLUMNS:
            return
        head = rows[0].cells if _looks_like_header(rows) else []
        body = rows[1:] if head else rows
        width = block.width
        padded = [(row.cells + [""] * width)[:width] for row in body]
        roles = roles_by_contents([UNKNOWN] * width, list(zip(*padded, strict=True)))
        if TASK not in roles or LEAD not in roles or DUE not in roles:
            return
        table = Table(roles, head, lines=list(block.lines))
        for row in body:
            self.joiner.add(table, _cells(row, table), row.lines)
        self.tables.append(table)


def _goes_on(table: Table, cells: Sequence[list[str]]) -> bool:
    """Rows of the same width whose numbers follow those of the table before."""
    if len(cells[0]) != len(table.roles) or NUMBER not in table.roles or not table.rows:
        return False
    at = table.roles.index(NUMBER)
    before = [m for row in table.rows if (m := DIGITS.match(row.cells[at].text))]
    after = next((m for row in cells if (m := DIGITS.match(row[at]))), None)
    return bool(before) and after is not None and int(after[1]) == int(before[-1][1]) + 1


def _looks_like_header(rows: Sequence[RawRow]) -> bool:
    first = rows[0].cells
    return all(first) and all(len(cell) <= _SHORT and not DIGITS.match(cell) for cell in first)


def _is_new_header(cells: Sequence[str], roles: Sequence[str]) -> bool:
    """Inside a table only short cells with three known columns begin another one."""
    short = all(len(cell) <= _SHORT for cell in cells) and not DIGITS.match(cells[0])
    if not short:
        return False
    if role_of(cells[0])[0] == NUMBER:
        return True
    if len(known_roles(cells)) < 3:
        return False
    return header_roles(cells) is not None and len(roles) >= 3


def _cells(row: RawRow, table: Table) -> list[str]:
    """As many cells as columns; a tick beside the periods is a reviewer's mark."""
    width = len(table.roles)
    cells = list(row.cells)
    while len(cells) > width and not cells[-1]:
        cells.pop()
    cells = (cells + [""] * width)[:width] if len(cells) <= width else _squeeze(cells, width)
    return [
        "" if text and text in TICKS and role != PERIOD else text
        for text, role in zip(cells, table.roles, strict=True)
    ]


def _squeeze(cells: list[str], width: int) -> list[str]:
    """More cells than columns: the surplus at the end belongs to the last column."""
    return [*cells[: width - 1], " ".join(filter(None, cells[width - 1 :]))]


def _columns(table: Table) -> list[list[str]]:
    rows = table.rows[:60]
    return [[row.cells[i].text for row in rows] for i in range(len(table.roles))]


__all__ = ["Cell", "Row", "Table", "duty_tables", "lines_of_rows", "read_tables"]
