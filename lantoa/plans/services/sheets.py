"""A table that comes back from a spreadsheet (nạp lại bảng tính): compare, then apply the chosen.

Nothing here writes a duty by itself: each change goes through the service that a page would call,
with its rights, its log and its rules for amending a plan in force.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.db import transaction

from lantoa.common import access, sheet_files
from lantoa.common.errors import DomainError
from lantoa.common.files import sha256
from lantoa.plans.errors import DirectiveIncomplete, NothingChosen
from lantoa.plans.models import Obligation, Occurrence, SheetChange, SheetImport
from lantoa.plans.rules import sheet_columns as tables
from lantoa.plans.rules import sheet_table, sheets
from lantoa.plans.selectors import sheets as reading
from lantoa.plans.services import sheet_rows
from lantoa.plans.services.sheet_rows import Change, Orders

if TYPE_CHECKING:
    from lantoa.common.access import Actor

Outcome = SheetChange.Outcome
BATCH = 500
MEANWHILE = "Ô này vừa được người khác thay đổi."


@transaction.atomic
def receive(*, data: bytes, file_name: str, by: Actor) -> SheetImport:
    """Read the file and keep what differs; no duty is changed."""
    try:
        kind, lines = sheet_table.find(sheet_files.read(data))
    except sheet_table.NoTable as error:
        raise sheet_files.SheetUnreadable(str(error)) from error
    access.require(by, reading.RIGHTS[kind])
    now = reading.current(kind, by, {line.key for line in lines})
    names, _keys = reading.names_allowed() if kind == tables.DUTIES else ({}, {})
    found = sheets.compare(tables.COLUMNS[kind], lines, now, names)
    kept = SheetImport.objects.create(
        kind=kind,
        file_name=file_name[-255:],
        sha256=sha256(data),
        rows=found.rows,
        made_by=by.user,
    )
    SheetChange.objects.bulk_create(
        [
            SheetChange(
                sheet=kept,
                key=one.key,
                address=one.address,
                column=one.column,
                old=one.old,
                new=one.new,
                outcome=one.outcome,
                said=one.said[:500],
            )
            for one in found.differences
        ],
        batch_size=BATCH,
    )
    return kept


@transaction.atomic
def apply(*, sheet: SheetImport, chosen: Collection[int], orders: Orders, by: Actor) -> int:
    """Apply the chosen cells that still stand as shown; returns how many were applied."""
    access.require(by, reading.RIGHTS[sheet.kind])
    SheetImport.objects.select_for_update().get(pk=sheet.pk)
    rows = list(sheet.changes.filter(pk__in=list(chosen), outcome=Outcome.CHANGE))
    if not rows:
        raise NothingChosen("Chưa chọn ô nào để áp dụng.")
    bound = any(sheet_rows.needs_document(sheet.kind, row.column) for row in rows)
    if bound and orders.directive is None:
        raise DirectiveIncomplete("Đổi nội dung hoặc hạn của nhiệm vụ phải có văn bản điều chỉnh.")
    _lock(sheet.kind, {row.key for row in rows})
    now = reading.current(sheet.kind, by, {row.key for row in rows})
    fresh = [row for row in rows if _still_stands(row, now)]
    for group in _groups(sheet.kind, fresh):
        _apply_group(sheet.kind, group, orders, by)
    SheetChange.objects.bulk_update(rows, ["outcome", "said"], batch_size=BATCH)
    return sum(row.outcome == Outcome.APPLIED for row in rows)


def _apply_group(kind: str, group: list[SheetChange], orders: Orders, by: Actor) -> None:
    cells = [Change(row.key, row.column, row.old, row.new) for row in group]
    try:
        with transaction.atomic():
            sheet_rows.write(kind, cells, orders, by)
    except DomainError as error:
        outcome, said = Outcome.REFUSED, error.text[:500]
    else:
        outcome, said = Outcome.APPLIED, ""
    for row in group:
        row.outcome, row.said = outcome, said


def _still_stands(row: SheetChange, now: dict[str, dict[str, str]]) -> bool:
    """What another person wrote meanwhile is told and left; the same value needs no writing."""
    found = now.get(row.key, {}).get(row.column)
    if found == row.new:
        row.outcome, row.said = Outcome.APPLIED, "Đã có sẵn giá trị này."
    elif found != row.old:
        row.outcome, row.said = (
            Outcome.CONFLICT,
            f"{MEANWHILE} Nay là: {found or sheets.EMPTY}"[:500],
        )
    return row.outcome == Outcome.CHANGE


def _groups(kind: str, rows: list[SheetChange]) -> list[list[SheetChange]]:
    """What is written together or not at all: a row's cells; of one plan what a document orders."""
    found: dict[Any, list[SheetChange]] = defaultdict(list)
    for row in rows:
        bound = sheet_rows.needs_document(kind, row.column)
        found[
            ("document",) if bound else (row.key, row.column if kind == tables.DUTIES else "")
        ] += [row]
    return list(found.values())


def _lock(kind: str, keys: Collection[str]) -> None:
    found = [int(key.partition("-")[2]) for key in keys]
    model: Any = Obligation if kind == tables.DUTIES else Occurrence
    list(model.objects.select_for_update().filter(pk__in=found).order_by("pk").values_list("pk"))
