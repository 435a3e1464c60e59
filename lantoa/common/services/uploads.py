"""Taking in a file piece by piece (tải tệp lên): begin, go on, use once, drop, clear away.

A part is stored before its row is written, and the row's lock is held for the writing alone: a slow
line or a slow store holds up nobody. Whoever loses a race takes its own part away again.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import storages
from django.db import transaction
from django.utils import timezone

from lantoa.common import access
from lantoa.common.errors import NotFound
from lantoa.common.errors_uploads import (
    UploadElsewhere,
    UploadGone,
    UploadOverlong,
    UploadsTooMany,
    UploadUnfinished,
    UploadUsed,
)
from lantoa.common.files import FileTooLarge
from lantoa.common.models import Upload, UploadPart

if TYPE_CHECKING:
    from lantoa.common.access import Actor

KEPT = timedelta(days=7)
USED_KNOWN = timedelta(days=90)
MOST_OPEN = 60


@transaction.atomic
def begin(*, name: str, size: int, by: Actor) -> Upload:
    """Announce a file of so many bytes; refused when it is too large or too many wait."""
    access.require(by, "files.send")
    limit = settings.LANTOA_MAX_UPLOAD_BYTES
    if size > limit:
        raise FileTooLarge(name=name, limit=limit // (1024 * 1024))
    if Upload.objects.filter(user=by.user, used_at=None).count() >= MOST_OPEN:
        raise UploadsTooMany()
    return Upload.objects.create(
        token=secrets.token_urlsafe(24),
        user=by.user,
        name=name[-255:],
        size=size,
        touched_at=timezone.now(),
    )


def append(*, upload: Upload, offset: int, data: File[bytes], by: Actor) -> Upload:
    """Add what one request brought, however little, exactly where the file ends so far."""
    access.require(by, "files.send")
    size = data.size
    check(upload=upload, offset=offset, size=size, by=by)
    if not size:
        return upload
    part = UploadPart(upload=upload, offset=offset, size=size)
    part.file.save("part", data, save=False)
    try:
        return _add(part, by)
    except BaseException:
        part.file.storage.delete(str(part.file.name))
        raise


def check(*, upload: Upload, offset: int, size: int, by: Actor) -> None:
    """Whether so many bytes may be added there: before they are read, and again under the lock."""
    if upload.user_id != by.user_id:
        raise NotFound(upload=upload.pk)
    if upload.used_at is not None:
        raise UploadUsed(name=upload.name)
    if offset != upload.offset:
        raise UploadElsewhere()
    if offset + size > upload.size:
        raise UploadOverlong(name=upload.name)


@transaction.atomic
def use(*, tokens: Sequence[str], by: Actor) -> list[Upload]:
    """Give whole files away, each once: call it in the transaction that keeps what they hold."""
    wanted = set(tokens)
    rows = list(
        Upload.objects.select_for_update().filter(user=by.user, token__in=wanted).order_by("pk")
    )
    if len(rows) != len(wanted):
        raise UploadGone()
    for row in rows:
        if row.used_at is not None:
            raise UploadUsed(name=row.name)
        if not row.is_whole:
            raise UploadUnfinished(name=row.name)
        row.used_at = timezone.now()
        row.save(update_fields=["used_at"])
        row.parts.all().delete()
        transaction.on_commit(lambda pk=row.pk: _empty(pk))  # type: ignore[misc]
    return rows


@transaction.atomic
def drop(*, upload: Upload, by: Actor) -> None:
    """The sender gives the file up; what was used already stays used."""
    row = _locked(upload, by)
    if row.used_at is not None:
        raise UploadUsed(name=row.name)
    _remove(row)


def clear(now: datetime) -> int:
    """Take away what nobody has gone on with for seven days, and old rows of used uploads."""
    left = Upload.objects.filter(used_at=None, touched_at__lt=now - KEPT)
    known = Upload.objects.filter(used_at__lt=now - USED_KNOWN)
    gone = 0
    for rows in (left, known):
        for pk in list(rows.values_list("pk", flat=True)):
            with transaction.atomic():
                # Looked at again under the lock: a phone may have gone on meanwhile.
                row = rows.select_for_update().filter(pk=pk).first()
                if row is not None:
                    _remove(row)
                    gone += 1
    return gone


def expires(upload: Upload) -> datetime:
    """When an upload that nobody goes on with is cleared."""
    return upload.touched_at + KEPT


@transaction.atomic
def _add(part: UploadPart, by: Actor) -> Upload:
    row = _locked(part.upload, by)
    check(upload=row, offset=part.offset, size=part.size, by=by)
    part.save(force_insert=True)
    row.offset = part.offset + part.size
    row.touched_at = timezone.now()
    row.save(update_fields=["offset", "touched_at"])
    return row


def _locked(upload: Upload, by: Actor) -> Upload:
    row = Upload.objects.select_for_update().filter(pk=upload.pk, user=by.user).first()
    if row is None:
        raise NotFound(upload=upload.pk)
    return row


def _remove(row: Upload) -> None:
    pk = row.pk
    row.delete()
    transaction.on_commit(lambda: _empty(pk))


def _empty(pk: int) -> None:
    """Delete the upload's files, also those of a server that died before it wrote their rows."""
    store, folder = storages["private"], f"uploads/{pk}"
    try:
        names = store.listdir(folder)[1]
    except FileNotFoundError:
        return
    for name in names:
        store.delete(f"{folder}/{name}")
    store.delete(folder)
