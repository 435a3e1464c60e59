"""Appraising sub-plans (thẩm định): take up, accept, return by part; never one's own agency's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from lantoa.common import access, audit
from lantoa.plans.errors import ReasonMissing
from lantoa.plans.services import evidence
from lantoa.subplans.errors import AlreadyOpened, NotDecided, NotSent, OwnSubPlan, ReasonsMissing
from lantoa.subplans.models import SubPlan, SubPlanVersion
from lantoa.subplans.rules.parts import PARTS

if TYPE_CHECKING:
    from lantoa.common.access import Actor

WAITING = frozenset({SubPlan.State.SENT, SubPlan.State.APPRAISING})
WHOLE = "whole"
"""A reason that speaks of no single part."""


@transaction.atomic
def take_up(*, sub_plan: SubPlan, by: Actor) -> SubPlan:
    """Begin the appraisal: from now on the agency cannot take the plan back."""
    locked = _lock(sub_plan, by)
    if locked.state != SubPlan.State.SENT:
        raise NotSent()
    locked.state, locked.taken_up_by = SubPlan.State.APPRAISING, by.user
    locked.save(update_fields=["state", "taken_up_by", "changed_at"])
    audit.record("subplans.taken_up", by=by, about=locked, data={"version": locked.version})
    return locked


@transaction.atomic
def accept(*, sub_plan: SubPlan, by: Actor) -> SubPlan:
    """Accept the plan as sent; the duty that ordered it is fulfilled with it."""
    locked = _decide(sub_plan, SubPlan.State.ACCEPTED, {}, by)
    row = locked.occurrence
    if row is not None:
        if row.state == "returned":
            row = evidence.reconsider(occurrence=row, by=by)
        if row.state == "submitted":
            evidence.accept(occurrence=row, by=by)
    audit.record("subplans.accepted", by=by, about=locked, data={"version": locked.version})
    return locked


@transaction.atomic
def send_back(*, sub_plan: SubPlan, reasons: Mapping[str, str], by: Actor) -> SubPlan:
    """Return the plan with reasons by part; the agency mends it and sends it again."""
    said = {
        part: reasons[part].strip()[:1000]
        for part in (*PARTS, WHOLE)
        if reasons.get(part, "").strip()
    }
    if not said:
        raise ReasonsMissing()
    locked = _decide(sub_plan, SubPlan.State.RETURNED, said, by)
    sentence = in_one(said)
    row = locked.occurrence
    if row is not None:
        if row.state == "accepted":
            row = evidence.reconsider(occurrence=row, by=by, reason=sentence)
        if row.state == "submitted":
            evidence.send_back(occurrence=row, reason=sentence, by=by)
    data = {"version": locked.version, "reasons": said}
    audit.record("subplans.returned", by=by, about=locked, data=data)
    return locked


@transaction.atomic
def reconsider(*, sub_plan: SubPlan, reason: str, by: Actor) -> SubPlan:
    """Take a decision back, with a reason: the same version is under appraisal again."""
    if not reason.strip():
        raise ReasonMissing()
    locked = _lock(sub_plan, by)
    if locked.state not in {SubPlan.State.ACCEPTED, SubPlan.State.RETURNED}:
        raise NotDecided()
    if locked.own_plan_id is not None:
        raise AlreadyOpened()
    locked.state, locked.decided_at = SubPlan.State.APPRAISING, None
    locked.save(update_fields=["state", "decided_at", "changed_at"])
    locked.versions.filter(number=locked.version).update(
        verdict=SubPlanVersion.Verdict.PENDING, reasons={}, decided_at=None, decided_by=None
    )
    row = locked.occurrence
    if row is not None and row.state in {"accepted", "returned"}:
        evidence.reconsider(occurrence=row, by=by, reason=reason)
    audit.record("subplans.reconsidered", by=by, about=locked, data={"reason": reason.strip()})
    return locked


def in_one(reasons: Mapping[str, str]) -> str:
    """Reasons by part as one text, for the duty's own page."""
    labels = {**{part: words.capitalize() for part, words in PARTS.items()}, WHOLE: "Chung"}
    return "\n".join(f"{labels[part]}: {said}" for part, said in reasons.items())


def _decide(sub_plan: SubPlan, state: str, reasons: dict[str, str], by: Actor) -> SubPlan:
    locked = _lock(sub_plan, by)
    if locked.state not in WAITING:
        raise NotSent()
    now = timezone.now()
    locked.state, locked.decided_at = state, now
    locked.save(update_fields=["state", "decided_at", "changed_at"])
    locked.versions.filter(number=locked.version).update(
        verdict=state, reasons=reasons, decided_at=now, decided_by=by.user
    )
    return locked


def _lock(sub_plan: SubPlan, by: Actor) -> SubPlan:
    """The row, locked; nobody appraises the plan of the own agency, nor what they sent."""
    access.require(by, "subplans.appraise")
    locked = SubPlan.objects.select_for_update(of=("self",)).select_related("occurrence")
    found = locked.get(pk=sub_plan.pk)
    if found.agency_id == by.agency_id or found.sent_by_id == by.user_id:
        raise OwnSubPlan()
    return found
