"""A package's own number and date (số, ngày ban hành) must be the same wherever it names itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lantoa.documents.reading.dates import DATE, read_day
from lantoa.documents.reading.model import Document, Finding
from lantoa.documents.reading.symbols import SYMBOL, find_written, read_symbol

from .case import Case, day

_ATTACHED = re.compile(
    r"(?P<formula>(?:Ban hành )?kèm theo)\s+(?:Quyết định|Kế hoạch|Công văn|Nghị quyết|Chỉ thị|"
    r"Chương trình|Tờ trình)"
    rf"\s+số\s*:?\s*(?P<symbol>{SYMBOL.pattern})\s*,?\s*ngày\s+(?P<day>{DATE})?",
    re.IGNORECASE,
)
_HEAD_LINES = 14


@dataclass(frozen=True, slots=True)
class Attachment:
    """A line such as "(Kèm theo Quyết định số … ngày …)" at the head of an attached document."""

    document: Document
    line: int
    formula: str
    written: str
    symbol: str
    day: date | None
    day_words: str


def attachments(case: Case) -> list[Attachment]:
    """What attached documents and other versions say of the decision they belong to."""
    found = []
    for document in case.documents:
        if document.parent is None and document.version_of is None:
            continue
        first = document.span[0]
        for number in range(first, min(first + _HEAD_LINES, document.span[1]) + 1):
            match = _ATTACHED.search(f"{case.line(number)} {case.line(number + 1).strip()}")
            if match and match.start() < len(case.line(number)):
                found.append(_attachment(document, number, match))
                break
    return found


def own_identity(case: Case) -> Iterator[Finding]:
    """The number and the date said at the head of an attachment against those of the decision."""
    for attachment in attachments(case):
        root = case.root(attachment.document)
        if root is attachment.document:
            continue
        yield from _number(case, attachment, root)
        yield from _date(case, attachment, root)


def formulas(case: Case) -> Iterator[Finding]:
    """One package uses one formula: "Ban hành kèm theo" or "Kèm theo"."""
    issued = [a for a in attachments(case) if a.document.version_of is None]
    for attachment in issued[1:]:
        if attachment.formula.lower() != issued[0].formula.lower():
            yield case.finding(
                "attachment-formula-differs",
                f"Câu dẫn ở đầu phụ lục ghi “{attachment.formula}”, còn dòng {issued[0].line} ghi "
                f"“{issued[0].formula}”; nên dùng một cách ghi.",
                (attachment.line, attachment.formula),
                (issued[0].line, issued[0].formula),
            )


def _number(case: Case, said: Attachment, root: Document) -> Iterator[Finding]:
    if root.symbol is None or said.symbol == root.symbol:
        return
    own = _own_number(case, root)
    yield case.finding(
        "own-number-differs",
        f"Dòng {said.line} ghi số {said.symbol}, nhưng văn bản ban hành mang số {root.symbol} "
        f"(dòng {own[0]}).",
        (said.line, said.written),
        own,
        suggestion=root.symbol,
    )


def _date(case: Case, said: Attachment, root: Document) -> Iterator[Finding]:
    if root.date is None or said.day is None or said.day == root.date:
        return
    own = _own_date(case, root)
    yield case.finding(
        "own-date-differs",
        f"Dòng {said.line} ghi văn bản ban hành ngày {day(said.day)}, nhưng dòng {own[0]} ghi "
        f"ngày {day(root.date)}.",
        (said.line, said.day_words),
        own,
        suggestion=f"ngày {day(root.date)}",
    )


def _attachment(document: Document, number: int, match: re.Match[str]) -> Attachment:
    return Attachment(
        document=document,
        line=number,
        formula=match["formula"],
        written=match["symbol"],
        symbol=read_symbol(match["symbol"]).text,
        day=read_day(match["day"]) if match["day"] else None,
        day_words=f"ngày {match['day']}" if match["day"] else match[0],
    )


def _own_number(case: Case, root: Document) -> tuple[int, str]:
    for number, text in case.lines_of(root):
        for match in find_written(text):
            if read_symbol(match[0]).text == root.symbol:
                return number, match[0]
    return root.span[0], root.symbol or ""


def _own_date(case: Case, root: Document) -> tuple[int, str]:
    pattern = re.compile(rf"ngày\s+(?P<day>{DATE})", re.IGNORECASE)
    for number, text in case.lines_of(root):
        match = pattern.search(text)
        if match and read_day(match["day"]) == root.date:
            return number, match[0]
    return root.span[0], case.line(root.span[0])
