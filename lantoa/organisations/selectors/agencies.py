"""Reading the register of agencies (danh bạ cơ quan) as it stood on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q, QuerySet

from lantoa.common import access
from lantoa.common.errors import NotAllowed
from lantoa.common.rules.vietnamese import search_key, sort_key
from lantoa.organisations.errors import AgencyNotFound
from lantoa.organisations.models import Agency, AgencyAlias
from lantoa.organisations.rules.kinds import is_authority, is_directed
from lantoa.organisations.rules.names import KnownAgency
from lantoa.organisations.selectors.collectives import expand
from lantoa.organisations.selectors.directories import Directory, known_names
from lantoa.organisations.selectors.successions import predecessors, successor, successors
from lantoa.organisations.selectors.validity import as_of, scope

if TYPE_CHECKING:
    from lantoa.common.access import Actor

__all__ = [
    "as_of",
    "authority_of",
    "by_code",
    "directory",
    "expand",
    "find",
    "get_for",
    "in_force",
    "kind_labels",
    "matching",
    "named",
    "predecessors",
    "register",
    "scope_of",
    "successor",
    "successors",
    "visible_to",
]

_PERMISSION = {"view": "organisations.view", "manage": "organisations.manage"}


class Named(NamedTuple):
    """An agency as lists name it."""

    pk: int
    name: str
    short_name: str
    kind: str

    @property
    def label(self) -> str:
        return self.short_name or self.name


def named(agencies: Iterable[int]) -> list[Named]:
    """The names of these agencies, ended ones too, in dictionary order."""
    rows = Agency.objects.filter(pk__in=list(agencies)).order_by()
    found = [Named(*row) for row in rows.values_list("pk", "name", "short_name", "kind")]
    return sorted(found, key=lambda one: sort_key(one.name))


def kind_labels() -> dict[str, str]:
    """The words for the kinds of agencies."""
    return {str(value): str(label) for value, label in Agency.Kind.choices}


def in_force(agency: Agency, on: date) -> bool:
    """Whether the agency exists on that day."""
    return agency.is_in_force(on)


def by_code(code: str) -> Agency | None:
    """The agency with that code, in force or not."""
    return Agency.objects.filter(code=code).first()


def authority_of(agency: Agency) -> Agency:
    """The People's Committee for which the agency works: itself, or the nearest above."""
    above: Agency | None = agency
    while above is not None and not is_authority(above.kind):
        above = above.parent or above.area
    return above or agency


def scope_of(agency: Agency, *, on: date) -> set[int]:
    """Everything beneath an agency, or working on its territory, on that day."""
    return scope(agency, on)


def directory(on: date) -> Directory:
    """The register of that day loaded once, for looking up many names."""
    return Directory(on)


def find(name: str, on: date, *, under: Agency | None = None) -> Agency | None:
    """The agency that a written name means on that day; None where it is not certain.

    `under` is the authority whose document says it: its own agencies win over others' of the same
    name, and a bare "Phòng Nội vụ" is never another place's.
    """
    return Directory(on).find(name, under=under)


def register(on: date) -> list[KnownAgency]:
    """Every agency in force on that day, as a reader of documents needs to know it."""
    names = known_names(as_of(on))
    return [
        KnownAgency(
            name=agency.name,
            aliases=names[agency.pk][1:],
            level=agency.level,
            requested=not is_directed(agency.kind),
        )
        for agency in as_of(on)
    ]


def matching(agencies: QuerySet[Agency], text: str) -> QuerySet[Agency]:
    """Those whose name, short name, alias or code holds every word, with or without accents."""
    for word in search_key(text).split():
        named_so = AgencyAlias.objects.filter(folded__contains=word).values("agency")
        agencies = agencies.filter(
            Q(folded_name__contains=word) | Q(pk__in=named_so) | Q(code__contains=word)
        )
    return agencies


def visible_to(actor: Actor) -> QuerySet[Agency]:
    """The register is open to every official."""
    if not access.can(actor, "organisations.view"):
        return Agency.objects.none()
    return Agency.objects.select_related("parent", "area")


def get_for(actor: Actor, pk: int, *, to: str = "view") -> Agency:
    """One agency; `to` is view or manage. Unseen is not found, seen but barred is not allowed."""
    agency = visible_to(actor).filter(pk=pk).first()
    if agency is None:
        raise AgencyNotFound(agency=pk)
    if not access.can(actor, _PERMISSION[to]):
        raise NotAllowed(permission=_PERMISSION[to])
    return agency
