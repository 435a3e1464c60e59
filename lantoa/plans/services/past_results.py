"""Results that existed before the program did (kết quả đã có): brought in together, in one step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Model

from lantoa.common import access, audit
from lantoa.plans.errors import PlanNotInForce
from lantoa.plans.models import Evidence, Occurrence, Plan

if TYPE_CHECKING:
    from lantoa.accounts.models import User
    from lantoa.common.access import Actor

BATCH = 500


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that stands in the private storage already; many results may share it."""

    path: str
    name: str
    media_type: str
    size: int
    sha256: str

    @property
    def kind(self) -> str:
        photo = self.media_type.startswith("image/")
        return Evidence.Kind.PHOTO if photo else Evidence.Kind.FILE


@dataclass(frozen=True, slots=True)
class PastResult:
    """How one duty of one agency in one period went: sent when, decided when, with what proof."""

    occurrence_id: int
    state: str
    submitted_at: datetime
    happened_on: date
    evidence: tuple[tuple[KeptFile, str], ...]
    sender: User | None = None
    decided_at: datetime | None = None
    reason: str = ""


@transaction.atomic
def record(*, plan: Plan, results: Iterable[PastResult], by: Actor, illustrative: bool) -> int:
    """Set results on duties that are still open; what was sent or decided here stays as it is.

    The log says that they were brought in, when and by whom; the days of the results are data.
    """
    access.require(by, "plans.review")
    if plan.state != Plan.State.ACTIVE:
        raise PlanNotInForce()
    wanted = {result.occurrence_id: result for result in results}
    rows = Occurrence.objects.select_for_update().filter(
        obligation__plan=plan, state=Occurrence.State.OPEN
    )
    changed = [_set(row, wanted[row.pk], by) for row in rows if row.pk in wanted]
    fields = ["state", "done_on", "submitted_at", "submitted_by"]
    fields += ["decided_at", "decided_by", "return_reason"]
    Occurrence.objects.bulk_update(changed, fields, batch_size=BATCH)
    _attach(changed, wanted, illustrative)
    if illustrative and not plan.is_illustrative:
        plan.is_illustrative = True
        plan.save(update_fields=["is_illustrative"])
    about: list[tuple[Model, Mapping[str, Any]]] = [
        (row, {"state": row.state, "caption": _said(wanted[row.pk])}) for row in changed
    ]
    audit.record_many("evidence.recorded", by=by, about=about)
    return len(changed)


def _set(row: Occurrence, result: PastResult, by: Actor) -> Occurrence:
    row.state = result.state
    row.done_on = result.happened_on
    row.submitted_at, row.submitted_by = result.submitted_at, result.sender
    if result.decided_at is not None:
        row.decided_at, row.decided_by = result.decided_at, by.user
    row.return_reason = result.reason
    return row


def _attach(rows: list[Occurrence], wanted: Mapping[int, PastResult], illustrative: bool) -> None:
    Evidence.objects.bulk_create(
        [
            Evidence(
                occurrence=row,
                kind=file.kind,
                file=file.path,
                name=file.name,
                media_type=file.media_type,
                size=file.size,
                original_sha256=file.sha256,
                # Drawn pictures stand for many photos: alike by design, not by mistake.
                sameness="" if illustrative else file.sha256,
                caption=caption,
                happened_on=wanted[row.pk].happened_on,
                is_illustrative=illustrative,
                added_by=wanted[row.pk].sender,
            )
            for row in rows
            for file, caption in wanted[row.pk].evidence
        ],
        batch_size=BATCH,
    )


def _said(result: PastResult) -> str:
    sent = f"Gửi ngày {result.submitted_at:%d/%m/%Y}"
    if result.decided_at is None:
        return f"{sent}, chờ duyệt."
    decided = "trả lại" if result.reason else "chấp nhận"
    return f"{sent}, {decided} ngày {result.decided_at:%d/%m/%Y}."
