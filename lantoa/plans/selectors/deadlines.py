"""Reading a deadline with all that bears on it (thời hạn): rule, moves, settings, calendar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from lantoa.common.errors import NotFound
from lantoa.common.selectors.calendar import working_calendar
from lantoa.plans.models import DueMove, Excuse, Extension, Obligation, Occurrence, Pause
from lantoa.plans.rules.due_rule import DueRule
from lantoa.plans.rules.judging import Judged, Ordered, judge
from lantoa.plans.rules.moved import Move, NewDay, Standstill
from lantoa.plans.selectors import occurrences
from lantoa.plans.selectors.occurrences import facts_of

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.common.rules.calendar import WorkingCalendar


def rule_of(obligation: Obligation) -> DueRule:
    """The due rule that a duty keeps in its columns."""
    return DueRule(
        kind=obligation.due_kind,
        text=obligation.due_text,
        start=obligation.due_start,
        by=obligation.due_by,
        day_of_month=obligation.due_day_of_month,
        rrule=obligation.due_rrule,
        external_symbol=obligation.external_symbol,
    )


def judged(row: Occurrence, *, today: date, calendar: WorkingCalendar | None = None) -> Judged:
    """How one row stands and each step that leads there; its plan must be loaded."""
    return judge(
        ordered_of(row),
        facts_of(row),
        calendar=calendar or working_calendar(on=today),
        # Without a first day nothing moved it; most duties are not worth three queries.
        moves=moves_of([row.pk]).get(row.pk, ()) if row.first_due_on else (),
        today=today,
    )


def ordered_of(row: Occurrence) -> Ordered:
    """What the plan orders for the row, before anything moved it."""
    plan = row.obligation.plan
    return Ordered(
        rule=rule_of(row.obligation),
        starts_on=row.starts_on,
        due_on=row.first_due_on or row.due_on,
        inclusive=plan.before_is_inclusive,
        lock_after_days=plan.lock_after_days,
        reopened_until=row.reopened_until,
    )


def moves_of(rows: Iterable[int]) -> dict[int, tuple[Move, ...]]:
    """Everything that moved the deadlines of these rows, in three queries."""
    wanted = list(rows)
    found: dict[int, list[Move]] = defaultdict(list)
    granted = Extension.objects.filter(occurrence_id__in=wanted, state="granted")
    for one in granted:
        assert one.decided_at and one.granted_for  # a constraint holds this
        found[one.occurrence_id].append(NewDay(one.decided_at, one.granted_for, one.reason))
    for pause in Pause.objects.filter(occurrence_id__in=wanted, withdrawn_at=None):
        stop = Standstill(pause.added_at, pause.since, pause.until, pause.reason)
        found[pause.occurrence_id].append(stop)
    for move in DueMove.objects.filter(occurrence_id__in=wanted, kind="amended"):
        day = NewDay(move.at, move.new_due_on, move.reason, amended=True)
        found[move.occurrence_id].append(day)
    return {pk: tuple(sorted(moves, key=lambda one: one.at)) for pk, moves in found.items()}


def asked_of(row: Occurrence) -> tuple[list[Extension], list[Excuse], list[Pause]]:
    """What was asked for the row and its pauses, newest request first."""
    people = ("asked_by", "decided_by")
    return (
        list(row.extensions.select_related(*people)),
        list(row.excuses.select_related(*people)),
        list(row.pauses.filter(withdrawn_at=None).select_related("added_by")),
    )


Asked = TypeVar("Asked", Extension, Excuse)


def request_for(actor: Actor, kind: type[Asked], pk: int, *, to: str) -> Asked:
    """One request through its duty's rules; `to` is ask or rule."""
    row = kind.objects.filter(pk=pk).first()
    if row is None:
        raise NotFound(request=pk)
    row.occurrence = occurrences.get_for(actor, row.occurrence_id, to=to)
    return row


def pause_for(actor: Actor, pk: int) -> Pause:
    """One pause, for those who rule on deadlines."""
    row = Pause.objects.filter(pk=pk).first()
    if row is None:
        raise NotFound(pause=pk)
    row.occurrence = occurrences.get_for(actor, row.occurrence_id, to="rule")
    return row


def waiting() -> list[Extension | Excuse]:
    """Every request that nobody has answered, the oldest first, in two queries."""
    found: list[Extension | Excuse] = []
    for kind in (Extension, Excuse):
        rows = kind.objects.filter(
            state="asked", occurrence__obligation__plan__state="active"
        ).select_related("occurrence__obligation", "occurrence__agency", "asked_by")
        found += rows
    return sorted(found, key=lambda one: one.asked_at)
