"""Table rules in a scan (đường kẻ bảng): long dark runs, found by averaging strips of the page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from .sheets import Rule

# A strip of this many dots, dark through and through, is part of a rule and no letter.
_STRIP = 24
# How much of a strip ink must cover; letters side by side reach six tenths at most.
_COVERED = 0.75
_MIN_STRIPS = 5
_DRIFT = 3
# One strip may fall between two rows of dots; letters leave more white than that.
_SKIPPED = 1
_MIN_SHARE = 0.8
_WIPED = 7
_NOISE = 24
_DARK_RUN = re.compile(rb"\x01+")
_MAX_RUNS = 4000


def take_rules(picture: Path, points: float) -> list[Rule]:
    """The level and upright rules of a page, wiped off the picture: they spoil letters beside them.

    `points` is the size of one dot.
    """
    from PIL import Image, ImageDraw

    with Image.open(picture) as opened:
        image = _on_white(opened.convert("L"))
    dark = _darkness(image)
    level = list(_chains(image.reduce((_STRIP, 1)).transpose(Image.Transpose.TRANSPOSE), dark))
    upright = list(_chains(image.reduce((1, _STRIP)), dark))
    pen = ImageDraw.Draw(image)
    for first, last, a, b in level:
        pen.line([((a - 1) * _STRIP, first), ((b + 1) * _STRIP, last)], fill=255, width=_WIPED)
    for first, last, a, b in upright:
        pen.line([(first, (a - 1) * _STRIP), (last, (b + 1) * _STRIP)], fill=255, width=_WIPED)
    image.save(picture, compress_level=1)
    step = _STRIP * points
    return [
        Rule(a * step, (y0 + y1) / 2 * points, b * step, (y0 + y1) / 2 * points)
        for y0, y1, a, b in level
    ] + [
        Rule((x0 + x1) / 2 * points, a * step, (x0 + x1) / 2 * points, b * step)
        for x0, x1, a, b in upright
    ]


def _on_white(image: Any) -> Any:
    """Grey paper and the noise on it become white; ink keeps its shades."""
    counts = image.histogram()
    paper = max(range(128, 256), key=lambda value: counts[value])
    lightest = max(120, paper - _NOISE)
    return image.point([min(255, round(value * 255 / lightest)) for value in range(256)])


def _darkness(image: Any) -> float:
    """The mean of a strip that ink covers far enough, by how dark the ink of this page is."""
    counts = list(accumulate(image.histogram()[:128]))
    ink = bisect_left(counts, 0.3 * counts[-1])
    return 255 - _COVERED * (255 - ink)


@dataclass(slots=True)
class _Chain:
    """Dark places of strips that follow each other: where it began, where it is now."""

    start: float
    place: float
    first: int
    last: int
    dark: int = 1

    def take(self, place: float, row: int) -> None:
        self.place, self.last, self.dark = place, row, self.dark + 1

    @property
    def is_rule(self) -> bool:
        long = self.last + 1 - self.first
        return long >= _MIN_STRIPS and self.dark >= _MIN_SHARE * long


def _chains(strips: Any, darkest: float) -> Iterator[tuple[float, float, int, int]]:
    """(place where it starts, where it ends, first strip, one past the last); it may lean."""
    growing: list[_Chain] = []
    wide, high = strips.size
    data = strips.point([1 if value < darkest else 0 for value in range(256)]).tobytes()
    for row in range(high + _SKIPPED + 1):
        for place in _dark(data[row * wide : (row + 1) * wide]):
            near = next(
                (c for c in growing if c.last < row and abs(c.place - place) <= _DRIFT), None
            )
            if near is None:
                growing.append(_Chain(place, place, row, row))
            else:
                near.take(place, row)
        for chain in [c for c in growing if row - c.last > _SKIPPED]:
            growing.remove(chain)
            if chain.is_rule:
                yield chain.start, chain.place, chain.first, chain.last + 1


def _dark(row: bytes) -> Iterator[float]:
    """The middles of thin dark runs; a thick one is a picture or the edge of the scan."""
    for count, run in enumerate(_DARK_RUN.finditer(row)):
        if count > _MAX_RUNS:
            return
        if run.end() - run.start() <= 14:
            yield (run.start() + run.end() - 1) / 2
