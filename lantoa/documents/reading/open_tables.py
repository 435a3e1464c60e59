"""Tables without drawn lines (bảng không kẻ): columns found below a header by where words stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lantoa.common.rules.vietnamese import fold

from .column_words import header_roles
from .page_lines import PrintedLine, joined, leading, lines_of
from .sheets import Word
from .table_model import NUMBER

_HEADER_LINES = 4
_GAP = 0.75
_MIN_COLUMNS = 3


@dataclass(slots=True)
class Column:
    """A column grows with what stands in it."""

    x0: float
    x1: float

    def overlap(self, part: PrintedLine) -> float:
        return min(self.x1, part.x1) - max(self.x0, part.x0)


@dataclass(slots=True)
class OpenTable:
    """Lines `first` to `last` (indices) of a page as rows of cells."""

    first: int
    last: int
    header: list[str]
    rows: list[list[list[Word]]] = field(default_factory=list)

    def lines(self) -> list[str]:
        """Tab-joined rows, the header first."""
        body = [
            [" ".join(joined([line.text for line in lines_of(cell)])) for cell in row]
            for row in self.rows
        ]
        return ["\t".join(row) for row in [self.header, *body]] + [""]


def find_open_table(lines: Sequence[PrintedLine], start: int) -> OpenTable | None:
    """The table whose header begins at this line, if one does."""
    for count in range(1, _HEADER_LINES + 1):
        head = lines[start : start + count]
        if len(head) < count or len(head[0].parts(_GAP)) < _MIN_COLUMNS - (count > 1):
            return None
        found = _header(head)
        if found is not None and not _goes_on_below(lines, start + count, found[0]):
            return _read(lines, start, start + count, *found)
    return None


def _header(head: Sequence[PrintedLine]) -> tuple[list[Column], list[str], int] | None:
    columns: list[Column] = []
    cells: list[list[str]] = []
    for line in head:
        for part in line.parts(_GAP):
            at = [i for i, column in enumerate(columns) if column.overlap(part) > 0]
            if len(at) > 1:
                return None
            if at:
                column = columns[at[0]]
                column.x0, column.x1 = min(column.x0, part.x0), max(column.x1, part.x1)
                cells[at[0]].append(part.text)
            else:
                columns.append(Column(part.x0, part.x1))
                cells.append([part.text])
    order = sorted(range(len(columns)), key=lambda i: columns[i].x0)
    texts = [" ".join(cells[i]) for i in order]
    roles = header_roles(texts)
    if len(columns) < _MIN_COLUMNS or roles is None or any(len(text) > 60 for text in texts):
        return None
    number = roles.index(NUMBER) if NUMBER in roles else -1
    return [columns[i] for i in order], texts, number


def _goes_on_below(lines: Sequence[PrintedLine], at: int, columns: Sequence[Column]) -> bool:
    """The next line is still header: it holds words of headers and opens no row."""
    if at >= len(lines):
        return False
    words = fold(" ".join(word.text for word in lines[at].words)).split()
    known = {"thuc", "hien", "chu", "tri", "phoi", "hop", "gian", "thanh", "pham", "phi", "vu",
             "dung", "quan", "han", "chu,", "thoi", "co", "don", "vi", "tien", "do"}  # fmt: skip
    return bool(words) and len(words) <= 8 and all(word.strip(".,/()") in known for word in words)


def _read(
    lines: Sequence[PrintedLine],
    start: int,
    body: int,
    columns: list[Column],
    header: list[str],
    number: int,
) -> OpenTable | None:
    table = OpenTable(start, body - 1, header)
    step = leading(lines[body : body + 30])
    before: PrintedLine | None = None
    for at in range(body, len(lines)):
        line = lines[at]
        placed = _placed(line, columns)
        if placed is None or _too_far(before, line, step):
            break
        if not table.rows or _opens_row(placed, number, before, line, step):
            table.rows.append([[] for _ in columns])
        for column, words in placed:
            table.rows[-1][column] += words
        table.last, before = at, line
    return table if table.rows else None


def _placed(line: PrintedLine, columns: list[Column]) -> list[tuple[int, list[Word]]] | None:
    """Which column each part of the line belongs to; None when a part runs across columns."""
    found: list[tuple[int, list[Word]]] = []
    for part in line.parts(_GAP):
        over = [i for i, column in enumerate(columns) if column.overlap(part) > 1]
        if len(over) > 1:
            return None
        at = over[0] if over else _nearest(part, columns)
        column = columns[at]
        column.x0, column.x1 = min(column.x0, part.x0), max(column.x1, part.x1)
        found.append((at, part.words))
    return found


def _nearest(part: PrintedLine, columns: Sequence[Column]) -> int:
    return min(
        range(len(columns)),
        key=lambda i: max(columns[i].x0 - part.x1, part.x0 - columns[i].x1),
    )


def _too_far(before: PrintedLine | None, line: PrintedLine, step: float) -> bool:
    """Far below the last row, something else begins."""
    return before is not None and bool(step) and line.y0 - before.y0 > 4 * step


def _opens_row(
    placed: Sequence[tuple[int, list[Word]]],
    number: int,
    before: PrintedLine | None,
    line: PrintedLine,
    step: float,
) -> bool:
    """A number in the number column opens a row; without one, a wider step down does."""
    if number >= 0:
        return any(column == number for column, _ in placed)
    wider = before is not None and bool(step) and line.y0 - before.y0 > 1.35 * step
    return wider and any(column == 0 for column, _ in placed)
