"""The foot of a document (phần cuối): recipients (nơi nhận), signer, stray text after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lantoa.common.rules.vietnamese import fold

from .letterhead import columns
from .lines import Line, ends_sentence, is_upper, starts_lower
from .noticed import Notice, Noticed
from .numbering import BULLET, find_marker
from .person_names import begins_with_surname, is_person_name
from .table_rows import is_row

_RECIPIENTS = re.compile(r"\W*noi nhan\s*:?")
_AUTHORITY = re.compile(r"^\W*(?:TM|KT|TL|TUQ|T/M|K/T|T/L|Q)\s?\.\s?\S|^\W*(?:TM|T/M)\s+[A-ZĐỦ]")
_POST = re.compile(
    r"^\W*(?:q\. ?)?(?:pho )?(?:chu tich|giam doc|bo truong|thu truong|truong phong|"
    r"chanh van phong|cuc truong|tong cuc truong|bi thu|truong ban|thu tuong|hieu truong|"
    r"chi cuc truong|vien truong)"
)
_DASHED = re.compile(r"(?:^|;)\s*[-–+*•]\s+|;\s*(?=(?:Lưu|Như)\b)")
_STRAY = re.compile(r"^[^a-zà-ỹ\s]{1,4}(?:[.\s,;:|~^`'\"]*[^a-zà-ỹ\s]{1,4}){0,5}$")


@dataclass(slots=True)
class Tail:
    """Where the foot begins (index into the lines, one past the body) and what it says."""

    start: int
    recipients: list[str] = field(default_factory=list)
    signer: str | None = None
    signed: bool = False


def read_tail(lines: Sequence[Line], body: int, last: int, noticed: Noticed) -> Tail:
    """The foot of the document whose body begins at `body`; absent parts stay empty."""
    tail = Tail(last + 1)
    start = _tail_start(lines, body, last)
    if start is None:
        _leave_stray(lines, body, last, tail, noticed)
        return tail
    tail.start = start
    names = _read_lines(lines, start, last, tail)
    best = [name for name in names if begins_with_surname(name)]
    tail.signer = best[-1] if best else names[-1] if names else None
    return tail


def _tail_start(lines: Sequence[Line], body: int, last: int) -> int | None:
    ended = False
    for index in range(body, last + 1):
        line = lines[index]
        if _opens_tail(line) or (ended and is_upper(line.text) and _is_post(line.text)):
            return index
        if not line.blank:
            ended = ends_sentence(line.text)
    return None


def _is_post(text: str) -> bool:
    """ "CHỦ TỊCH" alone below the last sentence signs without "TM."."""
    return len(text) < 60 and bool(_POST.match(fold(text)))


def _opens_tail(line: Line) -> bool:
    text = line.text
    if not text or len(text) > 300 or is_row(line.raw):
        return False
    if _RECIPIENTS.match(fold(text[:14])):
        return True
    return bool(_AUTHORITY.match(text)) and is_upper(text)


def _read_lines(lines: Sequence[Line], start: int, last: int, tail: Tail) -> list[str]:
    names: list[str] = []
    listing = False
    for line in lines[start : last + 1]:
        if is_row(line.raw) and line.raw.count("\t") > 3:
            break
        for cell in columns(line.raw):
            listing = _read_cell(cell, tail, names, listing)
    return names


def _read_cell(cell: str, tail: Tail, names: list[str], listing: bool) -> bool:
    opening = _RECIPIENTS.match(fold(cell))
    if opening:
        rest = cell[opening.end() :].strip(" *_")
        # In one list after the words each semicolon parts; in a dashed item it may join two.
        tail.recipients += [each for part in rest.split(";") for each in _listed(part)]
        return True
    folded = fold(cell)
    if _AUTHORITY.match(cell) or (_POST.match(folded) and is_upper(cell)) or "da ky" in folded:
        tail.signed = True
        return listing
    if is_person_name(cell):
        names.append(" ".join(cell.split()))
        return listing
    marker = find_marker(cell)
    if listing and marker and marker.style == BULLET:
        tail.recipients += _listed(marker.rest)
    elif listing and _goes_on(cell, tail):
        tail.recipients[-1] = f"{tail.recipients[-1]} {_recipient(cell)}"
    return listing


def _goes_on(cell: str, tail: Tail) -> bool:
    """A wrapped recipient; beside a signature only a lower-case line can be one."""
    if not tail.recipients or is_upper(cell) or len(cell) > 200:
        return False
    return starts_lower(cell) or not tail.signed


def _listed(text: str) -> list[str]:
    """The recipients on one line: "- Như trên; - TT Tỉnh ủy; - Lưu: VT." are three."""
    parts = _DASHED.split(text) if _DASHED.search(text) else [text]
    return [part for part in map(_recipient, parts) if part]


def _recipient(text: str) -> str:
    return " ".join(text.split()).strip(" ;.,")


def _leave_stray(lines: Sequence[Line], body: int, last: int, tail: Tail, noticed: Noticed) -> None:
    """After the end mark only a name may stand; anything else was left by OCR or by a hand."""
    ended = next(
        (
            i
            for i in range(last, max(body, last - 12) - 1, -1)
            if lines[i].text.endswith(("./.", "/."))
        ),
        None,
    )
    if ended is None:
        return
    tail.start = ended + 1
    for line in lines[ended + 1 : last + 1]:
        if line.blank:
            continue
        if is_person_name(line.text):
            tail.signer = line.text
        elif _STRAY.match(line.text):
            noticed.stray_text.append(Notice(line.number, line.text))
        else:
            tail.start = line.number
