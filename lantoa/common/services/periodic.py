"""Periodic jobs (việc định kỳ): registered by apps, claimed with a lease, run by `lantoa worker`.

A job calls services and may be run twice: a worker killed in the middle leaves its lease, which
runs out, and the next worker runs the job again. A shared job needs no lease: what it works on
carries leases of its own, and every worker runs it in every round. A job set apart may take
minutes: the worker gives it a thread, so that nothing else waits for it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import close_old_connections, connections, models, transaction
from django.utils import timezone

from lantoa.common.models import JobRun

logger = logging.getLogger("lantoa.jobs")

HEARTBEAT = "heartbeat"
LEASE = timedelta(minutes=10)
APART_PAUSE = 2.0
END_WITHIN = 8.0
_JOBS: dict[str, Job] = {}
_STOPS: list[threading.Event] = []


class WorkerSilent(RuntimeError):
    """No worker has been seen lately."""


@dataclass(frozen=True, slots=True)
class Job:
    name: str
    run: Callable[[datetime], None]
    every: timedelta
    lease: timedelta = LEASE
    shared: bool = False
    apart: bool = False


def register(
    name: str,
    run: Callable[[datetime], None],
    *,
    every: timedelta,
    lease: timedelta = LEASE,
    shared: bool = False,
    apart: bool = False,
) -> None:
    """Have `run(now)` called about every `every`; call from an app's `ready()`."""
    _JOBS[name] = Job(name, run, every, lease, shared or apart, apart)


def registered() -> list[Job]:
    return list(_JOBS.values())


def last_heartbeat() -> datetime | None:
    return JobRun.objects.filter(name=HEARTBEAT).values_list("last_finished", flat=True).first()


def beat(now: datetime) -> None:
    JobRun.objects.update_or_create(
        name=HEARTBEAT, defaults={"last_finished": now, "next_at": now, "last_error": ""}
    )


def claim(job: Job, now: datetime) -> bool:
    """Take the job's lease if it is due and nobody holds it; atomic on both databases."""
    JobRun.objects.get_or_create(name=job.name, defaults={"next_at": now})
    free = models.Q(leased_until__isnull=True) | models.Q(leased_until__lt=now)
    return bool(
        JobRun.objects.filter(free, name=job.name, next_at__lte=now).update(
            leased_until=now + job.lease, last_started=now
        )
    )


def stopping() -> bool:
    """Whether this worker was told to stop: what takes long should give its work back."""
    return any(stop.is_set() for stop in _STOPS)


def run_due(now: datetime, *, apart: bool = True) -> list[str]:
    """Run every job that is due; a failing job is logged and tried again next time."""
    ran = []
    for job in registered():
        if job.apart and not apart:
            continue
        if not job.shared and not claim(job, now):
            continue
        error = ""
        try:
            job.run(now)
        except Exception as failure:  # one bad job must not stop the others
            logger.exception("job %s failed", job.name)
            error = f"{type(failure).__name__}: {failure}"
        if not job.shared:
            _finish(job, now, error)
        ran.append(job.name)
    return ran


def _finish(job: Job, now: datetime, error: str) -> None:
    with transaction.atomic():
        JobRun.objects.filter(name=job.name).update(
            leased_until=None,
            next_at=now + job.every,
            last_finished=timezone.now(),
            last_error=error,
            runs=models.F("runs") + 1,
        )


def run_forever(stop: threading.Event, *, pause: float = 15.0) -> None:
    """The worker's loop; `stop` ends it between two jobs."""
    _STOPS.append(stop)
    threads = [
        threading.Thread(target=_run_apart, args=(job, stop), name=job.name, daemon=True)
        for job in registered()
        if job.apart
    ]
    for thread in threads:
        thread.start()
    while not stop.is_set():
        close_old_connections()
        now = timezone.now()
        beat(now)
        run_due(now, apart=False)
        stop.wait(pause)
    for thread in threads:
        thread.join(END_WITHIN)
    _STOPS.remove(stop)


def _run_apart(job: Job, stop: threading.Event) -> None:
    """One job over and over in a thread of its own, with a database connection of its own."""
    while not stop.is_set():
        close_old_connections()
        try:
            job.run(timezone.now())
        except Exception:  # tried again: what it works on carries its own state
            logger.exception("job %s failed", job.name)
        stop.wait(APART_PAUSE)
    connections.close_all()
