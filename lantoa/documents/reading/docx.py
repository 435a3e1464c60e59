"""The text of a Word file (.docx): paragraphs and tables in order, numbering and changes applied.

Tables become tab-joined rows, so that one reader serves every format. Word's own rules: ECMA-376.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import refusals
from .docx_numbering import Numbering
from .docx_package import Package, w, whole_number
from .docx_runs import RunReader
from .grids import grid_lines
from .legacy import best_reading, looks_legacy

_MAX_NESTING = 8
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BLOCK_HOLDERS = {w("sdt"), w("sdtContent"), w("ins"), w("customXml"), w("smartTag"), w("moveTo")}


def extract_docx(data: bytes) -> str:
    """The text of the document's body; raises UnreadableFile when the file is no sound .docx."""
    return text_of(Package(data))


def text_of(package: Package) -> str:
    """The text of a package that is open already."""
    reader = _BodyReader(package)
    lines = list(reader.blocks(package.body, 0))
    text = "\n".join(lines)
    if looks_legacy(text):
        text = best_reading(text, candidates=("tcvn3", "vni")) or text
    return text


class _BodyReader:
    def __init__(self, package: Package) -> None:
        self.numbering = Numbering(package)
        self.runs = RunReader(package)
        # Paragraphs whose end somebody deleted: they go on in the next one.
        self.kept: list[tuple[Any, str]] = []

    def blocks(self, parent: Any, depth: int) -> Iterator[str]:
        """The lines of every paragraph and table below a block."""
        if depth > _MAX_NESTING:
            raise refusals.too_deep()
        for child in parent:
            if child.tag == w("p"):
                yield from self.paragraph(child)
                for box in _text_boxes(child):
                    yield from self.blocks(box, depth + 1)
            elif child.tag == w("tbl"):
                yield from self.table(child, depth)
            elif child.tag in _BLOCK_HOLDERS:
                yield from self.blocks(child, depth + 1)
        # Nothing follows here to go on in: what was kept is a paragraph after all.
        if self.kept:
            yield " ".join(text for _, text in self.kept)
            self.kept.clear()

    def paragraph(self, element: Any) -> list[str]:
        """A paragraph's lines: soft line breaks divide it, its automatic number leads it."""
        text = self.runs.paragraph_text(element)
        if _mark_deleted(element):
            self.kept.append((element, text))
            return []
        for first, before in reversed(self.kept):
            element, text = first, before + text
        self.kept.clear()
        label = self.numbering.label(element) if text.strip() else ""
        lines = text.replace("\t", "    ").split("\n")
        lines[0] = f"{label} {lines[0].lstrip()}" if label else lines[0]
        return lines

    def table(self, element: Any, depth: int) -> Iterator[str]:
        """The rows of a table, tab-joined; a table that only lays out head or foot, as lines."""
        rows = [self._row(row, depth) for row in _rows(element)]
        yield from grid_lines(rows, [_merged(row) for row in _rows(element)])

    def _row(self, row: Any, depth: int) -> list[list[str]]:
        """The paragraphs of each grid column; a cell over several columns leaves the rest empty."""
        cells: list[list[str]] = [[] for _ in range(_grid(row, "gridBefore"))]
        for cell in _cells(row):
            cells.append([line for line in self.blocks(cell, depth + 1) if line.strip()])
            cells.extend([] for _ in range(_span(cell) - 1))
        return cells


def _mark_deleted(paragraph: Any) -> bool:
    return paragraph.find(f"{w('pPr')}/{w('rPr')}/{w('del')}") is not None


def _text_boxes(paragraph: Any) -> Iterator[Any]:
    """The contents of text boxes, in the form for new programs where there are two."""
    for box in paragraph.iter(w("txbxContent")):
        holders = {holder.tag for holder in box.iterancestors()}
        inside = any(h is not box and h.tag == w("txbxContent") for h in box.iterancestors())
        if _FALLBACK not in holders and not inside:
            yield box


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == w("tr"):
            if child.find(f"{w('trPr')}/{w('del')}") is None:
                yield child
        elif child.tag in _BLOCK_HOLDERS:
            yield from _rows(child)


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == w("tc"):
            yield child
        elif child.tag in _BLOCK_HOLDERS:
            yield from _cells(child)


def _grid(row: Any, name: str) -> int:
    value = row.find(f"{w('trPr')}/{w(name)}")
    return max(0, min(63, whole_number(value.get(w("val")), 0))) if value is not None else 0


def _span(cell: Any) -> int:
    value = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    return max(1, min(63, whole_number(value.get(w("val")), 1))) if value is not None else 1


def _merged(row: Any) -> list[bool]:
    """For each grid column, whether its cell continues the one above (vMerge)."""
    flags = [False] * _grid(row, "gridBefore")
    for cell in _cells(row):
        merge = cell.find(f"{w('tcPr')}/{w('vMerge')}")
        goes_on = merge is not None and merge.get(w("val"), "continue") == "continue"
        flags.extend([goes_on] * _span(cell))
    return flags
