"""Evidence that is stated (minh chứng khác): an address, a dispatch, an article, an event; and one
proof that serves several duties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from lantoa.common import access, audit
from lantoa.common.errors import NotAllowed
from lantoa.common.files import sha256
from lantoa.common.rules.vietnamese import fold
from lantoa.common.rules.web_addresses import same_page
from lantoa.plans.errors import (
    CaptionMissing,
    DateInFuture,
    EvidenceLocked,
    EvidenceTwice,
    StatementIncomplete,
)
from lantoa.plans.models import Evidence, Occurrence
from lantoa.plans.rules.evidence_kinds import faults
from lantoa.plans.services import evidence, photo_prints

if TYPE_CHECKING:
    from lantoa.common.access import Actor


@dataclass(frozen=True, slots=True)
class Statement:
    """What a person states as proof; which fields a kind needs is in `rules.evidence_kinds`."""

    kind: str
    caption: str
    happened_on: date
    url: str = ""
    number: str = ""
    detail: str = ""
    people: int | None = None

    def sameness(self) -> str:
        """What statements of one proof share: the page, or number or event with the day."""
        if self.url.strip():
            return _short(f"url:{same_page(self.url)}")
        said = self.number if self.kind == Evidence.Kind.DISPATCH else self.caption
        return _short(f"{self.kind}:{self.happened_on:%Y%m%d}:{fold(' '.join(said.split()))}")


@transaction.atomic
def add(*, occurrence: Occurrence, statement: Statement, by: Actor) -> Evidence:
    """Add one stated proof; refused when incomplete, stated already, or the duty was sent."""
    access.require(by, "evidence.submit")
    locked = evidence.lock_open(occurrence, by)
    _refuse_incomplete(statement)
    evidence.refuse_twice(locked, statement.sameness(), statement.caption)
    evidence.mark_begun(locked)
    item = Evidence.objects.create(
        occurrence=occurrence,
        kind=statement.kind,
        caption=statement.caption.strip()[:500],
        happened_on=statement.happened_on,
        url=statement.url.strip(),
        number=statement.number.strip()[:100],
        detail=statement.detail.strip()[:300],
        people=statement.people,
        sameness=statement.sameness(),
        added_by=by.user,
    )
    data = {"evidence": item.pk, "caption": item.caption, "kind": item.kind}
    audit.record("evidence.attached", by=by, about=occurrence, data=data)
    return item


@transaction.atomic
def add_and_submit(*, occurrence: Occurrence, statement: Statement, by: Actor) -> Occurrence:
    """State and send in one step: when sending is refused nothing was added."""
    add(occurrence=occurrence, statement=statement, by=by)
    return evidence.submit(occurrence=occurrence, by=by)


@transaction.atomic
def serve_also(
    *, item: Evidence, occurrences: Sequence[Occurrence], by: Actor, submit: bool = False
) -> list[Evidence]:
    """Let one proof serve other open duties of the same agency: all of them or none.

    Each duty gets an item of its own over the same file, so that each is decided by itself; a duty
    that has the proof already is passed over.
    """
    access.require(by, "evidence.submit")
    if item.occurrence.agency_id != by.agency_id:
        raise NotAllowed(permission="evidence.submit")
    if item.withdrawn_at is not None:
        raise EvidenceLocked()
    made = []
    for row in occurrences:
        try:
            made.append(_serve(item, row, by))
        except EvidenceTwice:
            continue
        if submit:
            evidence.submit(occurrence=row, by=by)
    return made


def _serve(item: Evidence, row: Occurrence, by: Actor) -> Evidence:
    locked = evidence.lock_open(row, by)
    evidence.refuse_twice(locked, item.sameness, item.caption)
    evidence.mark_begun(locked)
    copied = (
        "kind", "file", "name", "media_type", "size", "original_sha256", "url", "number",
        "detail", "people", "sameness", "caption", "happened_on", "is_illustrative",
    )  # fmt: skip
    copy = Evidence.objects.create(
        **{field: getattr(item, field) for field in copied},
        occurrence=row,
        same_as=item.same_as or item,
        added_by=by.user,
    )
    if item.look:
        photo_prints.copy(copy, item)
    data = {"evidence": copy.pk, "caption": copy.caption, "same_as": item.pk}
    audit.record("evidence.served", by=by, about=row, data=data)
    return copy


def _refuse_incomplete(statement: Statement) -> None:
    if not statement.caption.strip():
        raise CaptionMissing()
    if statement.happened_on > timezone.localdate():
        raise DateInFuture()
    values = {"url": statement.url, "number": statement.number, "detail": statement.detail}
    found = faults(statement.kind, values)
    if found:
        field, said = next(iter(found.items()))
        raise StatementIncomplete(said, field=field)


def _short(text: str) -> str:
    """Addresses are longer than the column; equal texts keep equal digests."""
    return sha256(text.encode())
