"""Which deadlines are reminded of on a day, and whom (quy tắc nhắc việc, báo cấp trên)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from lantoa.common.rules.calendar import WorkingCalendar

LATEST = 180
"""Days after the deadline at which repeating ends; what is older stays on the board."""
CATCH_UP = 4
"""Days that a run looks back, so that what a stopped worker missed is still sent."""
OPEN = frozenset({"overdue", "returned", "due_soon", "in_progress", "not_due"})
"""Standings that are reminded of: directed work that nobody has sent yet."""

OFFICER, HEAD, COORDINATOR = "officer", "head", "coordinator"


@dataclass(frozen=True, slots=True)
class Rule:
    """`days` from the deadline, `every` days again after it; `channel` empty: as each wishes."""

    days: int
    audience: str = OFFICER
    every: int | None = None
    channel: str = ""
    active: bool = True

    @property
    def label(self) -> str:
        """T-3, T+1, as officials write it."""
        return stage_label(self.days)


DEFAULTS = (
    Rule(-7),
    Rule(-3),
    Rule(-1),
    Rule(1, every=7),
    Rule(3, audience=HEAD, every=7),
    Rule(7, audience=COORDINATOR, every=7),
)


def stage_label(days: int) -> str:
    """How far a day is from the deadline: T-3, T, T+1."""
    return f"T{days:+d}" if days else "T"


def stages(rule: Rule) -> list[int]:
    """The distances from the deadline at which the rule speaks."""
    if rule.every is None:
        return [rule.days]
    return list(range(rule.days, LATEST + 1, rule.every))


def send_on(due_on: date, days: int, calendar: WorkingCalendar, *, working_days: bool) -> date:
    """The day a reminder goes out: a day off is left before the deadline backwards, after forwards.

    So what is due on a Sunday is reminded of on the Friday, not on the Monday when it is too late.
    """
    day = due_on + timedelta(days=days)
    if not working_days:
        return day
    if days <= 0:
        return calendar.last_working_day_on_or_before(day)
    return calendar.next_working_day_on_or_after(day)


def due_days(
    rule: Rule, *, since: date, upto: date, calendar: WorkingCalendar, working_days: bool
) -> dict[date, date]:
    """The due days of which the rule speaks after `since` and up to `upto`, with the day it does.

    Where several stages of one due day fall into the window, the latest counts.
    """
    found: dict[date, date] = {}
    slack = timedelta(days=15)  # the longest run of days off, with room
    for days in stages(rule) if rule.active else ():
        day = since - timedelta(days=days) - slack
        while day <= upto - timedelta(days=days) + slack:
            speaks = send_on(day, days, calendar, working_days=working_days)
            if since < speaks <= upto:
                found[day] = max(speaks, found.get(day, speaks))
            day += timedelta(days=1)
    return found


def window(today: date) -> tuple[date, date]:
    """From which day (not included) to which a run of today looks."""
    return today - timedelta(days=CATCH_UP), today


@dataclass(frozen=True, slots=True)
class Line:
    """One open duty that some rule speaks of today."""

    occurrence_id: int
    agency_id: int
    due_on: date


@dataclass(frozen=True, slots=True)
class Call:
    """A line called out to an audience on a day by a channel (empty: as each wishes)."""

    line: Line
    audience: str
    speaks_on: date
    channel: str


def calls(
    rules: Iterable[Rule], lines: Iterable[Line], spoken: dict[Rule, dict[date, date]]
) -> list[Call]:
    """For each line whom it is called out to; once per audience, by its latest stage."""
    known = [(rule, spoken[rule]) for rule in rules if spoken.get(rule)]
    found = []
    for line in lines:
        best: dict[tuple[str, str], date] = {}
        for rule, days in known:
            speaks = days.get(line.due_on)
            if speaks is not None:
                key = (rule.audience, rule.channel)
                best[key] = max(speaks, best.get(key, speaks))
        found += [Call(line, who, day, channel) for (who, channel), day in best.items()]
    return found
