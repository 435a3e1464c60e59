"""Resumable uploads (tải tệp lên) by the tus protocol 1.0.0: creation, expiration, termination.

A broken line costs what was on its way, never what has arrived: a body that is cut off is kept as
far as it came.
"""

from __future__ import annotations

import base64
import tempfile
from collections.abc import Callable

from django.conf import settings
from django.core.files.base import File
from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import http_date

from lantoa.common.errors import DomainError
from lantoa.common.errors_uploads import UploadElsewhere, UploadOverlong, UploadsTooMany, UploadUsed
from lantoa.common.files import FileTooLarge
from lantoa.common.models import Upload
from lantoa.common.selectors import uploads as reading
from lantoa.common.services import uploads as services
from lantoa.common.web.officer import OfficerRequest, officer

VERSION = "1.0.0"
EXTENSIONS = "creation,expiration,termination"
PART = "application/offset+octet-stream"
PIECE = 64 * 1024
IN_MEMORY = 2 * 1024 * 1024
STATUS: dict[type[DomainError], int] = {
    UploadElsewhere: 409,
    UploadUsed: 410,
    FileTooLarge: 413,
    UploadOverlong: 413,
    UploadsTooMany: 429,
}
Handler = Callable[..., HttpResponse]


@officer("files.send")
def collection(request: OfficerRequest) -> HttpResponse:
    """What this server can do (OPTIONS); announce a file (POST)."""
    return _dispatch(request, {"POST": _create})


@officer("files.send")
def item(request: OfficerRequest, token: str) -> HttpResponse:
    """How far a file has come (HEAD), more of it (PATCH), giving it up (DELETE)."""
    upload = reading.get_for(request.actor, token)
    handlers: dict[str, Handler] = {"HEAD": _tell, "PATCH": _append, "DELETE": _drop}
    return _dispatch(request, handlers, upload)


def _dispatch(
    request: OfficerRequest, handlers: dict[str, Handler], upload: Upload | None = None
) -> HttpResponse:
    method = request.method
    if method == "POST":  # for clients behind something that knows no PATCH
        method = request.headers.get("X-HTTP-Method-Override", method).upper()
    if method == "OPTIONS":
        return _abilities()
    if method not in handlers:
        return _answer(405, Allow=", ".join([*handlers, "OPTIONS"]))
    if request.headers.get("Tus-Resumable") != VERSION:
        return _answer(412, tus_version=VERSION)
    try:
        return handlers[method](request, upload) if upload else handlers[method](request)
    except DomainError as error:
        if type(error) not in STATUS:
            raise
        return _answer(STATUS[type(error)], error.text)


def _abilities() -> HttpResponse:
    limit = str(settings.LANTOA_MAX_UPLOAD_BYTES)
    return _answer(204, tus_version=VERSION, tus_extension=EXTENSIONS, tus_max_size=limit)


def _create(request: OfficerRequest) -> HttpResponse:
    size = _whole(request.headers.get("Upload-Length", ""))
    name = _name(request.headers.get("Upload-Metadata", ""))
    if size is None or name is None:
        return _answer(400)
    upload = services.begin(name=name, size=size, by=request.actor)
    return _answer(201, Location=reverse("uploads:upload", args=[upload.token]), **_stand(upload))


def _tell(request: OfficerRequest, upload: Upload) -> HttpResponse:
    if upload.used_at is not None:
        raise UploadUsed(name=upload.name)
    return _answer(200, upload_length=str(upload.size), **_stand(upload))


def _append(request: OfficerRequest, upload: Upload) -> HttpResponse:
    if request.content_type != PART:
        return _answer(415)
    offset = _whole(request.headers.get("Upload-Offset", ""))
    announced = _whole(request.META.get("CONTENT_LENGTH") or "")
    if offset is None or announced is None:
        return _answer(400)
    services.check(upload=upload, offset=offset, size=announced, by=request.actor)
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as body:
        _receive(request, body)
        received = File(body, name="part")
        received.size = body.tell()
        body.seek(0)
        upload = services.append(upload=upload, offset=offset, data=received, by=request.actor)
    return _answer(204, **_stand(upload))


def _drop(request: OfficerRequest, upload: Upload) -> HttpResponse:
    services.drop(upload=upload, by=request.actor)
    return _answer(204)


def _receive(request: OfficerRequest, body: tempfile.SpooledTemporaryFile) -> None:
    """All that comes of the body; a line that breaks ends it early."""
    try:
        while piece := request.read(PIECE):
            body.write(piece)
    except OSError:
        return


def _stand(upload: Upload) -> dict[str, str]:
    until = http_date(services.expires(upload).timestamp())
    return {"upload_offset": str(upload.offset), "upload_expires": until}


def _answer(status: int, text: str = "", **headers: str) -> HttpResponse:
    answer = HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
    for name, value in headers.items():
        answer[name.replace("_", "-").title()] = value
    answer["Tus-Resumable"] = VERSION
    answer["Cache-Control"] = "no-store"
    return answer


def _whole(value: str) -> int | None:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 16 else None


def _name(metadata: str) -> str | None:
    """The `filename` of the metadata: pairs of a key and Base64, parted by commas."""
    pairs = dict(one.strip().partition(" ")[::2] for one in metadata.split(","))
    try:
        return base64.b64decode(pairs.get("filename", ""), validate=True).decode() or "tep"
    except ValueError:
        return None
