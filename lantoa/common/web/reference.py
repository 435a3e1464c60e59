"""A reference number for each request, printed in the log and on the error page."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class RequestReference:
    """Middleware: the same number in the answer's header, the log line and the 500 page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.reference = secrets.token_hex(4).upper()  # type: ignore[attr-defined]
        response = self.get_response(request)
        response["X-Request-Reference"] = request.reference  # type: ignore[attr-defined]
        return response
