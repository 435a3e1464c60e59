"""The text of a web page or of HTML saved from Word (trang HTML): paragraphs, lists, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from . import refusals
from .grids import GridRow, grid_lines
from .html_numbers import ListNumbers

_MAX_DEPTH = 120
_MAX_CELLS = 60
_SILENT = {
    "script", "style", "head", "template", "noscript", "svg", "math", "iframe", "object", "select",
    "button", "input", "textarea", "audio", "video", "canvas", "nav", "title",
}  # fmt: skip
_BLOCKS = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "section",
    "article", "header", "footer", "main", "aside", "blockquote", "pre", "center", "address",
    "figure", "figcaption", "body", "html", "form", "fieldset", "details", "summary", "hr",
}  # fmt: skip
_DELETED = {"del", "s", "strike"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_CHARSET = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?([A-Za-z0-9_\-]{1,40})""", re.I)


def extract_html(data: bytes) -> str:
    """The lines that the page shows; raises UnreadableFile when it cannot be parsed."""
    from lxml import etree

    from .legacy import best_reading, looks_legacy

    parser = etree.HTMLParser(
        recover=True, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(_decoded(data), parser)
    except (etree.XMLSyntaxError, ValueError, AssertionError):
        raise refusals.broken_html() from None
    if root is None:
        raise refusals.empty()
    lines = _Reader().lines(root)
    text = "\n".join(lines)
    if looks_legacy(text):
        text = best_reading(text, candidates=("tcvn3", "vni")) or text
    return text


def _decoded(data: bytes) -> str:
    """By its mark, by what the page declares where that fits, else as any text."""
    from .encoding import decode

    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            text = data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            text = decode(data)
    else:
        text = decode(data)
    # A declaration inside text that is decoded already confuses the parser.
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text).replace("\x00", "")


class _Reader:
    def __init__(self) -> None:
        self.done: list[str] = []
        self.parts: list[str] = []
        self.numbers = ListNumbers()

    def lines(self, root: Any) -> list[str]:
        """Every line of the page, without blank runs."""
        self._walk(root, 0)
        self._break()
        return self.done

    def _walk(self, element: Any, depth: int) -> None:
        if depth > _MAX_DEPTH:
            raise refusals.too_deep()
        if not isinstance(element.tag, str):
            return
        tag = element.tag.lower()
        if self._is_hidden(element, tag):
            return
        if tag == "table":
            self._break()
            self.done += _table(element, depth)
        elif tag == "br":
            self._break()
        elif tag in _BLOCKS:
            self._block(element, tag, depth)
        else:
            self._inside(element, depth, keep=False)

    def _block(self, element: Any, tag: str, depth: int) -> None:
        self._break()
        if tag == "li":
            self.parts.append(self.numbers.label(element))
        self._inside(element, depth, keep=tag == "pre")
        self._break()

    def _inside(self, element: Any, depth: int, *, keep: bool) -> None:
        self._text(element.text, keep)
        for child in element:
            self._walk(child, depth + 1)
            self._text(child.tail, keep)

    def _text(self, text: str | None, keep: bool) -> None:
        if not text:
            return
        if not keep:
            self.parts.append(text)
            return
        for place, line in enumerate(text.split("\n")):
            if place:
                self._break()
            self.parts.append(line)

    def _is_hidden(self, element: Any, tag: str) -> bool:
        style = element.get("style") or ""
        return (
            tag in _SILENT
            or tag in _DELETED
            or element.get("hidden") is not None
            or bool(style and _HIDDEN.search(style))
        )

    def _break(self) -> None:
        line = " ".join("".join(self.parts).split())
        self.parts.clear()
        if line:
            self.done.append(line)


def _table(element: Any, depth: int) -> Iterator[str]:
    """Tab-joined rows; colspan leaves the rest empty, rowspan holds for every row it covers."""
    rows: list[GridRow] = []
    merged: list[list[bool]] = []
    pending: dict[int, int] = {}
    for row in _rows(element):
        cells: GridRow = []
        flags: list[bool] = []
        waiting = dict(pending)
        for cell in row:
            if not isinstance(cell.tag, str) or cell.tag.lower() not in {"td", "th"}:
                continue
            _fill_spans(cells, flags, waiting, pending)
            wide = _number(cell.get("colspan"))
            high = _number(cell.get("rowspan"))
            for place in range(wide):
                if high > 1:
                    pending[len(cells)] = high - 1
                inner = _cell_lines(cell, depth + 1) if not place else []
                cells.append(inner)
                flags.append(False)
        _fill_spans(cells, flags, waiting, pending)
        rows.append(cells[:_MAX_CELLS])
        merged.append(flags[:_MAX_CELLS])
    yield from grid_lines(rows, merged)


def _fill_spans(
    cells: GridRow, flags: list[bool], waiting: dict[int, int], pending: dict[int, int]
) -> None:
    """Cells that hang down from the rows above come before the next own cell."""
    while waiting.pop(len(cells), 0):
        pending[len(cells)] -= 1
        if not pending[len(cells)]:
            del pending[len(cells)]
        cells.append([])
        flags.append(True)


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        tag = child.tag.lower() if isinstance(child.tag, str) else ""
        if tag == "tr":
            yield child
        elif tag in {"thead", "tbody", "tfoot"}:
            yield from _rows(child)


def _cell_lines(cell: Any, depth: int) -> list[str]:
    reader = _Reader()
    reader._inside(cell, depth, keep=False)
    reader._break()
    # A table inside a cell gives its rows as lines of the cell.
    return [" ".join(line.split()) for line in reader.done if line.strip()]


def _number(text: str | None) -> int:
    digits = (text or "").strip()
    return max(1, min(_MAX_CELLS, int(digits))) if digits.isascii() and digits.isdigit() else 1
