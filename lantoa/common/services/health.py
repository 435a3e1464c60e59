"""Whether the parts an instance needs are working (tình trạng hoạt động)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import connection
from django.utils import timezone

from lantoa.common.services import periodic

WORKER_SILENT_FOR = timedelta(minutes=3)


def checks() -> dict[str, str]:
    """Each part with "ok" or what failed; a failing part never hides the others."""
    return {
        "database": _state(_database),
        "queue": _state(_queue),
        "storage": _state(_storage),
    }


def _state(check: Callable[[], None]) -> str:
    try:
        check()
    except Exception as error:  # any failure at all is what this is for
        return f"error: {type(error).__name__}"
    return "ok"


def _database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def worker_is_silent() -> bool:
    """Whether no worker has been seen lately, so that nothing in the background moves."""
    seen = periodic.last_heartbeat()
    return seen is None or timezone.now() - seen > WORKER_SILENT_FOR


def _queue() -> None:
    if worker_is_silent():
        raise periodic.WorkerSilent


def _storage() -> None:
    private = storages["private"]
    private.delete(private.save("healthz/probe", ContentFile(b"ok")))
