"""In which post a signed-in person acts (tư cách thực hiện) on a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from lantoa.common.access import Actor
from lantoa.organisations.selectors.people import tenures_on

if TYPE_CHECKING:
    from lantoa.accounts.models import User


def actor_for(user: User, on: date) -> Actor | None:
    """The post the person holds on that day; None without one.

    With several, one in an agency still in force comes first, then the latest. A post in an
    agency that has ended still counts until the tenure ends: somebody must hand its work over.
    """
    held = tenures_on(on).filter(person__user=user).select_related("post__agency__parent")
    tenures = sorted(held, key=lambda one: (one.post.agency.is_in_force(on), one.since, one.pk))
    if not tenures:
        return None
    post = tenures[-1].post
    return Actor(user=user, post=post, agency=post.agency, role=post.role)
