"""Where a deadline stands after what moved it (dời hạn): extensions, pauses, amendments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lantoa.plans.rules.due_rule import DueRule
from lantoa.plans.rules.repeat_words import says_before

Step = tuple[str, str]


@dataclass(frozen=True, slots=True)
class NewDay:
    """A granted extension or an amendment (`amended`): the deadline is `day` from then on."""

    at: datetime
    day: date
    reason: str
    amended: bool = False


@dataclass(frozen=True, slots=True)
class Standstill:
    """A pause: its days, the last one included, are added to a deadline they begin before."""

    at: datetime
    since: date
    until: date
    reason: str

    @property
    def days(self) -> int:
        return (self.until - self.since).days + 1


Move = NewDay | Standstill


@dataclass(frozen=True, slots=True)
class Moved:
    due_on: date
    steps: tuple[Step, ...] = ()


def effective(
    ordered: date, *, rule: DueRule, inclusive: bool = False, moves: Iterable[Move] = ()
) -> Moved:
    """The deadline in force, from the day that the plan orders.

    "Trước ngày 20" ends on the 19th; where the plan reads it with that day included, on the 20th.
    Moves apply in the order in which they were decided: who grants a day knows the pauses of
    before, and a pause that begins after the deadline stops nothing.
    """
    due, steps = ordered, list[Step]()
    if inclusive and says_before(rule):
        due += timedelta(days=1)
        steps.append(("“Trước ngày” tính cả ngày đó", f"{_d(ordered)} → {_d(due)}"))
    # Of one and the same moment, the day that was given stands above the pause.
    for move in sorted(moves, key=lambda one: (one.at, isinstance(one, NewDay))):
        moved = _after(due, move)
        if moved != due:
            steps.append((_TERMS[_kind(move)], _said(due, moved, move)))
        due = moved
    return Moved(due, tuple(steps))


def _after(due: date, move: Move) -> date:
    if isinstance(move, NewDay):
        return move.day
    return due + timedelta(days=move.days) if move.since <= due else due


def _kind(move: Move) -> str:
    if isinstance(move, Standstill):
        return "paused"
    return "amended" if move.amended else "extended"


def _said(old: date, new: date, move: Move) -> str:
    span = ""
    if isinstance(move, Standstill):
        span = f" ({move.days} ngày, từ {_d(move.since)} đến hết {_d(move.until)})"
    return f"{_d(old)} → {_d(new)}{span}: {move.reason}"


_TERMS = {
    "extended": "Được gia hạn",
    "paused": "Tạm dừng tính hạn",
    "amended": "Điều chỉnh hạn",
}


def _d(day: date) -> str:
    return f"{day:%d/%m/%Y}"
