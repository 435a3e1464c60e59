"""Files waiting to be read (hàng chờ đọc): kept first, claimed with a lease, settled once.

A worker that dies leaves its lease, which runs out; the next one reads the file anew. Whoever lost
the lease settles nothing. A file that ended three workers is not given to a fourth.
"""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from pathlib import PurePath
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import IntegrityError, connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from lantoa.common import access, audit
from lantoa.common.access import Actor
from lantoa.common.files import sha256
from lantoa.common.services import periodic
from lantoa.documents.errors import NotPutAway, NotRefused
from lantoa.documents.models import Intake, SignedDocument

if TYPE_CHECKING:
    from lantoa.documents.reading.progress import Progress
    from lantoa.organisations.models import Agency

MAX_ATTEMPTS = 3
LONGEST_LEASE = 120
GAVE_UP = (
    "Máy đã đọc thử {count} lần mà không xong. Hãy bấm đọc lại, hoặc nạp bản Word của văn bản này."
)
_State = Intake.State
_LIVING = (_State.WAITING, _State.READING)
_FREED = {"lease": "", "leased_until": None}


class LeaseLost(Exception):
    """Another worker has the file, or this one is told to stop: leave it as it is."""


def lease_time() -> timedelta:
    """How long a file is left to its worker without a sign of life."""
    return timedelta(seconds=min(LONGEST_LEASE, settings.LANTOA_LEASE_SECONDS))


def keep(*, name: str, data: bytes, owner: Agency, by: Actor, at_once: bool) -> tuple[Intake, bool]:
    """Store the untouched file with its row before anything is read; True when it is new here.

    The same bytes are one row: what waits or is being read is answered as it is, what failed or
    was put away is read again. `at_once` gives the lease to the caller.
    """
    access.require(by, "documents.load")
    now = timezone.now()
    row = Intake.objects.filter(sha256=sha256(data)).first()
    if row is None:
        try:
            return _new(name, data, owner, by, now if at_once else None), True
        except IntegrityError:  # two people sent the same file at the same moment
            row = Intake.objects.get(sha256=sha256(data))
    return _anew(row, name, owner, by, now if at_once else None), False


def _new(name: str, data: bytes, owner: Agency, by: Actor, now: datetime | None) -> Intake:
    digest = sha256(data)
    row = Intake(sha256=digest, size=len(data))
    known = SignedDocument.objects.filter(sha256=digest).only("file").first()
    if known is not None:
        row.file = known.file.name
    else:
        ending = PurePath(name).suffix[:10]
        row.file.save(f"{digest[:16]}{ending}", ContentFile(data), save=False)
    try:
        with transaction.atomic():
            _ask(row, name, owner, by, now)
            row.save(force_insert=True)
            audit.record("documents.received", by=by, about=row, data={"sha256": digest})
    except IntegrityError:
        if known is None:
            row.file.storage.delete(str(row.file.name))
        raise
    return row


@transaction.atomic
def _anew(row: Intake, name: str, owner: Agency, by: Actor, now: datetime | None) -> Intake:
    row = Intake.objects.select_for_update().get(pk=row.pk)
    if row.state not in _LIVING:
        _ask(row, name, owner, by, now)
        row.save()
        audit.record("documents.received_again", by=by, about=row)
    return row


def _ask(row: Intake, name: str, owner: Agency, by: Actor, now: datetime | None) -> None:
    row.name, row.owner, row.loaded_by, row.post = name[:255], owner, by.user, by.post
    row.state, row.attempts, row.error, row.ended_at = _State.WAITING, 0, "", None
    row.pages = row.pages_done = 0
    if now is not None:
        _take(row, now)


def _take(row: Intake, now: datetime) -> None:
    row.state, row.attempts = _State.READING, row.attempts + 1
    row.pages = row.pages_done = 0
    row.lease, row.leased_until = uuid.uuid4().hex, now + lease_time()


@transaction.atomic
def claim(*, now: datetime) -> Intake | None:
    """Take the file that has waited longest for this worker alone; None when there is none."""
    skip = connection.features.has_select_for_update_skip_locked
    free = Q(leased_until=None) | Q(leased_until__lt=now)
    rows = Intake.objects.select_for_update(skip_locked=skip).filter(free, state__in=_LIVING)
    for row in rows.order_by("pk"):
        if row.attempts >= MAX_ATTEMPTS:
            _fail(row, GAVE_UP.format(count=row.attempts))
            continue
        _take(row, now)
        row.save(update_fields=[*_FREED, "state", "attempts", "pages", "pages_done"])
        return row
    return None


def progress_of(row: Intake) -> Progress:
    """Notes each page as it is done, which renews the lease; raises `LeaseLost` to end it."""

    def told(done: int, pages: int) -> None:
        until = timezone.now() + lease_time()
        if periodic.stopping() or not _mine(row).update(
            pages_done=done, pages=pages, leased_until=until
        ):
            raise LeaseLost

    return told


def settle(row: Intake, document: SignedDocument) -> bool:
    """Note that the file was read; False when somebody else holds it by now.

    Call it first inside the transaction that opens what follows from the reading.
    """
    return bool(
        _mine(row).update(
            state=_State.READ, document=document, error="", ended_at=timezone.now(), **_FREED
        )
    )


def holds(row: Intake) -> bool:
    """Whether the file is still this worker's; its row is locked until the transaction ends."""
    return _mine(row).select_for_update().first() is not None


@transaction.atomic
def refuse(row: Intake, sentence: str) -> None:
    """Note in one sentence why the file cannot be read; the file stays."""
    if holds(row):
        _fail(row, sentence)


def put_off(row: Intake, *, wait: timedelta = timedelta()) -> None:
    """Give the file back, to be read after `wait` by any worker."""
    _mine(row).update(state=_State.WAITING, lease="", leased_until=timezone.now() + wait)


def withdraw_attempt(row: Intake) -> None:
    """Give the file back as if it had not been begun: this worker is told to stop."""
    _mine(row).update(state=_State.WAITING, attempts=max(0, row.attempts - 1), **_FREED)


def drop(row: Intake) -> None:
    """Remove a file that was refused in the very request that brought it."""
    with transaction.atomic():
        row.delete()
    if not SignedDocument.objects.filter(file=row.file.name).exists():
        row.file.storage.delete(str(row.file.name))


@transaction.atomic
def read_again(*, intake: Intake, by: Actor) -> Intake:
    """Have a file read once more that failed or was put away."""
    access.require(by, "documents.load")
    row = Intake.objects.select_for_update().get(pk=intake.pk)
    if row.state not in (_State.FAILED, _State.AWAY):
        raise NotRefused()
    _ask(row, row.name, row.owner, by, None)
    row.save()
    audit.record("documents.read_again", by=by, about=row)
    return row


@transaction.atomic
def put_away(*, intake: Intake, by: Actor) -> Intake:
    """Take a file that cannot be read off the list; it is kept and can be read again."""
    access.require(by, "documents.load")
    row = Intake.objects.select_for_update().get(pk=intake.pk)
    if row.state != _State.FAILED:
        raise NotPutAway()
    row.state = _State.AWAY
    row.save(update_fields=["state"])
    audit.record("documents.put_away", by=by, about=row)
    return row


def actor_of(row: Intake) -> Actor:
    """Who handed the file in, in the post of that moment: what is read is recorded as theirs."""
    return Actor(user=row.loaded_by, post=row.post, agency=row.post.agency, role=row.post.role)


def _mine(row: Intake) -> QuerySet[Intake]:
    return Intake.objects.filter(pk=row.pk, lease=row.lease, state=_State.READING)


def _fail(row: Intake, sentence: str) -> None:
    row.state, row.error, row.ended_at = _State.FAILED, sentence, timezone.now()
    row.lease, row.leased_until = "", None
    row.save(update_fields=[*_FREED, "state", "error", "ended_at"])
    audit.record("documents.unread", by=None, about=row, data={"reason": sentence})
