"""A table as a grid (bảng) becomes tab-joined rows; what only lays out head or foot, lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lantoa.common.rules.vietnamese import fold

from .column_contents import is_body, is_due

# One row: for each grid column the lines of its cell.
GridRow = list[list[str]]

_LAYOUT = ("cong hoa xa hoi", "doc lap", "noi nhan", "dang cong san", "chu tich", "kinh gui")


def grid_lines(rows: Sequence[GridRow], merged: Sequence[Sequence[bool]]) -> Iterator[str]:
    """The lines of a table; `merged` tells for each cell whether it continues the one above."""
    if is_layout(rows):
        for column in range(max(map(len, rows), default=0)):
            for row in rows:
                yield from (row[column] if column < len(row) else [])
        return
    for texts in _repeat_merged(rows, merged):
        yield "\t".join(texts)
    yield ""


def is_layout(rows: Sequence[GridRow]) -> bool:
    """Head and foot of a document are set in tables without rules; they are no data."""
    if not rows or len(rows) > 6 or max(map(len, rows), default=0) > 3:
        return max(map(len, rows), default=0) == 1
    text = fold(" ".join(line for row in rows for cell in row for line in cell))
    return any(word in text for word in _LAYOUT) and "stt" not in text.split()


def _repeat_merged(
    rows: Sequence[GridRow], merged: Sequence[Sequence[bool]]
) -> Iterator[list[str]]:
    """A cell merged downwards holds for every row, unless the row's first cell is merged as well.

    Then the rows are parts of one, and an empty first cell says so to the reader of tables.
    """
    above: list[str] = []
    for row, flags in zip(rows, merged, strict=True):
        texts = [cell_text(cell) for cell in row]
        kept = [
            above[i] if i < len(flags) and flags[i] and i < len(above) else text
            for i, text in enumerate(texts)
        ]
        above = kept
        yield texts if flags and flags[0] and not _stands_alone(texts, flags, kept) else kept


def _stands_alone(texts: Sequence[str], flags: Sequence[bool], kept: Sequence[str]) -> bool:
    """One number over several duties: the first cell of this row's own is a task, whole and new.

    Beside it stands who or when, or before it who does them all; else the row only goes on.
    """
    own = [i for i, text in enumerate(texts) if text and not (i < len(flags) and flags[i])]
    if not own or not _begins_task(texts[own[0]]):
        return False
    if own[0] == 1 and len(own) > 1:
        return True
    rest = [texts[i] for i in own[1:]]
    if any(is_due(text) or is_body(text) for text in rest):
        return True
    before = [kept[i] for i in range(1, own[0]) if kept[i]]
    return bool(before) and all(map(is_body, before))


def _begins_task(text: str) -> bool:
    begins = text.lstrip("-–+• ")[:1]
    return (begins.isupper() or begins.isdigit()) and not is_body(text) and not is_due(text)


def cell_text(lines: Sequence[str]) -> str:
    """The paragraphs of a cell in one line; items of a list keep their dashes."""
    return " ".join(" ".join(line.split()) for line in lines)
