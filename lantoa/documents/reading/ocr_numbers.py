"""Lone figures in the number column of a scanned table (cột STT), which page OCR passes over.

All cells that hold ink but no word are set side by side in one strip and recognised at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from .ruled_tables import RuledTable, find_ruled_tables
from .sheets import Sheet, Word

_INSET = 2.0
_WIDEST = 0.16
_INK = 130
_LEAST_DOTS = 20
_GAP, _EDGE, _HEIGHT = 120, 24, 32
_MOST = 80


def fill_numbers(
    sheet: Sheet, picture: Path, points: float, recognise: Callable[[Path], Sheet]
) -> None:
    """Add to the sheet the figures that stand alone in first columns."""
    from PIL import Image

    with Image.open(picture) as opened:
        image = opened.convert("L")
    cells = [
        (box, crop)
        for table in find_ruled_tables(sheet)[0]
        for box in _empty_cells(table)
        if (crop := _ink(image, box, points)) is not None
    ][:_MOST]
    if not cells:
        return
    strip, ends = _side_by_side([crop for _, crop in cells])
    target = picture.with_name(f"so-{picture.name}")
    strip.save(target)
    found = recognise(target)
    target.unlink(missing_ok=True)
    for place, (box, _) in enumerate(cells):
        text = "".join(
            word.text for word in found.words if ends[place] <= word.centre < ends[place + 1]
        )
        if text.strip(".").isdigit():
            sheet.words.append(_within(text, box))


def _empty_cells(table: RuledTable) -> Iterator[tuple[float, float, float, float]]:
    """The cells of a narrow first column in which no word was found."""
    x0, x1 = table.xs[0], table.xs[1]
    if x1 - x0 > _WIDEST * (table.xs[-1] - x0):
        return
    for y0, y1 in zip(table.ys, table.ys[1:], strict=False):
        if not any(x0 <= w.centre <= x1 and y0 <= w.middle <= y1 for w in table.words):
            yield x0 + _INSET, y0 + _INSET, x1 - _INSET, y1 - _INSET


def _ink(image: Any, box: tuple[float, ...], points: float) -> Any:
    """The part of the cell that holds ink; None for an empty cell or a speck."""
    crop = image.crop([round(value / points) for value in box])
    dark = crop.point([255 if value < _INK else 0 for value in range(256)])
    inside = dark.getbbox()
    if inside is None or dark.histogram()[255] < _LEAST_DOTS:
        return None
    wide, high = inside[2] - inside[0], inside[3] - inside[1]
    return crop.crop(inside) if high >= 8 and wide <= 4 * high and high * points < 24 else None


def _side_by_side(crops: list[Any]) -> tuple[Any, list[float]]:
    """One line of all crops at one height, and where each one's share begins and ends."""
    from PIL import Image

    sized = [
        crop.resize((max(4, round(crop.width * _HEIGHT / crop.height)), _HEIGHT)) for crop in crops
    ]
    wide = sum(crop.width + _GAP for crop in sized) + _GAP
    strip = Image.new("L", (wide, _HEIGHT + 2 * _EDGE), 255)
    x, ends = _GAP, [0.0]
    for crop in sized:
        strip.paste(crop, (x, _EDGE))
        x += crop.width + _GAP
        ends.append(x - _GAP / 2)
    return strip, ends


def _within(text: str, box: tuple[float, float, float, float]) -> Word:
    x0, y0, x1, _ = box
    return Word(text, x0, y0, x1, y0 + 12)
