"""Lists as tables (bảng): columns, sorting, pages and totals over a queryset or a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, Literal

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from lantoa.common.rules.vietnamese import sort_key
from lantoa.common.ui import links, states
from lantoa.common.ui.pager import Pager

Kind = Literal["text", "number", "date", "datetime", "state", "due", "bar"]
CSS = {"number": "is-number", "date": "is-date", "datetime": "is-date"}


@dataclass(frozen=True, kw_only=True)
class Column:
    """`value` defaults to the dotted `key`; `sort` is an order_by name, or True for a list.

    `main` is the row's name (one per table), `minor` stays off the phone, `total` sums the page.
    """

    key: str
    label: Any
    kind: Kind = "text"
    value: Callable[[Any], Any] | None = None
    sort: str | bool = ""
    url: Callable[[Any], str] | None = None
    template: str = ""
    main: bool = False
    minor: bool = False
    total: bool = False
    export: Callable[[Any], Any] | None = None

    def read(self, row: Any) -> Any:
        return self.value(row) if self.value else _dotted(row, self.key)

    def read_plain(self, row: Any) -> Any:
        """What a spreadsheet gets: the state's word, the due date, else the value itself."""
        if self.export:
            return self.export(row)
        value = self.read(row)
        if self.kind == "state" and value:
            return str(states.get(value).label)
        if self.kind == "due" and isinstance(value, Mapping):
            return value.get("due")
        return value


@dataclass(frozen=True)
class Head:
    label: Any
    css: str
    url: str
    sorted: str


@dataclass(frozen=True)
class Cell:
    row: Any
    value: Any
    text: str
    label: Any
    kind: str
    css: str
    url: str = ""
    template: str = ""
    main: bool = False


@dataclass(frozen=True)
class Row:
    key: Any
    title: str
    cells: list[Cell]


@dataclass(frozen=True)
class Empty:
    title: Any
    text: Any = ""


@dataclass(kw_only=True)
class Table:
    """One list on one page: two queries for a queryset (count, page), none for a list.

    `params` is `request.GET`; `prefix` keeps two tables of a page apart; `selectable` names the
    checkbox of each row (then put the table inside a form).
    """

    columns: Sequence[Column]
    rows_from: QuerySet[Any] | Sequence[Any]
    params: Mapping[str, Any]
    caption: Any
    note: Any = ""
    empty: Empty = field(default_factory=lambda: Empty(_("Chưa có dòng nào")))
    sort: str = ""
    per_page: int = 25
    prefix: str = ""
    selectable: str = ""

    @cached_property
    def ordering(self) -> tuple[Column | None, bool]:
        """The column asked for by `?sap=` (a minus sign first: descending), else the default."""
        for wanted in (links.one(self.params, f"{self.prefix}sap"), self.sort):
            column = self._by_key(wanted.removeprefix("-"))
            if column and column.sort:
                return column, wanted.startswith("-")
        return None, False

    @cached_property
    def ordered(self) -> QuerySet[Any] | Sequence[Any]:
        column, down = self.ordering
        if column is None:
            return self.rows_from
        if isinstance(self.rows_from, QuerySet):
            name = column.key if column.sort is True else str(column.sort)
            # The primary key last: equal rows must not change pages between two requests.
            return self.rows_from.order_by(f"-{name}" if down else name, "pk")
        return _sorted(self.rows_from, column, down)

    @cached_property
    def page(self) -> Any:
        paginator = Paginator(self.ordered, self.per_page)
        return paginator.get_page(links.one(self.params, f"{self.prefix}trang"))

    @cached_property
    def pager(self) -> Pager:
        return Pager(self.page, self.params, name=f"{self.prefix}trang")

    @cached_property
    def heads(self) -> list[Head]:
        return [self._head(column) for column in self.columns]

    @cached_property
    def rows(self) -> list[Row]:
        return [self._row(row) for row in self.page]

    @cached_property
    def totals(self) -> list[Cell]:
        if not any(column.total for column in self.columns):
            return []
        return [self._total(column) for column in self.columns]

    @property
    def xlsx_url(self) -> str:
        return links.changed(self.params, xuat="xlsx", trang=None)

    @property
    def csv_url(self) -> str:
        return links.changed(self.params, xuat="csv", trang=None)

    def plain_rows(self) -> Iterable[list[Any]]:
        """Every row of every page, for export."""
        source = self.ordered
        whole = source.iterator(chunk_size=500) if isinstance(source, QuerySet) else source
        for row in whole:
            yield [column.read_plain(row) for column in self.columns]

    def _by_key(self, key: str) -> Column | None:
        return next((column for column in self.columns if column.key == key), None)

    def _head(self, column: Column) -> Head:
        css = _css(column)
        if not column.sort:
            return Head(column.label, css, "", "")
        current, down = self.ordering
        here = current is column
        wanted = f"-{column.key}" if here and not down else column.key
        changes = {f"{self.prefix}sap": wanted, f"{self.prefix}trang": None}
        direction = ("descending" if down else "ascending") if here else ""
        return Head(column.label, css, links.changed(self.params, **changes), direction)

    def _row(self, row: Any) -> Row:
        cells = [_cell(row, column) for column in self.columns]
        title = next((cell.text for cell in cells if cell.main), "")
        return Row(_dotted(row, "pk") or _dotted(row, "id"), title, cells)

    def _total(self, column: Column) -> Cell:
        css = _css(column)
        if not column.total:
            text = _("Cộng") if column.main else ""
            return Cell(None, None, text, "", "text", css if text else "is-empty")
        value = sum(column.read(row) or 0 for row in self.page)
        return Cell(None, value, _text(value, column.kind), column.label, column.kind, css)


def _css(column: Column) -> str:
    """Of a heading: the side its figures stand on, and whether narrow paper leaves it out."""
    names = [CSS.get(column.kind, ""), "is-minor" if column.minor else ""]
    return " ".join(name for name in names if name)


def _cell(row: Any, column: Column) -> Cell:
    value = column.read(row)
    empty = value is None or value == ""
    names = [CSS.get(column.kind, "")]
    names += ["is-main"] if column.main else []
    names += ["is-minor"] if column.minor else []
    names += ["is-empty"] if empty and not column.template else []
    return Cell(
        row=row,
        value=value,
        text=_text(value, column.kind),
        label=column.label,
        kind=column.kind,
        css=" ".join(name for name in names if name),
        url=column.url(row) if column.url else "",
        template=column.template,
        main=column.main,
    )


def _text(value: Any, kind: str) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, datetime):
        moment = timezone.localtime(value) if timezone.is_aware(value) else value
        return moment.strftime("%d/%m/%Y" if kind == "date" else "%H:%M %d/%m/%Y")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if kind == "number":
        return formats.number_format(value, force_grouping=True)
    return str(value)


def _dotted(row: Any, path: str) -> Any:
    for name in path.split("."):
        row = row.get(name) if isinstance(row, Mapping) else getattr(row, name, None)
    return row


def _sorted(rows: Sequence[Any], column: Column, down: bool) -> list[Any]:
    """Rows without a value come last in both directions."""
    filled = [row for row in rows if column.read(row) is not None]
    absent = [row for row in rows if column.read(row) is None]
    return [*sorted(filled, key=lambda row: _key(column.read(row)), reverse=down), *absent]


def _key(value: Any) -> Any:
    if isinstance(value, Mapping):
        value = value.get("due")
    return sort_key(value) if isinstance(value, str) else value
