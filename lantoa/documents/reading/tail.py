"""The foot of a document (phần cuối): recipients (nơi nhận), signer, what was left behind after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lantoa.common.rules.vietnamese import fold

from .heading import columns
from .lines import Line, is_upper
from .noticed import Notice, Noticed
from .numbering import BULLET, find_marker
from .tables import is_row

_RECIPIENTS = re.compile(r"\W*noi nhan\s*:?")
_AUTHORITY = re.compile(r"^\W*(?:TM|KT|TL|TUQ|T/M|K/T|T/L|Q)\s?\.\s?\S|^\W*(?:TM|T/M)\s+[A-ZĐỦ]")
_POST = re.compile(
    r"^\W*(?:q\. ?)?(?:pho )?(?:chu tich|giam doc|bo truong|thu truong|truong phong|chanh van phong|"
    r"cuc truong|tong cuc truong|bi thu|truong ban|thu tuong|hieu truong|chi cuc truong|vien truong)"
)
_NOT_NAME = re.compile(
    r"\b(?:uy|ban|phong|so|hoi|dong|chu tich|giam doc|pho|noi nhan|nhu|luu|van|trung tam|"
    r"phu luc|ke hoach|quyet dinh|da ky|ky|cong hoa|doc lap|tinh|thi xa|huyen|xa|phuong)\b"
)
_SURNAMES = frozenset(
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh doan trinh mai to "
    "truong dao ha cao luong luu thai chau ta phung quach trieu kieu lam la vuong ton nong lo giang "
    "vang sung ha quan khuat an au bach banh cam chu chung co cu dam dieu dong giap h k y ksor ro "
    "r siu nay rmah a be ban cung ma hau hua hoa khong kim lai lu luc mac man nghiem ngan ninh "
    "ong phi phu quang sam son su tang tan than thach thi thieu tieu tong tu ung van vi vien".split()
)
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
    start = next((i for i in range(body, last + 1) if _opens_tail(lines[i])), None)
    if start is None:
        _leave_stray(lines, body, last, tail, noticed)
        return tail
    tail.start = start
    names = _read_lines(lines, start, last, tail)
    best = [n for n in names if fold(n).split()[0] in _SURNAMES]
    tail.signer = (best or names or [None])[-1]
    return tail


def _opens_tail(line: Line) -> bool:
    text = line.text
    if not text or len(text) > 300 or is_row(line.raw):
        return False
    if _RECIPIENTS.match(fold(text[:14])):
        return True
    return bool(is_upper(text) and _AUTHORITY.match(text))


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
        if rest:
            tail.recipients.append(_recipient(rest))
        return True
    folded = fold(cell)
    if _AUTHORITY.match(cell) or (_POST.match(folded) and is_upper(cell)) or "da ky" in folded:
        tail.signed = True
        return listing
    if _is_name(cell):
        names.append(" ".join(cell.split()))
        return listing
    marker = find_marker(cell)
    if listing and marker and marker.style == BULLET:
        tail.recipients.append(_recipient(marker.rest))
    elif listing and tail.recipients and not is_upper(cell) and len(cell) < 200:
        tail.recipients[-1] = f"{tail.recipients[-1]} {_recipient(cell)}"
    return listing


def _recipient(text: str) -> str:
    return " ".join(text.split()).strip(" ;.,")


def _is_name(cell: str) -> bool:
    """A person's name on its own line: two to six capitalised words, none of an office."""
    words = cell.split()
    if not 2 <= len(words) <= 6 or not all(
        w[0].isupper() and w.replace("'", "").isalpha() for w in words
    ):
        return False
    return (
        not _NOT_NAME.search(fold(cell))
        or fold(words[0]) in _SURNAMES - {"ban", "phong", "so"}
        and not (_POST.match(fold(cell)))
    )


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
        if _is_name(line.text):
            tail.signer = line.text
        elif _STRAY.match(line.text):
            noticed.stray_text.append(Notice(line.number, line.text))
        else:
            tail.start = line.number
