"""`/healthz`: whether the database, the queue and the storage work, with the version."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from importlib.metadata import version

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from lantoa.common.services import periodic

QUEUE_SILENT_FOR = timedelta(minutes=3)


@require_GET
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    checks = {
        "database": _state(_database),
        "queue": _state(_queue),
        "storage": _state(_storage),
    }
    healthy = all(state == "ok" for state in checks.values())
    body = {
        "status": "ok" if healthy else "error",
        "checks": checks,
        "version": version("lantoa"),
    }
    return JsonResponse(body, status=200 if healthy else 503)


def _state(check: Callable[[], None]) -> str:
    try:
        check()
    except Exception as error:  # any failure at all is what this page is for
        return f"error: {type(error).__name__}"
    return "ok"


def _database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _queue() -> None:
    seen = periodic.last_heartbeat()
    if seen is None or timezone.now() - seen > QUEUE_SILENT_FOR:
        raise periodic.WorkerSilent


def _storage() -> None:
    private = storages["private"]
    name = private.save("healthz/probe", ContentFile(b"ok"))
    private.delete(name)
    if not settings.MEDIA_ROOT:
        raise FileNotFoundError
