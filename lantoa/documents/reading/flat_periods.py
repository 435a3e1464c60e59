"""A flattened table that lost no cell (đủ mọi ô): every so many lines are a row, each checked.

Empty lines are empty cells, or no cell is empty. Where each row fits its columns, nothing is to be
weighed; any doubt leaves the table to the dearer way of placing cells.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from .flat_prices import ends_table
from .flat_rows import Cells, FlatLine, Placed
from .table_model import DUE, NUMBER, PARTIES, TASK

_FEWEST = 2
_FITTING = 0.6
_LONGEST_DUE = 60
_BRIEF = 25
_LONGEST_NAME = 200

Row = list[FlatLine | None]


def periodic_rows(
    lines: Sequence[FlatLine],
    at: int,
    roles: Sequence[str],
    by_number: Mapping[int, FlatLine],
    repeats: Callable[[int], int],
) -> Placed | None:
    """The rows below a header whose last line stands before `at`; None when they do not fit.

    `repeats` tells how many lines a header printed again at this place takes up.
    """
    if at >= len(lines):
        return None
    first = lines[at]
    room = 0 if roles[0] == NUMBER else min(first.blanks, len(roles) - 1)
    found = [_with_blanks(first.number - k, roles, by_number) for k in range(room + 1)]
    found.append(_without_blanks(lines, at, roles, repeats))
    best = max(found, key=len)
    if len(best) < _FEWEST or not _fits(best, roles):
        return None
    cells: list[Cells] = [[[line] if line else [] for line in row] for row in best]
    last = max(line.number for line in best[-1] if line)
    return Placed(cells, last, told=True)


def _with_blanks(start: int, roles: Sequence[str], by_number: Mapping[int, FlatLine]) -> list[Row]:
    rows: list[Row] = []
    label = ""
    while True:
        row = [by_number.get(start + i) for i in range(len(roles))]
        if not _is_row(row, roles, label):
            return rows
        label = _label(row, roles) or label
        rows.append(row)
        start += len(roles)


def _without_blanks(
    lines: Sequence[FlatLine], at: int, roles: Sequence[str], repeats: Callable[[int], int]
) -> list[Row]:
    rows: list[Row] = []
    label = ""
    while at < len(lines):
        again = repeats(at)
        if again:
            at += again
            continue
        row: Row = list(lines[at : at + len(roles)])
        if len(row) < len(roles) or not _is_row(row, roles, label):
            break
        label = _label(row, roles) or label
        rows.append(row)
        at += len(roles)
    return rows


def _label(row: Row, roles: Sequence[str]) -> str:
    cell = row[roles.index(NUMBER)] if NUMBER in roles else None
    return cell.text.strip("(). ") if cell else ""


def _is_row(row: Row, roles: Sequence[str], before: str) -> bool:
    """Its number is the next one, and no cell looks like a line of running text."""
    filled = [line for line in row if line is not None]
    if not filled or any(ends_table(line) or "\t" in line.raw for line in filled):
        return False
    for line, role in zip(row, roles, strict=True):
        if line is None:
            continue
        if role == NUMBER:
            if not line.label or not _follows(before, line.text.strip("(). ")):
                return False
        elif (line.marked and (role != TASK or line.group)) or not _may_hold(line, role):
            return False
    if NUMBER in roles:
        return len(filled) > 1
    return row[roles.index(TASK)] is not None and len(filled) > 1


def _follows(before: str, label: str) -> bool:
    if not label.isdigit() or not before.isdigit():
        return True
    return label == "1" or int(label) == int(before) + 1


def _may_hold(line: FlatLine, role: str) -> bool:
    if role == DUE:
        unlike = line.body or line.label or line.amount
        return line.due or (len(line.text) <= _LONGEST_DUE and not unlike)
    if role in PARTIES:
        unlike = line.due or line.label or line.amount
        return line.body or (len(line.text) <= _LONGEST_NAME and not unlike)
    return role != TASK or not (line.amount or line.label or (line.due and len(line.text) < _BRIEF))


def _fits(rows: Sequence[Row], roles: Sequence[str]) -> bool:
    """Most dues are dues and most bodies are bodies; numbered rows need no more than half."""
    told = [
        line.due if role == DUE else line.body
        for row in rows
        for line, role in zip(row, roles, strict=True)
        if line is not None and (role == DUE or role in PARTIES)
    ]
    if not told:
        return NUMBER in roles
    least = _FITTING if NUMBER not in roles else _FITTING / 2
    return sum(told) >= least * len(told)
