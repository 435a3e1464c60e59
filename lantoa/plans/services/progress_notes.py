"""Noting how a duty goes (ghi nhận tiến độ): day, words, number of the dispatch, link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from lantoa.common import access, audit
from lantoa.common.errors import NotAllowed
from lantoa.plans.errors import (
    DateInFuture,
    DutyLocked,
    DutyNotExpected,
    EvidenceLocked,
    EvidenceTwice,
    LinkUnusable,
    StatementIncomplete,
)
from lantoa.plans.models import Evidence, Obligation, Occurrence, ProgressNote
from lantoa.plans.services import evidence, stated_evidence
from lantoa.plans.services.stated_evidence import Statement

if TYPE_CHECKING:
    from lantoa.common.access import Actor

FIELDS = ("done_on", "note", "dispatch", "link")


@transaction.atomic
def note(*, occurrence: Occurrence, said: Mapping[str, Any], by: Actor) -> ProgressNote:
    """Set some of the fields; only the agency's own officers, until the work was accepted.

    A dispatch or a link that is named anew is kept as evidence too, not yet sent, while the duty
    takes any; one that the duty has already is not added again.
    """
    access.require(by, "evidence.submit")
    row = Occurrence.objects.select_for_update().get(pk=occurrence.pk)
    if row.agency_id != by.agency_id:
        raise NotAllowed("Chỉ cơ quan thực hiện ghi được tiến độ của việc này.")
    if row.state == Occurrence.State.ACCEPTED:
        raise EvidenceLocked()
    if said.get("done_on") and said["done_on"] > timezone.localdate():
        raise DateInFuture()
    if said.get("link") and not said["link"].startswith(("https://", "http://")):
        raise LinkUnusable()
    kept = ProgressNote.objects.filter(occurrence=row).first() or ProgressNote(occurrence=row)
    before = {name: getattr(kept, name) for name in FIELDS if name in said}
    for name in before:
        setattr(kept, name, said[name])
    kept.updated_by = by.user
    kept.save()
    words = said.get("note") or said.get("dispatch") or ""
    changes = {"before": _plain(before), "after": _plain(said)}
    audit.record("progress.noted", by=by, about=row, data={"caption": words, **changes})
    if row.state in evidence.OPEN_STATES:
        for statement in _stated(kept, before):
            _keep_as_evidence(row, statement, by)
    return kept


def _stated(kept: ProgressNote, before: Mapping[str, Any]) -> Iterator[Statement]:
    """What the note newly names: a dispatch, a page."""
    day = kept.done_on or timezone.localdate()
    number, link = kept.dispatch.strip(), kept.link.strip()
    if number and before.get("dispatch", number) != number:
        said = kept.note.strip() or f"Văn bản số {number}"
        yield Statement(Evidence.Kind.DISPATCH, said, day, number=number)
    if link and before.get("link", link) != link:
        yield Statement(Evidence.Kind.LINK, kept.note.strip() or link, day, url=link)


def _keep_as_evidence(row: Occurrence, statement: Statement, by: Actor) -> None:
    try:
        with transaction.atomic():
            stated_evidence.add(occurrence=row, statement=statement, by=by)
    except (EvidenceTwice, DutyLocked, DutyNotExpected, StatementIncomplete):
        return  # the note keeps the words; what the duty cannot take as proof stays a note


@transaction.atomic
def note_duty(*, obligation: Obligation, text: str, by: Actor) -> Obligation:
    """The coordinator's own words beside a duty; they bind nobody."""
    access.require(by, "plans.assign")
    row = Obligation.objects.select_for_update().get(pk=obligation.pk)
    before, row.note = row.note, text.strip()[:2000]
    row.save(update_fields=["note"])
    data = {"before": before, "after": row.note}
    audit.record("plans.duty_noted", by=by, about=row, data=data)
    return row


def _plain(values: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(value) if value is not None else "" for name, value in values.items()}
