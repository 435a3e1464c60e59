"""Confirming a draft (xác nhận kế hoạch): rows become duties, agencies are assigned, periods open.

Nothing binds before this, and all of it happens in one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from lantoa.common import access, audit
from lantoa.plans.errors import (
    IssueDateMissing,
    LeadUnknown,
    NothingAccepted,
    PlanAlreadyConfirmed,
    PlanChangedMeanwhile,
    PlanNotDraft,
    RowsStillPending,
)
from lantoa.plans.models import Assignment, DraftItem, Obligation, Occurrence, Plan
from lantoa.plans.rules.due_rule import DueRule
from lantoa.plans.rules.schedule import ExpectedPeriod, expected_periods
from lantoa.plans.selectors import changes
from lantoa.plans.services.parties import Resolver

if TYPE_CHECKING:
    from lantoa.common.access import Actor

ACTING = ("lead", "requested")
"""Roles whose agencies must do the duty; the others take part."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    obligations: int
    assignments: int
    occurrences: int


@transaction.atomic
def describe(
    *, plan: Plan, title: str, symbol: str, issued_on: date | None, year: int, by: Actor
) -> Plan:
    """Set what the signed document says of itself, where its pages contradict each other."""
    access.require(by, "plans.review")
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    if locked.state != Plan.State.DRAFT:
        raise PlanNotDraft()
    locked.title, locked.symbol, locked.issued_on, locked.year = title, symbol, issued_on, year
    locked.save(update_fields=["title", "symbol", "issued_on", "year"])
    data = {"title": title, "symbol": symbol, "issued_on": issued_on, "year": year}
    audit.record("plans.described", by=by, about=locked, data=data)
    return locked


@transaction.atomic
def confirm(*, plan: Plan, seen: int, by: Actor) -> Confirmed:
    """Make the accepted rows binding.

    `seen` is the change mark of the page the person decided on (`changes.mark`): when somebody
    else changed the draft after it, nothing is confirmed and the changes are shown.
    """
    access.require(by, "plans.review")
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    _refuse_if_not_ready(locked, seen, by)
    resolver = Resolver(plan=locked)
    rows = list(locked.draft_items.filter(state=DraftItem.State.ACCEPTED))
    unknown = [row.code for row in rows if not _acting(resolver, row)]
    if unknown:
        raise LeadUnknown(codes=", ".join(unknown[:12]) + (" …" if len(unknown) > 12 else ""))
    made = _make(locked, rows, resolver)
    locked.state = Plan.State.ACTIVE
    locked.confirmed_at, locked.confirmed_by = timezone.now(), by.user
    locked.save(update_fields=["state", "confirmed_at", "confirmed_by"])
    counts = {"obligations": made.obligations, "occurrences": made.occurrences}
    audit.record("plans.confirmed", by=by, about=locked, data=counts)
    return made


def _refuse_if_not_ready(plan: Plan, seen: int, by: Actor) -> None:
    if plan.state == Plan.State.ACTIVE and plan.confirmed_at:
        when = timezone.localtime(plan.confirmed_at).strftime("%H:%M %d/%m/%Y")
        raise PlanAlreadyConfirmed(who=str(plan.confirmed_by), when=when, plan_id=plan.pk)
    if plan.state != Plan.State.DRAFT:
        raise PlanNotDraft()
    if plan.issued_on is None:
        raise IssueDateMissing()
    others = changes.since(plan, seen, except_user=by.user_id)
    if others:
        raise PlanChangedMeanwhile(who=others[0].user_name, plan_id=plan.pk)
    pending = plan.draft_items.filter(state=DraftItem.State.PENDING).count()
    if pending:
        raise RowsStillPending(count=pending)
    if not plan.draft_items.filter(state=DraftItem.State.ACCEPTED).exists():
        raise NothingAccepted()


def _make(plan: Plan, rows: list[DraftItem], resolver: Resolver) -> Confirmed:
    obligations = Obligation.objects.bulk_create(
        [_obligation(plan, row) for row in rows], batch_size=200
    )
    assignments: list[Assignment] = []
    occurrences: list[Occurrence] = []
    for row, obligation in zip(rows, obligations, strict=True):
        assignments += _assignments(obligation, row, resolver)
        occurrences += _occurrences(obligation, row, resolver)
    Assignment.objects.bulk_create(assignments, batch_size=500)
    Occurrence.objects.bulk_create(occurrences, batch_size=500)
    return Confirmed(len(obligations), len(assignments), len(occurrences))


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


def _acting(resolver: Resolver, row: DraftItem) -> set[int]:
    return {
        agency_id
        for party in row.parties
        if party["role"] in ACTING
        for agency_id in resolver.agencies(party)
    }


def _assignments(
    obligation: Obligation, row: DraftItem, resolver: Resolver
) -> Iterable[Assignment]:
    taken: set[tuple[int, str]] = set()
    for party in row.parties:
        for agency_id in resolver.agencies(party):
            if (agency_id, party["role"]) in taken:
                continue
            taken.add((agency_id, party["role"]))
            yield Assignment(
                obligation=obligation,
                agency_id=agency_id,
                role=party["role"],
                named_as=party["name"][:400],
                since=resolver.on,
            )


def _occurrences(
    obligation: Obligation, row: DraftItem, resolver: Resolver
) -> Iterable[Occurrence]:
    plan = obligation.plan
    assert plan.issued_on is not None  # refused before
    due = DueRule.from_json(row.due)
    expected = expected_periods(due, year=plan.year, effective_from=plan.issued_on)
    for agency_id in sorted(_acting(resolver, row)):
        yield from (_occurrence(obligation, agency_id, period) for period in expected)


def _occurrence(obligation: Obligation, agency_id: int, period: ExpectedPeriod) -> Occurrence:
    return Occurrence(
        obligation=obligation,
        agency_id=agency_id,
        period_key=period.key,
        period_label=period.label,
        starts_on=period.starts_on,
        due_on=period.due_on,
    )
