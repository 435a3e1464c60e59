"""Whom a message for an agency reaches (người nhận): holders of posts, else its mailbox."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from lantoa.organisations.models import Agency
from lantoa.organisations.selectors.people import tenures_on

MANY = 500


@dataclass(frozen=True, slots=True)
class Contact:
    """A person (with an account or only an address), or without one the agency's own mailbox."""

    agency_id: int
    name: str
    email: str
    person_id: int | None = None
    has_account: bool = False

    @property
    def key(self) -> str:
        """The same recipient has the same key, however many posts they hold."""
        return f"p{self.person_id}" if self.person_id else f"a{self.agency_id}"


def holding(
    agency_ids: Collection[int], roles: Collection[str], on: date
) -> dict[int, list[Contact]]:
    """Who holds a post of these roles in each agency on that day."""
    rows: QuerySet[Any] = tenures_on(on).filter(post__role__in=list(roles))
    if len(agency_ids) <= MANY:
        rows = rows.filter(post__agency_id__in=list(agency_ids))
    found: dict[int, list[Contact]] = defaultdict(list)
    columns = ("post__agency_id", "person_id", "person__full_name", "person__email",
               "person__user__is_active")  # fmt: skip
    for agency_id, person_id, name, email, account in rows.values_list(*columns).order_by("pk"):
        if agency_id in agency_ids and all(c.person_id != person_id for c in found[agency_id]):
            found[agency_id].append(Contact(agency_id, name, email, person_id, bool(account)))
    return dict(found)


def mailboxes(agency_ids: Collection[int]) -> dict[int, Contact]:
    """The agencies' own mailboxes, where they have one."""
    rows = Agency.objects.exclude(email="")
    if len(agency_ids) <= MANY:
        rows = rows.filter(pk__in=list(agency_ids))
    return {
        pk: Contact(pk, short or name, email)
        for pk, name, short, email in rows.values_list("pk", "name", "short_name", "email")
        if pk in agency_ids
    }


def labels(agency_ids: Collection[int]) -> dict[int, str]:
    """The agencies' names as lists show them."""
    rows = Agency.objects.values_list("pk", "name", "short_name")
    if len(agency_ids) <= MANY:
        rows = rows.filter(pk__in=list(agency_ids))
    return {pk: short or name for pk, name, short in rows if pk in agency_ids}
