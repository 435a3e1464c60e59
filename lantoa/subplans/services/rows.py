"""Writing a sub-plan row by row (soạn kế hoạch): kept at once, never deleted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from lantoa.common import access, audit
from lantoa.common.errors import NotAllowed
from lantoa.subplans.errors import NotEditable
from lantoa.subplans.models import SubPlan, SubPlanRow

if TYPE_CHECKING:
    from lantoa.common.access import Actor

EDITABLE = frozenset({SubPlan.State.AWAITED, SubPlan.State.DRAFTING, SubPlan.State.RETURNED})
FIELDS = ("task", "forms", "time", "lead", "coordinating", "money", "money_note")
STEP = 10
SAME_SITTING = timedelta(minutes=10)
"""Continuous saving of one row by one person within this time is one entry of the log."""


@transaction.atomic
def add(
    *, sub_plan: SubPlan, values: Mapping[str, Any], answers: Iterable[int], by: Actor
) -> SubPlanRow:
    """A row at the end; it may be as unfinished as the person left it."""
    locked = lock_own(sub_plan, by)
    row = SubPlanRow(sub_plan=locked, position=_next_position(locked))
    _set(row, values)
    row.save(force_insert=True)
    row.answers.set(answers)
    audit.record("subplans.row_added", by=by, about=locked, data={"row": row.pk})
    return row


@transaction.atomic
def change(
    *,
    row: SubPlanRow,
    values: Mapping[str, Any],
    answers: Iterable[int] | None,
    by: Actor,
    quietly: bool = False,
) -> SubPlanRow:
    """Keep what the row now says; a proposed row that a person saves is kept.

    `quietly`: saved while typing, which leaves one entry in the log for each sitting; the row
    stays proposed until the person says that it is right.
    """
    locked = lock_own(row.sub_plan, by)
    before = {name: getattr(row, name) for name in FIELDS}
    _set(row, values)
    if not quietly:
        row.state = SubPlanRow.State.KEPT
    row.save()
    if answers is not None:
        row.answers.set(answers)
    changed = [name for name in FIELDS if before[name] != getattr(row, name)]
    data = {"row": row.pk, "before": {name: before[name] for name in changed}}
    if not quietly or (changed and not _in_same_sitting(locked, row, by)):
        audit.record("subplans.row_changed", by=by, about=locked, data=data)
    return row


@transaction.atomic
def remove(*, row: SubPlanRow, by: Actor) -> SubPlanRow:
    """Leave a row out; it stays and can be brought back."""
    return _move(row, SubPlanRow.State.REMOVED, "subplans.row_removed", by)


@transaction.atomic
def bring_back(*, row: SubPlanRow, by: Actor) -> SubPlanRow:
    """Undo a removal."""
    return _move(row, SubPlanRow.State.KEPT, "subplans.row_brought_back", by)


@transaction.atomic
def keep_proposed(*, sub_plan: SubPlan, by: Actor, only: int | None = None) -> int:
    """The agency says that what was read is right: all proposed rows, or one."""
    locked = lock_own(sub_plan, by)
    rows = locked.rows.filter(state=SubPlanRow.State.PROPOSED)
    if only is not None:
        rows = rows.filter(pk=only)
    count = rows.update(state=SubPlanRow.State.KEPT)
    if count:
        audit.record("subplans.rows_kept", by=by, about=locked, data={"rows": count})
    return count


def lock_own(sub_plan: SubPlan, by: Actor) -> SubPlan:
    """The sub-plan, locked; only its own agency writes it, before it is sent or once returned.

    The first change makes it a draft.
    """
    access.require(by, "subplans.file")
    if sub_plan.agency_id != by.agency_id:
        raise NotAllowed(permission="subplans.file")
    locked = SubPlan.objects.select_for_update().get(pk=sub_plan.pk)
    if locked.state not in EDITABLE:
        raise NotEditable()
    if locked.state == SubPlan.State.AWAITED:
        locked.state = SubPlan.State.DRAFTING
    locked.save(update_fields=["state", "changed_at"])
    return locked


def append(sub_plan: SubPlan, rows: list[tuple[SubPlanRow, list[int]]]) -> int:
    """Add prepared rows at the end with the duties they answer, in two statements."""
    position = _next_position(sub_plan)
    for at, (row, _duties) in enumerate(rows):
        row.sub_plan, row.position = sub_plan, position + at * STEP
    SubPlanRow.objects.bulk_create([row for row, _duties in rows], batch_size=200)
    link = SubPlanRow.answers.through
    link.objects.bulk_create(
        [
            link(subplanrow_id=row.pk, obligation_id=duty)
            for row, duties in rows
            for duty in dict.fromkeys(duties)
        ],
        batch_size=400,
    )
    return len(rows)


def _move(row: SubPlanRow, state: str, verb: str, by: Actor) -> SubPlanRow:
    locked = lock_own(row.sub_plan, by)
    row.state = state
    row.save(update_fields=["state"])
    audit.record(verb, by=by, about=locked, data={"row": row.pk, "task": row.task[:200]})
    return row


def _set(row: SubPlanRow, values: Mapping[str, Any]) -> None:
    for name in FIELDS:
        if name in values:
            value = values[name]
            limit = SubPlanRow._meta.get_field(name).max_length  # type: ignore[union-attr]
            setattr(row, name, value[:limit] if limit and isinstance(value, str) else value)


def _next_position(sub_plan: SubPlan) -> int:
    last: int | None = sub_plan.rows.aggregate(last=Max("position"))["last"]
    return (last or 0) + STEP


def _in_same_sitting(sub_plan: SubPlan, row: SubPlanRow, by: Actor) -> bool:
    since = timezone.now() - SAME_SITTING
    entries = audit.history(sub_plan).filter(at__gte=since, user=by.user)
    verbs = {"subplans.row_changed", "subplans.row_added"}
    return any(one.verb in verbs and one.data.get("row") == row.pk for one in entries[:20])
