"""From a read document to a plan draft (bản dự thảo kế hoạch) that a person confirms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from lantoa.common import access, audit
from lantoa.common.rules.vietnamese import fold
from lantoa.documents.services import intake
from lantoa.plans.errors import AlreadyLoaded, NothingToPlan, PlanNotDraft
from lantoa.plans.models import DraftItem, Plan
from lantoa.plans.rules.natures import nature_of

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.documents.models import SignedDocument

PLAN_KINDS = frozenset({"plan", "programme", "directive", "official_letter", "decision"})


def import_file(*, path: Path, by: Actor | None, owner: Any) -> Plan:
    """Load a file from disk and open its draft; the same file twice is refused with its draft."""
    return open_draft(document=intake.take_in_path(path=path, owner=owner, by=by), by=by)


@transaction.atomic
def open_draft(*, document: SignedDocument, by: Actor | None) -> Plan:
    """Make a draft plan from the document's reading; one living plan per file."""
    if by is not None:
        access.require(by, "plans.review")
    living = Plan.objects.filter(document=document).exclude(state=Plan.State.WITHDRAWN).first()
    if living is not None:
        raise AlreadyLoaded(title=living.title, plan_id=living.pk)
    documents = document.reading["documents"]
    index = main_document(documents)
    if index is None:
        raise NothingToPlan()
    head = _issuing(documents, index)
    issued_on = date.fromisoformat(head["date"]) if head.get("date") else None
    title = documents[index]["title"] or document.name
    plan = Plan.objects.create(
        title=title[:500],
        slug=_free_slug(title),
        symbol=head.get("symbol") or "",
        issued_on=issued_on,
        issuer_name=head.get("issuer") or "",
        authority=document.owner,
        coordinator=by.agency if by else document.owner,
        year=_year(title, issued_on),
        document=document,
        document_index=index,
        created_by=by.user if by else None,
    )
    rows = list(_rows(plan, documents, index))
    if not rows:
        raise NothingToPlan()
    DraftItem.objects.bulk_create(rows, batch_size=200)
    audit.record("plans.drafted", by=by, about=plan, data={"rows": len(rows)})
    return plan


def main_document(documents: Sequence[dict[str, Any]]) -> int | None:
    """The index of the document that carries the duties: no draft version, the richest one."""
    candidates = [
        (index, len(doc["obligations"]) + len(doc["activities"]))
        for index, doc in enumerate(documents)
        if doc["kind"] in PLAN_KINDS and doc["version_of"] is None
    ]
    attached = {index: _appended(documents, index) for index, _ in candidates}
    scored = [
        (kind_first, count + len(attached[index]), -index)
        for index, count in candidates
        for kind_first in [documents[index]["kind"] != "decision"]
        if count or attached[index]
    ]
    return -max(scored)[2] if scored else None


def _issuing(documents: Sequence[dict[str, Any]], index: int) -> dict[str, Any]:
    """The document that carries number and date: the plan itself, or the decision issuing it."""
    document: dict[str, Any] = documents[index]
    parent = document.get("parent")
    own = document.get("date") and document.get("symbol")
    return document if own or parent is None else documents[parent]


def _appended(documents: Sequence[dict[str, Any]], index: int) -> list[dict[str, Any]]:
    """The appendices issued with this document or with the decision that issues it."""
    family = {index, documents[index].get("parent")}
    return [
        doc
        for doc in documents
        if doc["kind"] == "appendix" and doc.get("version_of") is None and doc["parent"] in family
    ]


def _rows(plan: Plan, documents: Sequence[dict[str, Any]], index: int) -> Iterator[DraftItem]:
    headings = _headings(documents[index]["sections"])
    sources = [documents[index], *_appended(documents, index)]
    codes: set[str] = set()
    position = 0
    for source in sources:
        for found in source["obligations"]:
            position += 10
            nature = nature_of(headings.get(found["path"]) or _chain(found["path"], headings))
            yield _row(plan, position, _unused(found["path"], codes), nature, found)
        for found in source["activities"]:
            position += 10
            code = _unused(f"PL.{found['number']}", codes)
            yield _row(plan, position, code, "activity", _activity_as_duty(found))


def _row(plan: Plan, position: int, code: str, nature: str, found: dict[str, Any]) -> DraftItem:
    return DraftItem(
        plan=plan,
        position=position,
        nature=nature,
        code=code,
        text=found["text"],
        spans=found.get("spans") or [found["span"]],
        forms=found.get("forms", []),
        assignment=found.get("assignment", ""),
        parties=found["parties"],
        due=found["due"],
        binding=found["binding"],
        audiences=found.get("audiences", []),
        channels=found.get("channels", []),
        target=found.get("target"),
        confidence=Decimal(str(round(found.get("confidence", 1.0), 2))),
    )


def _activity_as_duty(activity: dict[str, Any]) -> dict[str, Any]:
    leads = [party for party in activity["parties"] if party["role"] == "lead"]
    asked = [party for party in activity["parties"] if party["role"] == "requested"]
    return {
        **activity,
        "text": activity["task"],
        "binding": "requested" if asked and not leads else "directed",
    }


def _headings(sections: Sequence[dict[str, Any]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}

    def walk(section: dict[str, Any], above: list[str]) -> None:
        chain = [*above, section["heading"]]
        found[section["path"]] = chain
        for child in section["children"]:
            walk(child, chain)

    for section in sections:
        walk(section, [])
    return found


def _chain(path: str, headings: dict[str, list[str]]) -> list[str]:
    """The headings above a leaf: the longest known path that the leaf's path begins with."""
    known = [key for key in headings if path.startswith(key)]
    return headings[max(known, key=len)] if known else []


def _unused(code: str, taken: set[str]) -> str:
    base = (code or "?")[:34]
    candidate, number = base, 2
    while candidate in taken:
        candidate, number = f"{base}-{number}", number + 1
    taken.add(candidate)
    return candidate


def _free_slug(title: str) -> str:
    base = slugify(fold(title))[:100] or "ke-hoach"
    slug, number = base, 2
    while Plan.objects.filter(slug=slug).exists():
        slug, number = f"{base}-{number}", number + 1
    return slug


def _year(title: str, issued_on: date | None) -> int:
    years = [
        int(word) for word in title.replace(".", " ").split() if word.isdigit() and len(word) == 4
    ]
    if years:
        return years[-1]
    return issued_on.year if issued_on else timezone.localdate().year


@transaction.atomic
def withdraw(*, plan: Plan, by: Actor) -> Plan:
    """Put a draft away; its rows stay and `reopen` brings it back."""
    return _move(plan, Plan.State.DRAFT, Plan.State.WITHDRAWN, "plans.draft_withdrawn", by)


@transaction.atomic
def reopen(*, plan: Plan, by: Actor) -> Plan:
    """Bring back a draft that was put away."""
    return _move(plan, Plan.State.WITHDRAWN, Plan.State.DRAFT, "plans.draft_reopened", by)


def _move(plan: Plan, old: str, new: str, verb: str, by: Actor) -> Plan:
    access.require(by, "plans.review")
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    if locked.state != old:
        raise PlanNotDraft()
    locked.state = new
    locked.save(update_fields=["state"])
    audit.record(verb, by=by, about=locked)
    return locked
