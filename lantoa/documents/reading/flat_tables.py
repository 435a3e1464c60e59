"""Tables copied cell by cell (bảng bị dàn phẳng): each cell on a line of its own, row after row.

Their header shows them: "STT", "Nội dung", … and then "1" alone on a line, or, without numbers,
three headers of columns in a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lantoa.common.rules.vietnamese import fold

from .column_words import header_roles, one_of_each, role_of
from .flat_rows import FlatLine, place_rows
from .header_rows import split_flat
from .lines import Line
from .noticed import Noticed
from .numbering import find_marker
from .row_joining import RowJoiner
from .table_model import DUES, NUMBER, OTHER, PARTIES, PERIOD, TASK, UNKNOWN, Table
from .table_rows import are_ordinals, is_label

_LONGEST = 70
# Only with these words do columns begin that stand first.
_OPENERS = re.compile(
    r"(?:stt|tt|so|noi|nhiem|cong|hoat|viec|ten|co|don|thoi|thang|quy|tien|han|cac|to|chu|phan|ket|"
    r"san|hinh|muc|dau|ngay|nguoi|bo|trach|giai|danh|lo|dia|phong|linh|nhom|chuong|moc)\b"
)
_MOST_COLUMNS = 20
_FEWEST = 3
_MONTHS = 12
_SURE = 2


def find_flat_tables(lines: Sequence[Line]) -> list[Table]:
    """The flattened tables among these lines, in order; their lines are in `Table.lines`."""
    flat = list(_flat_lines(lines))
    tables: list[Table] = []
    failed: set[tuple[str, ...]] = set()
    at = 0
    while at < len(flat):
        head = _header(flat, at) if _may_open(flat[at]) else None
        if head is None or head.key in failed:
            at += 1
            continue
        table, end = _read(flat, at, head)
        if table is None:
            failed.add(head.key)
            at += head.count
        else:
            tables.append(table)
            at = end
    return tables


class _Header:
    """The columns and how many lines name them."""

    def __init__(self, texts: list[str], roles: list[str], lines: Sequence[FlatLine]) -> None:
        self.texts, self.roles, self.count = texts, roles, len(lines)
        self.key = tuple(line.folded for line in lines)


def _flat_lines(lines: Sequence[Line]) -> Iterator[FlatLine]:
    blanks = 0
    for line in lines:
        if line.blank:
            blanks += 1
            continue
        yield FlatLine(line, fold(line.text) if len(line.text) <= 160 else "", blanks)
        blanks = 0


def _may_open(line: FlatLine) -> bool:
    if len(line.text) > _LONGEST or not _OPENERS.match(line.folded):
        return False
    return "\t" not in line.raw and _named(line.text) > 0


def _named(text: str) -> int:
    """How surely these words alone name a column."""
    if len(text) > _LONGEST or text[-1:] in {".", ";", ":", ","} or find_marker(text):
        return 0
    role, strength = role_of(text)
    return strength if role != UNKNOWN else 0


def _header(lines: Sequence[FlatLine], at: int) -> _Header | None:
    """The header that begins here: up to the first number, or as far as words name columns."""
    numbered = role_of(lines[at].text)[0] == NUMBER or _is_broken_number(lines, at)
    end = at
    while end < len(lines) and end - at < _MOST_COLUMNS:
        line = lines[end]
        if "\t" in line.raw or len(line.text) > _LONGEST:
            break
        if is_label(line.text):
            end += _months(lines, end) if numbered else 0
            break
        if not numbered and end > at and not _goes_on_header(lines, end):
            break
        end += 1
    if numbered and (end >= len(lines) or not _opens_rows(lines, end)):
        return None
    return _made(lines, at, end, numbered)


def _months(lines: Sequence[FlatLine], at: int) -> int:
    """How many lines are months below one header: 3, 4, 5; a row has words behind its number."""
    count = 0
    while at + count < len(lines) and lines[at + count].text.isdigit() and count < _MONTHS:
        if count and int(lines[at + count].text) != int(lines[at + count - 1].text) + 1:
            break
        count += 1
    return count if count > 1 else 0


def _is_broken_number(lines: Sequence[FlatLine], at: int) -> bool:
    """ "Số" and below it "TT"."""
    after = lines[at + 1].folded if at + 1 < len(lines) else ""
    return lines[at].folded == "so" and after in {"tt", "thu tu"}


def _goes_on_header(lines: Sequence[FlatLine], at: int) -> bool:
    text = lines[at].text
    if role_of(text)[0] == NUMBER:
        return False
    if role_of(text)[0] == PERIOD:
        beside = [n.text for n in (lines[at - 1], *lines[at + 1 : at + 2])]
        return any(role_of(each)[0] == PERIOD for each in beside if len(each) <= _LONGEST)
    strength = _named(text) if len(text) <= 45 and not lines[at].due else 0
    if strength >= _SURE or (strength and (len(text) <= 10 or not lines[at].body)):
        return True
    return text[:1].islower() and role_of(f"{lines[at - 1].text} {text}")[1] >= _SURE


def _opens_rows(lines: Sequence[FlatLine], at: int) -> bool:
    first = lines[at].text.strip("().")
    return first in {"1", "I", "A", "a", "01", "1.1", "A.1", "I.1"}


def _made(lines: Sequence[FlatLine], at: int, end: int, numbered: bool) -> _Header | None:
    texts: list[str] = []
    for line in lines[at:end]:
        broken = bool(texts) and (
            line.text[:1].islower() or (fold(texts[-1]) == "so" and len(line.text) == 2)
        )
        if broken:
            texts[-1] = f"{texts[-1]} {line.text}"
        else:
            texts.append(line.text)
    texts = split_flat(texts)
    if not _FEWEST <= len(texts) <= _MOST_COLUMNS:
        return None
    roles = header_roles(texts)
    if roles is None:
        roles = _with_unknown_task(texts)
    if roles is None and numbered:
        roles = one_of_each([role_of(text) for text in texts])
    if roles is None or (numbered and roles[0] != NUMBER):
        return None
    told = set(roles)
    if not numbered and not (told & PARTIES or told & DUES):
        return None
    return _Header(texts, roles, lines[at:end])


def _with_unknown_task(texts: Sequence[str]) -> list[str] | None:
    """ "Đầu mục" beside a lead and a due can only be what is to be done."""
    roles = [role_of(text)[0] for text in texts]
    if not (PARTIES & set(roles) and DUES & set(roles)) or UNKNOWN not in roles:
        return None
    roles[roles.index(UNKNOWN)] = TASK
    return [
        r if r in {OTHER, UNKNOWN} or r not in roles[:i] else OTHER for i, r in enumerate(roles)
    ]


def _read(lines: Sequence[FlatLine], at: int, head: _Header) -> tuple[Table | None, int]:
    placed = place_rows(_body(lines, at + head.count, head), head.roles)
    if not placed.rows or (NUMBER not in head.roles and len(placed.rows) < 2):
        return None, at
    table = Table(list(head.roles), list(head.texts))
    joiner = RowJoiner(Noticed())
    for row in placed.rows:
        if not placed.told:
            _forget_ticks(row, head.roles)
        cells = [[(n.number, n.text) for n in cell] for cell in row]
        joiner.add_pieces(table, cells, sorted(n.number for cell in row for n in cell))
    last = placed.last
    table.lines = [line.number for line in lines[at : at + head.count]]
    table.lines += range(table.lines[-1] + 1, last + 1)
    after = next((i for i in range(at, len(lines)) if lines[i].number > last), len(lines))
    return table, after


def _forget_ticks(row: list[list[FlatLine]], roles: Sequence[str]) -> None:
    """Where empty cells left no line, a tick may stand for any quarter; only all of them tell."""
    ticked = [i for i, role in enumerate(roles) if role == PERIOD]
    if not all(row[i] for i in ticked):
        for i in ticked:
            row[i] = []


def _body(lines: Sequence[FlatLine], start: int, head: _Header) -> Iterator[FlatLine]:
    """The lines that may be cells: up to rows of another form or another header.

    Headers printed again, the numbers of pages before them and of columns are left out.
    """
    at, width = start, len(head.texts)
    if are_ordinals([n.text for n in lines[at : at + width]]):
        at += width
    while at < len(lines) and "\t" not in lines[at].raw:
        line = lines[at]
        if _repeats(lines, at, head):
            at += head.count
            continue
        is_page = bool(line.blanks) and line.text.isdigit()
        if is_page and _repeats(lines, at + 1, head):
            at += 1
            continue
        if _may_open(line) and role_of(line.text)[0] == NUMBER and _header(lines, at) is not None:
            return
        yield line
        at += 1


def _repeats(lines: Sequence[FlatLine], at: int, head: _Header) -> bool:
    return (
        at < len(lines)
        and lines[at].folded == head.key[0]
        and (tuple(n.folded for n in lines[at : at + head.count]) == head.key)
    )
