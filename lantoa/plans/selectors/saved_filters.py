"""Reading a person's own saved filters (bộ lọc đã lưu)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lantoa.plans.models import SavedFilter

if TYPE_CHECKING:
    from lantoa.common.access import Actor


def of(actor: Actor) -> list[SavedFilter]:
    """The actor's own filters by name."""
    return list(SavedFilter.objects.filter(user=actor.user, removed_at=None))


def last_removed(actor: Actor) -> SavedFilter | None:
    """The one removed last, so that a slip can be undone."""
    rows = SavedFilter.objects.filter(user=actor.user, removed_at__isnull=False)
    return rows.order_by("-removed_at").first()
