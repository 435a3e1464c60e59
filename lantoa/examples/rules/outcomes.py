"""How an invented duty went (kết quả minh họa): decided from values and a seed alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

ON_TIME, LATE, WAITING, RETURNED, MISSING = "on_time", "late", "waiting", "returned", "missing"


@dataclass(frozen=True, slots=True)
class Duty:
    """What is known of one duty of one agency in one period."""

    agency: str
    code: str
    period: str
    requested: bool
    starts_on: date
    due_on: date | None


@dataclass(frozen=True, slots=True)
class Went:
    """`sent` and `decided` are moments without a time zone."""

    outcome: str
    happened_on: date
    sent: datetime
    decided: datetime | None


@dataclass(frozen=True, slots=True)
class Course:
    """The data file's numbers: shares done, slow agencies, exceptions, first and last day."""

    seed: int
    first: date
    last: date
    shares: Mapping[str, float]
    slow: Mapping[str, float] = field(default_factory=dict)
    exceptions: tuple[Mapping[str, Any], ...] = ()

    def random(self, duty: Duty, purpose: str = "") -> Random:
        """Chances of one duty: the same however often and in whatever order it is asked."""
        return Random(f"{self.seed}|{duty.agency}|{duty.code}|{duty.period}|{purpose}")

    def went(self, duty: Duty) -> Went | None:
        """None where nothing was sent."""
        chance = self.random(duty)
        outcome = self._outcome(duty, chance)
        if outcome == MISSING:
            return None
        happened = self._day(duty, outcome, chance)
        sent = _moment(happened + timedelta(days=chance.randint(0, 1)), chance)
        if duty.due_on and outcome != LATE and sent.date() > duty.due_on:
            sent = _moment(duty.due_on, chance)
            happened = min(happened, duty.due_on)
        if outcome == WAITING:
            return Went(outcome, happened, sent, None)
        decided = _moment(sent.date() + timedelta(days=chance.randint(1, 4)), chance)
        return Went(outcome, happened, sent, decided)

    def _outcome(self, duty: Duty, chance: Random) -> str:
        for exception in self.exceptions:
            if _fits(exception, duty):
                return str(exception["outcome"])
        if duty.due_on is None or duty.requested:
            share = self.shares["requested" if duty.requested else "standing"]
            return ON_TIME if chance.random() < share else MISSING
        late = self.slow.get(duty.agency, self.shares["late"])
        return LATE if chance.random() < late else ON_TIME

    def _day(self, duty: Duty, outcome: str, chance: Random) -> date:
        start, end = max(self.first, duty.starts_on), duty.due_on or self.last
        if outcome == LATE:
            return end + timedelta(days=chance.randint(1, 9))
        span = max(0, (end - start).days)
        # A duty with a day is done in the last third before it; a standing one at any time.
        begin = start + timedelta(days=span * 2 // 3 if duty.due_on else 0)
        return begin + timedelta(days=chance.randint(0, max(0, (end - begin).days)))


def _fits(exception: Mapping[str, Any], duty: Duty) -> bool:
    asked = {"agency": duty.agency, "code": duty.code, "period": duty.period}
    if duty.due_on is None:
        return False
    return all(exception[name] == value for name, value in asked.items() if name in exception)


def _moment(day: date, chance: Random) -> datetime:
    """Some minute of an office day."""
    hour = chance.choice((8, 9, 10, 14, 15, 16))
    return datetime.combine(day, time(hour, chance.randint(0, 59)))
