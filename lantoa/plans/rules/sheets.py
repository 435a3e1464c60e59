"""A table edited in a spreadsheet against what stands now (so từng ô của bảng tính).

Every row carries a mark: a sign of each value as it was handed out. A cell that differs from now
but still bears its sign was changed by others, not by the person; one that lost its sign while
the value of now has kept it is the person's change; where neither has it, both changed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from lantoa.common.rules.vietnamese import nfc, search_key

KEY, MARK = "Mã dòng", "Dấu phiên bản"
CHANGE, CONFLICT, UNREAD, UNKNOWN = "change", "conflict", "unread", "unknown"
EMPTY = "(trống)"


class Unreadable(ValueError):
    """One cell that cannot be understood, with a sentence for the person."""


@dataclass(frozen=True, slots=True)
class Column:
    """`kind` is text, date, choice or names; without `editable` it is only shown."""

    code: str
    label: str
    kind: str = "text"
    editable: bool = True
    width: int = 24
    options: tuple[str, ...] = ()
    longest: int = 5_000


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the file: its key, its mark, and by column the address and the value."""

    number: int
    key: str
    mark: str
    cells: Mapping[str, tuple[str, Any, bool]]


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell; `theirs` is what stands now where two people changed it."""

    key: str
    address: str
    column: str
    outcome: str
    old: str = ""
    new: str = ""
    said: str = ""


@dataclass(slots=True)
class Compared:
    differences: list[Difference] = field(default_factory=list)
    rows: int = 0


def sign(key: str, column: str, value: str) -> str:
    """The sign of one value in its row; of another row or column it is another."""
    return hashlib.sha256(f"{key}|{column}|{value}".encode()).hexdigest()[:8]


def mark_of(key: str, columns: Sequence[Column], values: Mapping[str, str]) -> str:
    """The version mark of a row: each editable column's code and sign."""
    return " ".join(f"{c.code}:{sign(key, c.code, values[c.code])}" for c in _editable(columns))


def compare(
    columns: Sequence[Column],
    lines: Iterable[Line],
    current: Mapping[str, Mapping[str, str]],
    names: Mapping[str, Sequence[str]],
) -> Compared:
    """Cell by cell what the person changed, and what stands in the way."""
    found, seen = Compared(), set[str]()
    for line in lines:
        found.rows += 1
        at = f"A{line.number}"
        if line.key in seen:
            said = "Mã dòng này đã có ở một dòng phía trên; chỉ đọc dòng đầu."
            found.differences.append(Difference(line.key, at, "", UNREAD, said=said))
        elif line.key not in current:
            said = "Không có dòng này, hoặc dòng nằm ngoài phạm vi của bạn."
            found.differences.append(Difference(line.key, at, "", UNKNOWN, said=said))
        else:
            found.differences += _of_line(columns, line, current[line.key], names)
        seen.add(line.key)
    return found


def _of_line(
    columns: Sequence[Column],
    line: Line,
    now: Mapping[str, str],
    names: Mapping[str, Sequence[str]],
) -> list[Difference]:
    signs = dict(part.partition(":")[::2] for part in line.mark.split())
    found = []
    for column in _editable(columns):
        if column.code not in line.cells:
            continue
        address, value, formula = line.cells[column.code]
        base, old = signs.get(column.code, ""), now[column.code]
        # What was not touched is never judged: an agency of the list may have ended since.
        if not formula and _untouched(line.key, column, value, base, old):
            continue
        try:
            if formula:
                raise Unreadable("Ô này là công thức; hãy gõ thẳng giá trị.")
            written = read(column, value, _with_held(names, column, old))
        except Unreadable as error:
            found.append(
                Difference(line.key, address, column.code, UNREAD, new=_raw(value), said=str(error))
            )
            continue
        if written == old or sign(line.key, column.code, written) == base:
            continue
        same = sign(line.key, column.code, old) == base
        said = "" if same else "Ô này vừa được người khác thay đổi sau khi tệp được tải về."
        outcome = CHANGE if same else CONFLICT
        found.append(Difference(line.key, address, column.code, outcome, old, written, said))
    return found


def _untouched(key: str, column: Column, value: Any, base: str, old: str) -> bool:
    raw = " ".join(nfc(_raw(value, longest=20_000)).split())
    return raw == old or sign(key, column.code, raw) == base


def _with_held(
    names: Mapping[str, Sequence[str]], column: Column, old: str
) -> Mapping[str, Sequence[str]]:
    """Who takes part already may stay in a list, though ended or one of several of that name."""
    if column.kind != "names" or not old:
        return names
    return {**names, **{search_key(name): (name,) for name in old.split("; ")}}


def read(column: Column, value: Any, names: Mapping[str, Sequence[str]]) -> str:
    """The value as the program writes it; raises `Unreadable`."""
    return _READ[column.kind](column, value, names)


def _text(column: Column, value: Any, names: Mapping[str, Sequence[str]]) -> str:
    if isinstance(value, datetime | date):
        value = f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = " ".join(nfc(str(value if value is not None else "")).split())
    if len(text) > column.longest:
        raise Unreadable(f"Dài quá {column.longest} ký tự.")
    return text


def _date(column: Column, value: Any, names: Mapping[str, Sequence[str]]) -> str:
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    text = _text(column, value, names)
    if not text:
        return ""
    parts = re.fullmatch(
        r"(?:ngày )?(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})", text.lower()
    )
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})(?: 00:00:00)?", text)
    words = re.fullmatch(r"(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})", text.lower())
    found = parts or words
    try:
        if iso:
            day = date(*(int(one) for one in iso.groups()))
        elif found:
            day = date(*(int(one) for one in reversed(found.groups())))
        else:
            raise ValueError(text)
    except ValueError as error:
        raise Unreadable(f"“{text}” không phải là ngày; hãy ghi dạng ngày/tháng/năm.") from error
    if not 1990 <= day.year <= 2200:
        raise Unreadable(f"Năm {day.year} không hợp lý.")
    return f"{day:%d/%m/%Y}"


def _choice(column: Column, value: Any, names: Mapping[str, Sequence[str]]) -> str:
    text = _text(column, value, names)
    for option in column.options:
        if search_key(option) == search_key(text):
            return option
    raise Unreadable(f"“{text or EMPTY}” không có trong danh sách: {', '.join(column.options)}.")


def _names(column: Column, value: Any, names: Mapping[str, Sequence[str]]) -> str:
    """Agencies apart by a semicolon, in the order of the alphabet, each once."""
    found = set()
    raw = nfc(str(value if value is not None else ""))
    for part in (" ".join(one.split()) for one in re.split(r"[;\n]", raw)):
        if not part:
            continue
        known = names.get(search_key(part), ())
        if not known:
            raise Unreadable(f"Không có cơ quan “{part}” trong danh mục.")
        if len(known) > 1:
            raise Unreadable(f"Có nhiều cơ quan tên “{part}”; hãy chọn trong phần mềm.")
        found.add(known[0])
    return "; ".join(sorted(found, key=search_key))


_READ: dict[str, Callable[[Column, Any, Mapping[str, Sequence[str]]], str]] = {
    "text": _text,
    "date": _date,
    "choice": _choice,
    "names": _names,
}


def _editable(columns: Sequence[Column]) -> list[Column]:
    return [column for column in columns if column.editable]


def _raw(value: Any, longest: int = 200) -> str:
    return str(value if value is not None else "")[:longest]
