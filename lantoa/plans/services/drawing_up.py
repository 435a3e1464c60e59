"""What a draft becomes once it binds (lập nhiệm vụ từ dự thảo): duties, assignments, periods.

Nothing is written here: the confirmation stores it, the page before it shows its numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from lantoa.plans.models import Assignment, DraftItem, Obligation, Occurrence
from lantoa.plans.rules.due_rule import DueRule
from lantoa.plans.rules.natures import may_lack_lead
from lantoa.plans.rules.schedule import ExpectedPeriod, expected_periods

if TYPE_CHECKING:
    from lantoa.plans.models import Plan
    from lantoa.plans.services.parties import Resolver

ACTING = ("lead", "requested")
"""Roles whose agencies must do the duty; the others take part."""

Row = TypeVar("Row")


class Rows(Generic[Row]):
    """Unsaved rows with their number; made only when they are gone through, a duty at a time.

    A country's plan has millions of them: together they would not fit in a web process.
    """

    def __init__(self) -> None:
        self._parts: list[tuple[int, Callable[[], Iterator[Row]]]] = []

    def add(self, count: int, make: Callable[[], Iterator[Row]]) -> None:
        self._parts.append((count, make))

    def __len__(self) -> int:
        return sum(count for count, _make in self._parts)

    def __iter__(self) -> Iterator[Row]:
        for _count, make in self._parts:
            yield from make()


@dataclass(slots=True)
class Drawn:
    """Unsaved rows; `unknown` are the draft rows that name nobody who could do them.

    `periods` has for each duty its expected periods and the number of agencies that act.
    """

    obligations: list[Obligation] = field(default_factory=list)
    assignments: Rows[Assignment] = field(default_factory=Rows)
    occurrences: Rows[Occurrence] = field(default_factory=Rows)
    unknown: list[DraftItem] = field(default_factory=list)
    periods: list[tuple[list[ExpectedPeriod], int]] = field(default_factory=list)
    agencies: set[int] = field(default_factory=set)


def draw_up(*, plan: Plan, rows: Iterable[DraftItem], resolver: Resolver) -> Drawn:
    """One duty for each row, each of its agencies in its part, and the periods of those who act."""
    drawn = Drawn()
    for row in rows:
        roles = _roles(row, resolver)
        acting = sorted({pk for pk, role in roles if role in ACTING})
        if not acting and not (may_lack_lead(row.nature) and not _names_actor(row)):
            drawn.unknown.append(row)
        obligation = _obligation(plan, row)
        drawn.obligations.append(obligation)
        expected = _expected(plan, row, resolver.on)
        drawn.periods.append((expected, len(acting)))
        drawn.agencies.update(acting if expected else ())
        drawn.assignments.add(len(roles), partial(_assignments, obligation, roles, resolver.on))
        drawn.occurrences.add(
            len(acting) * len(expected), partial(_occurrences, obligation, acting, expected)
        )
    return drawn


def _names_actor(row: DraftItem) -> bool:
    return any(party["role"] in ACTING for party in row.parties)


def _roles(row: DraftItem, resolver: Resolver) -> dict[tuple[int, str], str]:
    """(agency, role) to the name it was given; who acts is not listed again as coordinating:
    "Phòng Nội vụ chủ trì, phối hợp các cơ quan, đơn vị" means the others."""
    named: dict[tuple[int, str], str] = {}
    acting: set[int] = set()
    for party in sorted(row.parties, key=lambda one: one["role"] not in ACTING):
        for agency_id in resolver.agencies(party):
            if party["role"] in ACTING:
                acting.add(agency_id)
            elif agency_id in acting:
                continue
            named.setdefault((agency_id, party["role"]), party["name"])
    return named


def _assignments(
    obligation: Obligation, roles: dict[tuple[int, str], str], since: date
) -> Iterator[Assignment]:
    for (agency_id, role), name in roles.items():
        yield Assignment(
            obligation=obligation,
            agency_id=agency_id,
            role=role,
            named_as=name[:400],
            since=since,
        )


def _expected(plan: Plan, row: DraftItem, effective_from: date) -> list[ExpectedPeriod]:
    due = DueRule.from_json(row.due)
    return expected_periods(due, year=plan.year, effective_from=effective_from)


def _occurrences(
    obligation: Obligation, acting: list[int], expected: list[ExpectedPeriod]
) -> Iterator[Occurrence]:
    for agency_id in acting:
        for period in expected:
            yield Occurrence(
                obligation=obligation,
                agency_id=agency_id,
                period_key=period.key,
                period_label=period.label,
                starts_on=period.starts_on,
                due_on=period.due_on,
            )


def _obligation(plan: Plan, row: DraftItem) -> Obligation:
    due = DueRule.from_json(row.due)
    target: dict[str, Any] = row.target or {}
    return Obligation(
        plan=plan,
        position=row.position,
        nature=row.nature,
        code=row.code,
        text=row.text,
        spans=row.spans,
        forms=row.forms,
        assignment_text=row.assignment,
        binding=row.binding,
        audiences=row.audiences,
        channels=row.channels,
        due_kind=due.kind,
        due_text=due.text[:300],
        due_start=due.start,
        due_by=due.by,
        due_day_of_month=due.day_of_month,
        due_rrule=due.rrule[:200],
        external_symbol=due.external_symbol[:60],
        target_value=target.get("value"),
        target_unit=(target.get("unit") or "")[:40],
        target_of=(target.get("of") or "")[:300],
    )
