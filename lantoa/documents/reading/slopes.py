"""How much a scan leans (độ nghiêng bản quét), and its words and rules put straight."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from .sheets import Rule, Sheet, Word

_MIN_WORDS = 5
# Less shifts a line by half a letter at most; more is no lean but another layout.
_LEAST, _MOST = 0.002, 0.12


def slope_of(lines: Sequence[Sequence[Word]]) -> float:
    """The usual fall of the lines from left to right; 0 when it hardly shows."""
    slopes = [_slope(line) for line in lines if len(line) >= _MIN_WORDS]
    if not slopes:
        return 0.0
    slope = median(slopes)
    return slope if _LEAST < abs(slope) < _MOST else 0.0


def straighten(sheet: Sheet) -> None:
    """Turn everything on the page back by its slope."""
    slope = sheet.slope
    if not slope:
        return
    boxes: list[Word | Rule] = [*sheet.words, *sheet.rules]
    for box in boxes:
        x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
        across, down = slope * (y - sheet.height / 2), slope * (x - sheet.width / 2)
        box.x0, box.x1 = box.x0 + across, box.x1 + across
        box.y0, box.y1 = box.y0 - down, box.y1 - down


def _slope(line: Sequence[Word]) -> float:
    """By least squares through the feet of the words."""
    xs = [word.centre for word in line]
    ys = [word.y1 for word in line]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((a - x) ** 2 for a in xs)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / spread if spread else 0.0
