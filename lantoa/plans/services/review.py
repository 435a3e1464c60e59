"""Reviewing a draft row by row (rà soát dự thảo): every change is versioned and audited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from lantoa.common import access, audit
from lantoa.plans.errors import (
    MergeIntoItself,
    PlanNotDraft,
    ReasonMissing,
    RowChangedMeanwhile,
    SplitNeedsTwo,
    TextMissing,
)
from lantoa.plans.models import DraftItem, Plan

if TYPE_CHECKING:
    from lantoa.common.access import Actor

EDITABLE = (
    "text",
    "nature",
    "parties",
    "due",
    "binding",
    "forms",
    "audiences",
    "channels",
    "target",
)


@transaction.atomic
def accept(*, item: DraftItem, version: int, by: Actor) -> DraftItem:
    """The row is right as it stands."""
    return _change(item, version, by, "plans.row_accepted", {"state": "accepted", "reason": ""})


@transaction.atomic
def reject(*, item: DraftItem, version: int, reason: str, by: Actor) -> DraftItem:
    """The row is no duty; it stays in the draft with the reason and can be taken back."""
    if not reason.strip():
        raise ReasonMissing()
    values = {"state": "rejected", "reason": reason.strip()[:500]}
    return _change(item, version, by, "plans.row_rejected", values)


@transaction.atomic
def restore(*, item: DraftItem, version: int, by: Actor) -> DraftItem:
    """Back to "not looked at", whatever was decided before."""
    values = {"state": "pending", "reason": "", "merged_into_id": None}
    return _change(item, version, by, "plans.row_restored", values)


@transaction.atomic
def edit(*, item: DraftItem, version: int, values: Mapping[str, Any], by: Actor) -> DraftItem:
    """Change fields of the row; an edited row counts as looked at and right."""
    unknown = set(values) - set(EDITABLE)
    if unknown:
        raise ValueError(f"not editable: {sorted(unknown)}")
    if "text" in values and not values["text"].strip():
        raise TextMissing()
    changed = {name: value for name, value in values.items() if getattr(item, name) != value}
    return _change(item, version, by, "plans.row_edited", {**changed, "state": "accepted"})


@transaction.atomic
def merge(*, item: DraftItem, into: DraftItem, version: int, by: Actor) -> DraftItem:
    """Several statements of one duty become one; the kept row gains the other's source lines."""
    alive = {DraftItem.State.PENDING, DraftItem.State.ACCEPTED}
    if item.pk == into.pk or into.plan_id != item.plan_id or into.state not in alive:
        raise MergeIntoItself()
    spans = [*into.spans, *[span for span in item.spans if span not in into.spans]]
    _change(into, into.version, by, "plans.row_took_in", {"spans": sorted(spans)})
    values = {"state": "merged", "merged_into_id": into.pk}
    return _change(item, version, by, "plans.row_merged", values)


@transaction.atomic
def split(*, item: DraftItem, version: int, parts: Sequence[str], by: Actor) -> list[DraftItem]:
    """One row that orders several things becomes several with the same parties and due rule."""
    texts = [part.strip() for part in parts if part.strip()]
    if len(texts) < 2:
        raise SplitNeedsTwo()
    first = _change(item, version, by, "plans.row_split", {"text": texts[0], "state": "accepted"})
    rest = [
        _copy(first, text, position=first.position + number)
        for number, text in enumerate(texts[1:], start=1)
    ]
    audit.record_many(
        "plans.row_split_off", by=by, about=[(row, {"from": item.code}) for row in rest]
    )
    return [first, *rest]


@transaction.atomic
def add(*, plan: Plan, values: Mapping[str, Any], by: Actor) -> DraftItem:
    """A duty that reading missed, entered by hand; it has no source lines unless given."""
    _require_draft(plan, by)
    if not values.get("text", "").strip():
        raise TextMissing()
    last = plan.draft_items.aggregate(last=Max("position"))["last"] or 0
    number = plan.draft_items.filter(code__startswith="BS.").count() + 1
    item = DraftItem.objects.create(
        plan=plan,
        position=last + 10,
        code=f"BS.{number}",
        state=DraftItem.State.ACCEPTED,
        changed_by=by.user,
        **{"nature": "duty", "binding": "directed", **values},
    )
    audit.record("plans.row_added", by=by, about=item)
    return item


@transaction.atomic
def accept_many(*, plan: Plan, items: Mapping[int, int], by: Actor) -> int:
    """Accept pending rows given as {pk: version}; rows changed meanwhile are left as they are."""
    _require_draft(plan, by)
    rows = [
        row
        for row in plan.draft_items.filter(pk__in=items, state=DraftItem.State.PENDING)
        if items[row.pk] == row.version
    ]
    plan.draft_items.filter(pk__in=[row.pk for row in rows]).update(
        state=DraftItem.State.ACCEPTED,
        version=F("version") + 1,
        changed_by=by.user,
        changed_at=timezone.now(),
    )
    audit.record_many(
        "plans.row_accepted", by=by, about=[(row, {"state": "accepted"}) for row in rows]
    )
    return len(rows)


def _change(
    item: DraftItem, version: int, by: Actor, verb: str, values: Mapping[str, Any]
) -> DraftItem:
    _require_draft(item.plan, by)
    before = {name: getattr(item, name) for name in values}
    updated = DraftItem.objects.filter(pk=item.pk, version=version).update(
        **values, version=F("version") + 1, changed_by=by.user, changed_at=timezone.now()
    )
    item.refresh_from_db()
    if not updated:
        raise RowChangedMeanwhile(
            who=str(item.changed_by or "Người khác"),
            item=item.code,
            when=timezone.localtime(item.changed_at).strftime("%H:%M %d/%m/%Y"),
        )
    audit.record(verb, by=by, about=item, data={"before": before, "after": dict(values)})
    return item


def _require_draft(plan: Plan, by: Actor) -> None:
    access.require(by, "plans.review")
    state = Plan.objects.select_for_update().values_list("state", flat=True).get(pk=plan.pk)
    if state != Plan.State.DRAFT:
        raise PlanNotDraft()


def _copy(item: DraftItem, text: str, *, position: int) -> DraftItem:
    taken = set(item.plan.draft_items.values_list("code", flat=True))
    number = 2
    while f"{item.code}-{number}" in taken:
        number += 1
    fields = {field.attname: getattr(item, field.attname) for field in DraftItem._meta.fields}
    for name in ("id", "changed_at", "version"):
        fields.pop(name)
    fields |= {"text": text, "code": f"{item.code}-{number}", "position": position}
    return DraftItem.objects.create(**fields)
