"""From a read document to a plan draft (bản dự thảo kế hoạch) that a person confirms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from lantoa.common import access, audit
from lantoa.common.rules.vietnamese import fold
from lantoa.documents.services import intake
from lantoa.organisations.selectors import agencies
from lantoa.plans.errors import AlreadyLoaded, AnotherDraftLives, NothingToPlan, PlanNotDraft
from lantoa.plans.models import DraftItem, Plan
from lantoa.plans.rules import plan_structure
from lantoa.plans.selectors import plans

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.documents.models import SignedDocument
    from lantoa.documents.reading.model import SourceFile
    from lantoa.organisations.models import Agency


@dataclass(frozen=True, slots=True)
class Heading:
    """What a plan says of itself when somebody knows it better than a reading does."""

    title: str
    symbol: str
    issued_on: date | None
    authority: Agency
    year: int


def load(
    *,
    name: str,
    data: bytes,
    by: Actor | None,
    owner: Agency | None = None,
    source: SourceFile | None = None,
) -> Plan:
    """Read a file and open its draft for the authority above the person; all of it or nothing.

    Raises the reader's own sentence, `NothingToPlan` or `AlreadyLoaded`; then nothing is stored.
    """
    if owner is None:
        if by is None:
            raise ValueError("whose document?")
        owner = agencies.authority_of(by.agency)
    document = None
    try:
        with transaction.atomic():
            document = intake.take_in(name=name, data=data, owner=owner, by=by, source=source)
            return open_draft(document=document, by=by)
    except NothingToPlan:
        if document is not None:
            intake.drop_unless_kept(document)
        raise


@transaction.atomic
def open_draft(*, document: SignedDocument, by: Actor | None) -> Plan:
    """Make a draft plan from the document's reading; one living plan per file."""
    if by is not None:
        access.require(by, "plans.review")
    intake.hold(document)
    living = plans.living(document.pk)
    if living is not None:
        raise AlreadyLoaded(title=living.title, plan_id=living.pk)
    documents = document.reading["documents"]
    index = plan_structure.main_document(documents)
    rows = list(plan_structure.proposed_rows(documents, index)) if index is not None else []
    if index is None or not rows:
        raise NothingToPlan()
    plan = _plan(document, documents, index, by)
    DraftItem.objects.bulk_create([_item(plan, row) for row in rows], batch_size=200)
    audit.record("plans.drafted", by=by, about=plan, data={"rows": len(rows)})
    return plan


@transaction.atomic
def open_with_rows(
    *, document: SignedDocument, heading: Heading, rows: Sequence[Mapping[str, Any]], by: Actor
) -> Plan:
    """Open a draft whose rows are known: an accepted plan of an agency becomes one for those
    beneath it. A person still confirms it row by row."""
    access.require(by, "plans.review")
    intake.hold(document)
    living = plans.living(document.pk)
    if living is not None:
        raise AlreadyLoaded(title=living.title, plan_id=living.pk)
    if not rows:
        raise NothingToPlan()
    plan = Plan.objects.create(
        title=heading.title[:500],
        slug=_free_slug(heading.title),
        symbol=heading.symbol[:60],
        issued_on=heading.issued_on,
        issuer_name=heading.authority.name[:300],
        authority=heading.authority,
        coordinator=heading.authority,
        year=heading.year,
        document=document,
        created_by=by.user,
    )
    DraftItem.objects.bulk_create([_item(plan, dict(row)) for row in rows], batch_size=200)
    audit.record("plans.drafted", by=by, about=plan, data={"rows": len(rows)})
    return plan


@transaction.atomic
def withdraw(*, plan: Plan, by: Actor) -> Plan:
    """Put a draft away; its rows stay and `reopen` brings it back."""
    return _move(plan, Plan.State.DRAFT, Plan.State.WITHDRAWN, "plans.draft_withdrawn", by)


@transaction.atomic
def reopen(*, plan: Plan, by: Actor) -> Plan:
    """Bring back a draft that was put away; one living plan per file."""
    living = plans.living(plan.document_id)
    if living is not None and living.pk != plan.pk:
        raise AnotherDraftLives(title=living.title, plan_id=living.pk)
    return _move(plan, Plan.State.WITHDRAWN, Plan.State.DRAFT, "plans.draft_reopened", by)


def _plan(
    document: SignedDocument, documents: list[dict[str, Any]], index: int, by: Actor | None
) -> Plan:
    head = plan_structure.issuing(documents, index)
    issued_on = date.fromisoformat(head["date"]) if head.get("date") else None
    title = (plan_structure.full_title(documents[index]) or document.name)[:500]
    return Plan.objects.create(
        title=title,
        slug=_free_slug(title),
        symbol=(head.get("symbol") or "")[:60],
        issued_on=issued_on,
        issuer_name=(head.get("issuer") or "")[:300],
        authority=document.owner,
        coordinator=by.agency if by else document.owner,
        year=plan_structure.year_of(title, issued_on) or timezone.localdate().year,
        document=document,
        document_index=index,
        created_by=by.user if by else None,
    )


def _item(plan: Plan, row: dict[str, Any]) -> DraftItem:
    return DraftItem(plan=plan, **{**row, "confidence": Decimal(str(row["confidence"]))})


def _free_slug(title: str) -> str:
    base = slugify(fold(title))[:100] or "ke-hoach"
    slug, number = base, 2
    while Plan.objects.filter(slug=slug).exists():
        slug, number = f"{base}-{number}", number + 1
    return slug


def _move(plan: Plan, old: str, new: str, verb: str, by: Actor) -> Plan:
    access.require(by, "plans.review")
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    if locked.state != old:
        raise PlanNotDraft()
    locked.state = new
    locked.save(update_fields=["state"])
    audit.record(verb, by=by, about=locked)
    return locked
