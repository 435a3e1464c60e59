"""Tables copied cell by cell (bảng bị dàn phẳng): each cell on a line of its own, row after row.

A header "STT", "Nội dung", … and then "1" alone on a line show them; the numbers part the rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lantoa.common.rules.vietnamese import fold

from .lines import Line, is_upper
from .numbering import ARTICLE, ROMAN, find_marker
from .tables import DUE, NUMBER, TASK, Cell, Row, Table, header_roles

_FIRST = re.compile(r"^(?:so )?s?tt$")
_NUMBER = re.compile(r"^(\d{1,3})[.)]?$")
_DUE = re.compile(
    r"\b(?:quy [ivx1-4]+\b|thang \d|nam (?:19|20)\d\d|ngay \d|thuong xuyen|dinh ky|truoc ngay"
    r"|hang (?:nam|quy|thang|tuan)|\d{1,2}/\d{4}|ca nam)"
)
_MOST_COLUMNS = 9
_LONGEST_HEADER = 60
_MOST_LINES = 60


def find_flat_tables(lines: Sequence[Line]) -> list[Table]:
    """The flattened tables among these lines, in order; their lines are in `Table.lines`."""
    filled = [line for line in lines if not line.blank]
    tables: list[Table] = []
    at = 0
    while at < len(filled):
        width = _header(filled, at) if _FIRST.match(filled[at].folded.strip(" .")) else 0
        if not width:
            at += 1
            continue
        table = _read(filled, at, width)
        if table is None:
            at += width
            continue
        tables.append(table)
        last = table.lines[-1]
        at = next((i for i, line in enumerate(filled) if line.number > last), len(filled))
    return tables


def _header(lines: Sequence[Line], at: int) -> int:
    """How many lines the header takes up to the first row's "1"; 0 when there is none."""
    for width in range(3, _MOST_COLUMNS + 1):
        if at + width >= len(lines):
            return 0
        if _NUMBER.match(lines[at + width].text):
            first = lines[at + width].text.rstrip(".)") == "1"
            cells = [line.text for line in lines[at : at + width]]
            short = all(len(cell) <= _LONGEST_HEADER and "\t" not in cell for cell in cells)
            return width if first and short and header_roles(cells) else 0
    return 0


def _read(lines: Sequence[Line], at: int, width: int) -> Table | None:
    header = [line.text for line in lines[at : at + width]]
    roles = header_roles(header) or []
    if NUMBER not in roles or roles[0] != NUMBER:
        return None
    table = Table(roles, header, lines=[line.number for line in lines[at : at + width]])
    place, number = at + width, 1
    while place < len(lines) and lines[place].text.rstrip(".)") == str(number):
        cells, end = _row_lines(lines, place + 1, number + 1, table)
        if not cells:
            break
        table.rows.append(_row(lines[place], cells, roles))
        table.lines += [line.number for line in lines[place:end]]
        place, number = end, number + 1
    return table if table.rows else None


def _row_lines(
    lines: Sequence[Line], start: int, following: int, table: Table
) -> tuple[list[Line], int]:
    """The lines of one row and where the next begins; a header repeated on a page is no row."""
    folded = [fold(text) for text in table.header]
    width = len(folded)
    found: list[Line] = []
    at = start
    # Only where the next number follows are more lines than columns sure to belong to the row.
    goes_on = any(
        line.text.rstrip(".)") == str(following) for line in lines[start : start + _MOST_LINES]
    )
    while at < len(lines) and lines[at].text.rstrip(".)") != str(following):
        if [line.folded for line in lines[at : at + width]] == folded:
            at += width
            continue
        if _ends(lines[at]) or (not goes_on and _is_whole(found, table.roles)):
            break
        found.append(lines[at])
        at += 1
    return found, at


def _ends(line: Line) -> bool:
    """A chapter, an article or a line of capitals ends the table; so does a row with tabs."""
    marker = find_marker(line.text)
    heading = marker is not None and marker.style in {ARTICLE, ROMAN}
    return heading or "\t" in line.raw or (is_upper(line.text) and len(line.text) > 12)


def _is_whole(found: Sequence[Line], roles: Sequence[str]) -> bool:
    """The last row has no number after it: its due ends it, or a line for every column."""
    if len(found) >= len(roles) - 1:
        return True
    return bool(found) and roles[-1] == DUE and bool(_DUE.search(found[-1].folded))


def _row(number: Line, found: Sequence[Line], roles: Sequence[str]) -> Row:
    cells = [Cell() for _ in roles]
    cells[0].pieces.append((number.number, number.text))
    for column, line in _placed(found, roles):
        cells[column].pieces.append((line.number, line.text))
    return Row(cells, [number.number, *(line.number for line in found)])


def _placed(found: Sequence[Line], roles: Sequence[str]) -> list[tuple[int, Line]]:
    """A line for each column; more lines are a wrapped task, fewer leave columns empty."""
    task = roles.index(TASK)
    after = len(roles) - 1 - task
    before = task - 1
    extra = len(found) - (len(roles) - 1)
    if extra >= 0:
        columns = [*range(1, 1 + before), *[task] * (extra + 1), *range(task + 1, len(roles))]
        return list(zip(columns, found, strict=True))
    columns = list(range(1, len(roles)))[: len(found)]
    if DUE in roles and after and found and _DUE.search(found[-1].folded):
        columns[-1] = roles.index(DUE)
    return list(zip(columns, found, strict=True))
