"""Whether a table assigns duties (bảng giao việc), or only counts, pays, scores or lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lantoa.common.rules.vietnamese import fold

from .column_contents import is_amount, is_body, is_due, is_hour, share
from .column_words import role_of
from .table_model import (
    ASSIGNMENT,
    BODY,
    COORDINATING,
    DUE,
    FORMS,
    LEAD,
    OTHER,
    PERIOD,
    PRODUCT,
    TASK,
    UNKNOWN,
    Table,
)

# Words of columns that no table of duties needs; who does it and when must both be told as well.
_FOREIGN = re.compile(
    r"\bdiem\b|tu cham|thanh tien|don gia|so tien|dinh muc|tinh hinh thuc hien|ket qua (?:thuc "
    r"hien|dat duoc)|muc do (?:hoan thanh|dat)|luy ke|ty le|so sanh|ho (?:va )?ten|ngay sinh|nam "
    r"sinh|dien thoai|email|chuc (?:vu|danh)|ten thu tuc|ma tthc|thoi han giai quyet|le phi|so,? "
    r"ky hieu|so hieu|ngay ban hanh|trich yeu|ten (?:don vi|co quan|xa|phuong|thon|truong|van ban)|"
    r"don vi tinh|\bdvt\b|so luong|^so (?!tt|thu tu)"
)
_TICK = re.compile(r"^(?:[xX✓✔☑√●•+]|v|co)$")
_PLAIN_TASK = 4


def settle(table: Table) -> None:
    """Mends columns whose words and cells disagree, then decides whether the table assigns."""
    columns = columns_of(table)
    _drop_foreign_leads(table, columns)
    _drop_foreign_periods(table, columns)
    _name_bodies(table, columns)
    table.assigns = bool(table.rows) and _assigns(table, columns)


def columns_of(table: Table) -> list[list[str]]:
    """The words of every column, from top to bottom."""
    rows = [[cell.text for cell in row.cells] for row in table.rows[:60]]
    return [[row[i] for row in rows] for i in range(len(table.roles))]


def is_tick(text: str) -> bool:
    """ "x", "✓": the duty falls into this quarter or month."""
    return bool(_TICK.match(text))


def _drop_foreign_leads(table: Table, columns: Sequence[Sequence[str]]) -> None:
    """ "Đơn vị" over "cuộc", "%" counts; nobody leads there. A better column may name the lead."""
    if LEAD not in table.roles:
        return
    at = table.roles.index(LEAD)
    weak = bool(table.header) and role_of(table.header[at])[1] <= 1
    if weak and any(columns[at]) and share(columns[at], is_body) < 0.3:
        table.roles[at] = OTHER
        beside = _bodies(table, columns)
        if beside is not None:
            table.roles[beside] = LEAD


def _bodies(table: Table, columns: Sequence[Sequence[str]]) -> int | None:
    free = [i for i, role in enumerate(table.roles) if role in {OTHER, UNKNOWN}]
    return next((i for i in free if share(columns[i], is_body) >= 0.6), None)


def _drop_foreign_periods(table: Table, columns: Sequence[Sequence[str]]) -> None:
    """Quarters that hold figures are targets or money, not ticks."""
    at = [i for i, role in enumerate(table.roles) if role == PERIOD]
    cells = [cell for i in at for cell in columns[i] if cell]
    if at and share(cells, lambda cell: is_tick(cell) or is_due(cell)) < 0.6:
        for i in at:
            table.roles[i] = OTHER


def _name_bodies(table: Table, columns: Sequence[Sequence[str]]) -> None:
    """Columns headed by the names of bodies and ticked where they act."""
    if table.has(LEAD, ASSIGNMENT, COORDINATING):
        return
    for i, role in enumerate(table.roles):
        named = role in {OTHER, UNKNOWN} and i < len(table.header) and is_body(table.header[i])
        if named and share(columns[i], is_tick) >= 0.6:
            table.roles[i] = BODY


def _assigns(table: Table, columns: Sequence[Sequence[str]]) -> bool:
    if TASK not in table.roles:
        return False
    who = table.has(LEAD, ASSIGNMENT, COORDINATING, BODY)
    when = table.has(DUE, PERIOD)
    if DUE in table.roles and share(columns[table.roles.index(DUE)], is_hour) >= 0.5:
        return False
    if who and when:
        return _says_who_or_when(table, columns)
    plain = _task_strength(table) >= _PLAIN_TASK
    if _is_foreign(table, columns):
        return False
    if who or when:
        return plain or (_task_strength(table) > 1 and _says_who_or_when(table, columns))
    return plain and table.has(FORMS, PRODUCT)


def _says_who_or_when(table: Table, columns: Sequence[Sequence[str]]) -> bool:
    told = {LEAD, ASSIGNMENT, COORDINATING, BODY, DUE, PERIOD}
    return any(any(columns[i]) for i, role in enumerate(table.roles) if role in told)


def _task_strength(table: Table) -> int:
    at = table.roles.index(TASK)
    role, strength = role_of(table.header[at]) if table.header else (UNKNOWN, 0)
    return strength if role == TASK else 1


def _is_foreign(table: Table, columns: Sequence[Sequence[str]]) -> bool:
    """Its words or its figures say that it counts, pays, scores or lists."""
    if any(_FOREIGN.search(fold(text)) for text in table.header):
        return True
    figures = [
        i
        for i, role in enumerate(table.roles)
        if role in {OTHER, UNKNOWN} and share(columns[i], is_amount) >= 0.7
    ]
    return len(figures) >= 2
