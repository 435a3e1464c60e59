"""Periodic jobs: due once, held by one worker, tried again after a failure or a dead worker."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest

from lantoa.common.models import JobRun
from lantoa.common.services import periodic

pytestmark = pytest.mark.django_db
NOW = datetime(2023, 3, 20, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def calls(monkeypatch) -> list[datetime]:
    """A registry that holds one hourly job, which notes when it was called."""
    noted: list[datetime] = []
    monkeypatch.setattr(periodic, "_JOBS", {})
    periodic.register("test", noted.append, every=HOUR)
    return noted


def test_a_job_runs_when_it_is_due_and_not_before_it_is_due_again(calls):
    assert periodic.run_due(NOW) == ["test"]
    assert periodic.run_due(NOW + timedelta(minutes=59)) == []
    assert periodic.run_due(NOW + HOUR) == ["test"]
    assert calls == [NOW, NOW + HOUR]
    assert JobRun.objects.get(name="test").runs == 2


def test_only_one_worker_holds_a_job(calls):
    (job,) = periodic.registered()
    assert periodic.claim(job, NOW) is True
    assert periodic.claim(job, NOW) is False
    assert periodic.run_due(NOW) == []


def test_the_job_of_a_worker_that_died_runs_again_after_its_lease(calls):
    (job,) = periodic.registered()
    periodic.claim(job, NOW)
    assert periodic.run_due(NOW + periodic.LEASE) == []
    assert periodic.run_due(NOW + periodic.LEASE + timedelta(seconds=1)) == ["test"]


def test_a_job_that_fails_is_noted_and_does_not_stop_the_others(calls, caplog):
    def fail(now: datetime) -> None:
        raise OSError("mất kết nối")

    periodic._JOBS.clear()
    periodic.register("bad", fail, every=HOUR)
    periodic.register("test", calls.append, every=HOUR)
    assert periodic.run_due(NOW) == ["bad", "test"]
    bad = JobRun.objects.get(name="bad")
    assert bad.last_error == "OSError: mất kết nối" and bad.leased_until is None
    assert periodic.run_due(NOW + HOUR) == ["bad", "test"]
    assert "job bad failed" in caplog.text


def test_a_job_that_works_again_loses_its_error(calls):
    JobRun.objects.create(name="test", next_at=NOW, last_error="OSError: x")
    periodic.run_due(NOW)
    assert JobRun.objects.get(name="test").last_error == ""


def test_the_heartbeat_is_the_last_moment_a_worker_was_seen(calls):
    assert periodic.last_heartbeat() is None
    periodic.beat(NOW)
    periodic.beat(NOW + HOUR)
    assert periodic.last_heartbeat() == NOW + HOUR


def test_the_worker_beats_runs_what_is_due_and_stops_when_told(calls, monkeypatch):
    monkeypatch.setattr(periodic, "close_old_connections", lambda: None)
    stop = threading.Event()
    periodic.register("stop", lambda now: stop.set(), every=HOUR)
    periodic.run_forever(stop, pause=0.01)
    assert len(calls) == 1 and periodic.last_heartbeat() is not None


def test_a_job_set_apart_holds_up_nobody_and_hears_that_it_should_stop(calls, monkeypatch):
    monkeypatch.setattr(periodic, "close_old_connections", lambda: None)
    stop, begun, told = threading.Event(), threading.Event(), []

    def long(now: datetime) -> None:
        begun.set()
        stop.wait(60)
        told.append(periodic.stopping())

    def last(now: datetime) -> None:
        begun.wait(60)
        stop.set()

    periodic.register("long", long, every=HOUR, apart=True)
    periodic.register("last", last, every=HOUR)
    periodic.run_forever(stop, pause=0.01)
    assert len(calls) == 1 and told == [True]
    assert periodic.stopping() is False


def test_a_single_round_runs_what_is_set_apart_too(calls):
    periodic.register("long", calls.append, every=HOUR, apart=True)
    assert periodic.run_due(NOW) == ["test", "long"]
