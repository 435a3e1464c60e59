"""Rows that name a group (hàng nhóm) or add up others, apart from the rows that are duties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantoa.common.rules.vietnamese import fold

from .numbering import find_marker
from .table_model import (
    ASSIGNMENT,
    COORDINATING,
    DUE,
    LEAD,
    NUMBER,
    OTHER,
    TASK,
    Cell,
    Row,
    Table,
)
from .table_rows import DIGITS, is_label, is_upper_label

_SUM = re.compile(r"^(?:tong (?:cong|so)|cong)\b[ :]*(?:\(?[ivx\d+ ]*\)?)?$")


def duty_rows(table: Table) -> Iterator[Row]:
    """The rows that are duties; what a group says of who and when holds for its rows."""
    group: Row | None = None
    for row, below in zip(table.rows, [*table.rows[1:], None], strict=False):
        if groups(table, row, below):
            group = row
        elif not adds_up(table, row):
            if group is not None:
                row.group = _words(table, group)
                _inherit(table, group, row)
            yield row


def groups(table: Table, row: Row, below: Row | None) -> bool:
    """ "I. Công tác chỉ đạo" over the rows below: only number and task are filled, no digits.

    A row with digits groups as well when the row below is its part: "1" over "1.1" or "a)".
    """
    filled = table.filled(row)
    if not filled or not table.cell(row, TASK).pieces or _is_one_text(row):
        return True
    label, next_label = _label(table, row), _label(table, below)
    if is_upper_label(label) and below is not None and DIGITS.match(next_label):
        return not (_says_who(table, row) and table.text(row, DUE))
    aside = {NUMBER, TASK} | ({OTHER} if label else set())  # a group may have its sum of money
    if len(table.roles) < 3 or not all(table.roles[i] in aside for i in filled):
        return False
    return (below is not None and _is_part(table, label, below)) or not DIGITS.match(label)


def _is_part(table: Table, label: str, below: Row) -> bool:
    """ "2.1", "a)" or an unnumbered duty below "2"; "1" below "3" begins the rows of a group."""
    stem, part = label.strip(" ()."), _label(table, below).strip(" ().")
    if not stem[:1].isdigit():
        return False
    if part.startswith(f"{stem}.") or (part == "1" and stem != "0"):
        return True
    told = _says_who(table, below) or bool(table.text(below, DUE))
    return told and (not part or (is_label(part) and not part[:1].isdigit() and not part.isupper()))


def _label(table: Table, row: Row | None) -> str:
    return table.text(row, NUMBER) if row is not None else ""


def _says_who(table: Table, row: Row) -> bool:
    return any(table.cell(row, role).pieces for role in (LEAD, ASSIGNMENT, COORDINATING))


def _is_one_text(row: Row) -> bool:
    """A merged cell that the copy repeats in every column."""
    texts = [cell.text for cell in row.cells if cell.pieces]
    return len(texts) > 2 and len(texts) >= len(row.cells) - 1 and len(set(texts)) == 1


def adds_up(table: Table, row: Row) -> bool:
    """ "Tổng cộng" is no duty."""
    return is_sum(table.text(row, TASK)) or is_sum(_label(table, row))


def is_sum(text: str) -> bool:
    """ "Cộng", "Tổng cộng (I + II)"."""
    return 0 < len(text) < 40 and bool(_SUM.match(fold(text)))


def _inherit(table: Table, group: Row, row: Row) -> None:
    """Who leads a group leads its rows that name nobody; the same for when."""
    if not _says_who(table, row):
        _copy(table, group, row, LEAD, ASSIGNMENT, COORDINATING)
    if not table.text(row, DUE):
        _copy(table, group, row, DUE)


def _words(table: Table, group: Row) -> str:
    """What the group is called, without its number."""
    text = table.text(group, TASK) or next((c.text for c in group.cells if c.pieces), "")
    marker = find_marker(text)
    return marker.rest if marker else text


def _copy(table: Table, group: Row, row: Row, *roles: str) -> None:
    for role in roles:
        if role in table.roles:
            at = table.roles.index(role)
            row.cells[at] = Cell(list(group.cells[at].pieces))
