"""Preparing a reorganisation (chuẩn bị sắp xếp) and confirming it with all its work in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from lantoa.common import access, audit
from lantoa.common.rules.vietnamese import nfc, search_key
from lantoa.organisations.selectors import agencies as register
from lantoa.organisations.selectors import reorganisations as events
from lantoa.organisations.services import reorganisations
from lantoa.organisations.services.agencies import AgencyData
from lantoa.organisations.services.reorganisations import ReorganisationData
from lantoa.plans.errors_handover import (
    HandoverAlreadyConfirmed,
    HandoverChangedMeanwhile,
    HandoverEmpty,
    HandoverIncomplete,
    HandoverNotDraft,
    HandoverTooEarly,
)
from lantoa.plans.models import Handover, HandoverChoice, HandoverLine
from lantoa.plans.selectors import handovers
from lantoa.plans.services.carrying_over import carry_over

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.organisations.models import Agency, Reorganisation

RIGHT = "organisations.reorganise"


@dataclass(frozen=True, slots=True)
class HandoverData:
    name: str
    kind: str
    effective_on: date
    legal_basis: str


@transaction.atomic
def prepare(*, data: HandoverData, by: Actor) -> Handover:
    """Begin a draft; nobody's work changes before it is confirmed."""
    access.require(by, RIGHT)
    name, basis = nfc(data.name).strip(), nfc(data.legal_basis).strip()
    if not name or not basis:
        raise HandoverIncomplete()
    made = Handover.objects.create(
        name=name[:300], kind=Handover.Kind(data.kind), effective_on=data.effective_on,
        legal_basis=basis[:300], created_by=by.user,
    )  # fmt: skip
    audit.record("handover.prepared", by=by, about=made)
    return made


@transaction.atomic
def prepare_recorded(*, event: Reorganisation, by: Actor) -> Handover:
    """A draft for an event recorded before whose open work nobody has taken over yet."""
    access.require(by, RIGHT)
    known = handovers.of_event(event)
    if known is not None:
        return known
    made = Handover.objects.create(
        name=event.name, kind=event.kind, effective_on=event.effective_on,
        legal_basis=event.legal_basis, reorganisation=event, created_by=by.user,
    )  # fmt: skip
    lines = [(old, heir) for row in events.rows(event) for old in row.old
             for heir in (row.new or (None,))]  # fmt: skip
    HandoverLine.objects.bulk_create(
        [
            HandoverLine(handover=made, position=number, predecessor=old, successor=heir)
            for number, (old, heir) in enumerate(lines)
        ]
    )
    audit.record("handover.prepared", by=by, about=made, data={"lines": len(lines)})
    return made


@transaction.atomic
def add_lines(
    *,
    handover: Handover,
    predecessors: Sequence[Agency],
    successors: Sequence[Agency],
    new_names: Sequence[str],
    by: Actor,
) -> Handover:
    """Each of these old agencies is taken over by each of these new ones; none: it ends."""
    locked = _open(handover, by)
    if locked.reorganisation_id is not None:
        raise HandoverNotDraft("Đợt sắp xếp đã ghi nhận nên không đổi được cơ quan.")
    if not predecessors:
        raise HandoverEmpty()
    names = list(dict.fromkeys(nfc(name).strip()[:255] for name in new_names if name.strip()))
    heirs: list[tuple[Agency | None, str]] = [(heir, "") for heir in successors]
    heirs += [(None, name) for name in names]
    position = locked.lines.count()
    for old in predecessors:
        locked.lines.filter(predecessor=old).delete()
        for heir, name in heirs or [(None, "")]:
            position += 1
            HandoverLine.objects.create(
                handover=locked, position=position, predecessor=old, successor=heir, new_name=name
            )
    data = {
        "old": [old.name for old in predecessors],
        "new": [h.name if h else n for h, n in heirs],
    }
    return _touch(locked, "handover.lines_set", by, data)


@transaction.atomic
def remove_agency(*, handover: Handover, predecessor_id: int, by: Actor) -> Handover:
    """Take an old agency out of the draft."""
    locked = _open(handover, by)
    if locked.reorganisation_id is not None:
        raise HandoverNotDraft("Đợt sắp xếp đã ghi nhận nên không đổi được cơ quan.")
    locked.lines.filter(predecessor_id=predecessor_id).delete()
    return _touch(locked, "handover.agency_removed", by, {"agency": predecessor_id})


@transaction.atomic
def choose(*, handover: Handover, choices: Sequence[tuple[int, int]], by: Actor) -> Handover:
    """(duty, line): which successor of the line's old agency takes it over."""
    locked = _open(handover, by)
    lines = {line.pk: line for line in locked.lines.all()}
    for duty, key in choices:
        line = lines.get(key)
        if line is None:
            continue
        HandoverChoice.objects.filter(
            line__handover=locked, line__predecessor_id=line.predecessor_id, obligation_id=duty
        ).delete()
        HandoverChoice.objects.create(line=line, obligation_id=duty)
    return _touch(locked, "handover.chosen", by, {"duties": len(choices)})


@transaction.atomic
def drop(*, handover: Handover, by: Actor) -> Handover:
    """Put the draft away; it can be taken up again."""
    locked = _open(handover, by)
    locked.state = Handover.State.DROPPED
    locked.save(update_fields=["state"])
    return _touch(locked, "handover.dropped", by)


@transaction.atomic
def take_up(*, handover: Handover, by: Actor) -> Handover:
    """Undo a drop."""
    access.require(by, RIGHT)
    locked = Handover.objects.select_for_update().get(pk=handover.pk)
    if locked.state != Handover.State.DROPPED:
        raise HandoverNotDraft()
    locked.state = Handover.State.DRAFT
    locked.save(update_fields=["state"])
    return _touch(locked, "handover.taken_up", by)


@transaction.atomic
def confirm(*, handover: Handover, seen: int, by: Actor) -> dict[str, int]:
    """Record the event and carry all its open work over: all of it or nothing.

    `seen` is the version the person decided on; a draft that somebody changed since is refused,
    so is one that was confirmed, or whose day has not come.
    """
    locked = _open(handover, by)
    if locked.version != seen:
        raise HandoverChangedMeanwhile()
    if not locked.lines.exists():
        raise HandoverEmpty()
    if locked.effective_on > timezone.localdate():
        raise HandoverTooEarly(day=f"{locked.effective_on:%d/%m/%Y}")
    if locked.reorganisation_id is None:
        locked.reorganisation = _record(locked, by)
        _name_successors(locked)
    counts = carry_over(handover=locked, by=by)
    locked.state = Handover.State.CONFIRMED
    locked.confirmed_by, locked.confirmed_at = by.user, timezone.now()
    locked.save()
    audit.record("handover.confirmed", by=by, about=locked, data=counts)
    return counts


def _record(handover: Handover, by: Actor) -> Reorganisation:
    successions: dict[Agency, list[Agency | AgencyData]] = {}
    for line in handovers.lines_of(handover):
        heirs = successions.setdefault(line.predecessor, [])
        if line.successor is not None:
            heirs.append(line.successor)
        elif line.new_name:
            heirs.append(_new_agency(handover, line))
    data = ReorganisationData(
        code=_code(handover), name=handover.name, kind=handover.kind,
        effective_on=handover.effective_on, legal_basis=handover.legal_basis,
    )  # fmt: skip
    return reorganisations.record(data=data, successions=successions, by=by)


def _new_agency(handover: Handover, line: HandoverLine) -> AgencyData:
    """Of the kind, level and superior of the (first) agency it replaces."""
    old = line.predecessor
    return AgencyData(
        code=_agency_code(handover, line.new_name), name=line.new_name, kind=old.kind,
        level=old.level, valid_from=handover.effective_on, parent=old.parent, area=old.area,
    )  # fmt: skip


def _name_successors(handover: Handover) -> None:
    """New names become the agencies that recording the event has opened."""
    for line in handover.lines.exclude(new_name=""):
        line.successor = register.by_code(_agency_code(handover, line.new_name))
        line.new_name = ""
        line.save(update_fields=["successor", "new_name"])


def _code(handover: Handover) -> str:
    return f"{handover.effective_on.year}-ban-giao-{handover.pk}"


def _agency_code(handover: Handover, name: str) -> str:
    return f"bg{handover.pk}-{'-'.join(search_key(name).split())}"[:80]


def _open(handover: Handover, by: Actor) -> Handover:
    access.require(by, RIGHT)
    locked = Handover.objects.select_for_update(of=("self",)).get(pk=handover.pk)
    if locked.state == Handover.State.CONFIRMED and locked.confirmed_at:
        when = timezone.localtime(locked.confirmed_at).strftime("%H:%M %d/%m/%Y")
        raise HandoverAlreadyConfirmed(who=str(locked.confirmed_by), when=when)
    if locked.state != Handover.State.DRAFT:
        raise HandoverNotDraft()
    return locked


def _touch(
    handover: Handover, verb: str, by: Actor, data: Mapping[str, object] | None = None
) -> Handover:
    handover.version += 1
    handover.save(update_fields=["version"])
    audit.record(verb, by=by, about=handover, data=data)
    return handover
