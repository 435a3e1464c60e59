"""The worker's part in plans (việc định kỳ của kế hoạch): files to read, counts, reminders."""

from __future__ import annotations

from datetime import datetime, timedelta

from lantoa.channels.services.deliveries import lease_time
from lantoa.common.services import periodic
from lantoa.plans.services import loading, photo_prints, reminders, tallies


def remind(now: datetime) -> None:
    reminders.run(now=now)


def register_jobs() -> None:
    periodic.register("plans.keep-counts", tallies.keep, every=timedelta(minutes=1))
    periodic.register("plans.read-files", loading.run, every=timedelta(seconds=2), apart=True)
    periodic.register("plans.photo-prints", photo_prints.catch_up, every=timedelta(minutes=1))
    periodic.register("plans.remind", remind, every=timedelta(minutes=5), lease=lease_time())
