"""What a refusal or a fault looks like: domain errors as sentences, bugs with a number."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from lantoa.common.errors import DomainError, NotAllowed, NotFound

logger = logging.getLogger("lantoa.errors")


class DomainErrors:
    """Middleware: 404 and 403 for what may not be seen or done, else the sentence on the page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, NotFound):
            return not_found(request, error)
        if isinstance(error, NotAllowed):
            return forbidden(request, error)
        if isinstance(error, DomainError):
            return refused(request, error)
        return None


def refused(request: HttpRequest, error: DomainError) -> HttpResponse:
    """Back to the page the form came from with the sentence; 422 where there is none (htmx)."""
    back = request.headers.get("Referer", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    if request.method == "POST" and safe and not request.headers.get("HX-Request"):
        messages.error(request, error.text)
        return HttpResponseRedirect(back)
    return render(request, "422.html", {"error": error}, status=422)


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "403.html", {"error": _sentence(exception)}, status=403)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    reference = getattr(request, "reference", "")
    logger.error("500 with reference %s at %s", reference, request.path)
    return render(request, "500.html", {"reference": reference}, status=500)


def _sentence(exception: Any) -> str:
    return exception.text if isinstance(exception, DomainError) else ""
