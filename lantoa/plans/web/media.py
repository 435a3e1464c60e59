"""Evidence as lists show it (minh chứng trong danh sách): picture or sign, words, look-alikes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from lantoa.plans.models import Evidence
    from lantoa.plans.selectors.alike import Alike

_ICONS = {
    "link": "link",
    "dispatch": "scroll-text",
    "article": "newspaper",
    "event": "users",
}


def media(item: Evidence, alike: Sequence[Alike] = ()) -> dict[str, Any]:
    """One piece of evidence as `ui media` takes it."""
    stated = item.kind in _ICONS
    url = item.url if stated else reverse("duties:evidence-file", args=[item.pk])
    return {
        "pk": item.pk,
        "url": url,
        "thumb": f"{url}?nho=1" if item.kind == "photo" else "",
        "icon": _ICONS.get(item.kind, "file-text"),
        "title": item.caption,
        "meta": " · ".join(part for part in _meta(item) if part),
        "name": str(item.get_kind_display()) if stated else item.name,
        "illustrative": item.is_illustrative,
        "shared": item.same_as_id is not None,
        "alike": [_told(one) for one in alike],
    }


def medias(items: Sequence[Evidence], alike: Mapping[int, Sequence[Alike]]) -> list[dict[str, Any]]:
    return [media(item, alike.get(item.pk, ())) for item in items]


def _meta(item: Evidence) -> list[str]:
    people = _("%(count)d người dự") % {"count": item.people} if item.people else ""
    who = str(item.added_by) if item.added_by_id and item.added_by else ""
    return [item.number, item.detail, people, f"{item.happened_on:%d/%m/%Y}", who]


def _told(one: Alike) -> dict[str, Any]:
    """Another item beside which this one must be looked at."""
    other = one.item
    row = other.occurrence
    words = _("Cùng một minh chứng") if one.exact else _("Ảnh trông giống")
    if one.shared:
        words = _("Đơn vị dùng chung cho việc khác")
    return {
        "words": words,
        "shared": one.shared,
        "where": f"{row.agency.label} · {row.period_label}",
        "url": reverse("duties:duty", args=[row.pk]),
        "media": media(other),
    }
