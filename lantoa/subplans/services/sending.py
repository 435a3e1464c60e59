"""Sending a sub-plan (gửi kế hoạch): a version is kept, the ordering duty has evidence."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from lantoa.common import access, audit
from lantoa.common.errors import NotAllowed
from lantoa.plans.errors import EvidenceTwice
from lantoa.plans.services import evidence
from lantoa.subplans.errors import NotSent, PaperMissing, PartsMissing, RowsProposed
from lantoa.subplans.models import SubPlan, SubPlanRow, SubPlanVersion
from lantoa.subplans.services import papers
from lantoa.subplans.services.contents import check, kept_rows, snapshot
from lantoa.subplans.services.rows import lock_own

if TYPE_CHECKING:
    from lantoa.common.access import Actor

OPEN = frozenset({"open", "returned"})
PAPER = (
    ("symbol", "số, ký hiệu"),
    ("issued_on", "ngày ban hành"),
    ("signer", "người ký"),
    ("file", "tệp"),
)


@transaction.atomic
def send(*, sub_plan: SubPlan, by: Actor) -> SubPlanVersion:
    """Send for appraisal: refused while one of the five parts is missing from the whole plan, or
    the issued document's number, day, signer or file. Sent, it is evidence of the duty."""
    locked = lock_own(sub_plan, by)
    content = snapshot(locked, kept_rows(locked))
    _refuse_incomplete(locked, content)
    now = timezone.now()
    locked.version += 1
    locked.state, locked.sent_at, locked.sent_by = SubPlan.State.SENT, now, by.user
    locked.decided_at, locked.taken_up_by = None, None
    locked.save()
    version = SubPlanVersion.objects.create(
        sub_plan=locked, number=locked.version, content=content, file=locked.file.name,
        sent_at=now, sent_by=by.user,
    )  # fmt: skip
    _prove(locked, by)
    audit.record("subplans.sent", by=by, about=locked, data={"version": locked.version})
    return version


@transaction.atomic
def recall(*, sub_plan: SubPlan, by: Actor) -> SubPlan:
    """Take a sending back while nobody has taken it up; the version stays, marked as recalled."""
    access.require(by, "subplans.file")
    if sub_plan.agency_id != by.agency_id:
        raise NotAllowed(permission="subplans.file")
    locked = SubPlan.objects.select_for_update().get(pk=sub_plan.pk)
    if locked.state != SubPlan.State.SENT:
        raise NotSent()
    locked.versions.filter(number=locked.version).update(verdict=SubPlanVersion.Verdict.RECALLED)
    locked.state = SubPlan.State.DRAFTING
    locked.save(update_fields=["state", "changed_at"])
    if locked.occurrence is not None and locked.occurrence.state == "submitted":
        evidence.recall(occurrence=locked.occurrence, by=by)
    audit.record("subplans.recalled", by=by, about=locked, data={"version": locked.version})
    return locked


def _refuse_incomplete(sub_plan: SubPlan, content: dict[str, Any]) -> None:
    proposed = sub_plan.rows.filter(state=SubPlanRow.State.PROPOSED).count()
    if proposed:
        raise RowsProposed(count=proposed)
    found = check(content)
    if not found.complete:
        raise PartsMissing(sentences=" ".join(found.sentences), parts=found.missing)
    lacking = [words for name, words in PAPER if not getattr(sub_plan, name)]
    if lacking:
        raise PaperMissing(what=", ".join(lacking))


def _prove(sub_plan: SubPlan, by: Actor) -> None:
    """Attach the issued document to the duty's occurrence and send that, when it is still open."""
    row = sub_plan.occurrence
    if row is None or row.state not in OPEN:
        return
    assert sub_plan.issued_on is not None  # refused before
    caption = f"{sub_plan} số {sub_plan.symbol} (lần {sub_plan.version})"
    # The same document again, after a return or a recall, stands there already.
    with suppress(EvidenceTwice):
        evidence.attach(
            occurrence=row, file=papers.kept(sub_plan), caption=caption,
            happened_on=sub_plan.issued_on, by=by,
        )  # fmt: skip
    evidence.submit(occurrence=row, by=by)
