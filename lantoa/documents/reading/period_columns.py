"""Quarters and months to be ticked (đánh dấu x theo quý, tháng) as the words of one due."""

from __future__ import annotations

import re

from .duty_tables import is_tick
from .table_model import DUE, PERIOD, START, Row, Table

_UNIT = re.compile(r"^(?P<unit>Quý|Tháng|Năm)\s+(?P<rest>.+)$", re.IGNORECASE)
_SHORT_MONTH = re.compile(r"^[tT]\s?(\d{1,2})\b")
_DAY = re.compile(r"\d{1,2}\s?[/.-]\s?\d{1,2}")


def due_words(table: Table, row: Row) -> str:
    """What the row says of when: its due cell, with the day it begins, or the periods ticked."""
    due, start = table.text(row, DUE), table.text(row, START)
    if due and start and _DAY.search(start) and _DAY.search(due) and "đến" not in due:
        return f"Từ {_day(start)} đến {_day(due)}"
    if due or not table.has(PERIOD):
        return due or start
    return _ticked(table, row)


def _day(text: str) -> str:
    return text if not text[:1].isdigit() else f"ngày {text}"


def _ticked(table: Table, row: Row) -> str:
    labels: list[str] = []
    for index, role in enumerate(table.roles):
        text = row.cells[index].text if index < len(row.cells) else ""
        if role != PERIOD or not text:
            continue
        if not is_tick(text):
            return text
        labels.append(_label(table.header[index]))
    return _list(labels)


def _label(header: str) -> str:
    if header.isdigit():
        return f"Năm {header}"
    month = _SHORT_MONTH.match(header)
    return f"Tháng {month[1]}" if month else " ".join(header.split())


def _list(labels: list[str]) -> str:
    """ "Quý I", "Quý II" are "Quý I, II"."""
    parts = [_UNIT.match(label) for label in labels]
    if len(labels) > 1 and all(parts):
        units = {part["unit"].lower() for part in parts if part}
        if len(units) == 1:
            rest = ", ".join(part["rest"] for part in parts if part)
            return f"{labels[0].split()[0]} {rest}"
    return ", ".join(labels)
