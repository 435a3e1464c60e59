"""Small pictures for illustrative evidence (ảnh minh họa): flat scenes, drawn, of nobody."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from lantoa import common

SIZE = (960, 640)
SCALE = 2
FONTS = Path(common.__file__).parent / "static" / "lantoa" / "fonts"
INK, PAPER, SEAL = "#1c2322", "#fffefb", "#b5281f"
Draw = ImageDraw.ImageDraw
Colours = tuple[str, str, str]

WALLS: dict[str, Colours] = {
    "meeting": ("#d9eae6", "#0d5c5a", "#ff8f7d"),
    "radio": ("#dfeaf7", "#1c5697", "#f0c25e"),
    "noticeboard": ("#fbedcb", "#80510a", "#b5281f"),
    "leaflet": ("#ece4f6", "#664099", "#ff8f7d"),
    "counter": ("#dcf0dc", "#256a35", "#f0c25e"),
    "dialogue": ("#fbe5d6", "#9c3f0d", "#0d5c5a"),
    "screen": ("#e8ecee", "#4a5a66", "#0d5c5a"),
    "class": ("#eef0cb", "#5b600f", "#1c5697"),
}
"""Background, main and second colour of each scene."""


def scene(kind: str, label: str, note: str) -> bytes:
    """One JPEG of a scene with a band below that says what it is and that it is made up."""
    wall, main, second = WALLS[kind]
    image = Image.new("RGB", (SIZE[0] * SCALE, SIZE[1] * SCALE), wall)
    draw = ImageDraw.Draw(image)
    _box(draw, (0, 430, 960, 560), _mix(wall, main))
    SCENES[kind](draw, main, second)
    _box(draw, (0, 548, 960, 640), PAPER)
    _write(draw, (36, 594), label, INK, 34, 600)
    _write(draw, (924, 594), note, SEAL, 26, 500, anchor="rm")
    out = io.BytesIO()
    image.resize(SIZE, Image.Resampling.LANCZOS).save(out, "JPEG", quality=78, optimize=True)
    return out.getvalue()


def paper(title: str, lines: list[str], note: str) -> bytes:
    """A one-page PDF that looks like minutes (biên bản)."""
    page = Image.new("RGB", (827, 1169), "white")
    draw = ImageDraw.Draw(page)
    draw.text((413, 120), title, fill=INK, font=_font(34, 600), anchor="mm")
    for at, line in enumerate(lines):
        draw.text((90, 200 + at * 44), line, fill=INK, font=_font(22, 400))
    draw.text((413, 1090), note, fill=SEAL, font=_font(24, 600), anchor="mm")
    out = io.BytesIO()
    page.convert("L").save(out, "PDF", resolution=100.0)
    return out.getvalue()


def _meeting(draw: Draw, main: str, second: str) -> None:
    _box(draw, (250, 70, 710, 250), main)
    _box(draw, (290, 112, 670, 130), PAPER)
    _box(draw, (340, 160, 620, 174), second)
    _box(draw, (430, 290, 530, 430), main)
    _dot(draw, 480, 262, 30, second)
    for row, y in enumerate((470, 520)):
        for at in range(8 - row):
            _dot(draw, 130 + at * 100 + row * 50, y, 30, main if (at + row) % 3 else second)


def _radio(draw: Draw, main: str, second: str) -> None:
    _box(draw, (464, 190, 486, 550), main)
    for left in (True, False):
        side = -1 if left else 1
        cone = [(475 + side * 20, 180), (475 + side * 150, 110), (475 + side * 150, 270)]
        draw.polygon([(x * SCALE, y * SCALE) for x, y in [*cone, (475 + side * 20, 210)]], main)
        for reach in (200, 260, 320):
            box = (475 - reach, 190 - reach * 0.7, 475 + reach, 190 + reach * 0.7)
            start, end = (160, 200) if left else (-20, 20)
            draw.arc([v * SCALE for v in box], start, end, second, 10 * SCALE)


def _noticeboard(draw: Draw, main: str, second: str) -> None:
    _box(draw, (190, 90, 770, 420), main)
    _box(draw, (212, 112, 748, 398), PAPER)
    for at in range(6):
        x, y = 240 + at % 3 * 170, 134 + at // 3 * 130
        _box(draw, (x, y, x + 140, y + 108), WALLS["noticeboard"][0])
        _dot(draw, x + 70, y + 8, 8, second)
        for line in range(3):
            _box(draw, (x + 16, y + 32 + line * 22, x + 124 - line * 20, y + 40 + line * 22), main)
    _box(draw, (260, 420, 284, 550), main)
    _box(draw, (676, 420, 700, 550), main)


def _leaflet(draw: Draw, main: str, second: str) -> None:
    for at, tint in enumerate((PAPER, "#f3eee3", PAPER)):
        left, drop = 220 + at * 180, 24 * (at % 2)
        _box(draw, (left, 100 + drop, left + 172, 500 + drop), tint)
        _box(draw, (left + 20, 126 + drop, left + 152, 220 + drop), second if at == 1 else main)
        for line in range(7):
            y = 250 + drop + line * 32
            _box(draw, (left + 20, y, left + 152 - line % 3 * 24, y + 10), main)


def _counter(draw: Draw, main: str, second: str) -> None:
    _box(draw, (120, 80, 840, 150), main)
    _box(draw, (300, 105, 660, 125), PAPER)
    for at in range(3):
        x = 180 + at * 240
        _dot(draw, x + 60, 250, 40, second if at == 1 else main)
        _box(draw, (x + 10, 290, x + 110, 380), second if at == 1 else main)
        _box(draw, (x - 30, 200, x - 20, 380), PAPER)
    _box(draw, (90, 380, 870, 520), main)
    _box(draw, (90, 380, 870, 400), PAPER)


def _dialogue(draw: Draw, main: str, second: str) -> None:
    for x, y, colour in ((220, 110, main), (520, 190, second)):
        box = [v * SCALE for v in (x, y, x + 260, y + 140)]
        draw.rounded_rectangle(box, 28 * SCALE, colour)
        tail = [(x + 60, y + 130), (x + 110, y + 130), (x + 50, y + 180)]
        draw.polygon([(a * SCALE, b * SCALE) for a, b in tail], colour)
        for line in range(3):
            _box(draw, (x + 34, y + 34 + line * 28, x + 220 - line * 40, y + 46 + line * 28), PAPER)
    for at in range(6):
        _dot(draw, 180 + at * 120, 490, 42, main if at % 2 else second)


def _screen(draw: Draw, main: str, second: str) -> None:
    _box(draw, (210, 80, 750, 420), main)
    _box(draw, (230, 100, 730, 390), PAPER)
    _box(draw, (230, 100, 730, 150), second)
    _box(draw, (256, 176, 470, 340), WALLS["screen"][0])
    for line in range(5):
        _box(draw, (496, 180 + line * 34, 700 - line % 2 * 60, 194 + line * 34), main)
    _box(draw, (440, 420, 520, 480), main)
    _box(draw, (360, 476, 600, 496), main)


def _class(draw: Draw, main: str, second: str) -> None:
    _box(draw, (180, 70, 780, 280), second)
    for line in range(4):
        _box(draw, (220, 110 + line * 40, 700 - line * 90, 122 + line * 40), PAPER)
    _dot(draw, 830, 300, 34, main)
    _box(draw, (800, 336, 860, 470), main)
    for at in range(5):
        x = 130 + at * 130
        _dot(draw, x + 45, 400, 28, main)
        _box(draw, (x, 440, x + 90, 520), PAPER)


SCENES: dict[str, Callable[[Draw, str, str], None]] = {
    "meeting": _meeting,
    "radio": _radio,
    "noticeboard": _noticeboard,
    "leaflet": _leaflet,
    "counter": _counter,
    "dialogue": _dialogue,
    "screen": _screen,
    "class": _class,
}


def _box(draw: Draw, box: tuple[float, float, float, float], colour: str) -> None:
    draw.rectangle([v * SCALE for v in box], fill=colour)


def _dot(draw: Draw, x: float, y: float, radius: float, colour: str) -> None:
    box = (x - radius, y - radius, x + radius, y + radius)
    draw.ellipse([v * SCALE for v in box], fill=colour)


def _write(
    draw: Draw,
    at: tuple[int, int],
    text: str,
    colour: str,
    size: int,
    weight: int,
    anchor: str = "lm",
) -> None:
    place = (at[0] * SCALE, at[1] * SCALE)
    draw.text(place, text, fill=colour, font=_font(size * SCALE, weight), anchor=anchor)


@cache
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / f"be-vietnam-pro-{weight}.woff2"), size)


def _mix(wall: str, main: str) -> str:
    """A floor between the two colours."""
    pairs = [(int(wall[i : i + 2], 16), int(main[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{(3 * light + dark) // 4:02x}" for light, dark in pairs)
