"""Keeping a person's own choices of the duty list under names (bộ lọc đã lưu)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from lantoa.common import access, audit
from lantoa.common.errors import NotFound
from lantoa.plans.errors import FilterNameMissing, FilterNameTaken, TooManyFilters
from lantoa.plans.models import SavedFilter

if TYPE_CHECKING:
    from lantoa.common.access import Actor

MOST = 30


@transaction.atomic
def keep(*, name: str, query: str, by: Actor) -> SavedFilter:
    """Keep the list's address under a name that the person has not used yet."""
    access.require(by, "plans.view")
    name = " ".join(name.split())[:80]
    if not name:
        raise FilterNameMissing()
    mine = SavedFilter.objects.select_for_update().filter(user=by.user, removed_at=None)
    if mine.filter(name=name).exists():
        raise FilterNameTaken(name=name)
    if mine.count() >= MOST:
        raise TooManyFilters(most=MOST)
    kept = SavedFilter.objects.create(user=by.user, name=name, query=query.lstrip("?")[:1000])
    audit.record("filters.saved", by=by, about=kept, data={"query": kept.query})
    return kept


@transaction.atomic
def remove(*, pk: int, by: Actor) -> SavedFilter:
    """Take one of the person's own filters away; `bring_back` undoes it."""
    kept = _own(pk, by)
    kept.removed_at = timezone.now()
    kept.save(update_fields=["removed_at"])
    audit.record("filters.removed", by=by, about=kept)
    return kept


@transaction.atomic
def bring_back(*, pk: int, by: Actor) -> SavedFilter:
    """Undo a removal, unless the name is used again meanwhile."""
    kept = _own(pk, by)
    if kept.removed_at is None:
        return kept
    if SavedFilter.objects.filter(user=by.user, name=kept.name, removed_at=None).exists():
        raise FilterNameTaken(name=kept.name)
    kept.removed_at = None
    kept.save(update_fields=["removed_at"])
    audit.record("filters.brought_back", by=by, about=kept)
    return kept


def _own(pk: int, by: Actor) -> SavedFilter:
    access.require(by, "plans.view")
    kept = SavedFilter.objects.select_for_update().filter(pk=pk, user=by.user).first()
    if kept is None:
        raise NotFound(filter=pk)
    return kept
