"""People go on in the successor of their agency (chuyển cán bộ): same title, same role."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from lantoa.common import audit
from lantoa.organisations.models import Agency, Post, Tenure
from lantoa.organisations.services.rights import require

if TYPE_CHECKING:
    from lantoa.common.access import Actor


@transaction.atomic
def pass_on(*, tenure: Tenure, to: Agency | None, on: date, by: Actor | None) -> Tenure | None:
    """End the tenure on the day and go on in a like post of `to`; without `to` it only ends.

    A tenure that began on or after the day is moved whole. The old post stays as history.
    """
    require(by, "organisations.reorganise")
    held = Tenure.objects.select_for_update(of=("self",)).select_related("post", "person")
    locked = held.get(pk=tenure.pk)
    until = locked.until
    if locked.since >= on:
        return _move(locked, to, by)
    locked.until = on
    locked.save(update_fields=["until"])
    audit.record("organisations.tenure-ended", by=by, about=locked, data={"on": on})
    if to is None or _holds_alike(locked, to):
        return None
    made = Tenure.objects.create(
        post=_like_post(locked.post, to), person=locked.person, since=on, until=until
    )
    audit.record("organisations.appointed", by=by, about=made, data={"since": on})
    return made


def _move(tenure: Tenure, to: Agency | None, by: Actor | None) -> Tenure | None:
    if to is None:
        return None
    tenure.post = _like_post(tenure.post, to)
    tenure.save(update_fields=["post"])
    audit.record("organisations.appointed", by=by, about=tenure, data={"since": tenure.since})
    return tenure


def _like_post(post: Post, to: Agency) -> Post:
    return Post.objects.create(agency=to, title=post.title, role=post.role)


def _holds_alike(tenure: Tenure, to: Agency) -> bool:
    return Tenure.objects.filter(
        person_id=tenure.person_id, post__agency=to, post__role=tenure.post.role, until=None
    ).exists()
