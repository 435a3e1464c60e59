"""One row becoming several, several becoming one (tách, gộp dòng dự thảo)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction

from lantoa.common import audit
from lantoa.plans.errors import MergeIntoItself, SplitNeedsTwo
from lantoa.plans.models import DraftItem
from lantoa.plans.services import merging, review

if TYPE_CHECKING:
    from lantoa.common.access import Actor

LIVING = frozenset({DraftItem.State.PENDING, DraftItem.State.ACCEPTED})


@transaction.atomic
def merge(*, item: DraftItem, into: DraftItem, version: int, by: Actor) -> DraftItem:
    """Several statements of one duty become one; the kept row gains the other's source lines."""
    review.require_draft(item.plan, by)
    into.refresh_from_db()
    if item.pk == into.pk or into.plan_id != item.plan_id or into.state not in LIVING:
        raise MergeIntoItself()
    values = {"state": "merged", "merged_into_id": into.pk, "reason": ""}
    merged = review.change(item, version, by, "plans.row_merged", values)
    merging.take_in(host=into, item=merged, by=by)
    return merged


@transaction.atomic
def split(*, item: DraftItem, version: int, parts: Sequence[str], by: Actor) -> list[DraftItem]:
    """One row that orders several things becomes several with the same parties and due rule."""
    texts = [part.strip() for part in parts if part.strip()]
    if len(texts) < 2:
        raise SplitNeedsTwo()
    values = {**review.ALIVE, "text": texts[0], "state": "accepted"}
    first = review.change(item, version, by, "plans.row_split", values)
    taken = set(first.plan.draft_items.values_list("code", flat=True))
    rest = [
        _copy(first, text, code=_free_code(first.code, taken), position=first.position + number)
        for number, text in enumerate(texts[1:], start=1)
    ]
    for row in rest:
        data = {"from": item.code, "after": {"text": row.text}}
        audit.record("plans.row_split_off", by=by, about=row, data=data)
    return [first, *rest]


def _free_code(code: str, taken: set[str]) -> str:
    base, number = code[:35], 2
    while f"{base}-{number}" in taken:
        number += 1
    taken.add(f"{base}-{number}")
    return f"{base}-{number}"


def _copy(item: DraftItem, text: str, *, code: str, position: int) -> DraftItem:
    fields = {field.attname: getattr(item, field.attname) for field in DraftItem._meta.fields}
    for name in ("id", "changed_at", "version"):
        fields.pop(name)
    fields |= {"text": text, "code": code, "position": position}
    return DraftItem.objects.create(**fields)
