"""Evidence of a duty (minh chứng): attach, withdraw, send for acceptance, accept or return."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from lantoa.common import access, audit
from lantoa.common.errors import NotAllowed
from lantoa.common.services import uploads as sent_ahead
from lantoa.plans.errors import (
    CaptionMissing,
    DateInFuture,
    EvidenceLocked,
    EvidenceMissing,
    EvidenceTwice,
    NotDecided,
    NotWaitingForDecision,
    OwnEvidence,
    ReasonMissing,
)
from lantoa.plans.models import Evidence, Occurrence
from lantoa.plans.services import photo_prints, windows

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.common.files import CleanFile

OPEN_STATES = frozenset({Occurrence.State.OPEN, Occurrence.State.RETURNED})


@transaction.atomic
def attach(
    *, occurrence: Occurrence, file: CleanFile, caption: str, happened_on: date, by: Actor
) -> Evidence:
    """Add one photo or file; refused once the duty was sent or accepted.

    The same file twice in one duty is one tap too many, not two proofs.
    """
    access.require(by, "evidence.submit")
    locked = lock_open(occurrence, by)
    if not caption.strip():
        raise CaptionMissing()
    if happened_on > timezone.localdate():
        raise DateInFuture()
    refuse_twice(locked, file.sha256, file.name)
    mark_begun(locked)
    return _store(occurrence, file, caption.strip()[:500], happened_on, by)


@transaction.atomic
def attach_many(
    *,
    occurrence: Occurrence,
    files: Sequence[CleanFile],
    caption: str,
    happened_on: date,
    by: Actor,
    uploads: Sequence[str] = (),
) -> list[Evidence]:
    """Add several files with one caption and one day: all of them or none.

    `uploads` are the tokens of those that were sent ahead; each is used once.
    """
    sent_ahead.use(tokens=uploads, by=by)
    once = {file.sha256: file for file in files}.values()
    return [
        attach(occurrence=occurrence, file=file, caption=caption, happened_on=happened_on, by=by)
        for file in once
    ]


@transaction.atomic
def attach_and_submit(
    *,
    occurrence: Occurrence,
    files: Sequence[CleanFile],
    caption: str,
    happened_on: date,
    by: Actor,
    uploads: Sequence[str] = (),
) -> Occurrence:
    """Add and send in one step, as in the field: when sending is refused nothing was added."""
    attach_many(
        occurrence=occurrence,
        files=files,
        caption=caption,
        happened_on=happened_on,
        by=by,
        uploads=uploads,
    )
    return submit(occurrence=occurrence, by=by)


def refuse_twice(occurrence: Occurrence, sameness: str, name: str) -> None:
    """The same proof twice in one duty proves nothing more."""
    if occurrence.evidence.filter(sameness=sameness, withdrawn_at=None).exists():
        raise EvidenceTwice(name=name)


def mark_begun(locked: Occurrence) -> None:
    """The first proof says that the duty has begun."""
    if locked.begun_on is None:
        locked.begun_on = timezone.localdate()
        locked.save(update_fields=["begun_on"])


def _store(
    occurrence: Occurrence, file: CleanFile, caption: str, happened_on: date, by: Actor
) -> Evidence:
    evidence = Evidence(
        occurrence=occurrence,
        kind=Evidence.Kind.PHOTO if file.is_photo else Evidence.Kind.FILE,
        name=file.name,
        media_type=file.media_type,
        size=len(file.data),
        original_sha256=file.sha256,
        sameness=file.sha256,
        caption=caption,
        happened_on=happened_on,
        added_by=by.user,
    )
    evidence.file.save(file.name, ContentFile(file.data), save=False)
    evidence.save(force_insert=True)
    if file.is_photo:
        photo_prints.keep(evidence, file.data)
    data = {"evidence": evidence.pk, "caption": caption, "sha256": file.sha256}
    audit.record("evidence.attached", by=by, about=occurrence, data=data)
    return evidence


@transaction.atomic
def withdraw(*, evidence: Evidence, by: Actor) -> Evidence:
    """Take an item out before it is sent; the file and the row stay and can be brought back."""
    access.require(by, "evidence.submit")
    lock_open(evidence.occurrence, by)
    evidence.withdrawn_at = timezone.now()
    evidence.save(update_fields=["withdrawn_at"])
    data = {"evidence": evidence.pk, "caption": evidence.caption}
    audit.record("evidence.withdrawn", by=by, about=evidence.occurrence, data=data)
    return evidence


@transaction.atomic
def bring_back(*, evidence: Evidence, by: Actor) -> Evidence:
    """Undo a withdrawal."""
    access.require(by, "evidence.submit")
    lock_open(evidence.occurrence, by)
    evidence.withdrawn_at = None
    evidence.save(update_fields=["withdrawn_at"])
    data = {"evidence": evidence.pk, "caption": evidence.caption}
    audit.record("evidence.brought_back", by=by, about=evidence.occurrence, data=data)
    return evidence


@transaction.atomic
def submit(*, occurrence: Occurrence, by: Actor) -> Occurrence:
    """Send the duty for acceptance; the moment of sending is what counts against the due day."""
    access.require(by, "evidence.submit")
    occurrence = lock_open(occurrence, by)
    latest = occurrence.evidence.filter(withdrawn_at=None).order_by("-happened_on").first()
    if latest is None:
        raise EvidenceMissing()
    occurrence.state = Occurrence.State.SUBMITTED
    occurrence.done_on = latest.happened_on
    occurrence.submitted_at, occurrence.submitted_by = timezone.now(), by.user
    # A decision on an earlier sending does not speak of this one; the log keeps it.
    occurrence.decided_at, occurrence.decided_by = None, None
    occurrence.save(
        update_fields=[
            "state", "done_on", "submitted_at", "submitted_by", "decided_at", "decided_by",
        ]
    )  # fmt: skip
    audit.record("evidence.submitted", by=by, about=occurrence)
    return occurrence


@transaction.atomic
def recall(*, occurrence: Occurrence, by: Actor) -> Occurrence:
    """Take a sending back to add to it, while nobody has decided; it must be sent again."""
    access.require(by, "evidence.submit")
    if occurrence.agency_id != by.agency_id:
        raise NotAllowed()
    locked = _lock(occurrence)
    if locked.state != Occurrence.State.SUBMITTED:
        raise NotWaitingForDecision()
    # What is taken back after the lock day could not be sent again.
    windows.require_open(locked)
    locked.state = Occurrence.State.OPEN
    locked.submitted_at, locked.submitted_by, locked.done_on = None, None, None
    locked.save(update_fields=["state", "submitted_at", "submitted_by", "done_on"])
    audit.record("evidence.recalled", by=by, about=locked)
    return locked


@transaction.atomic
def accept(*, occurrence: Occurrence, by: Actor) -> Occurrence:
    """Somebody other than the sender takes the evidence as proof; it is locked from now on."""
    return _decide(occurrence, Occurrence.State.ACCEPTED, "", "evidence.accepted", by)


@transaction.atomic
def send_back(*, occurrence: Occurrence, reason: str, by: Actor) -> Occurrence:
    """Return the evidence with a reason; the agency may add to it and send again."""
    if not reason.strip():
        raise ReasonMissing("Hãy ghi rõ lý do trả lại để đơn vị biết cần bổ sung gì.")
    return _decide(occurrence, Occurrence.State.RETURNED, reason.strip(), "evidence.returned", by)


@transaction.atomic
def reconsider(*, occurrence: Occurrence, by: Actor, reason: str = "") -> Occurrence:
    """Undo an acceptance, with a reason, or a return: the duty waits for a decision again."""
    access.require(by, "evidence.decide")
    locked = Occurrence.objects.select_for_update().get(pk=occurrence.pk)
    if locked.state not in {Occurrence.State.ACCEPTED, Occurrence.State.RETURNED}:
        raise NotDecided()
    if locked.submitted_by_id == by.user_id:
        raise OwnEvidence()
    said = reason.strip()[:1000]
    if locked.state == Occurrence.State.ACCEPTED and not said:
        raise ReasonMissing("Hãy ghi rõ lý do đưa việc đã chấp nhận về chờ duyệt.")
    locked.state = Occurrence.State.SUBMITTED
    locked.decided_at, locked.decided_by = None, None
    locked.save(update_fields=["state", "decided_at", "decided_by"])
    audit.record("evidence.reconsidered", by=by, about=locked, data={"reason": said})
    return locked


def _decide(occurrence: Occurrence, state: str, reason: str, verb: str, by: Actor) -> Occurrence:
    access.require(by, "evidence.decide")
    locked = Occurrence.objects.select_for_update().get(pk=occurrence.pk)
    if locked.state != Occurrence.State.SUBMITTED:
        raise NotWaitingForDecision()
    if locked.submitted_by_id == by.user_id:
        raise OwnEvidence()
    locked.state, locked.return_reason = state, reason[:1000]
    locked.decided_at, locked.decided_by = timezone.now(), by.user
    locked.save(update_fields=["state", "return_reason", "decided_at", "decided_by"])
    audit.record(verb, by=by, about=locked, data={"reason": reason} if reason else {})
    return locked


def lock_open(occurrence: Occurrence, by: Actor) -> Occurrence:
    """The row, locked; only its own agency acts on it, before it is sent or its lock day past."""
    if occurrence.agency_id != by.agency_id:
        raise NotAllowed()
    locked = _lock(occurrence)
    if locked.state not in OPEN_STATES:
        raise EvidenceLocked()
    windows.require_open(locked)
    return locked


def _lock(occurrence: Occurrence) -> Occurrence:
    rows = Occurrence.objects.select_for_update(of=("self",))
    return rows.select_related("obligation__plan").get(pk=occurrence.pk)
