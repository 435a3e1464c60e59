"""Finding the table in the lines of a file (tìm bảng trong tệp): headings, kind, rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from lantoa.common.rules.vietnamese import search_key
from lantoa.plans.rules.sheet_columns import COLUMNS, PREFIX
from lantoa.plans.rules.sheets import KEY, MARK, Line

LOOKED_AT = 10


class Cell(Protocol):
    """What a file reader gives for one cell."""

    @property
    def address(self) -> str: ...
    @property
    def value(self) -> Any: ...
    @property
    def formula(self) -> bool: ...


class NoTable(ValueError):
    """The file holds no table of ours, with a sentence for the person."""


def find(lines: Sequence[Sequence[Cell]]) -> tuple[str, list[Line]]:
    """The kind of the table and its rows; rows without a key are left out."""
    for number, line in enumerate(lines[:LOOKED_AT], start=1):
        heads = {search_key(_said(cell)): at for at, cell in enumerate(line) if _said(cell)}
        if search_key(KEY) in heads:
            return _read(lines[number:], heads, first=number + 1)
    raise NoTable(f"Không thấy cột “{KEY}”. Hãy dùng tệp tải từ trang này và giữ hàng tiêu đề.")


def _read(
    lines: Sequence[Sequence[Cell]], heads: dict[str, int], first: int
) -> tuple[str, list[Line]]:
    key_at, mark_at = heads[search_key(KEY)], heads.get(search_key(MARK))
    if mark_at is None:
        raise NoTable(f"Không thấy cột “{MARK}”. Hãy giữ nguyên cột này khi sửa.")
    keyed = [(number, line) for number, line in enumerate(lines, start=first) if _at(line, key_at)]
    kinds = {_at(line, key_at).partition("-")[0] for _number, line in keyed}
    kind = next((kind for kind, prefix in PREFIX.items() if kinds == {prefix}), "")
    if not kind:
        raise NoTable("Không có dòng nào mang mã dòng của phần mềm, hoặc hai bảng bị trộn lẫn.")
    places = {
        column.code: heads[search_key(column.label)]
        for column in COLUMNS[kind]
        if search_key(column.label) in heads
    }
    rows = [
        Line(
            number,
            _at(line, key_at)[:40],
            _at(line, mark_at),
            {
                code: (line[at].address, line[at].value, line[at].formula)
                for code, at in places.items()
                if at < len(line)
            },
        )
        for number, line in keyed
    ]
    return kind, rows


def _at(line: Sequence[Cell], at: int) -> str:
    return _said(line[at]) if at < len(line) else ""


def _said(cell: Cell) -> str:
    return str(cell.value).strip() if cell.value is not None else ""
