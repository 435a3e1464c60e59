"""`/healthz`: whether the database, the queue and the storage work, with the version."""

from __future__ import annotations

from importlib.metadata import version

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from lantoa.common.services import health


@require_GET
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    checks = health.checks()
    healthy = all(state == "ok" for state in checks.values())
    body = {
        "status": "ok" if healthy else "error",
        "checks": checks,
        "version": version("lantoa"),
    }
    return JsonResponse(body, status=200 if healthy else 503)
