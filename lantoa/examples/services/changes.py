"""Invented changes of the example's year (thay đổi minh họa): extensions, an emergent task, an
amendment, each through the service that an official would use."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from lantoa.common.access import Actor
from lantoa.examples.services import data_files
from lantoa.examples.services.organisations import NINH_HOA_2023, DataFileWrong
from lantoa.organisations.selectors import agencies, people
from lantoa.organisations.selectors.actors import actor_for
from lantoa.plans.selectors import board
from lantoa.plans.services import amending, amendments, extensions
from lantoa.plans.services.amendments import Directive, NewDuty
from lantoa.plans.services.asking import Past

if TYPE_CHECKING:
    from lantoa.plans.models import Occurrence, Plan

FILE = "changes.json"
OFFICE_HOUR = time(9)


def load_changes(*, plan: Plan, by: Actor, folder: Path = NINH_HOA_2023) -> int:
    """What the folder's file says, before any result is sent; labelled as illustrative."""
    content = data_files.content(folder / FILE)
    for entry in content["extensions"]:
        _extend(plan, entry, by)
    _amend(plan, content["amendment"], by)
    _emergent(plan, content["emergent"], by)
    return len(content["extensions"]) + 2


def _extend(plan: Plan, entry: Mapping[str, Any], by: Actor) -> None:
    """The agency's own demo officer asks, the coordinator grants."""
    row = _row(plan, entry)
    asked = extensions.ask(
        occurrence=row,
        until=date.fromisoformat(entry["until"]),
        reason=entry["reason"],
        by=_officer(entry["agency"]),
        past=_past(entry["asked"]),
    )
    extensions.grant(extension=asked, said=entry["said"], by=by, past=_past(entry["granted"]))


def _amend(plan: Plan, entry: Mapping[str, Any], by: Actor) -> None:
    drawn = amendments.draw_up(
        plan=plan, kind="amending", directive=_directive(entry), by=by, illustrative=True
    )
    for move in entry["move"]:
        duty = plan.obligations.get(code=move["code"])
        amendments.move_duty(
            amendment=drawn,
            obligation=duty,
            due_on=date.fromisoformat(move["due_on"]),
            reason=move["reason"],
            by=by,
        )
    for added in entry["add"]:
        amendments.add_duty(amendment=drawn, duty=_duty(added), by=by)
    amending.publish(amendment=drawn, by=by, past=_past(entry["issued_on"]))


def _emergent(plan: Plan, entry: Mapping[str, Any], by: Actor) -> None:
    amending.emergent(
        plan=plan,
        directive=_directive(entry),
        duty=_duty(entry),
        by=by,
        past=_past(entry["issued_on"]),
    )


def _directive(entry: Mapping[str, Any]) -> Directive:
    return Directive(entry["symbol"], date.fromisoformat(entry["issued_on"]), entry["about"])


def _duty(entry: Mapping[str, Any]) -> NewDuty:
    found = [agencies.by_code(code) for code in entry["agencies"]]
    if None in found:
        raise DataFileWrong(file=FILE, entry="agencies")
    return NewDuty(
        entry["text"],
        [agency.pk for agency in found if agency],
        date.fromisoformat(entry["due_on"]),
    )


def _row(plan: Plan, entry: Mapping[str, Any]) -> Occurrence:
    rows = board.rows_of(plan, today=timezone.localdate()).filter(
        agency__code=entry["agency"], obligation__code=entry["code"]
    )
    if "period" in entry:
        rows = rows.filter(period_key=entry["period"])
    row = rows.first()
    if row is None:
        raise DataFileWrong(file=FILE, entry=entry["code"])
    return row


def _officer(code: str) -> Actor:
    today = timezone.localdate()
    for user, post in people.demo_posts(today, roles=["officer"]):
        if post.agency.code == code and (actor := actor_for(user, today)) is not None:
            return actor
    raise DataFileWrong(file=FILE, entry=code)


def _past(day: str) -> Past:
    moment = datetime.combine(date.fromisoformat(day), OFFICE_HOUR)
    return Past(timezone.make_aware(moment), illustrative=True)
