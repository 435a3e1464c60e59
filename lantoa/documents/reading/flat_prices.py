"""What it costs to put a line into a column of a flattened table (giá xếp ô); low is likely."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .lines import is_upper
from .numbering import ARTICLE, ROMAN, UPPER, find_marker
from .table_model import (
    ASSIGNMENT,
    COORDINATING,
    DUE,
    DUES,
    LEAD,
    NUMBER,
    OTHER,
    PARTIES,
    PERIOD,
    START,
    TASK,
    UNKNOWN,
)
from .table_rows import is_upper_label

if TYPE_CHECKING:
    from .flat_rows import FlatLine

NEVER = 1e9
_OPEN = re.compile(r"(?:[,–(-]|\b(?:của|và|hoặc|về|tại|theo|do|với|cho|các|trên|trong|để|bằng))$")
_EMPTY = re.compile(r"^(?:[-–—.…x0/]|không|nt|-nt-|như trên)$", re.IGNORECASE)
_FOOT = re.compile(
    r"^\W*(?:Nơi nhận|TM\.|KT\.|TL\.|T/M|Trên đây là|Căn cứ |Điều \d)", re.IGNORECASE
)
_TAIL = 8.0
# What leaving a column empty costs, where empty lines do not show it.
_SKIP = {
    NUMBER: 3.0, TASK: 7.0, LEAD: 2.0, ASSIGNMENT: 2.0, DUE: 1.5, COORDINATING: 0.9, PERIOD: 0.2,
    START: 0.9, OTHER: 0.7, UNKNOWN: 1.0,
}  # fmt: skip


def heads_group(text: str) -> bool:
    """ "II. Tuyên truyền miệng", "B. TẠI CƠ SỞ": may name the rows below it."""
    if len(text) > 160:
        return False
    marker = find_marker(text)
    if marker is not None and marker.style in {ROMAN, UPPER}:
        return True
    return is_upper(text) and len(text) > 8


def ends_table(line: FlatLine) -> bool:
    """The foot of a document, an article or a long paragraph is no cell."""
    if len(line.text) > 700 or _FOOT.match(line.text):
        return True
    marker = find_marker(line.text)
    return marker is not None and marker.style == ARTICLE


class Prices:
    """The prices for one table."""

    def __init__(
        self, roles: Sequence[str], lines: Sequence[FlatLine], *, told: bool = False
    ) -> None:
        self.roles, self.width = list(roles), len(roles)
        self.number = self.roles.index(NUMBER) if NUMBER in self.roles else -1
        self.task = self.roles.index(TASK) if TASK in self.roles else 0
        self.first = 0
        usual = Counter(line.blanks for line in lines[1:400])

        # One cell is wrapped over lines inside blocks that empty lines part.
        most = usual.most_common(1)[0][0] if usual else 0
        self.blocks = most > 0 and usual[0] > 0
        self.timed = bool(DUES & set(self.roles))
        # Whether the numbers stand in the cells of the tasks: "1. Tổ chức hội nghị".
        self.glued = self.number < 0 and any(line.marked and not line.group for line in lines[:3])
        # Whether an empty line among the cells stands for an empty cell.
        self.told = told
        self.spaced = most if most else 0
        sums = [0.0]
        for role in self.roles:
            sums.append(sums[-1] + _SKIP.get(role, 0.9))
        self.sums = sums

    def holding(self, line: FlatLine, place: int) -> float:
        """How ill the words fit the column; the last place is the heading of a group."""
        if place == self.width:
            if self.number >= 0 and line.marked:
                return 1.5
            if line.marked and line.group and self.number < 0:
                return 2.5
            return 1.0 if line.group or (line.due and not self.timed) else NEVER
        role = self.roles[place]
        if role == NUMBER:
            return -2.0 if line.label else NEVER
        strange = line.marked and not (role == TASK and self._is_glued(line))
        return self._cell(line, role) + (3.0 if strange else 0.0)

    def _cell(self, line: FlatLine, role: str) -> float:
        if role == PERIOD:
            return -1.0 if line.tick else 3.0
        if line.tick:
            return 0.0 if self.told and role in {OTHER, UNKNOWN} else 3.0
        if line.label and not line.amount and role not in {OTHER, UNKNOWN, PERIOD}:
            return 4.0
        if role == TASK:
            return self._task(line)
        if role in PARTIES:
            return self._party(line)
        if role in {DUE, START}:
            return self._due(line)
        if is_upper_label(line.text):
            return 3.0
        wrong = 0.4 if line.due else 0.3 if line.body else 0.0
        return wrong - 0.2 + (0.8 if line.group else 0.0)

    def _is_glued(self, line: FlatLine) -> bool:
        return self.glued and line.marked and not line.group

    def _task(self, line: FlatLine) -> float:
        if line.sum:
            return -8.0
        if self._is_glued(line):
            return -1.5 if line.text[-1:] != "." else 0.0
        if line.amount:
            return 4.0
        if line.due and len(line.text) < 30:
            return 3.5
        if line.body and len(line.text) < 60:
            return 1.5
        return 0.0

    def _party(self, line: FlatLine) -> float:
        if line.body:
            return -1.5
        if _EMPTY.match(line.text):
            return 0.3
        if line.due or line.amount:
            return 4.0
        return 1.5 if len(line.text) <= 60 else 3.0

    def _due(self, line: FlatLine) -> float:
        if line.due:
            return -2.0 if len(line.text) <= 45 else -0.5
        if line.body:
            return 3.5
        if _EMPTY.match(line.text):
            return 0.3
        return 2.0 if len(line.text) <= 30 else 4.0

    def opening(self, place: int) -> float:
        """The first line of the table opens its first row."""
        return 0.0 if place in {0, self.width} else 3.0 * place

    def moving(self, here: int, place: int, line: FlatLine) -> tuple[float, bool]:
        """From one column to the next line's; and whether that opens a row."""
        if self.width in {here, place}:
            return self._about_group(here, place, line)
        if place == here and self.roles[place] != NUMBER:
            return self._staying(here, line), False
        skipped = place - here - 1
        if place > here:
            return self._skipping(here + 1, place, skipped, line) + self._fresh(line), False
        skipped += self.width
        left = self.sums[self.width] - self.sums[here + 1] + self.sums[place]
        return self._priced(left, skipped, line) + self._fresh(line), True

    def _about_group(self, here: int, place: int, line: FlatLine) -> tuple[float, bool]:
        if here == self.width:
            if place == self.width:
                return (0.5 if not line.text[:1].isupper() else 6.0), False
            return (0.0 if place == self.first else 4.0 + place), True
        left = self.sums[self.width] - self.sums[here + 1]
        return min(left, 3.0) + 0.5, True

    def _staying(self, here: int, line: FlatLine) -> float:
        """A wrapped cell; an empty line, a capital or a full stop before it speak against it."""
        text = line.text
        if self.roles[here] == PERIOD or line.tick:
            return 6.0
        price = 2.2
        if text[:1].islower():
            price = 0.1
        elif text[:1] in "-–+•" or text[:1] in '(“"':
            price = 0.6
        if self.blocks:
            return price / 4 if not line.blanks else price + 2.5
        return price + (2.5 if self.told and line.blanks else 0.0)

    def _fresh(self, line: FlatLine) -> float:
        """A new cell seldom begins in lower case, and in spaced text never without its space."""
        price = 2.0 if line.text[:1].islower() and len(line.text) > 2 else 0.0
        return price + (2.5 if self.blocks and not line.blanks else 0.0)

    def _skipping(self, start: int, place: int, skipped: int, line: FlatLine) -> float:
        return self._priced(self.sums[place] - self.sums[start], skipped, line)

    def _priced(self, left: float, skipped: int, line: FlatLine) -> float:
        """Empty lines tell empty cells, where they stand for nothing else."""
        if not self.told and not (self.spaced and line.blanks > self.spaced):
            return left
        shown = line.blanks if not self.spaced else line.blanks // (self.spaced + 1)
        wrong = abs(shown - skipped)
        return 0.1 * left if not wrong else 0.7 * left + 0.7 * min(wrong, 4)

    def numbering(self, before: str, line: FlatLine, place: int) -> float:
        """Rows are numbered on: 1, 2, 3; a group begins anew."""
        if self.number < 0:
            return -1.0 if place == self.first else 0.0
        if place == self.width:
            return 0.0
        if place != self.number:
            return 1.0 if self.number == 0 else 0.0
        here, last = line.text.strip("(). "), before.strip("(). ")
        if not here.isdigit():
            return -1.0
        if is_upper_label(before):
            return -5.0  # above it stands a group, which leaves the other columns empty
        if here == "1" or (last.isdigit() and int(here) == int(last) + 1):
            return -4.0
        if not last.isdigit() or "." in last:
            return -1.0
        return 5.0

    def dropping(self, line: FlatLine) -> float:
        """The price of leaving out a number alone between empty lines."""
        return 3.0 if line.text.isdigit() and line.blanks and len(line.text) <= 3 else NEVER

    def end(self, place: int, line: FlatLine | None) -> float:
        """What stays empty when the table is over, and whether the next line could begin a text."""
        if place == self.width:
            return _TAIL
        left = self.sums[self.width] - self.sums[place + 1]
        if place == self.number:
            left += _TAIL
        if line is None:
            return 0.5 * left
        begins = 3.0 if line.text[:1].islower() or (line.blanks == 0 and self.blocks) else 0.3
        far = line.blanks > self.spaced and not self.told
        looks_like_cell = len(line.text) <= 60 and not line.marked and line.text[-1:] not in ".;:"
        if place < self.width - 1 and looks_like_cell and not far:
            begins = max(begins, 2.0)
        return 0.5 * left + begins


__all__ = ["NEVER", "Prices", "ends_table", "heads_group"]
