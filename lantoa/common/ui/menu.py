"""The menu registry (thực đơn): each app hangs its own entries, the shell shows the permitted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise

from lantoa.common import access

FRONTS = ("workspace", "public")


@dataclass(frozen=True, slots=True)
class MenuItem:
    """`permission` empty: for everybody; `phone`: may stand in the bottom bar (the first
    four do), under the `short` label where there is one; `also` names pages it leads on to.
    """

    label: str | Promise
    url_name: str
    icon: str = "chevron-right"
    permission: str = ""
    order: int = 100
    phone: bool = True
    short: str | Promise = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    item: MenuItem
    url: str
    current: bool


_ITEMS: dict[str, list[MenuItem]] = {front: [] for front in FRONTS}


def register(item: MenuItem, *, front: str = "workspace") -> None:
    """Add an entry; call it in the app's `ready()`. The same address twice is once."""
    items = _ITEMS[front]
    if all(one.url_name != item.url_name for one in items):
        items.append(item)
        items.sort(key=lambda one: one.order)


def registered(front: str = "workspace") -> tuple[MenuItem, ...]:
    return tuple(_ITEMS[front])


def entries(request: Any, front: str = "workspace") -> list[Entry]:
    """What this request's actor may open; the longest matching address is the current one."""
    actor = getattr(request, "actor", None)
    allowed = [
        item for item in _ITEMS[front] if not item.permission or access.can(actor, item.permission)
    ]
    urls = [reverse(item.url_name) for item in allowed]
    path = getattr(request, "path", "")
    here = max((url for url in urls if _leads_to(url, path, urls)), key=len, default="")
    match = getattr(request, "resolver_match", None)
    for item, url in zip(allowed, urls, strict=True):
        here = url if match and match.view_name in item.also else here
    return [Entry(item, url, url == here) for item, url in zip(allowed, urls, strict=True)]


def _leads_to(url: str, path: str, urls: list[str]) -> bool:
    # A front's home is everybody's prefix: it is current only on itself.
    is_home = sum(other.startswith(url) for other in urls) == len(urls) > 1
    return path == url if is_home else path.startswith(url)


def unregister(item: MenuItem, *, front: str = "workspace") -> None:
    """Take an entry away again (tests)."""
    _ITEMS[front].remove(item)


def on_phone(request: Any) -> list[Entry]:
    """The first four entries that may stand in the phone's bottom bar; the rest is under "Thêm"."""
    return [entry for entry in entries(request) if entry.item.phone][:4]
