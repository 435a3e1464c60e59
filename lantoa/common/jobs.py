"""The worker's part in common (việc định kỳ chung): files on their way that nobody goes on with."""

from __future__ import annotations

from datetime import datetime, timedelta

from lantoa.common.services import periodic, uploads


def clear_uploads(now: datetime) -> None:
    uploads.clear(now)


def register_jobs() -> None:
    periodic.register("common.clear-uploads", clear_uploads, every=timedelta(hours=1))
