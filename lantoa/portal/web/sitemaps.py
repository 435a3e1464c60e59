"""Addresses for search engines (sơ đồ trang): plans, their duties, and the editors' pages."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from lantoa.plans.selectors import plans
from lantoa.portal.selectors import editorial


class Front(Sitemap[str]):
    def items(self) -> list[str]:
        return ["portal:home", "portal:plan-list"]

    def location(self, item: str) -> str:
        return reverse(item)


class Plans(Sitemap[Any]):
    def items(self) -> list[Any]:
        return list(plans.public())

    def location(self, item: Any) -> str:
        return reverse("portal:plan", args=[item.slug])


class Duties(Sitemap[tuple[str, str]]):
    def items(self) -> list[tuple[str, str]]:
        rows = plans.public().filter(obligations__state="active")
        return list(
            rows.order_by("pk", "obligations__position").values_list("slug", "obligations__code")
        )

    def location(self, item: tuple[str, str]) -> str:
        return reverse("portal:obligation", args=item)


class EditorialPages(Sitemap[Any]):
    def items(self) -> list[Any]:
        return editorial.published()

    def location(self, item: Any) -> str:
        return urlsplit(item.url or "").path

    def lastmod(self, item: Any) -> Any:
        return item.last_published_at


SITEMAPS: dict[str, type[Sitemap[Any]] | Sitemap[Any]] = {
    "front": Front,
    "plans": Plans,
    "duties": Duties,
    "pages": EditorialPages,
}
