"""Loading a signed file (nạp kế hoạch): kept, read at once or by a worker, one draft of it."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from lantoa.common import access
from lantoa.common.errors import DomainError
from lantoa.documents.errors import DocumentUnreadable
from lantoa.documents.services import intake, reading_queue
from lantoa.documents.services.reading_queue import LeaseLost
from lantoa.organisations.selectors import agencies
from lantoa.plans.errors import AlreadyLoaded
from lantoa.plans.selectors import plans
from lantoa.plans.services import drafts, reading_notices

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.documents.models import Intake, SignedDocument
    from lantoa.documents.reading.model import Reading

logger = logging.getLogger("lantoa.plans")
AFTER_A_FAULT = timedelta(seconds=10)


def send(*, name: str, data: bytes, by: Actor) -> Intake:
    """Keep the file; read it now when that is quick, else a worker does.

    Raises the sentence for what is plainly no document, and for a quick file that cannot be read:
    then nothing of it is kept. Raises `AlreadyLoaded` for a file with a living plan.
    """
    access.require(by, "plans.review")
    kind = intake.admit(name=name, data=data)
    known = intake.known(data)
    living = plans.living(known.pk) if known else None
    if living is not None:
        raise AlreadyLoaded(title=living.title, plan_id=living.pk)
    quick = known is not None or intake.is_quick(kind=kind, size=len(data))
    owner = agencies.authority_of(by.agency)
    row, new = reading_queue.keep(name=name, data=data, owner=owner, by=by, at_once=quick)
    if quick and row.state == row.State.READING:
        attempt(row)
        row.refresh_from_db()
        if row.state == row.State.FAILED:
            if new:
                reading_queue.drop(row)
            raise DocumentUnreadable(row.error)
    return row


def run(now: datetime) -> None:
    """The worker's part: read what waits, one file after the other, until nothing is left."""
    while (row := reading_queue.claim(now=timezone.now())) is not None:
        attempt(row)
        row.refresh_from_db()
        reading_notices.tell(row, now=timezone.now())


def attempt(row: Intake) -> None:
    """Read a claimed file and open its draft in one transaction, or note why not.

    A fault that is no refusal is tried again later, a few times; a worker told to stop gives the
    file back.
    """
    try:
        _read(row)
    except LeaseLost:
        reading_queue.withdraw_attempt(row)
    except DomainError as refusal:
        reading_queue.refuse(row, refusal.text)
    except Exception:  # a bug or a lost disk: the person's file must not hang for it
        logger.exception("reading of intake %s failed", row.pk)
        reading_queue.put_off(row, wait=AFTER_A_FAULT)


def _read(row: Intake) -> None:
    with row.file.open("rb") as file:
        data = file.read()
    by = reading_queue.actor_of(row)
    document = intake.known(data)
    reading = None
    if document is None:
        told = reading_queue.progress_of(row)
        reading = intake.read(name=row.name, data=data, owner=row.owner, told=told)
    with transaction.atomic():
        if reading_queue.holds(row):
            document = document or _store(row, reading, by)
            if plans.living(document.pk) is None:
                drafts.open_draft(document=document, by=by)
            reading_queue.settle(row, document)


def _store(row: Intake, reading: Reading | None, by: Actor) -> SignedDocument:
    if reading is None:
        raise ValueError("nothing was read")
    return intake.store(
        name=row.name,
        size=row.size,
        reading=reading,
        stored=str(row.file.name),
        owner=row.owner,
        by=by,
    )
