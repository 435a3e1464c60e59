"""Reading a person's notices (thông báo): one's own only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from lantoa.channels.models import Notice
from lantoa.common.errors import NotFound

if TYPE_CHECKING:
    from lantoa.common.access import Actor

MOST_COUNTED = 100


def visible_to(actor: Actor) -> QuerySet[Notice]:
    """The actor's own notices, newest first."""
    return Notice.objects.filter(person__user_id=actor.user_id)


def get_for(actor: Actor, pk: int) -> Notice:
    """One of the actor's own notices; anybody else's is not found."""
    found = visible_to(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound(notice=pk)
    return found


def unread(actor: Actor) -> int:
    """How many the bell counts; beyond a hundred it does not matter how many."""
    rows = visible_to(actor).filter(read_at=None).order_by()
    return rows.values("pk")[:MOST_COUNTED].count()
