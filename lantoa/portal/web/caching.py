"""Public pages are the same for everybody: one rendering serves all until something changes."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from lantoa.portal.selectors import generation

View = Callable[..., HttpResponse]

FRESH_SECONDS = 60
KEPT_SECONDS = 3600


def public_page(view: View) -> View:
    """Answer 304 or the kept rendering while the data's mark and the day are the same.

    Who carries a session gets a page of their own: it may hold a message meant for them.
    """

    @wraps(view)
    def served(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            response = view(request, *args, **kwargs)
            response["Cache-Control"] = "private, no-cache"
            return response
        tag = _tag(request)
        if tag in parse_etags(request.headers.get("If-None-Match", "")):
            return _stamp(HttpResponseNotModified(), tag)
        key = f"public:{tag}"
        kept = cache.get(key)
        if kept is None:
            response = view(request, *args, **kwargs)
            if response.status_code != 200:
                return response
            kept = (response["Content-Type"], response.content, gzip.compress(response.content))
            cache.set(key, kept, KEPT_SECONDS)
        return _stamp(_answer(request, *kept), tag)

    return served


def _tag(request: HttpRequest) -> str:
    parts = (
        request.get_host(),
        request.scheme or "",
        request.get_full_path(),
        str(timezone.localdate()),
        generation.mark(),
    )
    # Weak: the compressed and the plain body share it.
    return f'W/"{hashlib.sha256("|".join(parts).encode()).hexdigest()[:24]}"'


def _answer(request: HttpRequest, content_type: str, body: bytes, packed: bytes) -> HttpResponse:
    # Nothing on these pages is secret or echoes a token, so compression gives nothing away.
    if "gzip" not in request.headers.get("Accept-Encoding", ""):
        return HttpResponse(body, content_type=content_type)
    response = HttpResponse(packed, content_type=content_type)
    response["Content-Encoding"] = "gzip"
    return response


def _stamp(response: HttpResponse, tag: str) -> HttpResponse:
    response["ETag"] = tag
    response["Cache-Control"] = f"public, max-age={FRESH_SECONDS}"
    patch_vary_headers(response, ["Accept-Encoding", "Cookie"])
    return response
