"""How far the recognition of a scan has come (tiến độ nhận dạng), told page by page."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with the pages done and the pages in all; what it raises ends the reading."""


def unheard(done: int, pages: int) -> None:
    """Nobody wants to know."""
