"""The parts of an official document (thành phần thể thức văn bản), as plain values.

Layout: Decree 30/2020/NĐ-CP on clerical work, appendix I. No words of any domain stand here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Cells 1 to 4: who issues, where and when; the number stays blank for the registry clerk."""

    issuer: str
    superior: str = ""
    symbol: str = ""
    place: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """Cells 7a to 7c: under whose authority (TM., KT., TL.), the title and the name."""

    title: str
    name: str = ""
    authority: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading of the body."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A row across the whole table that names what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `widths` are millimetres and add up to the width of the text (160)."""

    header: Sequence[str]
    rows: Sequence[Sequence[str] | Group]
    widths: Sequence[float]
    centred: frozenset[int] = frozenset()


Block = Heading | Paragraph | Grid


@dataclass(frozen=True, slots=True)
class OfficialLetter:
    """`kind` empty: an official letter (công văn) with "V/v" and addressees; else a document with
    a type name (báo cáo, tờ trình…) whose summary stands under it.
    """

    head: Letterhead
    summary: str
    body: Sequence[Block]
    signature: Signature
    kind: str = ""
    addressees: Sequence[str] = ()
    recipients: Sequence[str] = field(default=("Như trên",))
    filed: str = "VT"
    draft: bool = True


def written_place_and_day(place: str, day: date | None) -> str:
    """Cell 4: days below 10 and the months 1 and 2 with a leading zero, so nothing can be added."""
    where = f"{place}, " if place else ""
    if day is None:
        return f"{where}ngày      tháng      năm"
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{where}ngày {day.day:02} tháng {month} năm {day.year}"


def recipient_lines(recipients: Sequence[str], filed: str) -> list[str]:
    """Cell 9b: each with a dash and a semicolon, the registry last with a full stop."""
    return [f"- {one};" for one in recipients] + [f"- Lưu: {filed}."]
