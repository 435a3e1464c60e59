"""The worker's part in plans (việc định kỳ của kế hoạch): keeping the counts of boards."""

from __future__ import annotations

from datetime import timedelta

from lantoa.common.services import periodic
from lantoa.plans.services import tallies


def register_jobs() -> None:
    periodic.register("plans.keep-counts", tallies.keep, every=timedelta(minutes=1))
