"""What a draft becomes once it binds (lập nhiệm vụ từ dự thảo): duties, assignments, periods.

Nothing is written here: the confirmation stores it, the page before it shows its numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from lantoa.plans.models import Assignment, DraftItem, Obligation
from lantoa.plans.rules.due_rule import DueRule
from lantoa.plans.rules.natures import may_lack_lead
from lantoa.plans.rules.schedule import ExpectedPeriod, expected_periods
from lantoa.plans.services.opening import Opening

if TYPE_CHECKING:
    from lantoa.plans.models import Plan
    from lantoa.plans.services.parties import Resolver

ACTING = ("lead", "requested")
"""Roles whose agencies must do the duty; the others take part."""


@dataclass(slots=True)
class Drawn:
    """Unsaved rows; `unknown` are the draft rows that name nobody who could do them."""

    obligations: list[Obligation] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    openings: list[Opening] = field(default_factory=list)
    unknown: list[DraftItem] = field(default_factory=list)

    @property
    def agencies(self) -> set[int]:
        """Who must do something."""
        return {pk for one in self.openings if one.periods for pk in one.agencies}

    @property
    def occurrences(self) -> int:
        """How many periods will be expected, of all duties and agencies."""
        return sum(opening.count for opening in self.openings)


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
        drawn.assignments += _assignments(obligation, roles, resolver.on)
        expected = _expected(plan, row, resolver.on)
        drawn.openings.append(Opening(obligation, tuple(acting), expected))
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
