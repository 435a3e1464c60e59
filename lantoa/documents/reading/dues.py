"""Due phrases (thời hạn, tiến độ) as typed rules."""

from __future__ import annotations

from .model import Due
from .options import Options


def read_due(text: str, *, year: int | None, options: Options, context: str = "") -> Due:
    """The rule of a table cell whose whole text is the due phrase."""
    return Due("unstated", text.strip())


def find_due(text: str, *, year: int | None, options: Options) -> Due:
    """The due rule in running text; kind "unstated" when there is none."""
    return Due("unstated", "")
