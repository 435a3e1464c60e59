"""What a reorganisation moves (bàn giao): worked out for the preview, then carried out as shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils import timezone

from lantoa.organisations.selectors import people
from lantoa.plans.models import (
    Assignment,
    DraftItem,
    Evidence,
    Handover,
    HandoverItem,
    HandoverLine,
    Obligation,
    Occurrence,
    Plan,
)
from lantoa.plans.rules.handing_over import Fate, Work, fates
from lantoa.plans.selectors import handovers
from lantoa.plans.services.parties import Resolver

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from lantoa.organisations.models import Tenure

Kind, Outcome = HandoverItem.Kind, HandoverItem.Outcome
STRENGTH = list(Assignment.Role.values)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing and what becomes of it; `target` names the successor, None: nobody."""

    kind: str
    outcome: str
    old: int
    target: str | None
    about: int
    label: str
    into: int | None = None


@dataclass(slots=True)
class Preview:
    """Everything that confirming would move, merge, end or leave as history."""

    lines: list[HandoverLine]
    entries: list[Entry] = field(default_factory=list)

    def count(self, *, old: int | None = None, **wanted: str) -> int:
        return sum(
            (old is None or entry.old == old)
            and all(getattr(entry, name) == value for name, value in wanted.items())
            for entry in self.entries
        )

    @property
    def by_agency(self) -> dict[int, Counter[str]]:
        """Old agency to the number of things of each kind."""
        found: dict[int, Counter[str]] = {line.predecessor_id: Counter() for line in self.lines}
        for entry in self.entries:
            found[entry.old][entry.kind] += 1
        return found


def preview(handover: Handover) -> Preview:
    """What confirming now would do; nothing is written."""
    view = _View(handover)
    entries = [
        *view.work(), *view.assignments(), *view.people(), *view.draft_rows(), *view.plans(),
    ]  # fmt: skip
    return Preview(view.lines, entries)


def key_of(line: HandoverLine) -> str | None:
    """The successor as `Entry.target` names it: existing ones by key, new ones by name."""
    return str(line.successor_id) if line.successor_id else line.new_name or None


class _View:
    def __init__(self, handover: Handover) -> None:
        self.handover = handover
        self.lines = handovers.lines_of(handover)
        self.old = sorted({line.predecessor_id for line in self.lines})
        self._chosen = {
            place: key_of(line) for place, line in handovers.choices_of(handover).items()
        }
        self._first: dict[int, str | None] = {}
        for line in self.lines:
            self._first.setdefault(line.predecessor_id, key_of(line))

    def target(self, old: int, duty: int | None = None) -> str | None:
        """Who takes over: chosen for the duty, else the first line of the old agency."""
        return self._chosen.get((old, duty or 0), self._first[old])

    def work(self) -> Iterator[Entry]:
        rows = {row.pk: row for row in _running(self.old)}
        heirs = [int(key) for key in self._keys() if key.isdecimal()]
        duties = {row.obligation_id for row in rows.values()}
        theirs = _running(heirs).filter(obligation_id__in=duties)
        found = fates(
            [_work(row, self.target(row.agency_id, row.obligation_id)) for row in rows.values()],
            [_work(row, str(row.agency_id)) for row in theirs],
        )
        known = {fate.key: fate for fate in found}
        for fate in found:
            yield _of_work(rows[fate.key], fate)
        kept = Evidence.objects.filter(occurrence_id__in=rows, withdrawn_at=None)
        for pk, on, caption in kept.values_list("pk", "occurrence_id", "caption"):
            fate = known[on]
            if fate.outcome != Outcome.KEPT:
                old = rows[on].agency_id
                yield Entry(Kind.EVIDENCE, fate.outcome, old, fate.target, pk, caption[:300])

    def assignments(self) -> Iterator[Entry]:
        rows = _parts(self.old).order_by("pk")
        duties = {row.obligation_id for row in rows}
        held = {
            (str(agency), duty): STRENGTH.index(role)
            for agency, duty, role in _parts([int(key) for key in self._keys() if key.isdecimal()])
            .filter(obligation_id__in=duties)
            .values_list("agency_id", "obligation_id", "role")
        }
        for row in sorted(rows, key=lambda one: STRENGTH.index(one.role)):
            target = self.target(row.agency_id, row.obligation_id)
            label = f"{row.get_role_display()}: {row.obligation}"[:300]
            outcome = Outcome.ENDED if target is None else Outcome.MOVED
            if target is not None:
                place, strength = (target, row.obligation_id), STRENGTH.index(row.role)
                if held.get(place, len(STRENGTH)) <= strength:
                    outcome = Outcome.MERGED
                else:
                    held[place] = strength
            yield Entry(Kind.ASSIGNMENT, outcome, row.agency_id, target, row.pk, label)

    def people(self) -> Iterator[Entry]:
        for tenure in self.tenures():
            old = tenure.post.agency_id
            target = self.target(old)
            outcome = Outcome.MOVED if target else Outcome.ENDED
            label = f"{tenure.person.full_name}, {tenure.post.title}"[:300]
            yield Entry(Kind.PERSON, outcome, old, target, tenure.pk, label)

    def tenures(self) -> Iterable[Tenure]:
        return people.held_from(self.old, self.handover.effective_on)

    def draft_rows(self) -> Iterator[Entry]:
        """Rows of drafts that mean the agency; on confirmation they mean its successor."""
        for plan in Plan.objects.filter(state=Plan.State.DRAFT).select_related(
            "authority", "document"
        ):
            resolver = Resolver(plan=plan)
            for item in plan.draft_items.exclude(state=DraftItem.State.MERGED):
                meant = {pk for party in item.parties for pk in resolver.agencies(party)}
                for old in sorted(meant & set(self.old)):
                    target = self.target(old)
                    outcome = Outcome.MOVED if target else Outcome.ENDED
                    yield Entry(Kind.DRAFT_ROW, outcome, old, target, item.pk, str(item)[:300])

    def plans(self) -> Iterator[Entry]:
        """Plans that the agency follows; who issued them stays as it was."""
        states = (Plan.State.DRAFT, Plan.State.ACTIVE)
        for plan in Plan.objects.filter(state__in=states, coordinator_id__in=self.old):
            target = self.target(plan.coordinator_id)
            outcome = Outcome.MOVED if target else Outcome.KEPT
            yield Entry(Kind.PLAN, outcome, plan.coordinator_id, target, plan.pk, plan.title[:300])

    def _keys(self) -> set[str]:
        return {key for line in self.lines if (key := key_of(line))}


def _running(agencies: list[int]) -> QuerySet[Occurrence]:
    rows = Occurrence.objects.filter(agency_id__in=agencies)
    running = rows.filter(obligation__plan__state=Plan.State.ACTIVE)
    return running.select_related("obligation").order_by("pk")


def _parts(agencies: list[int]) -> QuerySet[Assignment]:
    rows = Assignment.objects.filter(agency_id__in=agencies, until=None)
    return rows.filter(obligation__plan__state=Plan.State.ACTIVE).select_related("obligation")


def _work(row: Occurrence, target: str | None) -> Work:
    duty = row.obligation
    revoked = duty.revoked_on is not None and duty.revoked_on <= timezone.localdate()
    over = row.excused_at is not None or duty.state != Obligation.State.ACTIVE or revoked
    return Work(row.pk, duty.pk, row.period_key, row.state, row.due_on, target, over)


def _of_work(row: Occurrence, fate: Fate) -> Entry:
    kind = Kind.HISTORY if fate.outcome == Outcome.KEPT else Kind.OCCURRENCE
    label = f"{row.period_label} · {row.obligation}"[:300]
    return Entry(kind, fate.outcome, row.agency_id, fate.target, row.pk, label, fate.into)
