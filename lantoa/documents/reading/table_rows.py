"""Lines that are rows of a table (dòng của bảng): tabs, or pipes as in Markdown."""

from __future__ import annotations

import re

from .lines import clean

SEPARATOR = re.compile(r"^[\s|:\-+=]+$")
# What may stand in the column of numbers: 1, 1.1, (1), I, A, a), -
LABEL = re.compile(
    r"^\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVX]{1,5}(?:\.\d{1,2}){0,3}|[A-HĐa-hđ]|[-+•*])[.)/:]?\)?$"
)
DIGITS = re.compile(r"^\(?(\d{1,4})\s*[.)]?$")
_UPPER_LABEL = re.compile(r"^\(?(?:[IVX]{1,5}|[A-HĐ])[.)/:]?\)?$")
_ORDINAL = re.compile(r"^\(?(?:\d{1,2}|[a-hA-H])\)?(?:\s?=.{0,12})?$")
_PIPE = re.compile(r"(?<!\\)\|")


def is_row(raw: str) -> bool:
    """True for a line that is the row of a table: tabs, or pipes as in Markdown."""
    if raw.count("\t") >= 2:
        return True
    return raw.count("|") >= 2 and (raw.lstrip().startswith("|") or raw.count(" | ") >= 2)


def split_cells(raw: str) -> list[str]:
    """The cells of a row as they stand."""
    if "\t" in raw:
        return raw.split("\t")
    inner = raw.strip()
    inner = inner[1:] if inner.startswith("|") else inner
    inner = inner[:-1] if inner.endswith("|") else inner
    return [cell.replace("\\|", "|") for cell in _PIPE.split(inner)]


def clean_cells(raw: str) -> list[str]:
    """The words of each cell of a row."""
    return [clean(cell) for cell in split_cells(raw)]


def is_label(text: str) -> bool:
    """ "1", "2.1", "(3)", "II", "b)": what numbers a row."""
    return len(text) <= 10 and bool(LABEL.match(text))


def is_upper_label(text: str) -> bool:
    """ "II", "A": the number of a group, above rows numbered 1, 2, 3."""
    return len(text) <= 8 and bool(_UPPER_LABEL.match(text))


def are_ordinals(cells: list[str]) -> bool:
    """ "(1)", "(2)", "(3)" below a header number its columns."""
    filled = [cell for cell in cells if cell]
    whole = len(cells) > 2 and bool(cells[0]) and len(filled) > 1
    return whole and all(map(_ORDINAL.match, filled))
