"""Tables copied cell by cell (bảng bị dàn phẳng): each cell on a line of its own, row after row.

Their header shows them: "STT", "Nội dung", … and then "1" alone on a line, or, without numbers,
headers of columns one after another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .column_contents import task_by_contents
from .flat_headers import FlatHeader, flat_headers, may_open, opens_numbered
from .flat_periods import periodic_rows
from .flat_rows import Cells, FlatLine, Placed, place_rows
from .lines import Line
from .noticed import Noticed
from .row_joining import RowJoiner
from .table_model import NUMBER, PERIOD, Table
from .table_rows import are_ordinals

# What a line must cost at most where words alone do not make the header sure.
_FITTING = -0.5
_TRIED = 120
_MOST_TABLES = 400
_MOST_FAILURES = 200
_MOST_TRIALS = 300


def find_flat_tables(lines: Sequence[Line]) -> list[Table]:
    """The flattened tables among these lines, in order; their lines are in `Table.lines`."""
    finder = _Finder(list(_flat_lines(lines)))
    flat, at = finder.lines, 0
    tables: list[Table] = []
    while at < len(flat) and len(tables) < _MOST_TABLES:
        found = finder.table(at) if may_open(flat, at) else None
        if found is None:
            at += 1
        else:
            tables.append(found)
            while at < len(flat) and flat[at].number <= found.lines[-1]:
                at += 1
    return tables


def _flat_lines(lines: Sequence[Line]) -> Iterator[FlatLine]:
    blanks = 0
    for line in lines:
        if line.blank:
            blanks += 1
            continue
        yield FlatLine(line, blanks)
        blanks = 0


class _Finder:
    """Tries headers one after another; one that led nowhere is not tried again."""

    def __init__(self, lines: list[FlatLine]) -> None:
        self.lines = lines
        self.by_number = {line.number: line for line in lines}
        self.failed: set[tuple[str, ...]] = set()
        self.trials = 0

    def table(self, at: int) -> Table | None:
        """The table whose header begins here; of several headers the one whose rows fit best."""
        if len(self.failed) > _MOST_FAILURES or self.trials > _MOST_TRIALS:
            return None
        heads = [head for head in flat_headers(self.lines, at) if head.key not in self.failed]
        if len(heads) > 1 or (heads and not heads[0].sure):
            heads = self._best(at, heads)
        for head in heads[:1]:
            placed = self._placed(at, head)
            full = sum(sum(map(bool, row)) > 1 for row in placed.rows)
            if full > (NUMBER not in head.roles):
                return _made(self.lines, at, head, placed)
            self.failed.add(head.key)
        return None

    def _placed(self, at: int, head: FlatHeader) -> Placed:
        """Row by row where every cell has its line, else by weighing where each line belongs."""
        weighed = place_rows(_body(self.lines, at + head.count, head), head.roles)
        counted = self._counted(at, head)
        if counted is not None and counted.last >= weighed.last:
            return counted
        return weighed

    def _counted(self, at: int, head: FlatHeader) -> Placed | None:
        def repeats(place: int) -> int:
            return head.count if _repeats(self.lines, place, head) else 0

        start = at + head.count
        if are_ordinals([n.text for n in self.lines[start : start + len(head.texts)]]):
            start += len(head.texts)
        return periodic_rows(self.lines, start, head.roles, self.by_number, repeats)

    def _best(self, at: int, heads: Sequence[FlatHeader]) -> list[FlatHeader]:
        """The header whose rows go on longest without a doubt, or below which a line costs least,
        if that is little."""
        counted = [self._counted(at, head) for head in heads]
        sure = [(placed.last, -i) for i, placed in enumerate(counted) if placed is not None]
        if sure:
            return [heads[-max(sure)[1]]]
        self.trials += len(heads)
        prices = [self._price(at, head) for head in heads]
        best = min(range(len(heads)), key=lambda i: prices[i])
        fits = prices[best] <= _FITTING or (NUMBER in heads[best].roles and prices[best] <= 0)
        if fits:
            self.trials = 0  # only a text that leads nowhere again and again is given up
        return [heads[best]] if fits else []

    def _price(self, at: int, head: FlatHeader) -> float:
        body = self.lines[at + head.count : at + head.count + _TRIED]
        placed = place_rows(iter(body), head.roles)
        used = sum(len(cell) for row in placed.rows for cell in row)
        few = 2 if len(head.roles) > 2 else 3
        return placed.price / used if len(placed.rows) >= few else 0.0


def _made(lines: Sequence[FlatLine], at: int, head: FlatHeader, placed: Placed) -> Table:
    words = [[" ".join(n.text for n in cell) for cell in row] for row in placed.rows]
    table = Table(task_by_contents(head.roles, head.texts, words), list(head.texts))
    joiner = RowJoiner(Noticed())
    for row in placed.rows:
        if not placed.told:
            _forget_ticks(row, head.roles)
        cells = [[(n.number, n.text) for n in cell] for cell in row]
        joiner.add_pieces(table, cells, sorted(n.number for cell in row for n in cell))
    table.lines = [line.number for line in lines[at : at + head.count]]
    table.lines += range(table.lines[-1] + 1, placed.last + 1)
    return table


def _forget_ticks(row: Cells, roles: Sequence[str]) -> None:
    """Where empty cells left no line, a tick may stand for any quarter; only all of them tell."""
    ticked = [i for i, role in enumerate(roles) if role == PERIOD]
    if not all(row[i] for i in ticked):
        for i in ticked:
            row[i] = []


def _body(lines: Sequence[FlatLine], start: int, head: FlatHeader) -> Iterator[FlatLine]:
    """The lines that may be cells: up to rows of another form or another header.

    Headers printed again, the numbers of pages before them and of columns are left out.
    """
    at, width = start, len(head.texts)
    if are_ordinals([n.text for n in lines[at : at + width]]):
        at += width
    while at < len(lines) and "\t" not in lines[at].raw:
        line = lines[at]
        if _repeats(lines, at, head):
            at += head.count
            continue
        is_page = bool(line.blanks) and line.text.isdigit()
        if is_page and _repeats(lines, at + 1, head):
            at += 1
            continue
        if opens_numbered(lines, at) and next(flat_headers(lines, at), None) is not None:
            return
        yield line
        at += 1


def _repeats(lines: Sequence[FlatLine], at: int, head: FlatHeader) -> bool:
    return (
        at < len(lines)
        and lines[at].folded == head.key[0]
        and (tuple(n.folded for n in lines[at : at + head.count]) == head.key)
    )
