"""The portal's menu entries and who publishes it (thực đơn, cơ quan chủ quản)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from lantoa.common.ui.context import Site, provide_site
from lantoa.common.ui.menu import MenuItem
from lantoa.common.ui.menu import register as register_entry
from lantoa.portal.selectors import home


def register() -> None:
    register_entry(MenuItem(_("Trang chủ"), "portal:home", icon="house", order=10), front="public")
    register_entry(
        MenuItem(_("Các kế hoạch"), "portal:plan-list", icon="clipboard-list", order=20),
        front="public",
    )
    provide_site(site)


def site(request: Any) -> Site:
    """The authority of the plan on the first page publishes the site; asked once per request."""
    known = getattr(request, "_site", None)
    if known is None:
        known = _site()
        if request is not None:
            request._site = known
    return known


def _site() -> Site:
    plan = home.current_plan()
    name = settings.WAGTAIL_SITE_NAME
    if plan is None:
        return Site(name=name)
    publisher = plan.authority
    return Site(
        name=name,
        publisher=publisher.name,
        address=publisher.address,
        phone=publisher.phone,
        email=publisher.email,
    )
