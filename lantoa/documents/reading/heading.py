"""The head of a document (thể thức phần đầu): number, symbol, date, place, issuer, title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lantoa.common.rules.vietnamese import fold

from . import dates
from .kinds import is_formula
from .lines import Line, ends_sentence, is_upper, starts_lower
from .numbering import find_marker
from .segments import Segment, is_attached_line
from .tables import is_row

_NUMBER = re.compile(
    r"\bSố\s*:?\s*(?P<number>\d{1,6}(?:\s?/\s?(?:19|20)\d\d)?|[.…_\s]*)\s*(?P<sign>[-/])\s*"
    r"(?P<code>[A-ZĐƯÔ][\w&]*(?:\s?[-/.]\s?[A-ZĐƯÔ][\w&]*)*)",
)
_PLACE = re.compile(
    r"(?P<place>[A-ZĐÂÊÔƠƯ][\w'’. \-]{1,40}?)\s*,\s*"
    r"(?:ngày\s*[\d.…_\s]*tháng|\d{1,2}/\d{1,2}/\d{4})"
)
_BLANK_DATE = re.compile(r"ngày[\s.…_]*tháng[\s.…_]*năm|ngày[\s.…_]+tháng", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"(?:(?:chu tich|pho chu tich|truong ban|ban thuong vu|thuong truc)\s+)?"
    r"(?:uy ban|ubnd|hoi dong|hdnd|bo truong|bo |giam doc|tong giam doc|thu tuong|chinh phu|"
    r"truong phong|chanh|so |cuc |tong cuc|chi cuc|ban |tinh uy|thanh uy|thi uy|huyen uy|dang uy)"
)
_PLACE_WORD = re.compile(
    r"\b(?:tinh|thanh pho|tp|thi xa|huyen|quan|xa|phuong|dac khu|thi tran)\b(?! uy)"
)
_PLACE_NAME = re.compile(_PLACE_WORD.pattern[2:])
_MOTTO = re.compile(r"cong hoa xa hoi|doc lap\s*[-–]|dang cong san|^so\s*[:\d]|\bngay\b.*\bthang\b")
_TITLE_STOP = re.compile(r"^(?:can cu|thuc hien|nham |theo de nghi|kinh gui|de |ngay \d|tiep tuc)")
_COLUMNS = re.compile(r"\t+|\s{3,}|\s*\|\s*")
_BLANKS = re.compile(r"(Số\s?:?|ngày|tháng|năm)[^\S\t]{2,}")
_DRAFT = re.compile(r"^\W*(?:ban )?du thao\b")
_SUBJECT = re.compile(r"^\W*V/v\s*:?\s*(?P<subject>.+)$|^\W*Về việc\s+(?P<about>.+)$", re.I)
_HEAD_LINES = 40
_MAX_TITLE_LINE = 260


@dataclass(slots=True)
class Heading:
    """The values of a document's head and where its body begins (index into the file's lines)."""

    title: str
    body: int
    number: str | None = None
    symbol: str | None = None
    date: date | None = None
    place: str | None = None
    issuer: str | None = None
    attached: str = ""
    draft_mark: bool = False
    blank_number: bool = False
    letter: bool = False


def read_heading(lines: Sequence[Line], segment: Segment) -> Heading:
    """Everything the head of the document says; what it does not say stays empty."""
    title_at = segment.title if segment.title is not None else segment.first
    head = Heading("", title_at)
    _read_letterhead(lines, segment, head)
    if segment.title is None or segment.named is None:
        _read_untitled(lines, segment, head)
    else:
        _read_title(lines, segment, head)
    return head


def columns(raw: str) -> list[str]:
    """The cells of a two-column head that was flattened into one line."""
    # A number or a day left blank by the drafter is no gap between columns.
    raw = _BLANKS.sub(lambda match: f"{match[1]} ", raw.strip())
    return [cell for cell in (part.strip(" *_") for part in _COLUMNS.split(raw)) if cell]


def _read_letterhead(lines: Sequence[Line], segment: Segment, head: Heading) -> None:
    end = segment.title if segment.title is not None else segment.first + _HEAD_LINES
    agency: list[str] = []
    for line in lines[segment.first : min(end, segment.first + _HEAD_LINES, segment.last + 1)]:
        if segment.title is None and (len(line.text) > 200 or find_marker(line.text)):
            break
        for cell in columns(line.raw):
            _read_cell(cell, head, agency)
    head.issuer = head.issuer or _issuer(agency)


def _read_cell(cell: str, head: Heading, agency: list[str]) -> None:
    folded = fold(cell)
    head.draft_mark = head.draft_mark or bool(_DRAFT.match(folded))
    number = _NUMBER.search(cell)
    if number and not (head.symbol or head.blank_number):
        _set_number(head, number)
    place = _PLACE.search(cell)
    if place and head.place is None:
        head.place = " ".join(place["place"].split())
    if head.date is None and (place or "ngay" in folded):
        head.date = dates.find_date(cell)
    head.blank_number = head.blank_number or bool(_BLANK_DATE.search(cell))
    if is_upper(cell) and not _MOTTO.search(folded) and not _DRAFT.match(folded):
        agency.append(cell)


def _set_number(head: Heading, match: re.Match[str]) -> None:
    number = re.sub(r"\s", "", match["number"]).strip(".…_")
    if not number:
        head.blank_number = True
        return
    head.number = number.split("/")[0]
    head.symbol = number + match["sign"] + re.sub(r"\s", "", match["code"])


def _issuer(agency: Sequence[str]) -> str | None:
    """The issuing body: the last of the agency lines, with a name broken over two lines joined."""
    names: list[str] = []
    for line in agency:
        if names and _PLACE_NAME.match(fold(line)) and not _PLACE_WORD.search(fold(names[-1])):
            names[-1] = f"{names[-1]} {line}"
        elif any(c.isalpha() for c in line) and line[0].isalpha():
            names.append(line)
    return " ".join(names[-1].split()).strip(" -*_") if names else None


def _read_title(lines: Sequence[Line], segment: Segment, head: Heading) -> None:
    assert segment.title is not None
    assert segment.named is not None
    words = [segment.named.rest] if segment.named.rest else []
    index, blank = segment.title + 1, False
    while index <= segment.last:
        line = lines[index]
        if line.blank:
            blank = bool(words)
        elif is_head_line(line.text):
            for cell in columns(line.raw):
                _read_cell(cell, head, [])
        elif is_attached_line(line.text):
            index = _read_attached(lines, index, segment.last, head)
            blank = True
            continue
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
    number = _NUMBER.match(text) or _DRAFT.match(fold(text))
    return bool(number or (_PLACE.match(text) and re.search(r"ngày", text)))


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
    if _TITLE_STOP.match(fold(text)) or is_formula(text) or text.endswith(";"):
        return True
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
    for index in range(segment.first, min(segment.first + _HEAD_LINES, segment.last + 1)):
        for cell in columns(lines[index].raw):
            subject = _SUBJECT.match(cell)
            if subject and not head.title:
                head.title = (subject["subject"] or subject["about"]).strip(" .")
                head.letter, head.body = True, index + 1
            if fold(cell).startswith("kinh gui"):
                head.letter, head.body = True, index + 1
    if not head.title:
        first = next((n for n in lines[segment.first : segment.last + 1] if not n.blank), None)
        head.title = first.text[:_MAX_TITLE_LINE] if first else ""
