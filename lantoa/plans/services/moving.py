"""Moving a deadline (dời hạn): work it out anew by the rule and keep the old day and the reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from lantoa.plans.errors import DutyNotExpected, NoDeadline
from lantoa.plans.models import DueMove, Obligation, Occurrence, Plan
from lantoa.plans.rules.moved import effective
from lantoa.plans.selectors.deadlines import moves_of, ordered_of

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.plans.models import Amendment

OPEN_STATES = frozenset({Occurrence.State.OPEN, Occurrence.State.RETURNED})
BATCH = 500


@dataclass(frozen=True, slots=True)
class Cause:
    """What moved a deadline: shown beside it for as long as the duty is looked at."""

    kind: str
    reason: str
    at: datetime
    amendment: Amendment | None = None
    illustrative: bool = False


def lock_running(occurrence: Occurrence) -> Occurrence:
    """The row locked, with its plan; refused when it is settled or has no day to move."""
    locked = (
        Occurrence.objects.select_for_update(of=("self",))
        .select_related("obligation__plan", "agency")
        .get(pk=occurrence.pk)
    )
    refuse_unless_expected(locked)
    if locked.due_on is None:
        raise NoDeadline()
    return locked


def refuse_unless_expected(row: Occurrence) -> None:
    """Refuse what was sent, accepted, excused, or belongs to a duty or plan that has ended."""
    duty = row.obligation
    running = duty.state == Obligation.State.ACTIVE and duty.plan.state == Plan.State.ACTIVE
    if row.state not in OPEN_STATES or row.excused_at is not None or not running:
        raise DutyNotExpected()


def rework(row: Occurrence, *, cause: Cause, by: Actor) -> DueMove | None:
    """Set the deadline that the rule gives now; None when it stays where it was."""
    old = row.due_on
    assert old is not None
    _set(row, _effective(row))
    row.save(update_fields=["due_on", "first_due_on"])
    if row.due_on == old:
        return None
    return _kept(row, old, row.due_on, cause, by)


def set_day(row: Occurrence, day: date, *, cause: Cause, by: Actor) -> DueMove | None:
    """An amendment gives a day: it is recorded first, and the rule then arrives at it."""
    old = row.due_on
    assert old is not None
    if day == old:
        return None
    move = _kept(row, old, day, cause, by)
    _set(row, _effective(row))
    row.save(update_fields=["due_on", "first_due_on"])
    return move


def rework_plan(plan: Plan) -> int:
    """Every dated row of the plan by the settings it has now; how many deadlines changed."""
    rows = list(
        Occurrence.objects.filter(obligation__plan=plan, due_on__isnull=False).select_related(
            "obligation__plan"
        )
    )
    moves = {}
    for start in range(0, len(rows), BATCH):
        moves.update(moves_of([row.pk for row in rows[start : start + BATCH]]))
    changed = []
    for row in rows:
        row.obligation.plan = plan
        before = row.due_on
        ordered = ordered_of(row)
        assert ordered.due_on is not None
        found = effective(
            ordered.due_on,
            rule=ordered.rule,
            inclusive=ordered.inclusive,
            moves=moves.get(row.pk, ()),
        )
        _set(row, found.due_on)
        if row.due_on != before:
            changed.append(row)
    Occurrence.objects.bulk_update(changed, ["due_on", "first_due_on"], batch_size=BATCH)
    return len(changed)


def _effective(row: Occurrence) -> date:
    ordered = ordered_of(row)
    assert ordered.due_on is not None
    moves = moves_of([row.pk]).get(row.pk, ())
    return effective(
        ordered.due_on, rule=ordered.rule, inclusive=ordered.inclusive, moves=moves
    ).due_on


def _set(row: Occurrence, due_on: date) -> None:
    first = row.first_due_on or row.due_on
    row.due_on = due_on
    row.first_due_on = first if first != due_on else None


def _kept(row: Occurrence, old: date, new: date | None, cause: Cause, by: Actor) -> DueMove:
    assert new is not None
    return DueMove.objects.create(
        occurrence=row,
        kind=cause.kind,
        old_due_on=old,
        new_due_on=new,
        reason=cause.reason[:1000],
        amendment=cause.amendment,
        at=cause.at,
        by=by.user,
        is_illustrative=cause.illustrative,
    )
