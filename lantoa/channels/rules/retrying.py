"""When to try again (gửi lại): soon at first, then ever later, for about a day and a half."""

from __future__ import annotations

from datetime import timedelta

BACK_OFF = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 180, 360, 720, 720))


def wait_after(attempts: int) -> timedelta | None:
    """How long to wait after so many attempts; None: it is given up and a person must look."""
    return BACK_OFF[attempts - 1] if attempts <= len(BACK_OFF) else None
