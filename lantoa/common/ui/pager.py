"""Pages of a list as links that keep filters and sorting (chia trang)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page

from lantoa.common.ui import links


@dataclass(frozen=True)
class PageLink:
    """No url: the current page; no number either: the gap."""

    number: int | None = None
    url: str = ""


class Pager:
    """Built from a Django page; `more` tells whether there is anything to page through."""

    def __init__(self, page: Page[Any], params: Mapping[str, Any], *, name: str = "trang") -> None:
        self.page, self.params, self.name = page, params, name
        self.total = page.paginator.count
        self.first, self.last = page.start_index(), page.end_index()
        self.more = page.paginator.num_pages > 1

    @property
    def previous(self) -> str:
        return self._url(self.page.number - 1) if self.page.has_previous() else ""

    @property
    def next(self) -> str:
        return self._url(self.page.number + 1) if self.page.has_next() else ""

    def pages(self) -> Iterator[PageLink]:
        paginator = self.page.paginator
        for number in paginator.get_elided_page_range(self.page.number, on_each_side=1, on_ends=1):
            if isinstance(number, int):
                here = number == self.page.number
                yield PageLink(number, "" if here else self._url(number))
            else:
                yield PageLink()

    def _url(self, number: int) -> str:
        return links.changed(self.params, **{self.name: None if number == 1 else number})
