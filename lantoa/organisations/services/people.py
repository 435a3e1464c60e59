"""Appointing people to posts (bổ nhiệm, phân công) and ending their tenure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from lantoa.common import audit
from lantoa.common.rules.vietnamese import nfc, search_key
from lantoa.organisations.errors import (
    AccountTaken,
    AgencyNotInForce,
    NameMissing,
    PostTaken,
    TenureAlreadyEnded,
    ValidityReversed,
)
from lantoa.organisations.models import Agency, Person, Post, Tenure
from lantoa.organisations.rules.person_names import order_key
from lantoa.organisations.services.rights import require

if TYPE_CHECKING:
    from lantoa.accounts.models import User
    from lantoa.common.access import Actor


@dataclass(frozen=True, slots=True)
class PersonData:
    """What a person's record holds; `user` is the account they sign in with."""

    full_name: str
    email: str = ""
    phone: str = ""
    user: User | None = None
    is_illustrative: bool = False


@transaction.atomic
def add_person(*, data: PersonData, by: Actor | None) -> Person:
    """Record a person; an account belongs to one person only."""
    require(by, "organisations.manage")
    full_name = " ".join(nfc(data.full_name).split())
    if not full_name:
        raise NameMissing()
    if data.user is not None:
        holder = Person.objects.filter(user=data.user).first()
        if holder is not None:
            raise AccountTaken(holder=holder.full_name)
    person = Person.objects.create(
        full_name=full_name,
        folded_name=search_key(full_name),
        order_key=order_key(full_name),
        email=data.email,
        phone=data.phone,
        user=data.user,
        is_illustrative=data.is_illustrative,
    )
    audit.record("organisations.person-added", by=by, about=person)
    return person


@transaction.atomic
def open_post(*, agency: Agency, title: str, role: str, by: Actor | None) -> Post:
    """Add a post to an agency; its role decides what the holder may do."""
    require(by, "organisations.manage")
    written = " ".join(nfc(title).split())
    if not written:
        raise NameMissing()
    post = Post.objects.create(agency=agency, title=written, role=Post.Role(role))
    audit.record("organisations.post-opened", by=by, about=post, data={"role": role})
    return post


@transaction.atomic
def appoint(*, person: Person, post: Post, since: date, by: Actor | None) -> Tenure:
    """Give a vacant post in an agency in force to a person, from a day on."""
    require(by, "organisations.manage")
    locked = Post.objects.select_for_update().get(pk=post.pk)
    if not locked.agency.is_in_force(since):
        raise AgencyNotInForce(name=locked.agency.name, on=since)
    taken = (
        locked.tenures.filter(Q(until__isnull=True) | Q(until__gt=since))
        .select_related("person")
        .first()
    )
    if taken is not None:
        raise PostTaken(post=str(locked), holder=taken.person.full_name, since=taken.since)
    tenure = Tenure.objects.create(post=locked, person=person, since=since)
    audit.record("organisations.appointed", by=by, about=tenure, data={"since": since})
    return tenure


@transaction.atomic
def end_tenure(*, tenure: Tenure, on: date, by: Actor | None) -> Tenure:
    """End a tenure: `on` is the first day on which the person no longer holds the post."""
    require(by, "organisations.manage")
    locked = Tenure.objects.select_for_update().get(pk=tenure.pk)
    if locked.until is not None:
        raise TenureAlreadyEnded(holder=locked.person.full_name, until=locked.until)
    if on <= locked.since:
        raise ValidityReversed(start=locked.since, end=on)
    locked.until = on
    locked.save(update_fields=["until"])
    audit.record("organisations.tenure-ended", by=by, about=locked, data={"on": on})
    return locked
