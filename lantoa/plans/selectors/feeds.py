"""A person's own deadlines for a calendar program (lịch cá nhân), found by a signed token."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.core import signing
from django.db.models import QuerySet

from lantoa.common import access
from lantoa.common.errors import NotFound
from lantoa.organisations.selectors.actors import actor_for
from lantoa.plans.models import CalendarFeed, Occurrence
from lantoa.plans.rules.states import DONE, NOT_EXPECTED
from lantoa.plans.selectors import occurrences

if TYPE_CHECKING:
    from lantoa.common.access import Actor

SALT = "lantoa.plans.calendar-feed"


def token_of(feed: CalendarFeed) -> str:
    """The token that opens the feed until it is renewed; nothing secret is kept in the database."""
    return signing.Signer(salt=SALT).sign(f"{feed.user_id}.{feed.serial}")


def actor_of(token: str, *, on: date) -> Actor:
    """Whose feed it is, in the post held today; a wrong, old or barred token is not found."""
    try:
        user, serial = signing.Signer(salt=SALT).unsign(token).split(".")
        feed = CalendarFeed.objects.select_related("user").get(
            user_id=int(user), serial=int(serial)
        )
    except (signing.BadSignature, ValueError, CalendarFeed.DoesNotExist) as error:
        raise NotFound() from error
    actor = actor_for(feed.user, on) if feed.user.is_active else None
    if actor is None or not access.can(actor, "plans.view"):
        raise NotFound()
    return actor


def deadlines(actor: Actor, *, today: date) -> list[Occurrence]:
    """What the actor's own agency has still to do and has a day for, in order of the day."""
    rows: QuerySet[Any] = occurrences.listed(actor, today=today).filter(
        agency_id=actor.agency_id, due_on__isnull=False, obligation__plan__state="active"
    )
    over = [*DONE, *NOT_EXPECTED]
    return list(rows.exclude(standing__in=over).order_by("due_on", "pk"))
