"""One action on many duties (thao tác hàng loạt): choose, look, confirm as shown, undo.

Whatever is written passes through the service of one row, so rights, history and counts are those
of doing it row by row; all of it is one transaction.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from lantoa.common import access
from lantoa.common.errors import DomainError, NotAllowed
from lantoa.plans.errors import (
    ActionDone,
    ActionIncomplete,
    ActionNotUndoable,
    ChoiceChanged,
    NothingChosen,
    TooManyRows,
)
from lantoa.plans.models import BulkAction, BulkItem
from lantoa.plans.rules import bulk as rules
from lantoa.plans.rules.assigning import INSTEAD
from lantoa.plans.rules.bulk import Details
from lantoa.plans.selectors import bulk as reading
from lantoa.plans.services import asking, bulk_kinds

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from lantoa.common.access import Actor

Outcome = BulkItem.Outcome
BATCH = 500
NEEDS_NO_DETAILS = frozenset({rules.REMIND, rules.ACCEPT})


@transaction.atomic
def gather(*, kind: str, rows: QuerySet[Any], query: str = "", by: Actor) -> BulkAction:
    """Keep a choice of rows; what needs no further word is worked out at once."""
    access.require(by, reading.RIGHTS[kind])
    keys = list(rows.order_by().values_list("pk", flat=True)[: rules.MOST + 1])
    if not keys:
        raise NothingChosen()
    if len(keys) > rules.MOST:
        raise TooManyRows(count=rows.order_by().count(), most=rules.MOST)
    action = BulkAction.objects.create(kind=kind, query=query[:1000], made_by=by.user)
    BulkItem.objects.bulk_create(
        [BulkItem(action=action, occurrence_id=key) for key in sorted(set(keys))],
        batch_size=BATCH,
    )
    return show(action=action, details=Details(), by=by) if kind in NEEDS_NO_DETAILS else action


@transaction.atomic
def show(*, action: BulkAction, details: Details, by: Actor) -> BulkAction:
    """Work out what confirming would do to each row; the preview is kept to be compared with."""
    locked = _draft(action, by)
    _refuse_incomplete(locked.kind, details)
    locked.details = details.kept
    items = list(locked.items.exclude(outcome=Outcome.TAKEN_OUT))
    judged = reading.judge(locked, by, [item.occurrence_id for item in items])
    for item in items:
        verdict, item.mark = judged[item.occurrence_id]
        item.said = verdict.said[:500]
        item.outcome = Outcome.REFUSED if verdict.refused else Outcome.PLANNED
    BulkItem.objects.bulk_update(items, ["mark", "said", "outcome"], batch_size=BATCH)
    locked.shown_at = timezone.now()
    locked.shown = rules.mark(details, [(item.pk, item.mark) for item in items])
    locked.save(update_fields=["details", "shown", "shown_at"])
    return locked


@transaction.atomic
def take_out(*, action: BulkAction, keys: Collection[int], by: Actor) -> BulkAction:
    """Leave rows out of the choice; `keys` are those of the items."""
    locked = _draft(action, by)
    locked.items.filter(pk__in=list(keys)).update(outcome=Outcome.TAKEN_OUT)
    return _again(locked, by)


@transaction.atomic
def put_back(*, action: BulkAction, by: Actor) -> BulkAction:
    """Take in again everything that was left out."""
    locked = _draft(action, by)
    locked.items.filter(outcome=Outcome.TAKEN_OUT).update(outcome=Outcome.CHOSEN)
    return _again(locked, by)


@transaction.atomic
def confirm(*, action: BulkAction, shown: str, by: Actor) -> BulkAction:
    """Do what was shown and nothing else: a row that changed since is told and left alone."""
    locked = _draft(action, by)
    if not locked.shown_at or locked.shown != shown:
        raise ChoiceChanged()
    items = list(
        locked.items.filter(outcome=Outcome.PLANNED).select_related("occurrence__obligation")
    )
    if not items:
        raise NothingChosen("Không có dòng nào thực hiện được.")
    keys = [item.occurrence_id for item in items]
    judged = reading.judge(locked, by, keys, lock=True)
    changed = reading.changed_since(keys, locked.shown_at)
    same = []
    for item in items:
        verdict, mark = judged[item.occurrence_id]
        if verdict.refused or mark != item.mark:
            item.outcome = Outcome.LEFT_OUT
            item.said = (changed.get(item.occurrence_id) or verdict.said)[:500]
        else:
            same.append(item)
    bulk_kinds.do(locked, same, by)
    BulkItem.objects.bulk_update(items, ["said", "outcome", "made"], batch_size=BATCH)
    locked.state, locked.done_at = BulkAction.State.DONE, timezone.now()
    locked.save(update_fields=["state", "done_at"])
    return locked


@transaction.atomic
def undo(*, action: BulkAction, reason: str, by: Actor) -> BulkAction:
    """Take the whole action back; rows that somebody has worked on since stay, and it is said."""
    locked = _mine(action, by)
    why = asking.stated(reason, "Hãy ghi rõ lý do hoàn tác.")
    if locked.kind not in bulk_kinds.UNDO or locked.state != BulkAction.State.DONE:
        raise ActionNotUndoable()
    items = list(locked.items.filter(outcome=Outcome.DONE).select_related("occurrence__obligation"))
    for item in reversed(items):
        try:
            with transaction.atomic():
                bulk_kinds.UNDO[locked.kind](item, why, by)
        except DomainError as error:
            item.outcome, item.said = Outcome.STAYS, error.text[:500]
        else:
            item.outcome = Outcome.UNDONE
    BulkItem.objects.bulk_update(items, ["said", "outcome"], batch_size=BATCH)
    locked.state, locked.undone_at = BulkAction.State.UNDONE, timezone.now()
    locked.save(update_fields=["state", "undone_at"])
    return locked


def _again(action: BulkAction, by: Actor) -> BulkAction:
    return (
        show(action=action, details=Details.of(action.details), by=by)
        if action.shown_at
        else action
    )


def _draft(action: BulkAction, by: Actor) -> BulkAction:
    locked = _mine(action, by)
    if locked.state != BulkAction.State.DRAFT:
        raise ActionDone()
    return locked


def _mine(action: BulkAction, by: Actor) -> BulkAction:
    access.require(by, reading.RIGHTS[action.kind])
    if action.made_by_id != by.user_id:
        raise NotAllowed(permission=reading.RIGHTS[action.kind])
    return BulkAction.objects.select_for_update().get(pk=action.pk)


def _refuse_incomplete(kind: str, details: Details) -> None:
    has_day = bool(details.until) != bool(details.days > 0)
    assigns = bool(details.way and details.agency and details.since)
    assigns = assigns and bool(details.instead_of) == (details.way == INSTEAD)
    complete = {rules.EXTEND: has_day, rules.ASSIGN: assigns}.get(kind, True)
    if not complete or (kind not in NEEDS_NO_DETAILS and not details.reason.strip()):
        raise ActionIncomplete()
