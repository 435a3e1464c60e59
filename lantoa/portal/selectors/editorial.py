"""The editors' published pages (trang do biên tập viên đăng) below the first page."""

from __future__ import annotations

from wagtail.models import Page

from lantoa.portal.models import HomePage


def published() -> list[Page]:
    """Public pages under the first page, in the order of the tree; the first page is not one."""
    first = HomePage.objects.live().order_by("pk").first()
    if first is None:
        return []
    return list(first.get_descendants().live().public().order_by("path"))
