"""Scans made for tests by Pillow: pages of words and rules, spoiled as an office scanner does."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from typing import Any

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from .pdf_files import FONT, HEIGHT, NARROWER, WIDTH

RESOLUTION = 200
_DOTS = RESOLUTION / 72


class Paper:
    """A page to draw on; places count in points from the top left, as in `Printed`."""

    def __init__(self) -> None:
        size = (round(WIDTH * _DOTS), round(HEIGHT * _DOTS))
        self.image: Any = Image.new("L", size, 255)
        self.pen = ImageDraw.Draw(self.image)

    def write(self, x: float, y: float, text: str, size: float = 13) -> Paper:
        font = ImageFont.truetype(FONT, round(NARROWER * size * _DOTS))
        self.pen.text((x * _DOTS, y * _DOTS), text, 20, font=font, anchor="ls")
        return self

    def lines(self, x: float, y: float, texts: Sequence[str], *, step: float = 21) -> Paper:
        for place, text in enumerate(texts):
            self.write(x, y + place * step, text)
        return self

    def table(self, y: float, xs: Sequence[float], rows: Sequence[Sequence[str]]) -> Paper:
        """Rows of cells with borders; "/" parts the lines of a cell."""
        top = y
        for row in rows:
            self._rule(xs[0], y, xs[-1], y)
            cells = [cell.split(" / ") for cell in row]
            for x, cell in zip(xs, cells, strict=False):
                for place, text in enumerate(cell):
                    self.write(x + 5, y + 15 + 16 * place, text, 12)
            y += 16 * max(map(len, cells)) + 8
        self._rule(xs[0], y, xs[-1], y)
        for x in xs:
            self._rule(x, top, x, y)
        return self

    def _rule(self, *ends: float) -> None:
        self.pen.line([end * _DOTS for end in ends], fill=30, width=2)

    def noisy(self, *, lean: float = 0.0) -> Any:
        """Grey paper, grain, soft letters, a slight lean."""
        turned = self.image.rotate(lean, resample=Image.Resampling.BICUBIC, fillcolor=255)
        soft = turned.filter(ImageFilter.GaussianBlur(0.7))
        return Image.blend(soft, _grain(soft.size), 0.18)


def _grain(size: tuple[int, int]) -> Any:
    """The same grain every time, so that a test that passes goes on passing."""
    wide, high = size
    dice = random.Random(20310105)
    tile = Image.frombytes(
        "L", (256, 256), bytes(int(dice.gauss(128, 60)) % 256 for _ in range(65536))
    )
    grain = Image.new("L", size)
    for x in range(0, wide, 256):
        for y in range(0, high, 256):
            grain.paste(tile, (x, y))
    return grain


def stored(image: Any, kind: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()
