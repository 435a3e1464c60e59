"""Context of every page: who publishes, and the menu as a lazy list (khung trang)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.functional import SimpleLazyObject

from lantoa.common.ui import menu


@dataclass(frozen=True, slots=True)
class Site:
    """The authority as the public sees it; empty lines are left out of the footer."""

    name: str
    publisher: str = ""
    responsible: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""


_PROVIDERS: list[Callable[[Any], Site]] = []


def provide_site(provider: Callable[[Any], Site]) -> None:
    """The app that knows the authority's name gives it here, in its `ready()`."""
    _PROVIDERS[:] = [provider]


def shell(request: Any) -> dict[str, Any]:
    """Names for the two base templates; nothing is asked of the database until it is printed."""
    site = SimpleLazyObject(lambda: _site(request))
    return {
        "site": site,
        "site_name": SimpleLazyObject(lambda: _site(request).name),
        "menu": SimpleLazyObject(lambda: menu.entries(request)),
        "phone_menu": SimpleLazyObject(lambda: menu.on_phone(request)),
        "public_menu": SimpleLazyObject(lambda: menu.entries(request, "public")),
    }


def _site(request: Any) -> Site:
    if _PROVIDERS:
        return _PROVIDERS[0](request)
    return Site(name=getattr(settings, "WAGTAIL_SITE_NAME", "Lan Tỏa"))
