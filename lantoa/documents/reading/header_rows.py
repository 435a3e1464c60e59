"""The header of a table (phần đầu bảng): one row, two levels, or words broken over two rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lantoa.common.rules.vietnamese import fold

from .column_words import header_roles, role_of
from .limits import MAX_COLUMNS
from .table_model import (
    ASSIGNMENT,
    COORDINATING,
    DUE,
    LEAD,
    NUMBER,
    OTHER,
    PERIOD,
    START,
    TASK,
    UNKNOWN,
)
from .table_rows import DIGITS, are_ordinals

_MAX_ROWS = 3
_SHORT = 40
_TIME = re.compile(r"thoi gian|thoi han|tien do|lo trinh|thang|quy|thuc hien trong|nam 20\d\d")
_ROMAN_QUARTER = re.compile(r"^(?:i{1,3}|iv|[1-4])$")
_MONTH = re.compile(r"^(?:0?[1-9]|1[0-2])$")
_PART = re.compile(
    r"^(?:chu tri|phoi hop|thuc hien|tham gia|bat dau|ket thuc|hoan thanh|trien khai|nguon|ns|"
    r"tong (?:so|cong)|ngan sach|nstw|nsdp|khac|xa hoi hoa|trung uong|dia phuong|so luong|"
    r"don vi|co quan)"
)


@dataclass(slots=True)
class Header:
    """The words and the role of every column, and how many rows say so."""

    texts: list[str]
    roles: list[str]
    count: int


def read_header(rows: Sequence[Sequence[str]], at: int) -> Header | None:
    """The header that begins with this row, if one does."""
    first = rows[at]
    if len(first) > MAX_COLUMNS:
        return None
    if header_roles(first) is None and not _may_go_on(rows, at):
        return None
    texts, count = list(first), 1
    while count < _MAX_ROWS and at + count < len(rows):
        below = rows[at + count]
        if are_ordinals(list(below)) or not _goes_on(texts, below):
            break
        texts = _joined(texts, below)
        count += 1
    roles = header_roles(texts)
    if roles is None:
        return None
    return Header(texts, _with_periods(roles, texts), count)


def split_flat(texts: Sequence[str]) -> list[str]:
    """Header cells read one after another: parts that stand behind belong below their whole.

    "Phân công", "Thời gian", "Chủ trì", "Phối hợp" are "Chủ trì", "Phối hợp", "Thời gian".
    """
    for parts, whole in ((_is_party_part, _is_party_whole), (_is_time_part, _is_time_whole)):
        texts = _beneath(list(texts), parts, whole)
    return list(texts)


def _beneath(texts: list[str], is_part: object, is_whole: object) -> list[str]:
    assert callable(is_part)
    assert callable(is_whole)
    end = len(texts)
    while end and is_part(texts[end - 1]):
        end -= 1
    start = next((i for i, text in enumerate(texts[:end]) if is_whole(text)), None)
    parts = texts[end:]
    if start is None or len(parts) < 2:
        return texts
    return [
        *texts[:start],
        *(_under(texts[start], part) for part in parts),
        *texts[start + 1 : end],
    ]


def _is_party_part(text: str) -> bool:
    return bool(re.match(r"^(?:co quan |don vi )?(?:chu tri|phoi hop)", fold(text)))


def _is_party_whole(text: str) -> bool:
    folded = fold(text)
    whole = re.search(r"phan cong|thuc hien|trach nhiem|co quan|don vi", folded)
    fits = role_of(text)[0] in {ASSIGNMENT, LEAD, UNKNOWN}
    return bool(whole) and fits and not _TIME.search(folded) and not _is_party_part(text)


def _is_time_part(text: str) -> bool:
    if DIGITS.match(text) and _MONTH.match(text):
        return True
    return role_of(text)[0] in {PERIOD, START} or fold(text) in {"ket thuc", "hoan thanh"}


def _is_time_whole(text: str) -> bool:
    fits = role_of(text)[0] in {DUE, UNKNOWN}
    return fits and bool(_TIME.search(fold(text))) and not _is_time_part(text)


def _may_go_on(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Half a header: its words are broken over two rows, or its parts stand in the second."""
    first = rows[at]
    if at + 1 >= len(rows) or any(len(cell) > _SHORT * 2 for cell in first):
        return False
    roles = [role_of(cell)[0] for cell in first if cell]
    return len(roles) >= 2 and bool({TASK, NUMBER} & set(roles)) and _goes_on(first, rows[at + 1])


def _goes_on(above: Sequence[str], below: Sequence[str]) -> bool:
    """Each filled cell of the row below is part of what stands above it, never a row's own."""
    filled = [(i, cell) for i, cell in enumerate(below) if cell]
    if not filled or any(len(cell) > _SHORT for _, cell in filled):
        return False
    if len(filled) == 1 and role_of(filled[0][1])[0] == PERIOD:
        return False  # "Quý I" alone names a group of rows
    own = 0
    for i, cell in filled:
        over = above[i] if i < len(above) else ""
        if fold(cell) == fold(over):
            continue
        if not _is_part_of(_whole(above, i), cell, bool(over)):
            return False
        own += 1
    return own > 0


def _is_part_of(over: str, cell: str, directly: bool) -> bool:
    folded = fold(cell)
    if directly and cell[:1].islower() and len(over) <= _SHORT:
        return role_of(f"{over} {cell}")[0] != UNKNOWN
    if _TIME.search(fold(over)) and (_ROMAN_QUARTER.match(folded) or _MONTH.match(folded)):
        return True
    role, _ = role_of(cell)
    return bool(_PART.match(folded)) or role in {PERIOD, START}


def _whole(above: Sequence[str], index: int) -> str:
    """What stands above this column, or above the columns it is merged with."""
    for i in range(min(index, len(above) - 1), -1, -1):
        if above[i]:
            return above[i]
    return ""


def _joined(above: Sequence[str], below: Sequence[str]) -> list[str]:
    made = []
    for i in range(max(len(above), len(below))):
        over = above[i] if i < len(above) else ""
        under = below[i] if i < len(below) else ""
        if not under or fold(under) == fold(over):
            made.append(over)
        elif under[:1].islower() and over:
            made.append(f"{over} {under}")
        else:
            made.append(_under(over or _whole(above, i), under))
    return made


def _under(over: str, part: str) -> str:
    """The part with as much of its whole as it needs: "I" below "Quý" is "Quý I"."""
    folded, whole = fold(part), fold(over)
    if DIGITS.match(part) and _MONTH.match(folded) and not ("quy" in whole and int(part) <= 4):
        return f"Tháng {int(part)}"
    if _ROMAN_QUARTER.match(folded) and _TIME.search(whole):
        return f"Quý {part}"
    role, strength = role_of(part)
    if role in {LEAD, COORDINATING, PERIOD, START} and strength > 1:
        return part
    return part if role == DUE else f"{over} {part}".strip()


def _with_periods(roles: Sequence[str], texts: Sequence[str]) -> list[str]:
    """The time over its quarters is no due of its own, and one quarter alone is no choice."""
    periods = roles.count(PERIOD)
    if periods == 1:
        return [OTHER if role == PERIOD else role for role in roles]
    return list(roles)


__all__ = ["Header", "read_header", "split_flat"]
