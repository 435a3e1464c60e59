"""On time, late, locked (đúng hạn, trễ hạn, khóa nhận): whether results are still taken.

Being late and being locked are two things: after the deadline results are taken as late ones until
the lock day, and after it not at all unless the coordinator reopens.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

ON_TIME, LATE, LOCKED, OPEN = "on_time", "late", "locked", "open"


@dataclass(frozen=True, slots=True)
class Window:
    """`code` is open (no day to keep), on_time, late or locked; `locks_on` the last day taken."""

    code: str
    locks_on: date | None
    sentence: str

    @property
    def takes_results(self) -> bool:
        return self.code != LOCKED


def window(
    due_on: date | None,
    *,
    lock_after_days: int | None,
    reopened_until: date | None,
    binding: str,
    today: date,
) -> Window:
    """What sending on that day would count as.

    A requested body is never locked out, as it is never late. Reopening counts up to and
    including its day and never shortens the lock day.
    """
    if due_on is None or binding == "requested":
        return Window(OPEN, None, "")
    if today <= due_on:
        return Window(ON_TIME, _lock_day(due_on, lock_after_days), "")
    if lock_after_days is None:
        return Window(LATE, None, "Vẫn nhận kết quả, tính là trễ hạn.")
    locks_on = _lock_day(due_on, lock_after_days)
    last = max(day for day in (locks_on, reopened_until) if day is not None)
    if today > last:
        return Window(
            LOCKED, last, f"Đã khóa nhận kết quả từ sau ngày {_d(last)}; cần được mở lại."
        )
    again = "Được mở lại, nhận" if last != locks_on else "Vẫn nhận"
    return Window(LATE, last, f"{again} kết quả đến hết ngày {_d(last)}, tính là trễ hạn.")


def _lock_day(due_on: date, after: int | None) -> date | None:
    return None if after is None else due_on + timedelta(days=after)


def _d(day: date) -> str:
    return f"{day:%d/%m/%Y}"
