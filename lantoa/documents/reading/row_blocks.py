"""Rows that stand together (khối dòng): a table before anybody knows what its columns are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .column_words import header_roles
from .lines import Line, clean, ends_sentence
from .lone_pipes import Grid, lone_pipe_grids
from .noticed import Notice, Noticed
from .numbering import find_marker
from .table_rows import SEPARATOR, clean_cells, is_label, is_row, split_cells

TICKS = "✓✔☑"
_FURNITURE = 12
_LONGEST_GROUP = 160
_LOOK_AHEAD = 8


@dataclass(slots=True)
class RawRow:
    """The cells of one row as they were written, and its lines."""

    cells: list[str]
    lines: list[int]


@dataclass(slots=True)
class Block:
    """Rows with nothing but page furniture between them."""

    rows: list[RawRow]
    lines: list[int]
    grid: bool = False

    @property
    def width(self) -> int:
        return len(self.rows[0].cells) if self.rows else 0


def row_blocks(lines: Sequence[Line], noticed: Noticed) -> list[Block]:
    """Every block in order: rows of tabs or pipes, and tables with one cell on a line."""
    grids = {lines[grid.first].number: grid for grid in lone_pipe_grids(lines)}
    taken = {n.number for grid in grids.values() for n in lines[grid.first : grid.last + 1]}
    found: list[Block] = []
    builder = _Builder(lines, noticed)
    at = 0
    while at < len(lines):
        number = lines[at].number
        if number in grids:
            found += [*builder.close(), _of_grid(grids[number], lines, noticed)]
        if number in taken:
            at += 1
            continue
        step, done = builder.take(at)
        found += done
        at += step
    return [block for block in [*found, *builder.close()] if block.rows]


def cells_of(raw: str, line: int, noticed: Noticed) -> list[str]:
    """The words of each cell; a tick stays, raw mark-up is noticed."""
    cells = []
    for cell in split_cells(raw):
        bare = " ".join(cell.split())
        text = clean(cell)
        if "<" in cell and "</" not in text and text != bare:
            noticed.markup.append(Notice(line, bare[:80]))
        cells.append(bare if not text and bare and bare in TICKS else text)
    return cells


class _Builder:
    """Takes lines one after another and closes a block where running text begins."""

    def __init__(self, lines: Sequence[Line], noticed: Noticed) -> None:
        self.lines, self.noticed = lines, noticed
        self.block: Block | None = None
        self.edged = False

    def close(self) -> Iterator[Block]:
        if self.block is not None:
            yield self.block
        self.block = None

    def take(self, at: int) -> tuple[int, list[Block]]:
        """How many lines were used, and the block that ended with them, if one did."""
        line = self.lines[at]
        if not self._is_row(line.raw):
            return self._between(at)
        if self.block is None:
            self.block = Block([], [])
        self.block.lines.append(line.number)
        cells = self._cells(line)
        if SEPARATOR.match(line.raw) or not any(cells):
            return 1, []
        count = self._wrapped(at, len(cells))
        if count > 1:
            own = self.lines[at : at + count]
            cells = cells_of(" ".join(n.raw for n in own), line.number, self.noticed)
            self.block.lines += [n.number for n in own[1:]]
        self.block.rows.append(RawRow(cells, [n.number for n in self.lines[at : at + count]]))
        return count, []

    def _cells(self, line: Line) -> list[str]:
        """In a table without edges a pipe at the start of a row closes an empty cell."""
        assert self.block is not None
        cells = cells_of(line.raw, line.number, self.noticed)
        if not self.block.rows:
            self.edged = line.raw.lstrip().startswith("|")
        elif not self.edged and line.raw.lstrip().startswith("|"):
            cells.insert(0, "")
        return cells

    def _between(self, at: int) -> tuple[int, list[Block]]:
        """A line that is no row: nothing, a page's furniture, the heading of a group, or an end."""
        line = self.lines[at]
        short = len(line.text) <= _FURNITURE and find_marker(line.text) is None
        if self.block is None or line.blank or short or line.text.isdigit():
            return 1, []
        if self._heads_group(at):
            cells = [""] * self.block.width
            cells[0] = line.text
            self.block.rows.append(RawRow(cells, [line.number]))
            self.block.lines.append(line.number)
            return 1, []
        return 1, list(self.close())

    def _heads_group(self, at: int) -> bool:
        """A short line between two rows as wide as the table, the second of them no header."""
        assert self.block is not None
        text = self.lines[at].text
        if len(text) > _LONGEST_GROUP or (ends_sentence(text) and not text.endswith((":", "."))):
            return False
        below = next((n for n in self.lines[at + 1 : at + 4] if not n.blank), None)
        if below is None or not is_row(below.raw) or not self.block.rows:
            return False
        cells = clean_cells(below.raw)
        return len(cells) == self.block.width and header_roles(cells) is None and is_label(cells[0])

    def _is_row(self, raw: str) -> bool:
        return is_row(raw) or self._is_short_row(raw)

    def _is_short_row(self, raw: str) -> bool:
        """Inside a table a row may lack its edges; two columns are a table only by their header."""
        width = self.block.width if self.block else 0
        if width and raw.count("|") >= max(1, width - 2):
            return True
        if raw.count("\t") != 1:
            return False
        # A copy that lost the empty cells at the end: "1", tab, "Chỉ đạo, điều hành".
        if width and (width == 2 or is_label(raw.partition("\t")[0].strip(" *"))):
            return True
        return header_roles(clean_cells(raw)) is not None

    def _wrapped(self, at: int, size: int) -> int:
        """How many lines this row takes: a cell with a line break in it parts the row."""
        assert self.block is not None
        width = self.block.width
        raw = self.lines[at].raw
        if not 2 <= size < width or raw.lstrip().startswith("|") or "\t" not in raw:
            return 1
        for count in range(2, _LOOK_AHEAD + 1):
            below = self.lines[at + count - 1 : at + count]
            if not below or below[0].blank or is_label(below[0].raw.partition("\t")[0].strip()):
                return 1
            size += below[0].raw.count("\t")
            if size >= width:
                return count if size == width else 1
        return 1


def _of_grid(grid: Grid, lines: Sequence[Line], noticed: Noticed) -> Block:
    """Rows that stand with one cell on a line; they are a table of their own."""
    block = Block([], [], grid=True)
    for row in grid.rows:
        own = [line.number for line in lines[row.first : row.last + 1] if not line.blank]
        if own:
            span = list(range(own[0], own[-1] + 1))
            block.rows.append(RawRow(row.texts(), span))
            block.lines += span
    return block
