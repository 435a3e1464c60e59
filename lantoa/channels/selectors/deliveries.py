"""Reading what was sent, to whom and whether it arrived (nhật ký gửi)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db.models import Count, QuerySet

from lantoa.channels.models import Delivery
from lantoa.common import access
from lantoa.common.errors import NotAllowed, NotFound

if TYPE_CHECKING:
    from lantoa.common.access import Actor


def visible_to(actor: Actor) -> QuerySet[Delivery]:
    """Those who look after sending see all of it; nobody else sees the log."""
    if not access.can(actor, "channels.manage"):
        return Delivery.objects.none()
    return Delivery.objects.all()


def get_for(actor: Actor, pk: int) -> Delivery:
    """One delivery, for who looks after sending."""
    access_ok = access.can(actor, "channels.manage")
    found = Delivery.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound(delivery=pk)
    if not access_ok:
        raise NotAllowed(permission="channels.manage")
    return found


def of_sources(sources: Iterable[str]) -> dict[str, list[Delivery]]:
    """The deliveries that each source (a digest, a follow-up) gave rise to."""
    found: dict[str, list[Delivery]] = defaultdict(list)
    for row in Delivery.objects.filter(source__in=list(sources)).order_by("pk"):
        found[row.source].append(row)
    return dict(found)


def states(rows: QuerySet[Delivery] | None = None) -> dict[str, int]:
    """How many deliveries are in each state."""
    counted: QuerySet[Any] = Delivery.objects.all() if rows is None else rows
    return dict(counted.order_by().values_list("state").annotate(n=Count("pk")))
