"""Starting rows of a sub-plan (dòng khởi đầu): from the duties above, last year or a file."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db import transaction

from lantoa.common import audit
from lantoa.common.rules.vietnamese import search_key
from lantoa.documents.selectors import documents
from lantoa.documents.services import intake
from lantoa.organisations.selectors import agencies
from lantoa.plans.rules.due_rule import DueRule
from lantoa.plans.rules.due_words import in_words
from lantoa.plans.selectors import assigned
from lantoa.subplans.errors import NoPlanInFile, NothingToCopy
from lantoa.subplans.models import SubPlan, SubPlanRow
from lantoa.subplans.rules.from_document import ReadPlan, read_plan
from lantoa.subplans.rules.likeness import likely
from lantoa.subplans.rules.yearly import moved
from lantoa.subplans.selectors import covering
from lantoa.subplans.services import papers
from lantoa.subplans.services.rows import FIELDS, append, lock_own

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.plans.models import Obligation

Prepared = list[tuple[SubPlanRow, list[int]]]


@transaction.atomic
def copy_duties(*, sub_plan: SubPlan, natures: Collection[str], by: Actor) -> int:
    """A row for each duty of these natures that the plan above gives the agency and that no row
    answers yet; the duty that orders the sub-plan itself is left out."""
    locked = lock_own(sub_plan, by)
    answered: set[int | None] = set(
        locked.rows.exclude(state=SubPlanRow.State.REMOVED).values_list("answers", flat=True)
    )
    duties = [duty for duty in covering.answerable(locked) if duty.nature in natures]
    prepared: Prepared = [
        (_from_duty(duty, locked), [duty.pk]) for duty in duties if duty.pk not in answered
    ]
    if not prepared:
        raise NothingToCopy(why="mọi nhiệm vụ loại này đã có dòng trả lời.")
    count = append(locked, prepared)
    audit.record("subplans.duties_copied", by=by, about=locked, data={"rows": count})
    return count


@transaction.atomic
def copy_last_year(*, sub_plan: SubPlan, by: Actor) -> int:
    """The rows of the agency's latest plan of an earlier year, its year moved to this one; each
    answers the duty of the same words, where the plan above still has it."""
    locked = lock_own(sub_plan, by)
    year = locked.call.plan.year
    old = latest_before(locked)
    if old is None:
        raise NothingToCopy(why="chưa có kế hoạch năm trước của cơ quan.")
    since = old.call.plan.year
    duties = assigned.to_agency(locked.call.plan, locked.agency_id)
    same = {search_key(moved(duty.text, since=since, to=year)): duty.pk for duty in duties}
    prepared: Prepared = []
    rows = old.rows.filter(state=SubPlanRow.State.KEPT).prefetch_related("answers")
    for row in rows.order_by("position", "pk"):
        values = {name: getattr(row, name) for name in FIELDS}
        for name in ("task", "forms", "time", "money_note"):
            values[name] = moved(values[name], since=since, to=year)
        keys = [search_key(moved(d.text, since=since, to=year)) for d in row.answers.all()]
        prepared.append((SubPlanRow(**values), [same[key] for key in keys if key in same]))
    general = {part: moved(said, since=since, to=year) for part, said in old.general.items()}
    locked.general = general | {part: said for part, said in locked.general.items() if said}
    locked.save(update_fields=["general"])
    count = append(locked, prepared)
    data = {"rows": count, "year": since}
    audit.record("subplans.last_year_copied", by=by, about=locked, data=data)
    return count


def latest_before(sub_plan: SubPlan) -> SubPlan | None:
    """The agency's newest plan of an earlier year that has rows."""
    rows = SubPlan.objects.filter(
        agency_id=sub_plan.agency_id,
        call__plan__year__lt=sub_plan.call.plan.year,
        rows__state=SubPlanRow.State.KEPT,
    )
    newest = rows.select_related("call__plan").order_by("-call__plan__year", "-pk")
    return newest.first()


def read_file(*, sub_plan: SubPlan, name: str, data: bytes, by: Actor) -> int:
    """Read the agency's own document into proposed rows, which count once the agency keeps them;
    the file is kept as the issued document. Raises the reader's sentence; then nothing is kept."""
    clean = papers.clean(name=name, data=data)
    owner = agencies.authority_of(by.agency)
    with transaction.atomic():
        locked = lock_own(sub_plan, by)
        document = intake.take_in(name=name, data=data, owner=owner, by=by, right="subplans.file")
        found = read_plan(document.reading["documents"], documents.lines(document))
        if found is None or not found.rows:
            raise NoPlanInFile()
        _leave_out_proposed(locked)
        locked.document = document
        _describe(locked, found)
        if clean is not None:
            papers.store(locked, clean)
        locked.save()
        count = append(locked, _proposed(locked, found))
        audit.record(
            "subplans.document_read", by=by, about=locked,
            data={"rows": count, "sha256": document.sha256},
        )  # fmt: skip
    return count


def _proposed(sub_plan: SubPlan, found: ReadPlan) -> Prepared:
    texts = {duty.pk: duty.text for duty in covering.answerable(sub_plan)}
    state = SubPlanRow.State.PROPOSED
    return [
        (
            SubPlanRow(
                state=state, task=row.task, forms=row.forms, time=row.time[:300],
                lead=row.lead[:500], coordinating=row.coordinating[:500], money=row.money,
                spans=row.spans,
            ),
            likely(row.task, texts),
        )
        for row in found.rows
    ]  # fmt: skip


def _describe(sub_plan: SubPlan, found: ReadPlan) -> None:
    """Fill what the agency left empty; what it typed stays."""
    for name in ("title", "symbol", "issued_on", "signer"):
        if not getattr(sub_plan, name):
            setattr(sub_plan, name, getattr(found, name))
    sub_plan.general = found.general | {k: v for k, v in sub_plan.general.items() if v}


def _leave_out_proposed(sub_plan: SubPlan) -> None:
    """A second reading replaces what the first proposed and nobody kept."""
    proposed = sub_plan.rows.filter(state=SubPlanRow.State.PROPOSED)
    proposed.update(state=SubPlanRow.State.REMOVED)


def _from_duty(duty: Obligation, sub_plan: SubPlan) -> SubPlanRow:
    rule = DueRule(
        kind=duty.due_kind,
        text=duty.due_text,
        start=duty.due_start,
        by=duty.due_by,
        day_of_month=duty.due_day_of_month,
        external_symbol=duty.external_symbol,
    )
    return SubPlanRow(
        task=duty.text,
        forms="\n".join(duty.forms),
        time="" if rule.kind == "unstated" else in_words(rule)[:300],
        lead=sub_plan.agency.label[:500],
    )
