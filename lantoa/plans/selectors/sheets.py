"""What stands in the tables edited in spreadsheets (bảng tính): values now, and names allowed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count
from django.utils import timezone

from lantoa.common import access
from lantoa.common.errors import NotFound
from lantoa.common.rules.vietnamese import search_key
from lantoa.organisations.selectors import agencies
from lantoa.plans.models import Assignment, Obligation, Occurrence, SheetChange, SheetImport
from lantoa.plans.rules import sheet_columns as tables
from lantoa.plans.rules.due_words import in_words
from lantoa.plans.selectors import obligations, occurrences
from lantoa.plans.selectors.deadlines import rule_of

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from lantoa.common.access import Actor

RIGHTS = {tables.DUTIES: "plans.assign", tables.PROGRESS: "evidence.submit"}
Values = dict[str, str]
AT_ONCE = 500


def kinds_for(actor: Actor) -> list[tuple[str, str]]:
    """The tables that the actor's post may edit."""
    every = SheetImport.Kind.choices
    return [(code, str(label)) for code, label in every if access.can(actor, RIGHTS[code])]


def get_for(actor: Actor, pk: int) -> SheetImport:
    """One table that came back; only who sent it sees it."""
    row = SheetImport.objects.filter(pk=pk, made_by=actor.user_id).first()
    if row is None:
        raise NotFound(sheet=pk)
    access.require(actor, RIGHTS[row.kind])
    return row


def recent(actor: Actor, *, most: int = 10) -> list[SheetImport]:
    return list(SheetImport.objects.filter(made_by=actor.user_id)[:most])


def same_file(actor: Actor, sha256: str, *, before: int) -> SheetImport | None:
    """The same file sent before, so that a person is told."""
    rows = SheetImport.objects.filter(made_by=actor.user_id, sha256=sha256, pk__lt=before)
    return rows.first()


def changes(sheet: SheetImport, outcome: str = "") -> QuerySet[SheetChange]:
    rows = sheet.changes.order_by("pk")
    return rows.filter(outcome=outcome) if outcome else rows


def key_of(kind: str, pk: int) -> str:
    return f"{tables.PREFIX[kind]}-{pk}"


def current(kind: str, actor: Actor, keys: Collection[str]) -> dict[str, Values]:
    """What each of these rows holds now; rows that the actor does not see are absent."""
    head = f"{tables.PREFIX[kind]}-"
    wanted = [
        int(k[len(head) :]) for k in keys if k.startswith(head) and k[len(head) :].isdecimal()
    ]
    wanted = [pk for pk in wanted if pk < 2**62]
    found: dict[str, Values] = {}
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        if kind == tables.DUTIES:
            found |= duties(obligations.visible_to(actor).filter(pk__in=part))
        else:
            found |= progress(occurrences.visible_to(actor).filter(pk__in=part))
    return found


def duties(rows: QuerySet[Obligation]) -> dict[str, Values]:
    """Duties with who takes part in them today."""
    found = list(rows.select_related("plan").order_by("plan_id", "position", "pk"))
    parts: dict[tuple[int, str], set[str]] = defaultdict(set)
    held = Assignment.objects.filter(obligation__in=[one.pk for one in found], until=None)
    for part in held.select_related("agency"):
        parts[part.obligation_id, part.role].add(part.agency.label)
    return {
        key_of(tables.DUTIES, duty.pk): {
            "code": duty.code,
            "plan": duty.plan.symbol or duty.plan.title[:80],
            "text": " ".join(duty.text.split()),
            "lead": _joined(parts[duty.pk, "lead"] | parts[duty.pk, "requested"]),
            "helping": _joined(parts[duty.pk, "coordinating"]),
            "due": _d(duty.due_by),
            "rule": in_words(rule_of(duty)),
            "target": _target(duty),
            "note": " ".join(duty.note.split()),
        }
        for duty in found
    }


def progress(rows: QuerySet[Occurrence]) -> dict[str, Values]:
    """Periods of duties with what their agency noted."""
    found: list[Any] = list(rows.select_related("obligation", "agency", "progress_note"))
    return {key_of(tables.PROGRESS, row.pk): _progress(row) for row in found}


def names_allowed() -> tuple[dict[str, list[str]], dict[str, int]]:
    """Names of agencies in force, folded, to their label; and labels to keys."""
    known: dict[str, set[str]] = defaultdict(set)
    keys: dict[str, int] = {}
    twice: set[str] = set()
    for one in agencies.as_of(timezone.localdate()):
        twice |= {one.label} & set(keys)
        keys[one.label] = one.pk
        for name in {one.label, one.name}:
            known[search_key(name)].add(one.label)
    for label in twice:
        known[search_key(label)].add(f"{label} ")
    return {name: sorted(labels) for name, labels in known.items()}, keys


def _progress(row: Any) -> Values:
    note = getattr(row, "progress_note", None)
    state = tables.BEGUN if row.begun_on else tables.NOT_BEGUN
    state = {"submitted": tables.SENT, "accepted": tables.DONE, "returned": tables.BEGUN}.get(
        row.state, state
    )
    return {
        "code": row.obligation.code,
        "text": " ".join(row.obligation.text.split()),
        "agency": row.agency.label,
        "period": row.period_label,
        "due": _d(row.due_on),
        "state": state,
        "done_on": _d(note.done_on if note else None),
        "note": note.note if note else "",
        "dispatch": note.dispatch if note else "",
        "link": note.link if note else "",
    }


def _target(duty: Obligation) -> str:
    if duty.target_value is None:
        return ""
    return f"{duty.target_value:g} {duty.target_unit} {duty.target_of}".strip()


def _joined(labels: Collection[str]) -> str:
    return "; ".join(sorted(labels, key=search_key))


def _d(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def labels_of(kind: str) -> Mapping[str, str]:
    return {column.code: column.label for column in tables.COLUMNS[kind]}


def counts(sheet: SheetImport) -> dict[str, int]:
    """How many cells of the file came out how."""
    rows: QuerySet[Any] = sheet.changes.order_by()
    return dict(rows.values_list("outcome").annotate(n=Count("pk")))


def waiting_columns(sheet: SheetImport) -> set[str]:
    """The columns in which something could be applied."""
    return set(changes(sheet, SheetChange.Outcome.CHANGE).values_list("column", flat=True))
