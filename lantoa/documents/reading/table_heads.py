"""Where a table that was copied cell by cell begins (đầu bảng dàn phẳng), below a title."""

from __future__ import annotations

from collections.abc import Sequence

from .column_words import role_of
from .lines import Line
from .lone_pipes import is_lone_pipe
from .numbering import find_marker
from .table_model import NUMBER, UNKNOWN

_LONGEST = 45
_COLUMNS = 3
_FAR = 8


def opens_table(lines: Sequence[Line], at: int) -> bool:
    """ "STT" alone, the border of a cell alone, or the headers of three columns in a row."""
    if is_lone_pipe(lines[at].raw):
        return True
    if names_column(lines[at].text) == NUMBER:
        return True
    below = [line for line in lines[at : at + _FAR] if not line.blank][:_COLUMNS]
    if (
        len(below) < _COLUMNS
        or below[1].number - below[0].number > below[2].number - below[1].number
    ):
        return False  # an empty line parts a title from the header below it
    roles = [names_column(line.text) for line in below]
    return all(roles) and NUMBER not in roles


def names_column(text: str) -> str:
    """The role that a line gives a column when it is nothing but a header; "" when it is not."""
    if not text or len(text) > _LONGEST or text[-1:] in ".;:," or find_marker(text):
        return ""
    role, strength = role_of(text)
    return role if strength > 1 and role != UNKNOWN else ""
