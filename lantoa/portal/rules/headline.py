"""The one word that stands beside a duty in public (trạng thái chung), from its counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lantoa.plans.rules.progress import Progress


def headline(progress: Progress) -> str:
    """A state key for a duty that many agencies do in many periods.

    All done is done; some done is under way whatever else is late (the late ones are counted
    beside it); nothing done yet takes the most pressing state. Never called late when one row of
    many was.
    """
    if not progress.total:
        return "standing"
    if progress.done == progress.total:
        return _finished(progress)
    if progress.done:
        return "in_progress"
    return next(code for code, count in progress.counts.items() if count)


def _finished(progress: Progress) -> str:
    if progress.on_time == progress.total:
        return "done_on_time"
    return "done_late" if progress.on_time == 0 else "success"
