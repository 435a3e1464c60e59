"""Handing out a file of evidence (tệp minh chứng) so that a browser shows but never runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase

from lantoa.common.errors import NotFound
from lantoa.plans.services import thumbnails

if TYPE_CHECKING:
    from lantoa.plans.models import Evidence

SHOWN = frozenset({"image/jpeg", "image/png", "image/webp", "application/pdf"})
"""What browsers display by themselves; everything else is saved as a file."""


def response(item: Evidence, *, small: bool = False) -> HttpResponseBase:
    """The file with the type found by content when it came in, or the small picture of a photo."""
    if small and item.media_type.startswith("image/"):
        return _small(item)
    try:
        kept = item.file.open("rb")
    except OSError as error:
        raise NotFound(evidence=item.pk) from error
    shown = item.media_type in SHOWN
    answer = FileResponse(kept, as_attachment=not shown, filename=item.name)
    answer["Content-Type"] = item.media_type if shown else "application/octet-stream"
    return _guarded(answer, item)


def _small(item: Evidence) -> HttpResponseBase:
    data = thumbnails.of(item)
    if data is None:
        raise NotFound(evidence=item.pk)
    return _guarded(HttpResponse(data, content_type="image/jpeg"), item)


def _guarded(answer: HttpResponseBase, item: Evidence) -> HttpResponseBase:
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, max-age=3600"
    if item.media_type.startswith("image/"):
        # The viewer of PDF files needs scripts of the browser's own, a picture needs nothing.
        answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
