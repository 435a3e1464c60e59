"""The head of a document (thể thức phần đầu): number, symbol, date, place, issuer, title."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from lantoa.common.rules.vietnamese import fold

from .addressees import read_addressees
from .kinds import is_formula
from .letterhead import DRAFT, NUMBER, PLACE, Letterhead, columns, head_cells
from .lines import Line, ends_sentence, is_upper, starts_lower
from .numbering import find_marker
from .segments import Segment, is_attached_line
from .table_rows import is_row

_AUTHORITY = re.compile(
    r"(?:(?:chu tich|pho chu tich|truong ban|ban thuong vu|thuong truc)\s+)?"
    r"(?:uy ban|ubnd|hoi dong|hdnd|bo truong|bo |giam doc|tong giam doc|thu tuong|chinh phu|"
    r"truong phong|chanh|so |cuc |tong cuc|chi cuc|ban |tinh uy|thanh uy|thi uy|huyen uy|dang uy)"
)
_TITLE_STOP = re.compile(r"^(?:can cu|thuc hien|nham |theo de nghi|kinh gui|de |ngay \d|tiep tuc)")
_SUBJECT = re.compile(r"^\W*V/v\s*:?\s*(?P<subject>.+)$|^\W*Về việc\s+(?P<about>.+)$", re.I)
# "CHỈ THỊ" / "CỦA BAN THƯỜNG VỤ TỈNH ỦY": who issues it, between the kind and the subject.
_OF_BODY = re.compile(
    r"CỦA\s+(?:BAN|ỦY|UỶ|CHỦ TỊCH|HỘI ĐỒNG|THƯỜNG TRỰC|TỈNH|THÀNH|HUYỆN|THỊ|ĐẢNG|BỘ|BÍ)\b"
)
_HEAD_LINES = 40
_MAX_TITLE_LINE = 260


@dataclass(slots=True)
class Heading:
    """What a document's head says and where its body begins (index into the file's lines)."""

    title: str
    body: int
    head: Letterhead
    issuer: str | None = None
    attached: str = ""
    letter: bool = False
    addressees: list[str] = field(default_factory=list)


def read_heading(lines: Sequence[Line], segment: Segment, tables: Collection[int] = ()) -> Heading:
    """Everything the head of the document says; what it does not say stays empty.

    `tables`: the numbers of the lines on which tables begin; a title ends above one.
    """
    title_at = segment.title if segment.title is not None else segment.first
    head = Heading("", title_at, _letterhead(lines, segment))
    head.issuer = head.head.issuer
    if segment.title is None or segment.named is None:
        _read_untitled(lines, segment, head)
    else:
        _read_title(lines, segment, head, tables)
    return head


def _letterhead(lines: Sequence[Line], segment: Segment) -> Letterhead:
    end = segment.title if segment.title is not None else segment.first + _HEAD_LINES
    own = lines[segment.first : min(end, segment.first + _HEAD_LINES, segment.last + 1)]
    head = Letterhead()
    for index, cell in head_cells(own):
        text = own[index].text
        if segment.title is None and (
            len(text) > 200 or find_marker(text) or fold(cell).startswith("kinh gui")
        ):
            break
        head.take(cell)
    return head


def _read_title(
    lines: Sequence[Line], segment: Segment, head: Heading, tables: Collection[int]
) -> None:
    assert segment.title is not None
    assert segment.named is not None
    words = [segment.named.rest] if segment.named.rest else []
    index, blank = segment.title + 1, False
    while index <= segment.last:
        line = lines[index]
        if line.number in tables:
            break
        if line.blank:
            blank = bool(words)
        elif is_head_line(line.text):
            for cell in columns(line.raw):
                head.head.take(cell, names=False)
        elif is_attached_line(line.text):
            index = _read_attached(lines, index, segment.last, head)
            blank = True
            continue
        elif not words and _OF_BODY.match(line.text) and is_upper(line.text):
            head.issuer = line.text[4:].strip()
        elif _ends_title(line, words, blank, segment.named.kind):
            break
        else:
            words.append(line.text)
            blank = False
        index += 1
    head.title, head.body = " ".join(words).strip(" .:"), index
    _read_authority(lines, segment, head)


def is_head_line(text: str) -> bool:
    """Number, place and day may stand below the title; "(Dự thảo lần 2)" is no part of it."""
    if len(text) > 90:
        return False
    number = NUMBER.match(text) or DRAFT.match(fold(text))
    return bool(number or (PLACE.match(text) and re.search(r"ngày", text)))


def _read_attached(lines: Sequence[Line], index: int, last: int, head: Heading) -> int:
    """The attachment line may run over several lines up to its closing bracket."""
    parts = [lines[index].text]
    while ")" not in parts[-1] and index < last and len(parts) < 4:
        following = lines[index + 1]
        if following.blank or find_marker(following.text) or is_row(following.raw):
            break
        index += 1
        parts.append(following.text)
    head.attached = head.attached or " ".join(parts).strip("() ")
    return index + 1


def _ends_title(line: Line, words: Sequence[str], blank: bool, kind: str) -> bool:
    text = line.text
    marker = find_marker(text)
    if is_row(line.raw) or len(text) > _MAX_TITLE_LINE or (marker and not starts_lower(text)):
        return True
    if is_formula(text) or text.endswith(";"):
        return True
    if _TITLE_STOP.match(fold(text)) and not is_upper(text):
        return not _opens_title(text, words)
    if not words:
        return bool(ends_sentence(text) and len(text) > 120)
    if (
        kind in {"decision", "other", "directive"}
        and is_upper(text)
        and _AUTHORITY.match(fold(text))
    ):
        return not _OPEN_WORD.search(words[-1])
    if blank:
        return not starts_lower(text) and not (is_upper(text) and is_upper(words[-1]))
    return False


def _opens_title(text: str, words: Sequence[str]) -> bool:
    """ "thực hiện Nghị quyết …" right below "KẾ HOẠCH" says of what; a preamble is a sentence."""
    named = _NAMES_TASK.match(fold(text)) is not None
    return named and (starts_lower(text) or not words) and not text.endswith((".", ",", ":", ";"))


_NAMES_TASK = re.compile(r"(?:thuc hien|tiep tuc)\b")
_OPEN_WORD = re.compile(r"(?:\bcủa|\bvà|\btại|\bvề|,|\bCỦA|\bVÀ|\bTẠI|\bVỀ)$")


def _read_authority(lines: Sequence[Line], segment: Segment, head: Heading) -> None:
    """In a decision the body that decides stands in capitals between the title and the bases."""
    index = next((i for i in range(head.body, segment.last + 1) if not lines[i].blank), None)
    if index is None or not is_upper(lines[index].text):
        return
    if not _AUTHORITY.match(fold(lines[index].text)):
        return
    name, head.body = lines[index].text.strip(" :,"), index + 1
    following = lines[index + 1].text if index < segment.last else ""
    if following and is_upper(following) and not is_formula(following) and len(following) < 80:
        name, head.body = f"{name} {following.strip(' :,')}", index + 2
    head.issuer = name


def _read_untitled(lines: Sequence[Line], segment: Segment, head: Heading) -> None:
    """An official letter has no type name: its subject follows "V/v" (trích yếu công văn)."""
    head.body = segment.first
    own = lines[segment.first : min(segment.first + _HEAD_LINES, segment.last + 1)]
    for index, cell in head_cells(own):
        subject = _SUBJECT.match(cell)
        if subject and not head.title:
            said = subject["subject"] or subject["about"]
            rest, last = _rest_of_subject(own, index)
            head.title = " ".join([said, *rest]).strip(" .*_")
            head.letter, head.body = True, segment.first + last + 1
        if fold(cell).startswith("kinh gui"):
            head.letter = True
            head.addressees, after = read_addressees(lines, segment.first, segment.last)
            head.body = max(segment.first + index + 1, after)
            break
    if not head.title:
        head.title = next((n.text for n in own if _is_words(n.text)), "")[:_MAX_TITLE_LINE]


def _rest_of_subject(lines: Sequence[Line], first: int) -> tuple[list[str], int]:
    """The subject runs on below "V/v" until the day, the addressee or an empty line."""
    rest: list[str] = []
    last = first
    for index in range(first + 1, len(lines)):
        line, cells = lines[index], columns(lines[index].raw)
        goes_on = lines[index - 1].open or starts_lower(line.text)
        if not cells or not goes_on or is_head_line(line.text) or is_upper(cells[0]):
            break
        rest, last = [*rest, cells[0]], index
    return rest, last


def _is_words(text: str) -> bool:
    return any(map(str.isalpha, text)) and not fold(text).startswith("kinh gui")
