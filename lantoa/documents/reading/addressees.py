"""To whom an official letter is sent (kính gửi), and whether its issuer commands them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lantoa.common.rules.vietnamese import fold

from .letterhead import columns
from .lines import Line, starts_lower
from .model import Party
from .numbering import BULLET, find_marker
from .options import Options
from .parties import parties_as

_OPENS = re.compile(r"^\W*Kính gửi\s*:?\s*", re.IGNORECASE)
_MOST = 40
_ASKS = re.compile(r"\b(?:đề nghị|mong|trân trọng)\b", re.IGNORECASE)
_ORDERS = re.compile(
    r"\b(?:yêu cầu|giao|chỉ đạo)\s+(?:các|thủ trưởng|sở|phòng|UBND|ủy ban|:)", re.I
)
# Bodies that command those they write to; and addressees that stand outside any such command.
_COMMANDS = re.compile(
    r"(?:uy ban nhan dan|ubnd|chu tich|chinh phu|thu tuong|(?:tinh|thanh|thi|huyen|dang) uy)"
)
_OUTSIDE = re.compile(
    r"mat tran|mttq|hoi dong nhan dan|hdnd|\bhoi\b|doan|toa an|vien kiem sat|ngan hang|bao hiem|"
    r"cong ty|doanh nghiep|buu dien|\bong\b|\bba\b"
)
_OWN = re.compile(
    r"\btrực thuộc\b|\bthuộc (?:Sở|Bộ|Ban|Cục|Chi cục|Trung tâm|Trường|cơ quan|đơn vị)|"
    r"\bphòng chuyên môn\b"
)


def read_addressees(lines: Sequence[Line], first: int, last: int) -> tuple[list[str], int]:
    """The addressees as written, and the index after them; ([], first) when there are none."""
    opening = next(
        (at for at in range(first, min(first + _MOST, last + 1)) if _opens(lines[at])), None
    )
    if opening is None:
        return [], first
    found = _items(_OPENS.sub("", _cells(lines[opening])))
    at = opening + 1
    while at <= last and at - opening < _MOST:
        line = lines[at]
        text = _cells(line)
        marker = find_marker(text)
        if marker and marker.style == BULLET:
            found += _items(marker.rest)
        elif found and text and (lines[at - 1].open or starts_lower(text)):
            found[-1] = f"{found[-1]} {text}".rstrip(" ;.")
        elif text and (found or len(text) > 120 or marker):
            break
        elif text:
            found += _items(text)
        at += 1
    return found, at


def addressed(
    names: Sequence[str], *, issuer: str | None, body: str, options: Options
) -> list[Party]:
    """The addressees as those who have to act: asked politely by an equal, else directed."""
    parties: list[Party] = []
    for name in names:
        parties += parties_as(name, "lead", options=options)
    if not _ASKS.search(body) or _ORDERS.search(body):
        return parties
    return [p if _commands(issuer, p.name) else replace(p, role="requested") for p in parties]


def _commands(issuer: str | None, name: str) -> bool:
    if _OWN.search(name):
        return True
    return bool(_COMMANDS.match(fold(issuer or ""))) and not _OUTSIDE.search(fold(name))


def _opens(line: Line) -> bool:
    return bool(_OPENS.match(_cells(line)))


def _cells(line: Line) -> str:
    return " ".join(columns(line.text)) if "|" in line.text else line.text


def _items(text: str) -> list[str]:
    return [item for part in text.split(";") if (item := part.strip(" .;-–+*•"))]
