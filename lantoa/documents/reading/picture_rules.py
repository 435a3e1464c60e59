"""Table rules in a scan (đường kẻ bảng): long dark runs, found by averaging strips of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .sheets import Rule

# A strip of this many dots, dark through and through, is part of a rule and no letter.
_STRIP = 24
_DARK = 100
_MIN_STRIPS = 5
_DRIFT = 2
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
    level = list(_chains(image.reduce((_STRIP, 1)).transpose(Image.Transpose.TRANSPOSE)))
    upright = list(_chains(image.reduce((1, _STRIP))))
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


def _chains(strips: Any) -> Iterator[tuple[float, float, int, int]]:
    """(place where it starts, where it ends, first strip, one past the last); it may lean."""
    growing: list[list[float]] = []
    wide, high = strips.size
    data = strips.point([1 if value < _DARK else 0 for value in range(256)]).tobytes()
    for row in range(high + 1):
        places = list(_dark(data[row * wide : (row + 1) * wide])) if row < high else []
        still: list[list[float]] = []
        for place in places:
            near = next((g for g in growing if abs(g[0] - place) <= _DRIFT + 1), None)
            if near is None:
                still.append([place, place, row])
            else:
                growing.remove(near)
                still.append([place, near[1], near[2]])
        for place, start, first in growing:
            if row - first >= _MIN_STRIPS:
                yield start, place, int(first), row
        growing = still


def _dark(row: bytes) -> Iterator[float]:
    """The middles of thin dark runs; a thick one is a picture or the edge of the scan."""
    for count, run in enumerate(_DARK_RUN.finditer(row)):
        if count > _MAX_RUNS:
            return
        if run.end() - run.start() <= 14:
            yield (run.start() + run.end() - 1) / 2
