"""Giao nhiệm vụ: giving duties of a plan in force to other agencies, from a day on.

The one who held a part keeps it until the day before; what was sent or accepted stays with whom
it was sent by. Counts follow by themselves: rows are written through the models that keep them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from lantoa.common import access, audit
from lantoa.organisations.selectors import agencies
from lantoa.plans.errors import (
    AgencyNotInForce,
    AssignmentWorkedOn,
    DateInFuture,
    DutyNotExpected,
    PartTaken,
)
from lantoa.plans.models import Assignment, BulkItem, Evidence, Obligation, Occurrence, Plan
from lantoa.plans.rules.assigning import LEADS
from lantoa.plans.rules.bulk import mark
from lantoa.plans.selectors.reassigning import still_to_do
from lantoa.plans.services import asking

if TYPE_CHECKING:
    from lantoa.common.access import Actor

Role = Assignment.Role
Made = dict[str, Any]
FUTURE = "Ngày giao không thể sau hôm nay."


@dataclass(frozen=True, slots=True)
class Order:
    """To whom, from which day, and why."""

    to: int
    since: date
    reason: str


@transaction.atomic
def change_lead(*, obligation: Obligation, old: int, order: Order, by: Actor) -> Made:
    """Another agency leads from that day; the periods still to be done pass to it."""
    why = _begin(obligation, order, by)
    _refuse_if_leading(obligation, order)
    rows = list(still_to_do([obligation.pk], order.since).filter(agency_id=old))
    if not rows:
        raise DutyNotExpected("Không có kỳ nào còn phải làm từ ngày này.")
    _refuse_if_taken(obligation, order, rows)
    ended = _end(obligation, old, LEADS, order.since)
    role = ended[0].role if ended else Role.LEAD
    kept = {str(row.pk): row.inherited_from_id for row in rows}
    moving = Occurrence.objects.filter(pk__in=[row.pk for row in rows])
    moving.update(agency_id=order.to, inherited_from_id=old)
    made = {
        "rows": kept,
        "signs": _signs(rows),
        "from": old,
        "ended": [part.pk for part in ended],
        "part": _take(obligation, order, role).pk,
    }
    words = f"Từ {_name(old)} sang {_name(order.to)}: {why}"
    audit.record_many("assigning.moved", by=by, about=[(row, {"reason": words}) for row in rows])
    audit.record("assigning.lead_changed", by=by, about=obligation, data={"reason": words, **made})
    return made


@transaction.atomic
def add_lead(*, obligation: Obligation, order: Order, by: Actor) -> Made:
    """One more agency leads: it gets every period that anybody has yet to do from that day."""
    why = _begin(obligation, order, by)
    _refuse_if_leading(obligation, order)
    periods = {row.period_key: row for row in still_to_do([obligation.pk], order.since)}
    if not periods:
        raise DutyNotExpected("Không có kỳ nào còn phải làm từ ngày này.")
    _refuse_if_taken(obligation, order, list(periods.values()))
    rows = Occurrence.objects.bulk_create(
        [
            Occurrence(
                obligation=obligation,
                agency_id=order.to,
                period_key=row.period_key,
                period_label=row.period_label,
                starts_on=row.starts_on,
                # Another agency's extension is not everybody's: the day that the plan orders.
                due_on=row.first_due_on or row.due_on,
            )
            for row in periods.values()
        ]
    )
    made = {"made": _signs(rows), "part": _take(obligation, order, Role.LEAD).pk}
    words = f"Giao thêm {_name(order.to)}: {why}"
    audit.record_many("assigning.opened", by=by, about=[(row, {"reason": words}) for row in rows])
    audit.record("assigning.lead_added", by=by, about=obligation, data={"reason": words, **made})
    return made


@transaction.atomic
def coordinate(*, obligation: Obligation, order: Order, by: Actor, instead_of: int = 0) -> Made:
    """An agency helps from that day, in addition or instead of one that helped."""
    why = _begin(obligation, order, by)
    if obligation.assignments.filter(agency_id=order.to, until=None).exists():
        raise PartTaken(name=_name(order.to))
    helping = frozenset({Role.COORDINATING.value})
    ended = _end(obligation, instead_of, helping, order.since) if instead_of else []
    made = {
        "ended": [part.pk for part in ended],
        "part": _take(obligation, order, Role.COORDINATING).pk,
    }
    before = f"{_name(instead_of)} → " if ended else ""
    words = f"Phối hợp: {before}{_name(order.to)}: {why}"
    audit.record("assigning.helper_changed", by=by, about=obligation, data={"reason": words})
    return made


@transaction.atomic
def stop_coordinating(*, obligation: Obligation, agency: int, order: Order, by: Actor) -> Made:
    """An agency helps no longer from that day; that it has helped stays on record."""
    why = _begin(obligation, order, by)
    ended = _end(obligation, agency, frozenset({Role.COORDINATING.value}), order.since)
    words = f"Thôi phối hợp: {_name(agency)}: {why}"
    audit.record("assigning.helper_ended", by=by, about=obligation, data={"reason": words})
    return {"ended": [part.pk for part in ended]}


@transaction.atomic
def undo(*, obligation: Obligation, made: Made, reason: str, by: Actor) -> None:
    """Take a change back while nobody has worked on what it brought about."""
    access.require(by, "plans.assign")
    why = asking.stated(reason, "Hãy ghi rõ lý do hoàn tác.")
    _lock(obligation)
    today = timezone.localdate()
    _put_back(made)
    _take_away(made)
    for part in Assignment.objects.filter(pk=made.get("part", 0), until=None):
        part.until = max(part.since, today)
        part.save(update_fields=["until"])
    Assignment.objects.filter(pk__in=made.get("ended", [])).update(until=None)
    moved = list(Occurrence.objects.filter(pk__in=[int(key) for key in made.get("rows", {})]))
    audit.record_many("assigning.undone", by=by, about=[(row, {"reason": why}) for row in moved])
    audit.record("assigning.undone", by=by, about=obligation, data={"reason": why})


def _put_back(made: Made) -> None:
    """Moved periods return to whom they came from, with what was inherited before."""
    before: dict[str, int | None] = made.get("rows", {})
    rows = list(Occurrence.objects.filter(pk__in=[int(key) for key in before]))
    _refuse_if_worked_on(rows, made.get("signs", {}))
    groups: dict[int | None, list[int]] = {}
    for row in rows:
        groups.setdefault(before[str(row.pk)], []).append(row.pk)
    for inherited, keys in groups.items():
        back = Occurrence.objects.filter(pk__in=keys)
        back.update(agency_id=made["from"], inherited_from_id=inherited)


def _take_away(made: Made) -> None:
    """Periods that were opened only by the change; the log keeps that they were."""
    signs: dict[str, str] = made.get("made", {})
    rows = Occurrence.objects.filter(pk__in=[int(key) for key in signs])
    _refuse_if_worked_on(list(rows), signs)
    if BulkItem.objects.filter(occurrence__in=rows).exists():
        raise AssignmentWorkedOn()
    rows.delete()


def _refuse_if_worked_on(rows: Sequence[Occurrence], signs: Mapping[str, str]) -> None:
    if _signs(rows) != signs:
        raise AssignmentWorkedOn()


def _signs(rows: Sequence[Occurrence]) -> dict[str, str]:
    """What somebody could have done with each row; another sign means that they did."""
    keys = [row.pk for row in rows]
    kept = Counter(
        Evidence.objects.filter(occurrence_id__in=keys).values_list("occurrence_id", flat=True)
    )
    return {
        str(row.pk): mark(str(row.state), row.due_on, row.begun_on, row.submitted_at, kept[row.pk])
        for row in rows
    }


def _begin(obligation: Obligation, order: Order, by: Actor) -> str:
    """The reason, once the right, the duty, the day and the agency have been found in order."""
    access.require(by, "plans.assign")
    why = asking.stated(order.reason, "Hãy ghi rõ lý do giao, đổi cơ quan.")
    locked = _lock(obligation)
    if locked.state != Obligation.State.ACTIVE or locked.plan.state != Plan.State.ACTIVE:
        raise DutyNotExpected()
    today = timezone.localdate()
    if order.since > today:
        raise DateInFuture(FUTURE)
    for day in {order.since, today}:
        if not agencies.as_of(day).filter(pk=order.to).exists():
            raise AgencyNotInForce(name=_name(order.to), day=f"{day:%d/%m/%Y}")
    return why


def _lock(obligation: Obligation) -> Obligation:
    rows = Obligation.objects.select_for_update(of=("self",)).select_related("plan")
    return rows.get(pk=obligation.pk)


def _refuse_if_leading(obligation: Obligation, order: Order) -> None:
    parts = obligation.assignments.filter(agency_id=order.to, role__in=LEADS, until=None)
    if parts.exists():
        raise PartTaken(name=_name(order.to))


def _refuse_if_taken(obligation: Obligation, order: Order, rows: Sequence[Occurrence]) -> None:
    keys = [row.period_key for row in rows]
    if obligation.occurrences.filter(agency_id=order.to, period_key__in=keys).exists():
        raise PartTaken(name=_name(order.to))


def _end(
    obligation: Obligation, agency: int, roles: frozenset[str], since: date
) -> list[Assignment]:
    parts = list(obligation.assignments.filter(agency_id=agency, role__in=roles, until=None))
    for part in parts:
        part.until = max(part.since, since - timedelta(days=1))
        part.save(update_fields=["until"])
    return parts


def _take(obligation: Obligation, order: Order, role: str) -> Assignment:
    """The new part; one that was taken back on the same day is taken up again."""
    part, _new = Assignment.objects.update_or_create(
        obligation=obligation,
        agency_id=order.to,
        role=role,
        since=order.since,
        defaults={"until": None},
    )
    return part


def _name(agency: int) -> str:
    return next((one.label for one in agencies.named([agency])), "")
