"""Filters of a list from the address (lọc): over a queryset or a list, kept in every link."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal

from django.db.models import QuerySet
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from lantoa.common.ui import links

Kind = Literal["choice", "many", "text", "date", "flag"]
Choices = Iterable[tuple[Any, Any]]


@dataclass(frozen=True, kw_only=True)
class Filter:
    """One question to the list. `lookup` is a filter() name; `apply(rows, value)` does the rest.

    A list of objects is compared by the attribute named `lookup`. A value that is not among the
    choices, or not a date, is as if it were not there.
    """

    name: str
    label: Any
    kind: Kind = "choice"
    choices: Choices | Callable[[], Choices] = ()
    lookup: str = ""
    apply: Callable[[Any, Any], Any] | None = None
    placeholder: Any = ""

    @cached_property
    def options(self) -> list[tuple[str, Any]]:
        choices = self.choices() if callable(self.choices) else self.choices
        return [(str(key), label) for key, label in choices]


@dataclass(frozen=True)
class Shown:
    """A filter as the bar draws it."""

    id: str
    name: str
    label: Any
    kind: str
    value: Any
    options: list[tuple[str, Any, bool]]
    placeholder: Any


@dataclass(frozen=True)
class Chip:
    label: Any
    text: str
    url: str


class Filters:
    """Filters bound to `request.GET`: `apply` narrows the rows, the rest draws the bar."""

    def __init__(self, *filters: Filter, params: Mapping[str, Any]) -> None:
        self.filters = filters
        self.params = links.as_query(params)

    @cached_property
    def values(self) -> dict[str, Any]:
        """Only the filters that were asked for, with clean values."""
        read = {one.name: self._read(one) for one in self.filters}
        return {name: value for name, value in read.items() if value not in (None, "", [])}

    def apply(self, rows: Any) -> Any:
        for one in self.filters:
            if one.name in self.values:
                rows = _narrow(rows, one, self.values[one.name])
        return rows

    @cached_property
    def fields(self) -> list[Shown]:
        return [self._shown(one) for one in self.filters]

    @cached_property
    def active(self) -> list[Chip]:
        return [self._chip(one) for one in self.filters if one.name in self.values]

    @property
    def kept(self) -> list[tuple[str, str]]:
        """Other parameters (the sorting) that the form must carry along."""
        own = {one.name for one in self.filters}
        return [
            (key, value)
            for key, values in self.params.lists()
            for value in values
            if key not in own and not key.endswith(("trang", "xuat"))
        ]

    @property
    def clear(self) -> str:
        gone = {one.name: None for one in self.filters}
        return links.changed(self.params, trang=None, **gone)

    def _read(self, one: Filter) -> Any:
        raw = [value.strip() for value in self.params.getlist(one.name)]
        first = raw[-1] if raw else ""
        keys = {key for key, _label in one.options}
        if one.kind == "many":
            return [value for value in raw if value in keys]
        if one.kind == "choice":
            return first if first in keys else ""
        if one.kind == "date":
            return _day(first)
        return first == "1" if one.kind == "flag" and first else first

    def _shown(self, one: Filter) -> Shown:
        value = self.values.get(one.name)
        chosen = set(value) if isinstance(value, list) else {value}
        options = [(key, label, key in chosen) for key, label in one.options]
        text = value.isoformat() if isinstance(value, date) else value
        return Shown(
            f"loc-{one.name}", one.name, one.label, one.kind, text, options, one.placeholder
        )

    def _chip(self, one: Filter) -> Chip:
        value, labels = self.values[one.name], dict(one.options)
        if isinstance(value, list):
            text = ", ".join(str(labels[key]) for key in value)
        elif isinstance(value, date):
            text = value.strftime("%d/%m/%Y")
        elif one.kind == "flag":
            text = _("có")
        else:
            text = str(labels.get(value, value))
        url = links.changed(self.params, trang=None, **{one.name: None})
        return Chip(one.label, text, url)


def _narrow(rows: Any, one: Filter, value: Any) -> Any:
    if one.apply:
        return one.apply(rows, value)
    if isinstance(rows, QuerySet):
        name = f"{one.lookup}__in" if isinstance(value, list) else one.lookup
        return rows.filter(**{name: value})
    wanted = {str(each) for each in value} if isinstance(value, list) else {str(value)}
    return [row for row in rows if str(getattr(row, one.lookup, None)) in wanted]


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None
