"""What was understood of a document (tóm tắt kết quả đọc), laid out for a person at a terminal."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .language import say
from .summary_file import file_lines
from .words import due_words, kind_words, severity_words, status_words

if TYPE_CHECKING:
    from lantoa.documents.reading.model import (
        Activity,
        Document,
        Obligation,
        Party,
        Reading,
        Section,
    )

_MIN_WIDTH = 60


def summary(reading: Reading) -> str:
    """The whole summary as one text."""
    width = max(_MIN_WIDTH, min(160, shutil.get_terminal_size((100, 40)).columns))
    return "\n".join(cut.rstrip() for cut in _lines(reading, width))


def _lines(reading: Reading, width: int) -> Iterator[str]:
    source, documents = reading.file, reading.documents
    yield from file_lines(source, width)
    yield say(f"Nhận ra {len(documents)} văn bản.", f"Documents found: {len(documents)}.")
    for index, document in enumerate(documents):
        yield ""
        yield from _document(index, document, documents, width)
    yield ""
    yield from _findings(reading)


def _document(
    index: int, document: Document, documents: Sequence[Document], width: int
) -> Iterator[str]:
    symbol = document.symbol or ""
    day = document.date.strftime("%d/%m/%Y") if document.date else ""
    when = say(f", ngày {day}", f", {day}") if day else ""
    name = f"{kind_words(document.kind).upper()} {symbol}".strip() + when
    yield f"[{index + 1}] {name} ({status_words(document.status)})"
    if document.title:
        yield from _wrapped(document.title, width, "    ")
    for label, value in _facts(document, documents):
        yield from _wrapped(f"{label}: {value}", width, "    ")
    yield from _bases(document, width)
    yield from _outline(document, width)
    if document.version_of is None:
        yield from _duties(document.obligations, width)
        yield from _activities(document.activities, width)


def _facts(document: Document, documents: Sequence[Document]) -> Iterator[tuple[str, str]]:
    first, last = document.span
    yield say("Dòng", "Lines"), f"{first}–{last}"
    if document.parent is not None:
        yield say("Ban hành kèm theo", "Issued with"), _pointer(document.parent, documents)
    if document.version_of is not None:
        yield say("Là bản khác của", "Another version of"), _pointer(document.version_of, documents)
    if document.issuer:
        yield say("Cơ quan ban hành", "Issuer"), document.issuer
    if document.signer:
        yield say("Người ký", "Signed by"), document.signer
    if document.place:
        yield say("Nơi ban hành", "Place"), document.place
    if document.recipients:
        yield say("Nơi nhận", "Recipients"), "; ".join(document.recipients)
    if document.references:
        yield say("Văn bản viện dẫn", "Citations"), str(len(document.references))


def _pointer(index: int, documents: Sequence[Document]) -> str:
    return f"[{index + 1}] {kind_words(documents[index].kind)}"


def _bases(document: Document, width: int) -> Iterator[str]:
    if not document.legal_bases:
        return
    yield f"    {say('Căn cứ', 'Legal bases')} ({len(document.legal_bases)}):"
    for base in document.legal_bases:
        yield _shortened(f"      - {base.text}", width)


def _outline(document: Document, width: int) -> Iterator[str]:
    if not document.sections:
        return
    count = sum(1 for _ in _walk(document.sections))
    yield f"    {say('Bố cục', 'Outline')} ({say(f'{count} mục', f'{count} sections')}):"
    for section in document.sections:
        opening = section.heading or (section.paragraphs[0].text if section.paragraphs else "")
        yield _shortened(f"      {section.label}. {opening}", width)


def _walk(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _walk(section.children)


def _duties(duties: Sequence[Obligation], width: int) -> Iterator[str]:
    if not duties:
        return
    asked = sum(1 for duty in duties if duty.binding == "requested")
    yield say(
        f"    Nhiệm vụ: {len(duties)} (giao {len(duties) - asked}, đề nghị {asked})",
        f"    Duties: {len(duties)} (directed {len(duties) - asked}, requested {asked})",
    )
    paths = max(len(duty.path) for duty in duties)
    lead = min(30, max(len(_leads(duty.parties)) for duty in duties))
    for duty in duties:
        due = due_words(duty.due)
        head = f"      {duty.path:<{paths}}  {_shortened(_leads(duty.parties), lead):<{lead}}  "
        yield _shortened(f"{head}{f'[{due}] ' if due else ''}{duty.text}", width)


def _activities(activities: Sequence[Activity], width: int) -> Iterator[str]:
    if not activities:
        return
    yield say(f"    Bảng hoạt động: {len(activities)}", f"    Activities: {len(activities)}")
    rest = width - 12
    lead, due = max(16, rest // 4), max(19, rest // 6)
    task = max(20, rest - lead - due)
    yield _row(say("TT", "No."), say("Nhiệm vụ", "Task"), say("Chủ trì", "Lead"),
               say("Thời hạn", "Due"), (task, lead, due))  # fmt: skip
    yield "      " + "-" * (width - 6)
    for activity in activities:
        yield _row(str(activity.number), activity.task, _leads(activity.parties),
                   due_words(activity.due) or "–", (task, lead, due))  # fmt: skip


def _row(number: str, task: str, lead: str, due: str, widths: tuple[int, int, int]) -> str:
    cells = (
        f"{_shortened(text, size - 2):<{size}}"
        for text, size in zip((task, lead, due), widths, strict=True)
    )
    return f"      {number:>3}  " + "".join(cells)


def _leads(parties: Sequence[Party]) -> str:
    leads = [party.name for party in parties if party.role in {"lead", "requested"}]
    return "; ".join(leads) or "–"


def _findings(reading: Reading) -> Iterator[str]:
    counts = Counter(finding.severity for finding in reading.findings)
    if not counts:
        yield say("Không có điểm nào cần xem lại.", "Nothing needs a second look.")
        return
    told = ", ".join(
        f"{counts[severity]} {severity_words(severity)}"
        for severity in ("error", "warning", "note")
        if counts[severity]
    )
    total = len(reading.findings)
    yield say(
        f"Cần xem lại {total} điểm: {told}. Xem từng điểm: lantoa check TỆP",
        f"Findings: {total} ({told}). See each one: lantoa check FILE",
    )


def _wrapped(text: str, width: int, indent: str) -> Iterator[str]:
    line = indent
    for word in text.split():
        if len(line) + len(word) > width and line.strip():
            yield line
            line = indent + "  "
        line += f"{word} "
    yield line


def _shortened(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: max(1, width - 1)].rstrip()}…"
