"""Lists of agencies in a sentence (danh sách cơ quan): cut at the verb, split into single parties.

"Các Phòng: Nội vụ, Tư pháp" is two agencies; "các cơ quan, đơn vị, UBND các xã, phường" is one
class. Words stay as written; only a left-out class word ("Phòng") is restored.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .agency_names import (
    GROUP_START,
    GROUP_TAIL,
    HEAD,
    NAME_START,
    SECTOR_TAIL,
    STOP,
)
from .name_ends import end_of_names
from .name_words import TOKEN, after_names, key_of, longest
from .options import KnownNames, Options

_DASH = rf"\s[-–]\s(?={HEAD}|[Cc]ác\s)"
_LONGEST = 12
_POINT = r"(?<!\bP)(?<!\bTT)\."
_CUT = re.compile(rf"{_POINT}|[;:()\n]|{_DASH}")
_CUT_LATER = re.compile(rf"{_POINT}|[:()\n]|;(?!\s*(?:{NAME_START.pattern}))|{_DASH}")
_SEPARATOR = re.compile(
    rf"\s*(?:[,;/]|\s[-–](?=\s+(?:{HEAD})))\s*(?:và\s+|cùng\s+)?|\s+(?:và|hoặc|"
    rf"cùng(?:\s+với)?)\s+(?={HEAD}|các\s|UBND|(?:[Tt]hủ trưởng|[Nn]gười đứng đầu)\s)"
)
_PLURAL = re.compile(
    r"(?:[Tt]hủ trưởng\s+)?(?:[Cc]ác|[Nn]hững)\s+(?P<noun>[Ss]ở|[Pp]hòng|[Bb]an|[Hh]ội|[Tt]rường|"
    r"[Bb]ộ|[Cc]ơ quan|[Đđ]ơn vị|"
    r"[Tt]rung tâm|[Xx]ã|[Pp]hường|(?:[Ss]ở|[Pp]hòng),\s*ban(?:,\s*ngành)?)(?:\s+chuyên "
    r"môn)?\s*(?::\s*|\s+(?=[A-ZĐ]))"
    r"(?=[A-ZĐ])(?!Trung ương|TW|Đảng|"
    r"LĐLĐ|UBND|HĐND|Nhà nước|Đại học|Cao đẳng|THCS|THPT|Tiểu học|Mầm non|"
    r"Phổ thông|Trung học)"
)
_PLURAL_UNITS = re.compile(
    r"(?P<body>UBND|Ủy ban nhân dân|HĐND|Đảng ủy|Công an)\s+(?:các\s+)?"
    r"(?P<unit>xã|phường|thị trấn|huyện|đặc khu)\s*:\s*(?=[A-ZĐ])"
)
_UNIT_WORD = re.compile(r"^(?:xã|phường|thị trấn|huyện|thị xã|thành phố|đặc khu)\s+(?=[A-ZĐ])")
_CLASS_WORD = re.compile(
    r"^(Sở|Phòng|Ban|Hội|Bộ|Trường|Chi cục|Trung tâm|UBND xã|UBND phường|Xã|Phường)$", re.I
)
_ELIDED_AND = re.compile(rf"\s+và\s+(?=[A-ZĐ])(?!{SECTOR_TAIL})")
_TAIL = re.compile(rf"^{SECTOR_TAIL}")
_GROUP_TAIL = re.compile(rf"^{GROUP_TAIL}")
# "các cơ quan, đơn vị, UBND các xã" is one class; "các sở, UBND các xã" is two.
_ALL_BODIES = re.compile(r"^(?:.*\s)?(?:cơ quan|đơn vị)$", re.IGNORECASE)
_NEW_GROUP = re.compile(r"^(?:các|những|mỗi|từng|tất cả|toàn thể)\s", re.IGNORECASE)
_BARE_CLASS = re.compile(
    r"^(?:Sở|Ban(?: [Qq]uản lý)?|Ngành|Cục|Chi cục|Trung tâm|Vụ|Phòng|Tổng cục|Viện|"
    r"Hội|Đoàn|Đoàn thể|Đơn vị|Cơ quan)(?:\s+(?:trực )?thuộc\b.*|,.*|\s+và\s.*)?$"
)
_SCHOOLS = re.compile(
    r"^(?:Tiểu học|Mầm non|THCS|THPT|Cao đẳng|Đại học|Trung học|Mẫu giáo|Phổ thông)\b"
)
# Of these no class word is left out in a list: a field after a comma is one of theirs.
_KEEPS_FIELDS = re.compile(
    r"^(?:Trung tâm|Văn phòng [ĐC]|Viện|Học viện|Quỹ|Ban (?:Quản lý|Chỉ đạo))\s"
)
_FIELD = re.compile(r"^[A-ZĐÀ-Ỹ][^\WA-ZĐ\d_]+\s")
_COUNCILS = re.compile(
    r"(?:\bV(?:ăn phòng|P)\b.{0,60}(?:HĐND|Hội đồng nhân dân)|ĐBQH|Đoàn đại biểu Quốc hội|\bBáo)$"
)
_PERSON = re.compile(r"^(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|Bà)\s")
_POSITION = re.compile(r"^(?:Phó|Chủ tịch|Chánh|Trưởng|Giám đốc|Bí thư|Hiệu trưởng|Ủy viên)\b")
_LEADING_CLASS = re.compile(r"^(Sở|Phòng|Ban|Hội|Bộ|Trường|Chi cục)\s")
_PROPER = re.compile(
    r"[^\W\d_]\w+(?:\s[^\W\d_]\w*){0,3}\s(?:[A-ZĐÀ-Ỹ]|tỉnh\b|huyện\b|xã\b|phường\b|thành phố\b)"
)
_STARTS_NAME = re.compile(HEAD)


@dataclass(frozen=True, slots=True)
class Named:
    """One agency or class of agencies, as written."""

    name: str
    group: bool


@dataclass(frozen=True, slots=True)
class NameList:
    """The names found from an offset on, and where they end."""

    names: tuple[Named, ...]
    end: int


def take_names(text: str, at: int, *, options: Options, across: bool = False) -> NameList:
    """The list of agencies that begins at this offset; empty when none begins there.

    `across`: a semicolon before another name does not end the list.
    """
    known = options.known_names.pattern
    start = at + len(text[at:]) - len(text[at:].lstrip(" ,:"))
    plural = _PLURAL.match(text, start) or _PLURAL_UNITS.match(text, start)
    if not (plural or NAME_START.match(text, start) or (known and known.match(text, start))):
        return NameList((), at)
    body = plural.end() if plural else start
    end = _cut(text, body, known, _CUT_LATER if across else _CUT)
    return NameList(_split(text[start:end], options.known_names), end)


def take_any_names(text: str, *, options: Options) -> NameList:
    """The names at the start of a cell, though no word known for an agency begins them."""
    if not text[:1].isupper() or STOP.match(text[:1].lower() + text[1:]):
        return NameList((), 0)
    end = _cut(text, 0, options.known_names.pattern, _CUT)
    if len(text[:end].split()) > _LONGEST:
        return NameList((), 0)
    return NameList(_split(text[:end], options.known_names), end)


def take_proper_names(text: str, at: int, *, options: Options) -> NameList:
    """The names there though no known class word begins them: "Đồn Thủy đạc Cửa Lạch".

    They begin with a capital, with no verb, and hold a second capital or a level.
    """
    start = at + len(text[at:]) - len(text[at:].lstrip(" ,:"))
    keys = [key_of(word) for word in TOKEN.findall(text[start : start + 60])]
    if not keys or not text[start].isupper() or longest(after_names(), keys, 0):
        return NameList((), at)
    end = _cut(text, start, options.known_names.pattern, _CUT)
    if not _PROPER.match(text, start, end) or len(text[start:end].split()) > _LONGEST:
        return NameList((), at)
    return NameList(_split(text[start:end], options.known_names), end)


def split_names(text: str, *, options: Options) -> list[Named]:
    """A text that is nothing but a list of agencies, taken apart."""
    return list(_split(text, options.known_names))


# The same few names stand in most duties of a plan.
@lru_cache(maxsize=2_000)
def _split(text: str, known: KnownNames) -> tuple[Named, ...]:
    text = " ".join(text.split()).strip(" ,;:.-–")
    plural = _PLURAL.match(text)
    if plural:
        return tuple(_elided(text[plural.end() :], plural["noun"]))
    units = _PLURAL_UNITS.match(text)
    if units:
        return tuple(_units(text[units.end() :], units["body"], units["unit"]))
    return tuple(
        Named(item, item.casefold() in known.classes or bool(GROUP_START.match(item)))
        for item in _merge(text, _pieces(text, known.pattern))
        if item
    )


def _cut(text: str, start: int, known: re.Pattern[str] | None, ends: re.Pattern[str]) -> int:
    position = start
    while True:
        sign = ends.search(text, position)
        limit = sign.start() if sign else len(text)
        inside = known.search(text, position, sign.end()) if known and sign else None
        whole = known.match(text, inside.start()) if known and inside else None
        if whole is None or whole.end() <= limit:
            return end_of_names(text, start, limit, known)
        position = whole.end()


def _pieces(text: str, known: re.Pattern[str] | None) -> list[tuple[int, int, str]]:
    """Start and end of each piece between separators, and the separator before it."""
    closed = [match.span() for match in known.finditer(text)] if known else []
    pieces, start, mark = [], 0, ""
    for match in _SEPARATOR.finditer(text):
        is_inside = any(first < match.start() < last for first, last in closed)
        if is_inside or _COUNCILS.search(text[start : match.start()]):
            continue
        pieces.append((start, match.start(), mark))
        start, mark = match.end(), match[0].strip()
    return [*pieces, (start, len(text), mark)]


def _merge(text: str, pieces: Sequence[tuple[int, int, str]]) -> list[str]:
    """Pieces that only continue the name before them are joined to it again."""
    merged: list[tuple[int, int]] = []
    for start, end, mark in pieces:
        if merged and _continues(text[slice(*merged[-1])], text[start:], text[start:end], mark):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    names = [text[start:end].strip(" ,;") for start, end in merged]
    return [_restored(names, index) for index in range(len(names))]


def _continues(before: str, rest: str, piece: str, mark: str) -> bool:
    if _TAIL.match(piece):
        return True
    if _PERSON.match(before) and _POSITION.match(piece):
        return True
    if _NEW_GROUP.match(piece):
        return False
    if _SCHOOLS.match(piece):
        return bool(GROUP_START.match(before))
    if _KEEPS_FIELDS.match(before) and _FIELD.match(piece) and not _STARTS_NAME.match(piece):
        return True
    if _BARE_CLASS.match(piece):
        return bool(GROUP_START.match(before))
    if _GROUP_TAIL.match(rest):
        return mark != ";" and bool(_ALL_BODIES.search(before))
    return not _STARTS_NAME.match(piece) and piece[:1].islower()


def _restored(names: Sequence[str], index: int) -> str:
    """ "Sở Nội vụ, Tài chính": the class word of the name before is understood."""
    name = names[index]
    is_short_name = name.split(" ")[0].isupper() and len(name.split(" ")[0]) > 1
    if index == 0 or is_short_name or NAME_START.match(name) or not name[:1].isupper():
        return name
    before = next(
        (_LEADING_CLASS.match(n) for n in reversed(names[:index]) if _STARTS_NAME.match(n)), None
    )
    return f"{before[1]} {name}" if before and len(name.split()) <= 7 else name


def _elided(body: str, noun: str) -> list[Named]:
    """The items after "Các Phòng:", each with its class word."""
    word = noun[:1].upper() + noun[1:] if _CLASS_WORD.match(noun) else ""
    found: list[str] = []
    for piece in re.split(r"\s*[,;]\s*", body):
        if found and (_TAIL.match(piece) or (not word and piece[:1].islower())):
            found[-1] += f", {piece}"
            continue
        found += _ELIDED_AND.split(piece)
    names = []
    for item in (item.strip() for item in found):
        is_whole = not word or NAME_START.match(item)
        if item:
            names.append(
                Named(item if is_whole else f"{word} {item}", bool(GROUP_START.match(item)))
            )
    return names


def _units(body: str, word: str, unit: str) -> list[Named]:
    """The items after "UBND các xã:", each with its class word."""
    items = re.split(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+", body)
    return [
        Named(f"{word} {item}" if _UNIT_WORD.match(item) else f"{word} {unit} {item}", False)
        for item in items
        if item
    ]
