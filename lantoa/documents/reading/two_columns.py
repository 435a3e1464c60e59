"""Bands of two columns (hai cột): head (agency | motto) and foot (Nơi nhận | signature)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .page_lines import PrintedLine

_MIN_GUTTER = 9.0
_MAX_BAND = 40


@dataclass(slots=True)
class Band:
    """Lines `first` to `last` (indices), parted at `gutter` into a left and a right column."""

    first: int
    last: int
    left: list[PrintedLine]
    right: list[PrintedLine]


def find_band(lines: Sequence[PrintedLine], start: int, width: float) -> Band | None:
    """The band that begins at this line: two lines or more that leave one gutter free."""
    best: Band | None = None
    for gutter in _gutters(lines, start, width):
        band = _grown(lines, start, gutter)
        if band and (best is None or band.last > best.last):
            best = band
    return best


def _gutters(lines: Sequence[PrintedLine], start: int, width: float) -> list[tuple[float, float]]:
    """Free spaces near the middle of the page, from the first lines that have one."""
    found = []
    for line in lines[start : start + 3]:
        parts = line.parts()
        for before, after in pairwise(parts):
            if 0.2 * width < (before.x1 + after.x0) / 2 < 0.75 * width:
                found.append((before.x1, after.x0))
        if len(parts) > 1:
            break
    return found


def _grown(lines: Sequence[PrintedLine], start: int, gutter: tuple[float, float]) -> Band | None:
    g0, g1 = gutter
    band = Band(start, start, [], [])
    sides: list[tuple[PrintedLine | None, PrintedLine | None]] = []
    last = -1
    for line in lines[start : start + _MAX_BAND]:
        cut = _cut(line, g0, g1)
        if cut is None:
            break
        g0, g1 = cut
        left = [word for word in line.words if word.centre < (g0 + g1) / 2]
        right = [word for word in line.words if word.centre >= (g0 + g1) / 2]
        sides.append((PrintedLine(left) if left else None, PrintedLine(right) if right else None))
        if right:
            last = len(sides) - 1
    both = sum(1 for left, right in sides[: last + 1] if left and right)
    # Lines below the last one at the right are ordinary lines again.
    used = sides[: _with_list(sides, last) + 1]
    if last < 1 or not both:
        return None
    band.last = start + len(used) - 1
    band.left = [left for left, _ in used if left]
    band.right = [right for _, right in used if right]
    return band if len(band.left) > 0 and len(band.right) > 1 else None


def _cut(line: PrintedLine, g0: float, g1: float) -> tuple[float, float] | None:
    """What is left of the gutter beside this line; None when the line fills it."""
    for word in line.words:
        if word.x1 <= g0 or word.x0 >= g1:
            continue
        nearer_left = word.x0 - g0 < g1 - word.x1
        if nearer_left:
            g0 = max(g0, word.x1)
        else:
            g1 = min(g1, word.x0)
        if g1 - g0 < _MIN_GUTTER:
            return None
    parted = [
        after.x0 - before.x1
        for before, after in pairwise(line.words)
        if before.centre < (g0 + g1) / 2 <= after.centre
    ]
    return (g0, g1) if not parted or parted[0] >= _MIN_GUTTER else None


def _with_list(sides: Sequence[tuple[PrintedLine | None, PrintedLine | None]], last: int) -> int:
    """Recipients listed to the left go on below the signer's name."""
    at = last
    while at + 1 < len(sides):
        left = sides[at + 1][0]
        if left is None or not left.text.lstrip().startswith(("-", "+", "•", "–")):
            break
        at += 1
    return at
