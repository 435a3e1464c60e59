"""Looking up written names (tra tên cơ quan) in the register of one day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from lantoa.organisations.models import Agency, AgencyAlias
from lantoa.organisations.rules.names import NamedAgency, NameIndex, names_place
from lantoa.organisations.selectors.validity import as_of, belonging_to, scope


class Directory:
    """The names in force on a day, loaded with the first question and kept for the next ones."""

    def __init__(self, on: date) -> None:
        self.on = on
        self._near: dict[int, list[set[int]]] = {}

    def find(self, name: str, *, under: Agency | None = None) -> Agency | None:
        """The one agency that the name means, or None; see `agencies.find`."""
        found = self._index.match(name)
        if under is not None:
            found = self._nearest(name, found, under)
        return self._agencies[found[0]] if len(found) == 1 else None

    @cached_property
    def _agencies(self) -> dict[int, Agency]:
        return {agency.pk: agency for agency in as_of(self.on)}

    @cached_property
    def _index(self) -> NameIndex:
        names = known_names(self._agencies.values())
        return NameIndex(
            NamedAgency(pk, names[pk][0], names[pk][1:], agency.place)
            for pk, agency in self._agencies.items()
        )

    def _nearest(self, name: str, found: list[int], under: Agency) -> list[int]:
        """Those closest to the authority: directly below, below, beside its superiors, away."""
        if under.pk not in self._near:
            self._near[under.pk] = self._circles(under)
        for circle in self._near[under.pk]:
            if inside := [pk for pk in found if pk in circle]:
                return inside
        return [pk for pk in found if names_place(name, self._agencies[pk].place)]

    def _circles(self, under: Agency) -> list[set[int]]:
        circles = [{under.pk} | belonging_to({under.pk}, self.on)]
        circles.append(scope(under, self.on))
        superior = self._agencies.get(under.parent_id or 0)
        while superior is not None and len(circles) < 6:
            circles.append({superior.pk} | belonging_to({superior.pk}, self.on))
            superior = self._agencies.get(superior.parent_id or 0)
        return circles


def known_names(agencies: Iterable[Agency]) -> dict[int, tuple[str, ...]]:
    """For each agency its name, then its short name and its aliases."""
    names = {agency.pk: [agency.name] for agency in agencies}
    for agency in agencies:
        if agency.short_name:
            names[agency.pk].append(agency.short_name)
    for agency_id, alias in AgencyAlias.objects.values_list("agency_id", "name"):
        if agency_id in names:
            names[agency_id].append(alias)
    return {pk: tuple(dict.fromkeys(spelled)) for pk, spelled in names.items()}
