"""Until when a sub-plan is awaited (hạn gửi kế hoạch), and how its sending stands to that day."""

from __future__ import annotations

from datetime import date


def deadline(
    *, asked: date | None, ordered: date | None, first_ordered: date | None = None
) -> date | None:
    """The last day on time for one agency.

    `ordered` is the duty's day in force for the agency, `first_ordered` its day before it was
    moved: an extension that was granted wins over the day that the coordinator asked for.
    """
    if first_ordered is not None and ordered is not None:
        return ordered
    return asked or ordered


def is_late(due_on: date | None, *, sent_on: date | None, today: date) -> bool:
    """Sent after the day, or not sent although the day has passed."""
    return due_on is not None and (sent_on or today) > due_on


def words(due_on: date | None, *, today: date) -> str:
    """How many days are left, or how many it is late."""
    if due_on is None:
        return "chưa định hạn"
    days = (due_on - today).days
    if days < 0:
        return f"quá hạn {-days} ngày"
    return "hết hôm nay" if days == 0 else f"còn {days} ngày"
