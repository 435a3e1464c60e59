"""Giving a person the address of their calendar, and a new one when it leaked (đổi địa chỉ)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from lantoa.common import access, audit
from lantoa.plans.models import CalendarFeed

if TYPE_CHECKING:
    from lantoa.common.access import Actor


@transaction.atomic
def open_feed(*, by: Actor) -> CalendarFeed:
    """The person's feed, made at first use."""
    access.require(by, "plans.view")
    feed, made = CalendarFeed.objects.get_or_create(user=by.user)
    if made:
        audit.record("feeds.opened", by=by, about=feed)
    return feed


@transaction.atomic
def renew(*, by: Actor) -> CalendarFeed:
    """A new address; the old one answers "not found" from now on."""
    access.require(by, "plans.view")
    feed, _made = CalendarFeed.objects.select_for_update().get_or_create(user=by.user)
    feed.serial += 1
    feed.save(update_fields=["serial", "renewed_at"])
    audit.record("feeds.renewed", by=by, about=feed)
    return feed
