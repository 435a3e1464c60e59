"""Which documents are two versions of one (hai bản của một văn bản), and their paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from .body import body_lines
from .lines import Line, read_lines, without_markup
from .model import Document, Reading
from .noticed import Noticed
from .paragraphs import join_paragraphs
from .relations import same_title
from .table_model import Table
from .tables import read_tables

Paragraphs = list[tuple[int, str]]


def versions_in(reading: Reading) -> tuple[Document, Document] | None:
    """The two versions that one file holds: the draft, then the one it became."""
    for document in reading.documents:
        if document.version_of is not None:
            return document, reading.documents[document.version_of]
    return None


def counterparts(a: Reading, b: Reading) -> tuple[list[Document], list[Document]]:
    """What to compare of two files: all of both when they hold the same kinds of documents.

    Otherwise the two that share kind and title, else kind, else the longest of each.
    """
    old, new = _main(a), _main(b)
    if [d.kind for d in old] == [d.kind for d in new]:
        return old, new
    pairs = [(x, y) for x in old for y in new if x.kind == y.kind]
    titled = [(x, y) for x, y in pairs if same_title(x, y)]
    best = max(titled or pairs, key=lambda pair: _length(pair[0]) + _length(pair[1]), default=None)
    if best is None:
        return [max(old, key=_length)] if old else [], [max(new, key=_length)] if new else []
    return [best[0]], [best[1]]


def paragraphs_of(reading: Reading, documents: Sequence[Document]) -> Paragraphs:
    """The paragraphs and rows of these documents with their first lines, reviewers' marks kept."""
    found: Paragraphs = []
    for document in documents:
        first, last = document.span
        found += _paragraphs(read_lines(reading.file.text[first - 1 : last], first))
    return found


def _paragraphs(lines: Sequence[Line]) -> Paragraphs:
    noticed = Noticed()
    tables = read_tables(lines, noticed)
    raw = {line.number: line.raw for line in lines}
    pieces = join_paragraphs(body_lines(lines, tables), noticed)
    found = [(p.line, " ".join(without_markup(raw[n]) for n in p.lines)) for p in pieces]
    return sorted(found + [row for table in tables for row in _rows(table)])


def _rows(table: Table) -> Paragraphs:
    header = [(table.lines[0], " | ".join(table.header))] if table.header else []
    rows = [(row.lines[0], " | ".join(cell.text for cell in row.cells)) for row in table.rows]
    return [(line, " ".join(text.split())) for line, text in header + rows]


def _main(reading: Reading) -> list[Document]:
    return [document for document in reading.documents if document.version_of is None]


def _length(document: Document) -> int:
    return document.span[1] - document.span[0]
