"""Sub-plans filed before the program knew of them (kế hoạch đã có): brought in in one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from lantoa.common import access, audit
from lantoa.subplans.models import SubPlan, SubPlanCall, SubPlanRow, SubPlanVersion
from lantoa.subplans.services import contents
from lantoa.subplans.services.rows import STEP

if TYPE_CHECKING:
    from django.db.models import Model

    from lantoa.common.access import Actor
    from lantoa.plans.services.past_results import KeptFile

DECIDED = frozenset({"accepted", "returned"})
SENT = DECIDED | {"sent", "appraising"}


@dataclass(frozen=True, slots=True)
class PastRow:
    """One row and the keys of the duties that it answers."""

    values: Mapping[str, Any]
    answers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PastSubPlan:
    """How an agency's plan stands; `earlier`: reasons for which a first sending was returned."""

    agency_id: int
    state: str
    rows: Sequence[PastRow]
    title: str
    symbol: str = ""
    issued_on: date | None = None
    signer: str = ""
    file: KeptFile | None = None
    sent_at: datetime | None = None
    decided_at: datetime | None = None
    sender: Any = None
    reasons: Mapping[str, str] = field(default_factory=dict)
    earlier: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def bring_in(
    *, call: SubPlanCall, plans: Sequence[PastSubPlan], by: Actor, illustrative: bool
) -> int:
    """Fill rows that are still awaited; the log says that they were brought in, and by whom."""
    access.require(by, "subplans.call")
    wanted = {one.agency_id: one for one in plans}
    awaited = call.sub_plans.filter(state=SubPlan.State.AWAITED).select_related("agency")
    found = [row for row in awaited if row.agency_id in wanted]
    for row in found:
        _fill(row, wanted[row.agency_id], illustrative)
    names = [
        "state", "title", "symbol", "issued_on", "signer", "file", "file_name", "media_type",
        "sha256", "version", "sent_at", "sent_by", "decided_at", "is_illustrative",
    ]  # fmt: skip
    SubPlan.objects.bulk_update(found, names, batch_size=200)
    pairs = [(row, wanted[row.agency_id]) for row in found]
    made = _write_rows(pairs)
    _write_versions([(row, past) for row, past in pairs if past.state in SENT], made, by)
    about: list[tuple[Model, Mapping[str, Any]]] = [(row, {"state": row.state}) for row in found]
    audit.record_many("subplans.brought_in", by=by, about=about)
    return len(found)


def _fill(row: SubPlan, past: PastSubPlan, illustrative: bool) -> None:
    row.state, row.title, row.symbol = past.state, past.title, past.symbol
    row.issued_on, row.signer, row.is_illustrative = past.issued_on, past.signer, illustrative
    if past.file is not None:
        row.file.name = past.file.path
        row.file_name, row.media_type = past.file.name, past.file.media_type
        row.sha256 = past.file.sha256
    if past.state in SENT:
        row.version = 2 if past.earlier else 1
        row.sent_at, row.sent_by = past.sent_at, past.sender
    if past.state in DECIDED:
        row.decided_at = past.decided_at


def _write_rows(pairs: list[tuple[SubPlan, PastSubPlan]]) -> dict[int, list[SubPlanRow]]:
    made: dict[int, list[SubPlanRow]] = {}
    answers: list[tuple[SubPlanRow, int]] = []
    for sub_plan, past in pairs:
        made[sub_plan.pk] = []
        for at, one in enumerate(past.rows, start=1):
            row = SubPlanRow(sub_plan=sub_plan, position=at * STEP, **one.values)
            made[sub_plan.pk].append(row)
            answers += [(row, duty) for duty in one.answers]
    everything = [row for rows in made.values() for row in rows]
    SubPlanRow.objects.bulk_create(everything, batch_size=500)
    link = SubPlanRow.answers.through
    link.objects.bulk_create(
        [link(subplanrow_id=row.pk, obligation_id=duty) for row, duty in answers], batch_size=400
    )
    return made


def _write_versions(
    pairs: list[tuple[SubPlan, PastSubPlan]], made: Mapping[int, list[SubPlanRow]], by: Actor
) -> None:
    """What was sent, as it stands; of a second sending the first lacked its last row."""
    whole = SubPlanRow.objects.filter(sub_plan__in=list(made)).prefetch_related("answers")
    by_plan: dict[int, list[SubPlanRow]] = {}
    for row in whole.order_by("position", "pk"):
        by_plan.setdefault(row.sub_plan_id, []).append(row)
    versions = []
    for sub_plan, past in pairs:
        rows = by_plan.get(sub_plan.pk, [])
        sent: dict[str, Any] = {
            "sub_plan": sub_plan, "sent_at": sub_plan.sent_at, "sent_by": sub_plan.sent_by,
            "file": sub_plan.file.name,
        }  # fmt: skip
        judged = {"decided_at": past.decided_at or past.sent_at, "decided_by": by.user}
        if past.earlier:
            content = contents.snapshot(sub_plan, rows[:-1])
            first = {**sent, **judged, "number": 1, "content": content, "verdict": "returned"}
            versions.append(SubPlanVersion(**first, reasons=dict(past.earlier)))
        last = {**sent, "number": sub_plan.version, "content": contents.snapshot(sub_plan, rows)}
        if past.state in DECIDED:
            last |= {**judged, "verdict": past.state, "reasons": dict(past.reasons)}
        versions.append(SubPlanVersion(**last))
    SubPlanVersion.objects.bulk_create(versions, batch_size=200)
