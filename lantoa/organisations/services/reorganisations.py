"""Recording a reorganisation (ghi nhận sắp xếp): who ended, who took over, from which day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from lantoa.common import audit
from lantoa.organisations.errors import ReorganisationRecorded, ReorganisationRefused
from lantoa.organisations.models import Agency, Reorganisation, Succession
from lantoa.organisations.rules import succession as rules
from lantoa.organisations.services import agencies
from lantoa.organisations.services.agencies import AgencyData
from lantoa.organisations.services.rights import require
from lantoa.organisations.signals import reorganisation_recorded

if TYPE_CHECKING:
    from lantoa.common.access import Actor

SHOWN_PROBLEMS = 3


@dataclass(frozen=True, slots=True)
class ReorganisationData:
    code: str
    name: str
    kind: str
    effective_on: date
    legal_basis: str
    note: str = ""


@transaction.atomic
def record(
    *,
    data: ReorganisationData,
    successions: Mapping[Agency, Sequence[Agency | AgencyData]],
    by: Actor | None,
) -> Reorganisation:
    """Record the event with all its lines: predecessors end and successors exist on its day.

    A successor given as `AgencyData` is opened here. Open work stays where it is until an app
    above hears `reorganisation_recorded`.
    """
    require(by, "organisations.reorganise")
    if Reorganisation.objects.filter(code=data.code).exists():
        raise ReorganisationRecorded(reorganisation=data.code)
    locked = _lock(successions)
    lines = _open_successors(locked, successions, by)
    _refuse_broken(data, lines)
    event = Reorganisation.objects.create(
        code=data.code,
        name=data.name,
        kind=data.kind,
        effective_on=data.effective_on,
        legal_basis=data.legal_basis,
        note=data.note,
    )
    Succession.objects.bulk_create(_rows(event, lines))
    _close_predecessors(event, list(lines), by)
    counts = {"old": len(lines), "new": len({one.pk for heirs in lines.values() for one in heirs})}
    audit.record("organisations.reorganised", by=by, about=event, data=counts)
    transaction.on_commit(
        lambda: reorganisation_recorded.send(sender=Reorganisation, reorganisation=event)
    )
    return event


def _lock(successions: Mapping[Agency, Sequence[Agency | AgencyData]]) -> dict[int, Agency]:
    keys = {agency.pk for agency in successions}
    keys |= {one.pk for heirs in successions.values() for one in heirs if isinstance(one, Agency)}
    return Agency.objects.select_for_update().order_by("pk").in_bulk(keys)


def _open_successors(
    locked: dict[int, Agency],
    successions: Mapping[Agency, Sequence[Agency | AgencyData]],
    by: Actor | None,
) -> dict[Agency, list[Agency]]:
    opened: dict[str, Agency] = {}

    def existing(heir: Agency | AgencyData) -> Agency:
        if isinstance(heir, Agency):
            return locked[heir.pk]
        if heir.code not in opened:
            opened[heir.code] = agencies.create(data=heir, by=by)
        return opened[heir.code]

    return {
        locked[old.pk]: [existing(heir) for heir in heirs] for old, heirs in successions.items()
    }


def _refuse_broken(data: ReorganisationData, lines: Mapping[Agency, Sequence[Agency]]) -> None:
    found = rules.problems(
        rules.ReorganisationKind(data.kind),
        data.effective_on,
        {_party(old): [_party(heir) for heir in heirs] for old, heirs in lines.items()},
    )
    if found:
        said = [problem.message for problem in found[:SHOWN_PROBLEMS]]
        if len(found) > SHOWN_PROBLEMS:
            said.append(f"Và {len(found) - SHOWN_PROBLEMS} lỗi khác.")
        raise ReorganisationRefused(" ".join(said), problems=found)


def _party(agency: Agency) -> rules.Party:
    return rules.Party(agency.pk, agency.name, agency.valid_from, agency.valid_to)


def _rows(event: Reorganisation, lines: Mapping[Agency, Sequence[Agency]]) -> list[Succession]:
    nobody: Sequence[Agency | None] = [None]
    return [
        Succession(reorganisation=event, predecessor=old, successor=heir)
        for old, heirs in lines.items()
        for heir in (heirs or nobody)
    ]


def _close_predecessors(
    event: Reorganisation, predecessors: list[Agency], by: Actor | None
) -> None:
    for agency in predecessors:
        agency.valid_to = event.effective_on
    Agency.objects.bulk_update(predecessors, ["valid_to"])
    closed = {"on": event.effective_on, "reorganisation": event.code}
    audit.record_many(
        "organisations.closed", by=by, about=[(agency, closed) for agency in predecessors]
    )
