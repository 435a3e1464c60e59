"""Saved filters above the duty list (bộ lọc đã lưu): open, keep the present choice, take away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from django.urls import reverse

from lantoa.plans.selectors import saved_filters

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.plans.models import SavedFilter

NOT_KEPT = ("trang", "xuat", "da-bo")


def context(actor: Actor, params: QueryDict) -> dict[str, Any]:
    query = kept_query(params)
    mine = saved_filters.of(actor)
    removed = saved_filters.last_removed(actor) if params.get("da-bo") else None
    return {
        "saved": [_shown(one, query) for one in mine],
        "saved_query": "" if any(one.query == query for one in mine) else query,
        "saved_removed": removed,
    }


def kept_query(params: QueryDict) -> str:
    """The choice without the page it is on, in one order, so that equal choices are equal."""
    pairs = [
        (key, value)
        for key, values in params.lists()
        for value in values
        if value and key not in NOT_KEPT
    ]
    query = QueryDict(mutable=True)
    for key, value in sorted(pairs):
        query.appendlist(key, value)
    return query.urlencode()


def _shown(one: SavedFilter, query: str) -> dict[str, Any]:
    return {
        "name": one.name,
        "url": f"{reverse('duties:duty-list')}?{one.query}",
        "remove": reverse("duties:filter-remove", args=[one.pk]),
        "current": one.query == query,
    }
