"""Reads a document file into documents, duties, activities and findings (đọc văn bản)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from . import obligations
from .activities import read_activities
from .addressees import addressed
from .assigning import asks
from .body import body_lines, cite, legal_bases
from .checks import run_checks
from .heading import Heading, is_head_line, read_heading
from .lines import Line, read_lines, reviewer_mark
from .lone_pipes import cell_lines, lone_pipe_grids
from .model import Document, Party, Reading, SourceFile
from .noticed import Notice, Noticed
from .options import Options
from .outline import build_outline, has_labels
from .paragraphs import Piece, join_paragraphs
from .plain_outline import plain_outline
from .plan_year import named_year
from .relations import Part, relate
from .segments import Segment, split_documents
from .source import load_bytes, load_file, load_text
from .tables import Table, duty_tables, lines_of_rows, read_tables
from .tail import read_tail

# Kinds that give duties even where nothing in them is numbered.
_DIRECTING = {"plan", "programme", "directive", "official_letter", "announcement", "decision"}
_DEFAULT = Options()


def read_file(path: Path, *, options: Options = _DEFAULT) -> Reading:
    """The reading of a file; raises UnreadableFile when it is no document."""
    return read_source(load_file(path), options=options)


def read_bytes(data: bytes, *, name: str, options: Options = _DEFAULT) -> Reading:
    """The reading of a file's bytes; raises UnreadableFile when they are no document."""
    return read_source(load_bytes(data, name=name), options=options)


def read_text(text: str, *, name: str = "văn bản.txt", options: Options = _DEFAULT) -> Reading:
    """The reading of text; never raises on a bad document, an empty one has no documents."""
    return read_source(load_text(text, name=name), options=options)


def read_source(source: SourceFile, *, options: Options = _DEFAULT) -> Reading:
    """The reading of lines that were taken from a file already."""
    noticed = Noticed()
    documents = _documents(source, noticed, options)
    findings = run_checks(source, documents, options=options, blocks=noticed)
    return Reading(source, documents, findings)


def _documents(source: SourceFile, noticed: Noticed, options: Options) -> list[Document]:
    """The documents of the file; lines and paragraphs are let go before anything is checked."""
    lines = read_lines(source.text)
    drafts = [_Draft(lines, segment, noticed) for segment in split_documents(lines)]
    relate([draft.part for draft in drafts], noticed)
    for draft in drafts:
        _fill(draft, drafts, options)
    return [draft.part.document for draft in drafts]


class _Draft:
    """A document on its way: its structure first, then its meaning once relations are known."""

    def __init__(self, lines: Sequence[Line], segment: Segment, noticed: Noticed) -> None:
        own = lines[segment.first : segment.last + 1]
        tables = read_tables(own, noticed)
        self.tables: list[Table] = duty_tables(tables)
        begins = {min(table.lines) for table in tables if table.lines}
        heading = read_heading(lines, segment, begins)
        tail = read_tail(lines, heading.body, segment.last, noticed)
        cells = set(cell_lines(lone_pipe_grids(own), own)) | lines_of_rows(own)
        body = body_lines(lines[heading.body : tail.start], tables, cells)
        self.pieces: list[Piece] = join_paragraphs(body, noticed)
        head = body_lines(lines[segment.title or segment.first : heading.body], ())
        self.head = join_paragraphs([n for n in head if not is_head_line(n.text)], Noticed())
        document = _document(segment, heading, lines)
        document.signer, document.recipients = tail.signer, tail.recipients
        in_order = document.kind in _DIRECTING
        document.sections = build_outline(self.pieces, noticed if in_order else Noticed())
        if in_order and not has_labels(document.sections):
            document.sections = plain_outline(self.pieces, asking=heading.letter)
        self.part = Part(document, heading, tail, _marks(own, noticed))


def _document(segment: Segment, heading: Heading, lines: Sequence[Line]) -> Document:
    named = segment.named
    kind = named.kind if named else "official_letter" if heading.letter else "other"
    return Document(
        kind=kind,
        title=heading.title,
        status="unknown",
        span=(lines[segment.first].number, lines[segment.last].number),
        number=heading.head.number,
        symbol=heading.head.symbol,
        date=heading.head.date,
        place=heading.head.place,
        issuer=heading.issuer,
    )


def _marks(lines: Sequence[Line], noticed: Noticed) -> int:
    found = [(line, mark) for line in lines if (mark := reviewer_mark(line.raw))]
    noticed.reviewer_marks += [Notice(line.number, mark) for line, mark in found]
    return len(found)


def _fill(draft: _Draft, drafts: Sequence[_Draft], options: Options) -> None:
    document = draft.part.document
    year = _year(document, [d.part.document for d in drafts])
    document.legal_bases = legal_bases(draft.pieces)
    document.references = cite([*draft.head, *draft.pieces, *_cells(draft.tables)])
    document.activities = read_activities(draft.tables, year=year, options=options)
    document.obligations = obligations.find_obligations(
        document, options=options, year=year, addressees=_addressees(draft, options)
    )


def _addressees(draft: _Draft, options: Options) -> list[Party]:
    """Those to whom a letter is sent act on it, when it asks for something at all."""
    names, document = draft.part.heading.addressees, draft.part.document
    body = " ".join(piece.text for piece in draft.pieces)
    if not names or document.kind != "official_letter" or not asks(body):
        return []
    return addressed(names, issuer=document.issuer, body=body, options=options)


def _year(document: Document, documents: Sequence[Document]) -> int | None:
    """The year a plan is for: the one its title names, else that of its date or its parent."""
    named = named_year(document.title)
    if named:
        return named
    if document.date:
        return document.date.year
    above = document.parent if document.parent is not None else document.version_of
    return _year(documents[above], documents[:above]) if above is not None else None


def _cells(tables: Sequence[Table]) -> list[Piece]:
    pieces = []
    for table in tables:
        for row in table.rows:
            for cell in row.cells:
                if cell.pieces:
                    pieces.append(_piece(cell.pieces))
    return pieces


def _piece(parts: Sequence[tuple[int, str]]) -> Piece:
    offsets, size = [], 0
    for _, text in parts:
        offsets.append(size)
        size += len(text) + 1
    return Piece(" ".join(text for _, text in parts), [line for line, _ in parts], offsets)
