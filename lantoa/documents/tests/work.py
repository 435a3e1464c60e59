"""How much work something is, counted in calls: the same on a busy machine as on an idle one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def calls_of(work: Callable[[], object]) -> int:
    """Calls of functions, of Python and of C, that the work makes."""
    count = 0

    def see(frame: FrameType, event: str, value: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(see)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def growth(work: Callable[[int], object], size: int) -> float:
    """How many times the calls grow when the size doubles; 2 is in proportion."""
    work(2 * size)  # what is kept in memory between calls is there now for both
    return calls_of(lambda: work(2 * size)) / calls_of(lambda: work(size))
