"""How a duty stands and why (xét hạn): the one place where rule, calendar and moves meet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from lantoa.plans.rules.deadlines import deadline
from lantoa.plans.rules.moved import Move, Standstill, effective
from lantoa.plans.rules.states import SETTLED, Facts, Standing, standing
from lantoa.plans.rules.windows import LATE, LOCKED, Window, window

if TYPE_CHECKING:
    from lantoa.common.rules.calendar import WorkingCalendar
    from lantoa.plans.rules.due_rule import DueRule

Step = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Ordered:
    """What the plan orders for one period: the rule, its first day and the day it gives.

    `inclusive` and `lock_after_days` are the plan's settings.
    """

    rule: DueRule
    starts_on: date
    due_on: date | None
    inclusive: bool = False
    lock_after_days: int | None = None
    reopened_until: date | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """`act_by` is the last working day not after `due_on`; `steps` the whole computation."""

    due_on: date | None
    act_by: date | None
    standing: Standing
    window: Window
    sentence: str
    steps: tuple[Step, ...]


def judge(
    ordered: Ordered,
    facts: Facts,
    *,
    calendar: WorkingCalendar,
    moves: tuple[Move, ...] = (),
    today: date,
) -> Judged:
    """The state of one duty in one period on a day, the sentence that explains it and each step.

    The deadline in the facts is not trusted: it is worked out here from the ordered day and what
    moved it.
    """
    due_on, moved = _due(ordered, moves)
    facts = replace(facts, due_on=due_on)
    found = standing(facts, today=today)
    taken = window(
        due_on,
        lock_after_days=ordered.lock_after_days,
        reopened_until=ordered.reopened_until,
        binding=facts.binding,
        today=today,
    )
    running = found.code not in SETTLED
    told = deadline(
        ordered.rule,
        due_on,
        calendar=calendar,
        starts_on=ordered.starts_on,
        today=today if running else None,
        moved=moved,
    )
    steps = told.steps + (_lock_steps(taken) if running else ())
    sentence = _sentence(found, taken, moves, today)
    return Judged(due_on, told.act_by, found, taken, sentence, steps)


def _due(ordered: Ordered, moves: tuple[Move, ...]) -> tuple[date | None, tuple[Step, ...]]:
    if ordered.due_on is None:
        return None, ()
    moved = effective(ordered.due_on, rule=ordered.rule, inclusive=ordered.inclusive, moves=moves)
    first = (("Hạn ban đầu", f"{ordered.due_on:%d/%m/%Y}"),) if moved.steps else ()
    return moved.due_on, (*first, *moved.steps)


def _lock_steps(taken: Window) -> tuple[Step, ...]:
    if taken.locks_on is None:
        return ()
    return (("Nhận kết quả trễ đến hết ngày", f"{taken.locks_on:%d/%m/%Y}"),)


def _sentence(found: Standing, taken: Window, moves: tuple[Move, ...], today: date) -> str:
    """The standing's own sentence, then what a person must know besides."""
    said = [found.sentence]
    if found.code in SETTLED:
        return found.sentence
    if taken.code in {LATE, LOCKED} and taken.sentence:
        said.append(taken.sentence)
    for move in moves:
        if isinstance(move, Standstill) and move.since <= today <= move.until:
            said.append(f"Đang tạm dừng tính hạn đến hết ngày {move.until:%d/%m/%Y}.")
    return " ".join(said)
