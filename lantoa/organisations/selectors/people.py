"""Reading posts and who holds them (chức danh, người giữ) on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q, QuerySet

from lantoa.organisations.models import Agency, Person, Post, Tenure
from lantoa.organisations.rules.tenures import Term, overlapping

if TYPE_CHECKING:
    from lantoa.accounts.models import User


def tenures_on(on: date) -> QuerySet[Tenure]:
    """The tenures that include the day."""
    return Tenure.objects.filter(since__lte=on).filter(Q(until__isnull=True) | Q(until__gt=on))


def holders(agency: Agency, on: date, *, role: str = "") -> list[Tenure]:
    """Who holds a post in the agency on that day, by given name; one role only if named."""
    held = tenures_on(on).filter(post__agency=agency).select_related("person", "post")
    if role:
        held = held.filter(post__role=role)
    return list(held.order_by("person__order_key", "pk"))


def held_from(agency_ids: Iterable[int], on: date) -> QuerySet[Tenure]:
    """The tenures in these agencies that run on or after the day."""
    held = Tenure.objects.filter(post__agency_id__in=list(agency_ids))
    open_then = held.filter(Q(until__isnull=True) | Q(until__gt=on))
    return open_then.select_related("person", "post").order_by("pk")


def posts_of(agency: Agency, on: date) -> list[Post]:
    """The agency's posts, each with `held` = the tenures on that day (none: vacant)."""
    held = Prefetch("tenures", tenures_on(on).select_related("person"), to_attr="held")
    return list(agency.posts.prefetch_related(held).order_by("title", "pk"))


def holder(post: Post, on: date) -> Person | None:
    """Who holds the post on that day."""
    tenure = tenures_on(on).filter(post=post).select_related("person").first()
    return tenure.person if tenure else None


def person_of(user: User) -> Person | None:
    """The person behind an account."""
    return Person.objects.filter(user=user).first()


def demo_posts(on: date, *, roles: Iterable[str] = ()) -> list[tuple[User, Post]]:
    """The posts that the example instance's accounts hold on the day, in the accounts' order."""
    held = tenures_on(on).filter(person__user__is_demo=True, person__user__is_active=True)
    if roles:
        held = held.filter(post__role__in=tuple(roles))
    rows = held.select_related("person__user", "post__agency").order_by("person__user_id", "-since")
    return [(row.person.user, row.post) for row in rows if row.person.user is not None]


def overlapping_tenures() -> list[tuple[Tenure, Tenure]]:
    """Pairs of tenures that share a day in one post; there should be none."""
    terms = [
        Term(key, post, since, until)
        for key, post, since, until in Tenure.objects.values_list("pk", "post_id", "since", "until")
    ]
    pairs = overlapping(terms)
    rows = Tenure.objects.select_related("post__agency", "person").in_bulk(
        {term.key for pair in pairs for term in pair}
    )
    return [(rows[first.key], rows[second.key]) for first, second in pairs]


def user_with_role(role: str, *, on: date) -> User | None:
    """Some account whose person holds a post of that role on the day; for measuring."""
    held = tenures_on(on).filter(post__role=role, person__user__isnull=False)
    tenure = held.select_related("person__user").order_by("pk").first()
    return tenure.person.user if tenure else None
