"""Tables copied with one cell on a line and every pipe on its own (bảng mỗi ô một dòng)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lantoa.common.rules.vietnamese import fold

from .lines import Line

_MAX_CELL = 60
_MOST_PERIODS = 12
_LABEL = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,2})*|[IVXA-HĐa-hđ]{1,5}|[-–+*])\)?[.)]?$")
_SHORT = 60
_SHARED = re.compile(r"phan cong|thuc hien|co quan|don vi|trach nhiem")
_TIME = re.compile(r"thoi gian|thoi han|tien do|lo trinh|^thang|^quy")
_PERIOD = re.compile(r"(?:quy |thang |t)?(?:\d{1,2}|i{1,3}|iv)$")
_PART = re.compile(r"chu tri|phoi hop")


@dataclass(slots=True)
class GridRow:
    """One row: its cells as lines of text, and the first and last of its lines (indices)."""

    cells: list[list[Line]]
    first: int
    last: int

    def texts(self) -> list[str]:
        """The cells as one line each; a list inside a cell keeps its dashes."""
        return [" ".join(line.text for line in cell) for cell in self.cells]


@dataclass(slots=True)
class Grid:
    """A table between its first and its last pipe (indices of lines)."""

    first: int
    last: int
    rows: list[GridRow] = field(default_factory=list)


def is_lone_pipe(raw: str) -> bool:
    """A line that is nothing but the border of a cell."""
    return raw.strip() == "|"


def lone_pipe_grids(lines: Sequence[Line]) -> list[Grid]:
    """Every such table, in order; a row begins and ends with a pipe of its own.

    Empty cells at the end of a row are not there at all, and an empty cell looks like the end of a
    row: a row is over when it is as wide as the first one, or when a number stands next.
    """
    pipes = [at for at, line in enumerate(lines) if is_lone_pipe(line.raw)]
    grids: list[Grid] = []
    place = 0
    while place + 2 < len(pipes):
        grid, place = _grid(lines, pipes, place)
        if grid.rows:
            grids.append(grid)
    return grids


def _grid(lines: Sequence[Line], pipes: Sequence[int], place: int) -> tuple[Grid, int]:
    """The grid that opens at this pipe, and the place of the first pipe after it."""
    grid, width = Grid(pipes[place], pipes[place]), 0
    cells: list[list[Line]] = []
    start = pipes[place]
    while place + 1 < len(pipes):
        content = [n for n in lines[pipes[place] + 1 : pipes[place + 1]] if not n.blank]
        full = width and len(cells) >= width and content and not _more_periods(grid, cells, content)
        if len(content) > _MAX_CELL or full:
            break
        place += 1
        if content or not _ends_row(lines, pipes, place, cells, width):
            cells.append(content)
            continue
        grid.rows.append(GridRow(cells, start, pipes[place - 1]))
        width = width or len(cells)
        if len(grid.rows) == 2 and _splits_column(grid.rows):
            width = len(grid.rows[0].cells)
        cells, start, grid.last = [], pipes[place], pipes[place - 1]
    if cells and any(cells):
        grid.rows.append(GridRow(cells, start, pipes[place]))
        grid.last = pipes[place]
    return grid, place + 1


def _ends_row(
    lines: Sequence[Line], pipes: Sequence[int], place: int, cells: Sequence[object], width: int
) -> bool:
    """Two pipes in a row: the end of a row, or an empty cell."""
    if not cells or (not width and len(cells) < 2):
        return False
    if not width or len(cells) >= width:
        return True
    after = pipes[place + 1] if place + 1 < len(pipes) else len(lines)
    following = [n.text for n in lines[pipes[place] + 1 : after] if not n.blank]
    return len(following) == 1 and following[0] not in "xX" and bool(_LABEL.match(following[0]))


def _splits_column(rows: list[GridRow]) -> bool:
    """A second header row ("Chủ trì", "Phối hợp") stands for one column of the first."""
    head, below = rows
    texts = below.texts()
    shared = _TIME if _are_periods(texts) else _SHARED
    short = len(texts) > 1 and all(0 < len(t) <= _SHORT for t in texts)
    if not short or (len(texts) >= len(head.cells) and shared is _SHARED):
        return False
    column = next((i for i, t in enumerate(head.texts()) if shared.search(fold(t))), None)
    if column is None or not (shared is _TIME or any(_PART.search(fold(t)) for t in texts)):
        return False
    if shared is _TIME:  # "3" below "Tháng" says nothing without it
        empty: list[list[Line]] = [[] for _ in below.cells[1:]]
        after = len(head.cells) - column - 1
        head.cells[column + 1 : column + 1] = empty
        below.cells = [*([] for _ in range(column)), *below.cells, *([] for _ in range(after))]
        return True
    head.cells[column : column + 1] = below.cells
    head.last = below.last
    rows.pop()
    return True


def _are_periods(texts: Sequence[str]) -> bool:
    return all(_PERIOD.match(fold(text)) for text in texts)


def _more_periods(grid: Grid, cells: Sequence[list[Line]], content: list[Line]) -> bool:
    """Twelve months below one column of the header may be more than it has columns."""
    if len(grid.rows) != 1 or len(cells) >= _MOST_PERIODS:
        return False
    return _are_periods([" ".join(n.text for n in cell) for cell in (*cells, content)])


def cell_lines(grids: Sequence[Grid], lines: Sequence[Line]) -> Iterator[int]:
    """The numbers of the lines inside tables of short cells, which are no running text."""
    for grid in grids:
        inside = [n for n in lines[grid.first : grid.last + 1] if not n.blank]
        cells = sum(len(row.cells) for row in grid.rows)
        if len(grid.rows) > 1 and sum(len(n.text) for n in inside) <= 200 * max(1, cells):
            yield from (n.number for n in inside)
