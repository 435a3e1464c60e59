"""Tables in text (bảng): tab or pipe rows, repeated headers, rows that go on after a page break."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lantoa.common.rules.vietnamese import fold

from .limits import MAX_COLUMNS
from .lines import Line, clean
from .lone_pipes import Grid, lone_pipe_grids
from .noticed import Notice, Noticed

NUMBER, TASK, FORMS, ASSIGNMENT, LEAD, COORDINATING, DUE, PRODUCT, OTHER = (
    "number", "task", "forms", "assignment", "lead", "coordinating", "due", "product", "other",
)  # fmt: skip

# Header words in the order they decide: "Phân công và cách thức thực hiện" is the assignment.
_LEAD = (
    r"chu tri|dau moi|trach nhiem|phu trach|^(?:co quan|don vi)$|"
    r"(?:co quan|don vi|bo phan|nguoi|ca nhan)(?:,? (?:co quan|don vi|ca nhan))?"
    r" (?:thuc hien|trien khai|tham muu)"
)
_DUE = r"thoi gian|thoi han|thoi diem|tien do|\bhan\b|hoan thanh|ngay thuc hien|^quy$|lo trinh"
_HEADERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (NUMBER, re.compile(r"^(?:so )?s?tt$|^(?:so )?thu tu$|^so$|^no\.?$")),
    (OTHER, re.compile(r"kinh phi|ghi chu|du toan")),
    (ASSIGNMENT, re.compile(r"chu tri.*phoi hop|phoi hop.*chu tri|phan cong")),
    (COORDINATING, re.compile(r"phoi hop|tham gia")),
    (LEAD, re.compile(_LEAD)),
    (DUE, re.compile(_DUE)),
    (FORMS, re.compile(r"hinh thuc|phuong thuc|cach thuc|kenh|bien phap")),
    (PRODUCT, re.compile(r"san pham|ket qua|dau ra")),
    (TASK, re.compile(r"nhiem vu|noi dung|hoat dong|cong viec|\bten\b|muc tieu|giai phap|viec")),
)
_SEPARATOR = re.compile(r"^[\s|:\-+=]+$")
_ORDINALS = re.compile(r"^\(?(?:\d{1,2}|[a-hA-H])\)?$")
_ROW_LABEL = re.compile(r"^(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Ha-h])[.)]?$")
_DIGITS = re.compile(r"^\(?(\d{1,3})\s*[.)]?$")


@dataclass(slots=True)
class Cell:
    """A cell with the pieces it was made of, each with its line."""

    pieces: list[tuple[int, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(text for _, text in self.pieces)


@dataclass(slots=True)
class Row:
    """A row, rejoined across page breaks: one cell for each column, and its lines."""

    cells: list[Cell]
    lines: list[int]


@dataclass(slots=True)
class Table:
    """A table with the role of every column; `lines` are all lines that belong to it."""

    roles: list[str]
    header: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)

    def cell(self, row: Row, role: str) -> Cell:
        """The cell of the first column with this role; empty when the table has none."""
        index = self.roles.index(role) if role in self.roles else None
        return row.cells[index] if index is not None and index < len(row.cells) else Cell()


def is_row(raw: str) -> bool:
    """True for a line that is the row of a table: tabs, or pipes as in Markdown."""
    if raw.count("\t") >= 2:
        return True
    return raw.count("|") >= 2 and (raw.lstrip().startswith("|") or raw.count(" | ") >= 2)


def split_cells(raw: str) -> list[str]:
    """The cells of a row as they stand."""
    if "\t" in raw:
        return raw.split("\t")
    inner = raw.strip()
    inner = inner[1:] if inner.startswith("|") else inner
    inner = inner[:-1] if inner.endswith("|") else inner
    return [cell.replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", inner)]


def header_roles(cells: Sequence[str]) -> list[str] | None:
    """The roles when the cells are a header: at least two known columns, one of them the task."""
    if not 2 <= len(cells) <= MAX_COLUMNS or any(len(cell) > 120 for cell in cells):
        return None
    roles = [_role(cell) for cell in cells]
    known = {role for role in roles if role not in {"", OTHER}}
    if TASK not in known and FORMS in known:
        roles[roles.index(FORMS)] = TASK
        known.add(TASK)
    if TASK not in known or len(known) < 2:
        return None
    return _without_repeats([role or OTHER for role in roles])


def read_tables(lines: Sequence[Line], noticed: Noticed) -> list[Table]:
    """Every table of tasks in these lines; tables with other headers are passed by."""
    from .flat_tables import find_flat_tables
    from .row_spans import fill_spans

    reader = _Reader(noticed)
    grids = lone_pipe_grids(lines)
    in_grids = {line.number for grid in grids for line in lines[grid.first : grid.last + 1]}
    flat = find_flat_tables([line for line in lines if line.number not in in_grids])
    taken = in_grids.union(number for table in flat for number in table.lines)
    opens = {lines[grid.first].number: grid for grid in grids}
    for line in lines:
        if line.number in opens:
            reader.take_grid(opens[line.number], lines)
        if line.number not in taken:
            reader.take(line)
    for table in reader.tables:
        fill_spans(table)
    return sorted([*reader.tables, *flat], key=lambda table: table.lines[0])


class _Reader:
    def __init__(self, noticed: Noticed) -> None:
        self.noticed = noticed
        self.tables: list[Table] = []
        self.table: Table | None = None
        self.header: list[str] = []
        self.header_line = 0

    def take(self, line: Line) -> None:
        raw = line.raw
        if not is_row(raw) and not self._is_short_row(raw):
            if not line.blank and self.table and len(line.text) > 12 and not line.text.isdigit():
                self.table = None
            return
        cells = [self._clean(cell, line.number) for cell in split_cells(raw)]
        if _SEPARATOR.match(raw) or not any(cells):
            if self.table:
                self.table.lines.append(line.number)
            return
        self._row(cells, line.number)

    def _is_short_row(self, raw: str) -> bool:
        """Inside a table a row may lack its edges; two columns are a table only by their header."""
        if self.table is not None and raw.count("|") >= max(1, len(self.table.roles) - 2):
            return True
        if raw.count("\t") != 1:
            return False
        # A copy that lost the empty cells at the end: "1", tab, "Chỉ đạo, điều hành".
        numbered = self.table is not None and _ROW_LABEL.match(raw.partition("\t")[0].strip(" *"))
        return bool(numbered) or self._two_columns(raw)

    def take_grid(self, grid: Grid, lines: Sequence[Line]) -> None:
        """Rows that stand with one cell on a line; they are a table of their own."""
        self.table = None
        for row in grid.rows:
            own = [line.number for line in lines[row.first : row.last + 1] if not line.blank]
            span = list(range(own[0], own[-1] + 1)) if own else []
            known = len(self.table.rows) if self.table else 0
            if span:
                self._row(row.texts(), span[0])
            if span and self.table:
                self.table.lines += span
                if len(self.table.rows) > known:
                    self.table.rows[-1].lines = span
        self.table = None

    def _two_columns(self, raw: str) -> bool:
        if self.table and len(self.table.roles) == 2:
            return True
        return header_roles([clean(cell) for cell in split_cells(raw)]) is not None

    def _clean(self, cell: str, line: int) -> str:
        text = clean(cell)
        if "<" in cell and "</" not in text and text != " ".join(cell.split()):
            self.noticed.markup.append(Notice(line, " ".join(cell.split())[:80]))
        return text

    def _row(self, cells: list[str], line: int) -> None:
        folded = [fold(cell) for cell in cells]
        roles = header_roles(cells)
        if self.table and folded == self.header:
            self.noticed.repeated_headers.append(
                Notice(line, " ".join(cells)[:120], self.header_line)
            )
            self.table.lines.append(line)
            return
        if roles and (self.table is None or _is_new_header(cells, roles)):
            self._open(roles, cells, line)
            return
        if self.table is None:
            return
        self.table.lines.append(line)
        if not self.table.rows and self._second_header(cells):
            return
        if all(not cell or _ORDINALS.match(cell) for cell in cells) and len(cells) > 2:
            return
        self._body_row(cells, line)

    def _open(self, roles: list[str], cells: list[str], line: int) -> None:
        folded = [fold(cell) for cell in cells]
        same = next((t for t in self.tables[-1:] if t.roles == roles), None)
        if same and self.header == folded:
            self.table = same
            self.noticed.repeated_headers.append(Notice(line, "", self.header_line))
        else:
            self.table = Table(roles, cells)
            self.tables.append(self.table)
            self.header, self.header_line = folded, line
        self.table.lines.append(line)

    def _second_header(self, cells: list[str]) -> bool:
        """Sub-headers ("Chủ trì" and "Phối hợp" below "Phân công") refine the columns."""
        assert self.table is not None
        roles = [_role(cell) if cell else "" for cell in cells]
        if any(len(cell) > 40 for cell in cells) or not set(roles) & {LEAD, COORDINATING}:
            return False
        if NUMBER in self.table.roles and _DIGITS.match(cells[self.table.roles.index(NUMBER)]):
            return False
        for index, role in enumerate(roles[: len(self.table.roles)]):
            if role in {LEAD, COORDINATING}:
                self.table.roles[index] = role
        return True

    def _body_row(self, cells: list[str], line: int) -> None:
        assert self.table is not None
        width = len(self.table.roles)
        cells = (cells + [""] * width)[:width] if len(cells) <= width else _squeeze(cells, width)
        if self.table.rows and self._goes_on(cells):
            self._rejoin(self.table.rows[-1], cells, line)
            return
        made = [Cell([(line, cell)] if cell else []) for cell in cells]
        self.table.rows.append(Row(made, [line]))

    def _goes_on(self, cells: list[str]) -> bool:
        """An empty number continues the row before; without numbers a lower-case task does."""
        assert self.table is not None
        roles = self.table.roles
        if NUMBER in roles and _numbered(self.table):
            return not cells[roles.index(NUMBER)]
        if TASK not in roles:  # a header that was broken in two
            return False
        task = cells[roles.index(TASK)]
        return not task or task[:1].islower()

    def _rejoin(self, row: Row, cells: list[str], line: int) -> None:
        """An empty cell must not overwrite what the first part of the row said."""
        before = next((c.pieces[-1][1] for c in row.cells if c.pieces), "")
        for cell, text in zip(row.cells, cells, strict=False):
            if text:
                cell.pieces.append((line, text))
        self.noticed.rejoined_rows.append(
            Notice(line, " ".join(filter(None, cells))[:80], row.lines[-1], before[-80:])
        )
        row.lines.append(line)


def _is_new_header(cells: Sequence[str], roles: Sequence[str]) -> bool:
    """Inside a table only short cells with three known columns begin another one."""
    short = all(len(cell) <= 60 for cell in cells) and not _DIGITS.match(cells[0])
    return short and sum(role != OTHER for role in roles) >= 3


def _role(header: str) -> str:
    folded = fold(header).strip(" .:*")
    return next((role for role, pattern in _HEADERS if pattern.search(folded)), "")


def _without_repeats(roles: list[str]) -> list[str]:
    seen: set[str] = set()
    result = []
    for role in roles:
        result.append(role if role == OTHER or role not in seen else OTHER)
        seen.add(role)
    return result


def _numbered(table: Table) -> bool:
    index = table.roles.index(NUMBER)
    return any(row.cells[index].pieces for row in table.rows)


def _squeeze(cells: list[str], width: int) -> list[str]:
    """More cells than columns: the surplus at the end belongs to the last column."""
    return [*cells[: width - 1], " ".join(filter(None, cells[width - 1 :]))]
