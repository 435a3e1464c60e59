"""What each action on many duties does to one row, and how it is taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction

from lantoa.common.errors import DomainError
from lantoa.plans.errors import DecidedAnew
from lantoa.plans.models import BulkAction, BulkItem, Extension
from lantoa.plans.rules import assigning as ways
from lantoa.plans.rules import bulk as rules
from lantoa.plans.rules.bulk import Details
from lantoa.plans.services import assigning, evidence, extensions, urging
from lantoa.plans.services.assigning import Order

if TYPE_CHECKING:
    from lantoa.common.access import Actor

Made = dict[str, Any]


def do(action: BulkAction, items: Sequence[BulkItem], by: Actor) -> None:
    """Set each item's outcome; a row that its service refuses is left out with the reason."""
    details = Details.of(action.details)
    if action.kind == rules.REMIND:
        return _remind(action, items, details, by)
    for item in items:
        try:
            with transaction.atomic():
                item.made = _DO[action.kind](item, details, by)
        except DomainError as error:
            item.outcome, item.said = BulkItem.Outcome.LEFT_OUT, error.text[:500]
        else:
            item.outcome = BulkItem.Outcome.DONE
    return None


def _remind(action: BulkAction, items: Sequence[BulkItem], details: Details, by: Actor) -> None:
    told = urging.urge(
        rows=[item.occurrence for item in items],
        mark=f"bulk-{action.pk}",
        by=by,
        text=details.text,
        with_heads=details.with_heads,
    )
    for item in items:
        sent = item.occurrence_id in told
        item.outcome = BulkItem.Outcome.DONE if sent else BulkItem.Outcome.LEFT_OUT


def _accept(item: BulkItem, details: Details, by: Actor) -> Made:
    decided = evidence.accept(occurrence=item.occurrence, by=by).decided_at
    assert decided is not None
    return {"decided_at": decided.isoformat()}


def _take_back_acceptance(item: BulkItem, why: str, by: Actor) -> None:
    """Only what this action decided: somebody may have decided anew since."""
    decided = item.occurrence.decided_at
    if decided is None or decided.isoformat() != item.made["decided_at"]:
        raise DecidedAnew()
    evidence.reconsider(occurrence=item.occurrence, reason=why, by=by)


def _extend(item: BulkItem, details: Details, by: Actor) -> Made:
    row = item.occurrence
    assert row.due_on is not None  # the preview has refused the others
    until = details.new_day(row.due_on)
    made = extensions.extend(occurrence=row, until=until, reason=details.reason, by=by)
    return {"extension": made.pk}


def _take_back_extension(item: BulkItem, why: str, by: Actor) -> None:
    made = Extension.objects.get(pk=item.made["extension"])
    extensions.undo(extension=made, reason=why, by=by)


def _assign(item: BulkItem, details: Details, by: Actor) -> Made:
    row = item.occurrence
    order = Order(details.agency, date.fromisoformat(details.since), details.reason)
    duty = row.obligation
    if details.way == ways.LEAD:
        return assigning.change_lead(obligation=duty, old=row.agency_id, order=order, by=by)
    if details.way == ways.ADD:
        return assigning.add_lead(obligation=duty, order=order, by=by)
    instead = details.instead_of
    return assigning.coordinate(obligation=duty, order=order, instead_of=instead, by=by)


def _take_back_assignment(item: BulkItem, why: str, by: Actor) -> None:
    duty = item.occurrence.obligation
    assigning.undo(obligation=duty, made=item.made, reason=why, by=by)


_DO: dict[str, Callable[[BulkItem, Details, Actor], Made]] = {
    rules.ACCEPT: _accept,
    rules.EXTEND: _extend,
    rules.ASSIGN: _assign,
}
UNDO: dict[str, Callable[[BulkItem, str, Actor], None]] = {
    rules.ACCEPT: _take_back_acceptance,
    rules.EXTEND: _take_back_extension,
    rules.ASSIGN: _take_back_assignment,
}
"""A message that was sent cannot be taken back: reminders are not here."""
