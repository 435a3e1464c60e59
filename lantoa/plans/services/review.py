"""Reviewing a draft row by row (rà soát dự thảo): every change is versioned and audited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from lantoa.common import access, audit
from lantoa.plans.errors import PlanNotDraft, ReasonMissing, RowChangedMeanwhile, TextMissing
from lantoa.plans.models import DraftItem, Plan
from lantoa.plans.selectors import changes
from lantoa.plans.services import merging

if TYPE_CHECKING:
    from lantoa.common.access import Actor

EDITABLE = frozenset(
    {"text", "nature", "parties", "due", "binding", "forms", "audiences", "channels", "target"}
)
ALIVE = {"reason": "", "merged_into_id": None}


@transaction.atomic
def accept(*, item: DraftItem, version: int, by: Actor) -> DraftItem:
    """The row is right as it stands."""
    return change(item, version, by, "plans.row_accepted", {**ALIVE, "state": "accepted"})


@transaction.atomic
def reject(*, item: DraftItem, version: int, reason: str, by: Actor) -> DraftItem:
    """The row is no duty; it stays in the draft with the reason and can be taken back."""
    if not reason.strip():
        raise ReasonMissing()
    values = {**ALIVE, "state": "rejected", "reason": reason.strip()[:500]}
    return change(item, version, by, "plans.row_rejected", values)


@transaction.atomic
def restore(*, item: DraftItem, version: int, by: Actor) -> DraftItem:
    """Back to "not looked at", whatever was decided before; lines given away come back."""
    return change(item, version, by, "plans.row_restored", {**ALIVE, "state": "pending"})


@transaction.atomic
def edit(*, item: DraftItem, version: int, values: Mapping[str, Any], by: Actor) -> DraftItem:
    """Change fields of the row; an edited row counts as looked at and right."""
    _refuse_bad(values)
    changed = {name: value for name, value in values.items() if getattr(item, name) != value}
    return change(item, version, by, "plans.row_edited", {**changed, **ALIVE, "state": "accepted"})


@transaction.atomic
def add(*, plan: Plan, values: Mapping[str, Any], by: Actor) -> DraftItem:
    """A duty that reading missed, entered by hand; it has no source lines unless given."""
    require_draft(plan, by)
    spans = values.get("spans", [])
    fields = {name: value for name, value in values.items() if name != "spans"}
    _refuse_bad({"text": "", **fields})
    last = plan.draft_items.aggregate(last=Max("position"))["last"] or 0
    item = DraftItem.objects.create(
        plan=plan,
        position=last + 10,
        code=_next_code(plan),
        state=DraftItem.State.ACCEPTED,
        changed_by=by.user,
        spans=spans,
        **{"nature": "duty", "binding": "directed", **fields},
    )
    audit.record("plans.row_added", by=by, about=item, data={"after": {"text": item.text}})
    return item


@transaction.atomic
def accept_many(*, plan: Plan, items: Mapping[int, int], by: Actor) -> int:
    """Accept pending rows given as {pk: version}; rows changed meanwhile are left as they are."""
    require_draft(plan, by)
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
    data = {"before": {"state": "pending"}, "after": {"state": "accepted"}}
    audit.record_many("plans.row_accepted", by=by, about=[(row, data) for row in rows])
    return len(rows)


def change(
    item: DraftItem, version: int, by: Actor, verb: str, values: Mapping[str, Any]
) -> DraftItem:
    """Write to a row that is still at `version`; otherwise refuse with what the other did."""
    require_draft(item.plan, by)
    before = {name: getattr(item, name) for name in values}
    host = item.merged_into if item.state == DraftItem.State.MERGED else None
    updated = DraftItem.objects.filter(pk=item.pk, version=version).update(
        **values, version=F("version") + 1, changed_by=by.user, changed_at=timezone.now()
    )
    item.refresh_from_db()
    if not updated:
        raise RowChangedMeanwhile(
            who=str(item.changed_by or "Người khác"),
            item=item.code,
            when=timezone.localtime(item.changed_at).strftime("%H:%M %d/%m/%Y"),
            changes=changes.of_row(item, newest=item.version - version),
        )
    if host is not None and item.state != DraftItem.State.MERGED:
        merging.give_back(host=host, item=item, by=by)
    data = {
        "before": {name: old for name, old in before.items() if old != values[name]},
        "after": {name: new for name, new in values.items() if new != before[name]},
    }
    audit.record(verb, by=by, about=item, data=data)
    return item


def require_draft(plan: Plan, by: Actor) -> None:
    """Refuse who may not review, and any change once the plan is binding; holds the plan's lock."""
    access.require(by, "plans.review")
    state = Plan.objects.select_for_update().values_list("state", flat=True).get(pk=plan.pk)
    if state != Plan.State.DRAFT:
        raise PlanNotDraft()


def _refuse_bad(values: Mapping[str, Any]) -> None:
    if unknown := set(values) - EDITABLE:
        raise ValueError(f"not editable: {sorted(unknown)}")
    if "text" in values and not values["text"].strip():
        raise TextMissing()


def _next_code(plan: Plan) -> str:
    taken = set(plan.draft_items.filter(code__startswith="BS.").values_list("code", flat=True))
    number = 1
    while f"BS.{number}" in taken:
        number += 1
    return f"BS.{number}"
