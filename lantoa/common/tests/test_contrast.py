"""The style sheet's colours are legible in both themes (WCAG 2.1 AA: 4.5 text, 3 graphics)."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[1] / "static/lantoa/css/lantoa.css"
STATES = (
    "not-due", "due-soon", "in-progress", "submitted", "returned", "overdue", "done",
    "done-late", "standing", "no-info",
)  # fmt: skip
GROUNDS = ("ground", "surface", "hover")
TEXT = [
    *[(ink, ground) for ink in ("ink", "ink-2", "ink-3") for ground in GROUNDS],
    *[("ink-2", "sunken"), ("ink", "sunken"), ("accent", "sunken")],
    *[("accent", ground) for ground in GROUNDS],
    *[("on-accent", "accent"), ("on-accent", "accent-hover"), ("accent", "accent-soft")],
    *[("nav-ink", "nav"), ("nav-ink-2", "nav"), ("nav-ink", "nav-2"), ("ink", "accent-soft")],
    *[(f"st-{state}", f"st-{state}-bg") for state in STATES],
    *[(f"st-{state}", ground) for state in STATES for ground in GROUNDS],
    *[("ink", f"st-{state}-bg") for state in STATES],
    *[("accent", f"st-{state}-bg") for state in ("in-progress", "done", "due-soon", "overdue")],
]
GRAPHICS = [
    *[(f"fill-{state}", "surface") for state in STATES],
    *[("line-strong", ground) for ground in ("ground", "surface")],
    *[("focus", ground) for ground in ("ground", "surface")],
    *[("seal", "surface"), ("nav-mark", "nav"), ("nav-mark", "nav-2"), ("nav-ink", "nav-2")],
]


def _blocks() -> dict[str, str]:
    css = CSS.read_text(encoding="utf-8")
    tokens = css[css.index("@layer tokens {") : css.index("@layer base {")]
    found = re.findall(r"(:root[^{]*)\{([^}]*)\}", tokens)
    # The first of each: the wide screen's :root only changes sizes.
    return {selector.strip(): body for selector, body in reversed(found)}


def _colours(body: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", body))


def _theme(name: str) -> dict[str, str]:
    blocks = _blocks()
    light = _colours(blocks[":root"])
    return light if name == "light" else light | _colours(blocks[':root[data-theme="dark"]'])


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT, 4.5), (GRAPHICS, 3.0)])
def test_colours_are_legible(theme, pairs, least):
    colours = _theme(theme)
    weak = {
        f"{front} on {back}": round(ratio, 2)
        for front, back in pairs
        if (ratio := _contrast(colours[front], colours[back])) < least
    }
    assert not weak


def test_contrast_is_measured_as_the_standard_says():
    assert round(_contrast("#000000", "#ffffff"), 2) == 21
    assert round(_contrast("#777777", "#ffffff"), 2) == 4.48


def test_the_chosen_dark_theme_equals_the_system_dark_theme():
    blocks = _blocks()
    chosen = blocks[':root[data-theme="dark"]'].split()
    assert chosen and chosen == blocks[':root:not([data-theme="light"])'].split()
