"""Tables with drawn lines (bảng có kẻ khung): rules become a grid, words fall into its cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .grids import GridRow, grid_lines
from .page_lines import joined, lines_of
from .sheets import Rule, Sheet, Word

_NEAR = 3.0
_MAX_LINES = 400
_NARROWEST = 12.0
_OPEN_SIDE = 12.0
MAX_RULES = 6_000


@dataclass(slots=True)
class RuledTable:
    """Where the table stands, its column and row edges, and the rules between them."""

    xs: list[float]
    ys: list[float]
    level: list[Rule]
    upright: list[Rule]
    words: list[Word] = field(default_factory=list)

    @property
    def y0(self) -> float:
        return self.ys[0]

    @property
    def y1(self) -> float:
        return self.ys[-1]

    def holds(self, word: Word) -> bool:
        """True when the middle of the word lies inside the frame."""
        return (
            self.xs[0] - _NEAR <= word.centre <= self.xs[-1] + _NEAR
            and self.ys[0] - 1 <= word.middle <= self.ys[-1] + 1
        )

    def lines(self) -> list[str]:
        """The tab-joined rows; a frame around running text gives its lines."""
        rows, merged = self._grid()
        return list(grid_lines(rows, merged))

    def _grid(self) -> tuple[list[GridRow], list[list[bool]]]:
        wide, high = len(self.xs) - 1, len(self.ys) - 1
        owner = {(r, c): (r, c) for r in range(high) for c in range(wide)}
        down = [[False] * wide for _ in range(high)]
        for r in range(high):
            for c in range(wide):
                if c and not self._parted(r, c):
                    owner[r, c] = owner[r, c - 1]
                    down[r][c] = down[r][c - 1]
                elif r and not self._ruled_above(r, c):
                    owner[r, c] = owner[r - 1, c]
                    down[r][c] = True
        held: dict[tuple[int, int], list[Word]] = {}
        for word in self.words:
            r = _slot(self.ys, word.middle)
            c = _slot(self.xs, word.centre)
            held.setdefault(owner[r, c], []).append(word)
        rows = [
            [joined([n.text for n in lines_of(held.get((r, c), []))]) for c in range(wide)]
            for r in range(high)
        ]
        narrow = [b - a < _NARROWEST for a, b in pairwise(self.xs)]
        return _without_empty(rows, down, narrow)

    def _parted(self, r: int, c: int) -> bool:
        """A rule stands between this cell and the one to its left."""
        x, y = self.xs[c], (self.ys[r] + self.ys[r + 1]) / 2
        return any(abs(u.x0 - x) <= _NEAR and u.y0 - 1 <= y <= u.y1 + 1 for u in self.upright)

    def _ruled_above(self, r: int, c: int) -> bool:
        y, x = self.ys[r], (self.xs[c] + self.xs[c + 1]) / 2
        return any(abs(u.y0 - y) <= _NEAR and u.x0 - 1 <= x <= u.x1 + 1 for u in self.level)


def find_ruled_tables(sheet: Sheet) -> tuple[list[RuledTable], list[Word]]:
    """The ruled tables from top to bottom with their words, and the words outside of them."""
    tables = sorted(_tables(sheet.rules[:MAX_RULES]), key=lambda table: table.y0)
    left: list[Word] = []
    for word in sheet.words:
        table = next((one for one in tables if one.holds(word)), None)
        (left if table is None else table.words).append(word)
    kept = [table for table in tables if table.words]
    return kept, left


def _tables(rules: Sequence[Rule]) -> Iterator[RuledTable]:
    level = _joined([r for r in rules if r.level])
    upright = _joined([Rule(r.y0, r.x0, r.y1, r.x1) for r in rules if not r.level])
    upright = [Rule(r.y0, r.x0, r.y1, r.x1) for r in upright]
    for flat, tall in _connected(level[:_MAX_LINES], upright[:_MAX_LINES]):
        xs = _edges([r.x0 for r in tall], [x for r in flat for x in (r.x0, r.x1)])
        ys = _edges([r.y0 for r in flat], [y for r in tall for y in (r.y0, r.y1)])
        if len(xs) >= 3 and len(ys) >= 2 and len(tall) >= 2:
            yield RuledTable(xs, ys, flat, tall)


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """Level rules on one height that touch are one: borders are drawn cell by cell."""
    done: list[Rule] = []
    by_height: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: r.y0):
        if by_height and rule.y0 - by_height[-1][0].y0 <= 1.5:
            by_height[-1].append(rule)
        else:
            by_height.append([rule])
    for group in by_height:
        group.sort(key=lambda r: r.x0)
        for rule in group:
            if done and abs(done[-1].y0 - group[0].y0) < 1e-6 and rule.x0 <= done[-1].x1 + _NEAR:
                done[-1].x1 = max(done[-1].x1, rule.x1)
            else:
                done.append(Rule(rule.x0, group[0].y0, rule.x1, group[0].y0))
    return done


def _connected(
    level: Sequence[Rule], upright: Sequence[Rule]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Rules that cross or touch belong to one table."""
    left = list(upright)
    while left:
        tall, flat = [left.pop()], list[Rule]()
        grown = True
        while grown:
            more = [r for r in level if r not in flat and any(_touch(r, u) for u in tall)]
            flat += more
            others = [u for u in left if any(_touch(r, u) for r in more)]
            tall += others
            left = [u for u in left if u not in others]
            grown = bool(more or others)
        if flat:
            yield flat, tall


def _touch(level: Rule, upright: Rule) -> bool:
    return (
        level.x0 - _NEAR <= upright.x0 <= level.x1 + _NEAR
        and upright.y0 - _NEAR <= level.y0 <= upright.y1 + _NEAR
    )


def _edges(values: Sequence[float], ends: Sequence[float]) -> list[float]:
    """Where rules stand; an open side, as far as the rules that cross it reach beyond them."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > 2 * _NEAR:
            edges.append(value)
    if edges and min(ends) < edges[0] - _OPEN_SIDE:
        edges.insert(0, min(ends))
    if edges and max(ends) > edges[-1] + _OPEN_SIDE:
        edges.append(max(ends))
    return edges


def _slot(edges: Sequence[float], value: float) -> int:
    return max(0, min(len(edges) - 2, bisect_right(edges, value) - 1))


def _without_empty(
    rows: list[GridRow], down: list[list[bool]], narrow: Sequence[bool]
) -> tuple[list[GridRow], list[list[bool]]]:
    """A row of nothing comes from double borders, a narrow column of nothing from a stray rule."""
    kept = [i for i, row in enumerate(rows) if any(row)]
    wide = len(rows[0]) if rows else 0
    columns = [c for c in range(wide) if not narrow[c] or any(rows[i][c] for i in kept)]
    return (
        [[rows[i][c] for c in columns] for i in kept],
        [[down[i][c] for c in columns] for i in kept],
    )
