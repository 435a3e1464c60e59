"""Agencies, people and posts for tests."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from lantoa.common.access import Actor
from lantoa.common.rules.vietnamese import search_key
from lantoa.organisations.models import Agency, Person, Post, Tenure
from lantoa.organisations.rules.names import place_of_authority
from lantoa.organisations.rules.person_names import order_key

_numbers = count(1)
LONG_AGO = date(2000, 1, 1)


def make_agency(name: str = "", *, kind: str = "division", **values: Any) -> Agency:
    number = next(_numbers)
    name = name or f"Phòng Thử nghiệm {number}"
    nearest = values.get("area") or values.get("parent")
    values.setdefault("code", f"co-quan-{number}")
    values.setdefault("level", "commune" if kind == "commune" else "district")
    values.setdefault("valid_from", LONG_AGO)
    values.setdefault("place", place_of_authority(name) or (nearest.place if nearest else ""))
    folded = search_key(f"{name} {values.get('short_name', '')}")
    return Agency.objects.create(name=name, kind=kind, folded_name=folded, **values)


def make_person(full_name: str = "", **values: Any) -> Person:
    full_name = full_name or f"Nguyễn Văn {next(_numbers)}"
    return Person.objects.create(
        full_name=full_name,
        folded_name=search_key(full_name),
        order_key=order_key(full_name),
        **values,
    )


def make_post(
    agency: Agency | None = None,
    *,
    role: str = "officer",
    title: str = "Công chức",
    holder: Person | None = None,
    since: date = LONG_AGO,
) -> Post:
    post = Post.objects.create(agency=agency or make_agency(), title=title, role=role)
    if holder is not None:
        Tenure.objects.create(post=post, person=holder, since=since)
    return post


def make_actor(agency: Agency | None = None, *, role: str = "officer") -> Actor:
    from lantoa.accounts.factories import make_user

    user = make_user()
    post = make_post(agency, role=role, holder=make_person(user=user))
    return Actor(user=user, post=post, agency=post.agency, role=role)
