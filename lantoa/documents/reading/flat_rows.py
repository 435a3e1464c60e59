"""Cells one after another become rows (xếp ô vào hàng): the cheapest way to fill the columns.

Each line goes on in its column, opens a further one, opens a row, heads a group, or stands outside
once the table is over. What it holds and where numbers, dues and bodies belong decide the price;
of all ways to the end the best one is kept, so that wrapped and missing cells do not shift a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice

from lantoa.common.rules.vietnamese import fold

from .column_contents import is_amount, is_body, is_due, is_hour
from .duty_tables import is_tick
from .flat_prices import NEVER, Prices, ends_table, heads_group
from .lines import Line
from .numbering import ARABIC, ROMAN, UPPER, find_marker
from .row_groups import is_sum
from .table_rows import is_label

_HEADS = {ROMAN, UPPER, ARABIC}
_LONGEST = 160
_HOURS = 20
_SAMPLE = 64
_MARGIN = 3
_PATIENCE = 40
_LOST = 40.0


class FlatLine:
    """A line with words, and how many empty lines stand before it."""

    def __init__(self, line: Line, blanks: int) -> None:
        self.line, self.blanks = line, blanks
        self.text, self.raw, self.number = line.text, line.raw, line.number

    @cached_property
    def folded(self) -> str:
        return fold(self.text) if len(self.text) <= _LONGEST else ""

    @cached_property
    def label(self) -> bool:
        return is_label(self.text) and len(self.text) <= 7

    @cached_property
    def due(self) -> bool:
        return is_due(self.text) or (len(self.text) < _HOURS and is_hour(self.text))

    @cached_property
    def body(self) -> bool:
        return is_body(self.text)

    @cached_property
    def amount(self) -> bool:
        return is_amount(self.text)

    @cached_property
    def marked(self) -> bool:
        """It begins with the label of a heading or of a numbered paragraph."""
        marker = find_marker(self.text)
        return marker is not None and marker.style in _HEADS and bool(marker.rest)

    @cached_property
    def group(self) -> bool:
        return heads_group(self.text)

    @cached_property
    def sum(self) -> bool:
        return is_sum(self.text)

    @cached_property
    def tick(self) -> bool:
        return len(self.text) <= 2 and is_tick(self.text)


Cells = list[list[FlatLine]]


@dataclass(slots=True)
class Placed:
    """The rows, and the number of the last line that belongs to them."""

    rows: list[Cells] = field(default_factory=list)
    last: int = 0
    told: bool = False
    price: float = 0.0


@dataclass(slots=True)
class _Way:
    """The best way to have put a line into one place: its price, where it came from."""

    price: float
    place: int
    before: _Way | None
    label: str
    opens: bool
    line: FlatLine


def place_rows(body: Iterator[FlatLine], roles: Sequence[str]) -> Placed:
    """The rows that these lines make; lines behind the table are left out.

    Empty lines among the cells may stand for empty cells, or for nothing: the cheaper way is right.
    """
    sample = list(islice(body, _SAMPLE))
    prices = Prices(roles, sample)
    seen: list[FlatLine] = []
    over, price = _best_way(_kept(chain(sample, body), seen), prices)
    last = over.line.number if over else 0
    near = [n for n in seen[1:] if n.number <= last + _MARGIN * len(roles)]
    if not prices.spaced and any(n.blanks for n in near):
        told = Prices(roles, sample, told=True)
        again, cheaper = _best_way(iter(seen), told)
        if cheaper < price:
            over, prices, price = again, told, cheaper
    placed = _rows(over, len(roles))
    placed.told, placed.price = prices.told, price
    return placed


def _kept(lines: Iterable[FlatLine], seen: list[FlatLine]) -> Iterator[FlatLine]:
    for line in lines:
        seen.append(line)
        yield line


def _best_way(lines: Iterator[FlatLine], prices: Prices) -> tuple[_Way | None, float]:
    """The cheapest way from the first line to the end of the table, wherever that is."""
    ways: list[_Way | None] = []
    over: _Way | None = None
    outside = NEVER
    idle = 0
    for line in lines:
        if ends_table(line):
            break
        best = min((w.price for w in ways if w), default=0.0 if not ways else NEVER)
        ended = _cheapest_end(ways, prices, line)
        if ended is not None and ended[0] < outside:
            outside, over, idle = ended[0], ended[1], 0
        idle += 1
        if over is not None and idle > _PATIENCE and outside + _LOST < best:
            break
        ways = _step(ways, prices, line, first=not ways)
        if all(way is None for way in ways):
            break
    ended = _cheapest_end(ways, prices, None)
    if ended is not None and ended[0] < outside:
        outside, over = ended
    return over, outside


def _cheapest_end(
    ways: Sequence[_Way | None], prices: Prices, line: FlatLine | None
) -> tuple[float, _Way] | None:
    found = [(way.price + prices.end(way.place, line), i, way) for i, way in enumerate(ways) if way]
    if not found:
        return None
    price, _, way = min(found, key=lambda each: each[:2])
    return price, way


def _step(
    ways: Sequence[_Way | None], prices: Prices, line: FlatLine, *, first: bool
) -> list[_Way | None]:
    """For each place the cheapest way to put this line there."""
    made: list[_Way | None] = [None] * (prices.width + 1)
    for place in range(prices.width + 1):
        own = prices.holding(line, place)
        if own >= NEVER:
            continue
        if first:
            price = own + prices.opening(place)
            made[place] = _Way(price, place, None, line.text if place == 0 else "", True, line)
            continue
        for way in ways:
            if way is None:
                continue
            step, opens = prices.moving(way.place, place, line)
            price = way.price + own + step
            if opens or place == prices.number:
                price += prices.numbering(way.label, line, place)
            best = made[place]
            if best is None or price < best.price:
                label = line.text if place == prices.number else way.label
                made[place] = _Way(price, place, way, label, opens, line)
    _drop_furniture(ways, made, prices, line)
    return made


def _drop_furniture(
    ways: Sequence[_Way | None], made: list[_Way | None], prices: Prices, line: FlatLine
) -> None:
    """The number of a page stands between two cells and belongs to none."""
    skip = prices.dropping(line)
    if skip >= NEVER:
        return
    for place, way in enumerate(ways):
        best = made[place]
        if way is not None and (best is None or way.price + skip < best.price):
            made[place] = _Way(
                way.price + skip, way.place, way.before, way.label, way.opens, way.line
            )


def _rows(way: _Way | None, width: int) -> Placed:
    """Walks back from the end of the best way."""
    steps: list[_Way] = []
    while way is not None:
        steps.append(way)
        way = way.before
    placed = Placed(last=steps[0].line.number if steps else 0)
    for step in reversed(steps):
        if step.opens or not placed.rows:
            placed.rows.append([[] for _ in range(width)])
        column = step.place if step.place < width else _group_column(width)
        placed.rows[-1][column].append(step.line)
    return placed


def _group_column(width: int) -> int:
    return min(1, width - 1)
