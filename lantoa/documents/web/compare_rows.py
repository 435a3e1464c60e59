"""The rows of a comparison on screen (các đoạn đối chiếu): differences open, the rest folded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from lantoa.documents.reading.diff import Comparison, Row, Side

_AROUND = 1  # equal paragraphs left open beside a difference, to see where it stands
_FEWEST = 2  # folding one paragraph saves nothing


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are kept "=", taken out "-" or put in "+"; the space before them is apart."""

    sign: str
    space: str
    text: str


@dataclass(frozen=True, slots=True)
class SideShown:
    line: int
    url: str
    runs: list[Run]


@dataclass(frozen=True, slots=True)
class RowShown:
    """`moved_to` on a row without sides: from here a paragraph went to that row."""

    anchor: str
    kind: str
    moved: bool = False
    a: SideShown | None = None
    b: SideShown | None = None
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows in a run: all to be seen, or folded away because they are the same in both."""

    folded: bool
    rows: list[RowShown]


@dataclass(slots=True)
class Rows:
    """The blocks of the page and where each line of either version stands among them."""

    blocks: list[Block]
    _a: list[tuple[int, str]] = field(default_factory=list)
    _b: list[tuple[int, str]] = field(default_factory=list)

    def anchor_of(self, a_line: int | None, b_line: int | None) -> str:
        """The row that holds the line of the second version, else that of the first."""
        if b_line is not None:
            return _holding(self._b, b_line)
        return _holding(self._a, a_line) if a_line is not None else ""


def shown_rows(comparison: Comparison, a_url: str, b_url: str) -> Rows:
    """All rows in the order of the second version; a moved one leaves a pointer where it stood."""
    rows = [
        RowShown(
            f"r{number}",
            row.kind,
            row.moved,
            _side(row, row.a, "-", a_url),
            _side(row, row.b, "+", b_url),
        )
        for number, row in enumerate(comparison.rows, start=1)
    ]
    shown = Rows(list(_blocks(_with_pointers(rows))))
    shown._a = sorted((row.a.line, row.anchor) for row in rows if row.a)
    shown._b = sorted((row.b.line, row.anchor) for row in rows if row.b)
    return shown


def _side(row: Row, side: Side | None, sign: str, url: str) -> SideShown | None:
    if side is None:
        return None
    if row.kind == "changed":
        runs = [_run(run.sign, run.text) for run in row.words if run.sign in ("=", sign)]
    else:
        whole = sign if row.kind in ("added", "removed") else "="
        runs = [_run(whole, side.text)]
    return SideShown(side.line, f"{url}#d{side.line}", runs)


def _run(sign: str, text: str) -> Run:
    bare = text.lstrip()
    return Run(sign, " " if len(bare) < len(text) else "", bare)


def _with_pointers(rows: Sequence[RowShown]) -> list[RowShown]:
    """A pointer stands after the paragraph that came before the moved one in the old version."""
    kept = sorted((row.a.line, row.anchor) for row in rows if row.a and not row.moved)
    after: dict[str, list[RowShown]] = {}
    for row in rows:
        if row.moved and row.a:
            before = _holding(kept, row.a.line)
            pointer = RowShown(f"{row.anchor}-cu", "pointer", a=row.a, b=row.b, moved_to=row.anchor)
            after.setdefault(before, []).append(pointer)
    found = list(after.get("", ()))
    for row in rows:
        found += [row, *after.get(row.anchor, ())]
    return found


def _blocks(rows: Sequence[RowShown]) -> Iterator[Block]:
    runs = [list(run) for _, run in groupby(rows, key=lambda row: row.kind == "equal")]
    for place, run in enumerate(runs):
        if run[0].kind != "equal":
            yield Block(False, run)
            continue
        start = _AROUND if place else 0
        end = len(run) - (_AROUND if place < len(runs) - 1 else 0)
        if end - start < _FEWEST:
            yield Block(False, run)
            continue
        for folded, part in ((False, run[:start]), (True, run[start:end]), (False, run[end:])):
            if part:
                yield Block(folded, part)


def _holding(places: Sequence[tuple[int, str]], line: int) -> str:
    at = bisect_right(places, line, key=lambda place: place[0])
    return places[at - 1][1] if at else ""
