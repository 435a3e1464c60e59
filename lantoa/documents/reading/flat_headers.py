"""The header of a flattened table (tiêu đề cột mỗi ô một dòng): which lines name its columns.

With "STT" first it ends where rows begin to be numbered. Without, words tell its columns; lines
beside them that no list knows may be columns too, and then the rows below have to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lantoa.common.rules.vietnamese import fold

from .column_words import header_roles, one_of_each, role_of
from .flat_rows import FlatLine
from .header_rows import split_flat
from .numbering import find_marker
from .table_model import DUES, NUMBER, OTHER, PARTIES, PERIOD, TASK, UNKNOWN
from .table_rows import is_label

LONGEST = 70
_LONGEST_NUMBERED = 120
# Only with these words do columns begin that stand first.
_OPENERS = re.compile(
    r"(?:stt|tt|so|noi|nhiem|cong|hoat|viec|ten|co|don|thoi|thang|quy|tien|han|cac|to|chu|phan|ket|"
    r"san|hinh|muc|dau|ngay|nguoi|bo|trach|giai|danh|lo|dia|phong|linh|nhom|chuong|moc|mang|lam|ai|"
    r"de|khi|cap|pham|doi|yeu)\b"
)
_FIRST_NUMBER = re.compile(r"^\(?(?:1|0?01|I|A|a|1\.1|A\.1|I\.1)[.):/]?\)?$")
_GLUED = re.compile(r"^(?:1|01)(?:[.)]\s?|\s+)(?=[^\W\d])")
_MOST_COLUMNS = 20
_FEWEST = 3
_MONTHS = 12
_SURE = 2
_UNKNOWN_COLUMNS = 2
_SHORT = 32


class FlatHeader:
    """The columns and how many lines name them; `sure` when nothing but the words is needed."""

    def __init__(
        self, texts: list[str], roles: list[str], lines: Sequence[FlatLine], *, sure: bool
    ) -> None:
        self.texts, self.roles, self.count, self.sure = texts, roles, len(lines), sure
        self.key = tuple(line.folded for line in lines)


def may_open(lines: Sequence[FlatLine], at: int) -> bool:
    """The line could name the first column."""
    line = lines[at]
    if len(line.text) > LONGEST or "\t" in line.raw:
        return False
    if _OPENERS.match(line.folded) and _named(line.text):
        return True
    after = lines[at + 1] if at + 1 < len(lines) else line
    is_known = len(after.text) <= LONGEST and bool(_OPENERS.match(after.folded))
    return is_known and _is_plain(line) and _named(after.text) >= _SURE


def opens_numbered(lines: Sequence[FlatLine], at: int) -> bool:
    """ "STT", or "Số" and below it "TT"."""
    if len(lines[at].text) > LONGEST:
        return False
    after = lines[at + 1].folded if at + 1 < len(lines) else ""
    broken = lines[at].folded == "so" and after in {"tt", "thu tu"}
    return broken or role_of(lines[at].text)[0] == NUMBER


def flat_headers(lines: Sequence[FlatLine], at: int) -> Iterator[FlatHeader]:
    """The headers that may begin here, the likeliest first."""
    if opens_numbered(lines, at):
        yield from _numbered(lines, at)
        return
    if _is_title(lines, at):
        return
    end, last = at, at
    seen: set[str] = set()
    while end < len(lines) and end - at < _MOST_COLUMNS:
        # No header names one column twice: what comes again is a list, or the header itself.
        if lines[end].folded in seen or "\t" in lines[end].raw:
            break
        seen.add(lines[end].folded)
        if opens_numbered(lines, end) and end + 1 < len(lines) and _names_column(lines, end + 1):
            break
        named = _names_column(lines, end)
        if not named and (end - last >= _UNKNOWN_COLUMNS + 1 or not _is_plain(lines[end])):
            break
        end += 1
        last = end if named else last
    strengths = [_named(line.text) for line in lines[at:last]]
    if sum(map(bool, strengths)) < _SURE or max(strengths) < _SURE:
        return
    # The first cell may begin like a header ("Tháng hành động …"), the last header like a cell.
    stops = sorted(range(max(at + 2, last - _UNKNOWN_COLUMNS), end + 1), key=lambda n: n != last)
    for stop in stops:
        yield from _both(lines, at, stop, numbered=False, sure=False)


def _is_title(lines: Sequence[FlatLine], at: int) -> bool:
    """An empty line parts the title of a table from its header, whose lines stand together."""
    if at + 2 >= len(lines):
        return True
    return lines[at + 1].blanks > lines[at + 2].blanks


def _numbered(lines: Sequence[FlatLine], at: int) -> Iterator[FlatHeader]:
    """Up to where rows begin to be numbered; the heading of a group may stand before that."""
    end = at
    while end < len(lines) and end - at < _MOST_COLUMNS:
        line = lines[end]
        if "\t" in line.raw or len(line.text) > _LONGEST_NUMBERED or is_label(line.text):
            break
        if line.marked or (line.group and not _named(line.text) and _begins(lines, end + 1)):
            break
        end += 1
    end += _months(lines, end)
    if end < len(lines) and _GLUED.match(lines[end].text) and not _begins(lines, end + 1):
        glued = _made(_cells(lines[at:end]), lines[at:end], numbered=True, glued=True)
        if glued is not None:
            yield glued
        return
    if not _begins(lines, end) and not (
        end < len(lines) and (lines[end].group or lines[end].marked) and _begins(lines, end + 1)
    ):
        return
    stop = end
    while stop > at + _FEWEST and end - stop < _UNKNOWN_COLUMNS and _may_head(lines[stop - 1]):
        stop -= 1
    for here in range(end, stop - 1, -1):
        yield from _both(lines, at, here, numbered=True, sure=stop == end)


def _may_head(line: FlatLine) -> bool:
    """Words that name no column may head the first group of rows."""
    unnamed = not _named(line.text) or role_of(line.text)[0] == PERIOD
    return unnamed and line.text[:1].isupper()


def _begins(lines: Sequence[FlatLine], at: int) -> bool:
    return at < len(lines) and bool(_FIRST_NUMBER.match(lines[at].text))


def _months(lines: Sequence[FlatLine], at: int) -> int:
    """How many lines are months below one header: 3, 4, 5; a row has words behind its number."""
    count = 0
    while at + count < len(lines) and lines[at + count].text.isdigit() and count < _MONTHS:
        if count and int(lines[at + count].text) != int(lines[at + count - 1].text) + 1:
            break
        count += 1
    return count if count > 1 else 0


def _named(text: str) -> int:
    """How surely these words alone name a column."""
    if len(text) > LONGEST or text[-1:] in {".", ";", ":", ","} or find_marker(text):
        return 0
    role, strength = role_of(text)
    return strength if role != UNKNOWN else 0


def _is_plain(line: FlatLine) -> bool:
    """Short words in capitals or beginning with one, no figure, no body's name, no due."""
    text = line.text
    plain = 2 < len(text) <= _SHORT and text[:1].isupper() and not any(map(str.isdigit, text))
    closed = text[-1:] in {".", ";", ":", ",", "/"}
    return plain and not closed and not line.due and not line.body and not line.marked


def _names_column(lines: Sequence[FlatLine], at: int) -> bool:
    text = lines[at].text
    if len(text) > LONGEST or role_of(text)[0] == NUMBER:
        return False
    if role_of(text)[0] == PERIOD:
        beside = [n.text for n in (lines[at - 1], *lines[at + 1 : at + 2])]
        return any(role_of(each)[0] == PERIOD for each in beside if len(each) <= LONGEST)
    strength = _named(text) if len(text) <= 45 and not lines[at].due else 0
    if strength >= _SURE or (strength and (len(text) <= 10 or not lines[at].body)):
        return True
    return text[:1].islower() and role_of(f"{lines[at - 1].text} {text}")[1] >= _SURE


def _both(
    lines: Sequence[FlatLine], at: int, end: int, *, numbered: bool, sure: bool
) -> Iterator[FlatHeader]:
    """The header as it stands, and with its last columns as parts of one before them."""
    plain = _cells(lines[at:end])
    parted = split_flat(plain)
    readings = [plain] if parted == plain else [parted, plain]
    for texts in readings:
        made = _made(texts, lines[at:end], numbered=numbered, sure=sure and len(readings) == 1)
        if made is not None:
            yield made


def _made(
    texts: list[str],
    lines: Sequence[FlatLine],
    *,
    numbered: bool,
    sure: bool = True,
    glued: bool = False,
) -> FlatHeader | None:
    if not _FEWEST - (not numbered) <= len(texts) <= _MOST_COLUMNS:
        return None
    sure = sure and len(texts) >= _FEWEST
    roles = header_roles(texts) or _with_unknown_task(texts)
    if roles is None and numbered:
        roles = one_of_each([role_of(text) for text in texts])
    if roles is None or (numbered and roles[0] != NUMBER):
        return None
    if not numbered and not set(roles) & (PARTIES | DUES):
        return None
    if glued:  # the number stands in the cell of the task
        texts, roles = texts[1:], roles[1:]
    return FlatHeader(texts, roles, lines, sure=sure)


def _cells(lines: Sequence[FlatLine]) -> list[str]:
    """The words of the columns; those in lower case go on from the line above."""
    texts: list[str] = []
    for line in lines:
        broken = bool(texts) and (
            line.text[:1].islower() or (fold(texts[-1]) == "so" and len(line.text) == 2)
        )
        if broken:
            texts[-1] = f"{texts[-1]} {line.text}"
        else:
            texts.append(line.text)
    return texts


def _with_unknown_task(texts: Sequence[str]) -> list[str] | None:
    """ "Đầu mục" beside a lead and a due can only be what is to be done."""
    roles = [role_of(text)[0] for text in texts]
    if not (PARTIES & set(roles) and DUES & set(roles)) or UNKNOWN not in roles:
        return None
    roles[roles.index(UNKNOWN)] = TASK
    return [
        r if r in {OTHER, UNKNOWN} or r not in roles[:i] else OTHER for i, r in enumerate(roles)
    ]
