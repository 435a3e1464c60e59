"""Photos of accepted evidence (ảnh minh chứng công khai), whole or small."""

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from lantoa.common.errors import NotFound
from lantoa.plans.services import thumbnails
from lantoa.portal.selectors import pictures

KEPT_SECONDS = 86_400


@require_safe
def evidence_photo(request: HttpRequest, pk: int) -> HttpResponseBase:
    photo = pictures.get_photo(pk)
    if (unchanged := _unchanged(request, photo.original_sha256)) is not None:
        return unchanged
    response = FileResponse(photo.file.open("rb"), content_type=photo.media_type)
    return _kept(response, photo.original_sha256)


@require_safe
def evidence_thumbnail(request: HttpRequest, pk: int) -> HttpResponseBase:
    photo = pictures.get_photo(pk)
    tag = f"{photo.original_sha256}-nho"
    if (unchanged := _unchanged(request, tag)) is not None:
        return unchanged
    small = thumbnails.of(photo)
    if small is None:
        raise NotFound(evidence=pk)
    return _kept(HttpResponse(small, content_type="image/jpeg"), tag)


def _unchanged(request: HttpRequest, tag: str) -> HttpResponseBase | None:
    if request.headers.get("If-None-Match") != f'"{tag}"':
        return None
    return _kept(HttpResponseNotModified(), tag)


def _kept(response: HttpResponseBase, tag: str) -> HttpResponseBase:
    response["ETag"] = f'"{tag}"'
    # A day, not for ever: a photo may be taken back when its acceptance was a mistake.
    patch_cache_control(response, public=True, max_age=KEPT_SECONDS)
    return response
