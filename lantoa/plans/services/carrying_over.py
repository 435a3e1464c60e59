"""Carrying open work over (bàn giao việc): rows move or merge, history keeps the old name."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils import timezone

from lantoa.common import audit
from lantoa.organisations.selectors import people
from lantoa.organisations.services import passing_on
from lantoa.plans.models import (
    Assignment,
    Evidence,
    Excuse,
    Extension,
    Handover,
    HandoverItem,
    Occurrence,
    Plan,
)
from lantoa.plans.rules.handing_over import Work, furthest
from lantoa.plans.services.handover import Entry, Kind, Outcome, preview

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import Model

    from lantoa.common.access import Actor
    from lantoa.organisations.models import Agency

FACTS = (
    "state", "due_on", "first_due_on", "done_on", "submitted_at", "submitted_by_id", "decided_at",
    "decided_by_id", "return_reason", "reopened_until",
)  # fmt: skip
"""What a merged row takes from the one that was furthest."""


def carry_over(*, handover: Handover, by: Actor) -> dict[str, int]:
    """Do what the preview shows, in the caller's transaction; the number of each outcome.

    Every line must name an agency by now (`reorganising.confirm` opens the new ones). Rows are
    locked before they are looked at, so that nothing sent meanwhile is lost.
    """
    lines = list(handover.lines.select_related("predecessor", "successor"))
    agencies = {a.pk: a for line in lines for a in (line.predecessor, line.successor) if a}
    list(Occurrence.objects.select_for_update().filter(agency_id__in=agencies).values_list("pk"))
    entries = preview(handover).entries
    work = _Work(handover, agencies, by)
    work.keep_items(entries)
    of = defaultdict(list)
    for entry in entries:
        of[entry.kind].append(entry)
    work.occurrences(of[Kind.OCCURRENCE])
    work.assignments(of[Kind.ASSIGNMENT])
    work.people(of[Kind.PERSON])
    work.plans(of[Kind.PLAN])
    counts: dict[str, int] = {}
    for entry in entries:
        counts[entry.outcome] = counts.get(entry.outcome, 0) + 1
    return counts


class _Work:
    def __init__(self, handover: Handover, agencies: dict[int, Agency], by: Actor) -> None:
        self.handover, self.agencies, self.by = handover, agencies, by
        self.on, self.now = handover.effective_on, timezone.now()

    def keep_items(self, entries: list[Entry]) -> None:
        """The record of what becomes of each thing, with the facts of rows that change."""
        keys = [entry.about for entry in entries if entry.kind == Kind.OCCURRENCE]
        facts = {row["pk"]: row for row in Occurrence.objects.filter(pk__in=keys).values(
            "pk", "agency_id", *FACTS)}  # fmt: skip
        HandoverItem.objects.bulk_create(
            [
                HandoverItem(
                    handover=self.handover,
                    kind=entry.kind,
                    outcome=entry.outcome,
                    predecessor_id=entry.old,
                    successor_id=_key(entry.target),
                    about_id=entry.about,
                    into_id=entry.into,
                    label=entry.label,
                    before=_plain(facts[entry.about]) if entry.kind == Kind.OCCURRENCE else {},
                )
                for entry in entries
            ],
            batch_size=500,
        )

    def occurrences(self, entries: list[Entry]) -> None:
        moved: dict[tuple[int, int], list[int]] = defaultdict(list)
        merged: dict[int, list[int]] = defaultdict(list)
        for entry in entries:
            target = _key(entry.target)
            if entry.outcome == Outcome.MOVED and target:
                moved[entry.old, target].append(entry.about)
            elif entry.outcome == Outcome.MERGED and entry.into:
                merged[entry.into].append(entry.about)
        rows = Occurrence.objects.in_bulk([entry.about for entry in entries])
        for (old, new), keys in moved.items():
            Occurrence.objects.filter(pk__in=keys).update(agency_id=new, inherited_from_id=old)
        self._say_moved(moved, rows)
        for into, keys in merged.items():
            self._merge(into, [rows[key] for key in keys])
        self._end([(e, rows[e.about]) for e in entries if e.outcome == Outcome.ENDED])

    def _say_moved(
        self, moved: dict[tuple[int, int], list[int]], rows: dict[int, Occurrence]
    ) -> None:
        said: list[tuple[Model, Mapping[str, Any]]] = [
            (rows[key], self._data(old, new)) for (old, new), keys in moved.items() for key in keys
        ]
        audit.record_many("handover.moved", by=self.by, about=said)

    def _data(self, old: int, new: int) -> dict[str, str]:
        words = f"Từ {self.agencies[old].name} sang {self.agencies[new].name}."
        return {"reason": words, "handover": str(self.handover.pk)}

    def _merge(self, into: int, rows: list[Occurrence]) -> None:
        """Evidence and waiting requests go to the row that stays; the others end as history."""
        kept = Occurrence.objects.get(pk=into)
        _take_facts(kept, rows)
        if kept.inherited_from_id is None:
            kept.inherited_from_id = rows[0].agency_id
        days = [row.begun_on for row in (kept, *rows) if row.begun_on]
        kept.begun_on = min(days) if days else None
        kept.save()
        for row in rows:
            Evidence.objects.filter(occurrence=row).update(occurrence=kept)
            for model in (Extension, Excuse):
                _pass_request(model, row, kept)
            audit.record(
                "handover.took_in",
                by=self.by,
                about=kept,
                data=self._data(row.agency_id, kept.agency_id),
            )
            why = f"Đã gộp vào việc của {self.agencies[kept.agency_id].name} cùng kỳ."
            self._excuse(row, why, "handover.merged")

    def _end(self, pairs: list[tuple[Entry, Occurrence]]) -> None:
        """What was sent can still be decided; what was due before the day stays on record."""
        for entry, row in pairs:
            if row.state == Occurrence.State.SUBMITTED:
                continue
            if entry.into is not None:
                name = self.agencies[_key(entry.target) or 0].name
                self._excuse(row, f"{name} đã hoàn thành việc này cùng kỳ.", "handover.ended")
            elif row.due_on is None or row.due_on >= self.on:
                day = f"{self.on:%d/%m/%Y}"
                self._excuse(row, f"Cơ quan kết thúc hoạt động từ ngày {day}.", "handover.ended")

    def _excuse(self, row: Occurrence, why: str, verb: str) -> None:
        row.state, row.return_reason = Occurrence.State.OPEN, ""
        row.submitted_at = row.submitted_by = row.decided_at = row.decided_by = None
        row.done_on, row.excused_at = None, self.now
        row.save()
        Excuse.objects.create(
            occurrence=row, reason=why, state=Excuse.State.GRANTED, asked_by=self.by.user,
            asked_at=self.now, decided_by=self.by.user, decided_at=self.now,
            answer=self.handover.name,
        )  # fmt: skip
        audit.record(verb, by=self.by, about=row, data={"reason": why})

    def assignments(self, entries: list[Entry]) -> None:
        rows = Assignment.objects.in_bulk([entry.about for entry in entries])
        made = []
        for entry in entries:
            row, target = rows[entry.about], _key(entry.target)
            row.until = max(row.since, self.on - timedelta(days=1))
            if entry.outcome == Outcome.MOVED and target:
                own = {self.agencies[entry.old].name, self.agencies[entry.old].short_name}
                named = "" if row.named_as in own else row.named_as
                since = max(row.since, self.on)
                made.append(Assignment(obligation_id=row.obligation_id, agency_id=target,
                                       role=row.role, named_as=named, since=since))  # fmt: skip
        Assignment.objects.bulk_update(rows.values(), ["until"], batch_size=500)
        Assignment.objects.bulk_create(made, batch_size=500)

    def people(self, entries: list[Entry]) -> None:
        tenures = {one.pk: one for one in people.held_from(self.agencies, self.on)}
        for entry in entries:
            to = self.agencies.get(_key(entry.target) or 0)
            passing_on.pass_on(tenure=tenures[entry.about], to=to, on=self.on, by=self.by)

    def plans(self, entries: list[Entry]) -> None:
        for entry in entries:
            if target := _key(entry.target):
                plan = Plan.objects.get(pk=entry.about)
                Plan.objects.filter(pk=plan.pk).update(coordinator_id=target)
                data = self._data(entry.old, target)
                audit.record("handover.plan_moved", by=self.by, about=plan, data=data)


def _take_facts(kept: Occurrence, rows: list[Occurrence]) -> None:
    works = [
        Work(row.pk, row.obligation_id, row.period_key, row.state, row.due_on, None)
        for row in (kept, *rows)
    ]
    ahead = next(row for row in (kept, *rows) if row.pk == furthest(works).key)
    for name in FACTS:
        setattr(kept, name, getattr(ahead, name))


def _pass_request(model: type[Extension] | type[Excuse], row: Occurrence, kept: Occurrence) -> None:
    """A request that waits goes along; beside one that waits already it is taken back."""
    waiting = model.objects.filter(Q(occurrence=row), state="asked")
    if model.objects.filter(occurrence=kept, state="asked").exists():
        waiting.update(state="withdrawn", answer="Gộp với đề nghị đang chờ của cùng việc.")
    else:
        waiting.update(occurrence=kept)


def _key(target: str | None) -> int | None:
    return int(target) if target else None


def _plain(values: dict[str, object]) -> dict[str, object]:
    return {name: str(value) if value is not None else None for name, value in values.items()}
