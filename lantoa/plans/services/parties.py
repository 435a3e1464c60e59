"""Which agencies a named party means on the day the plan takes effect (xác định cơ quan)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from lantoa.common.rules.vietnamese import match_key
from lantoa.documents.selectors import learned
from lantoa.organisations.rules.collectives import find_definitions, read_collective
from lantoa.organisations.selectors import agencies
from lantoa.organisations.selectors.directories import Directory
from lantoa.organisations.selectors.validity import scope
from lantoa.plans.selectors import handovers

if TYPE_CHECKING:
    from lantoa.organisations.models import Agency
    from lantoa.plans.models import Plan

ONE, CLASS, EMPTY, OPEN, UNKNOWN = "one", "class", "empty", "open", "unknown"


@dataclass(frozen=True, slots=True)
class Meaning:
    """`kind` is one agency, a class opened to its members, a class of which the register has no
    member, one nobody can open by its words alone ("các cơ quan liên quan"), or an unknown name.
    """

    kind: str
    agencies: tuple[Agency, ...] = ()


class Resolver:
    """Names to agencies; the register of the day is loaded once, whatever the number of names."""

    def __init__(self, *, plan: Plan) -> None:
        self.on: date = plan.issued_on or timezone.localdate()
        self._plan = plan
        self._authority = plan.authority
        self._known: dict[tuple[str, bool], Meaning] = {}

    def meaning(self, party: Mapping[str, Any]) -> Meaning:
        """What the name means. A class is read with the short forms that the document defines:
        "… và UBND các xã, phường (gọi tắt là cơ quan, đơn vị)" takes the communes in later on."""
        key = (party["name"], bool(party.get("group")))
        if key not in self._known:
            self._known[key] = self._handed_over(self._look_up(*key))
        return self._known[key]

    def agencies(self, party: Mapping[str, Any]) -> list[int]:
        """Primary keys of the agencies meant; empty where the name is not recognised."""
        return [agency.pk for agency in self.meaning(party).agencies]

    def _handed_over(self, meaning: Meaning) -> Meaning:
        """Agencies that ended while the plan was a draft are replaced by who took over."""
        if not meaning.agencies or not self._heirs:
            return meaning
        heirs = [self._heirs.get(one.pk, one) for one in meaning.agencies]
        left = tuple({one.pk: one for one in heirs if one is not None}.values())
        return Meaning(meaning.kind if left else UNKNOWN, left)

    def _look_up(self, name: str, group: bool) -> Meaning:
        taught = self._taught(name)
        if taught:
            return Meaning(CLASS, taught)
        found = None if group else self._directory.find(name, under=self._authority)
        return Meaning(ONE, (found,)) if found is not None else self._read(name, group=group)

    def _read(self, name: str, *, group: bool = True) -> Meaning:
        """What the words alone say: a class, or an agency that reads like one."""
        collective = read_collective(name, definitions=self._definitions)
        level = self._authority.level
        members = tuple(
            one
            for one in self._below
            if any(
                group.includes(one.name, one.kind, one.level, issuer_level=level)
                for group in collective.groups
            )
        )
        if members:
            return Meaning(CLASS, members)
        found = self._directory.find(name, under=self._authority) if group else None
        if found is not None:
            return Meaning(ONE, (found,))
        if collective.groups:
            return Meaning(EMPTY)
        return Meaning(OPEN if collective.open_ended else UNKNOWN)

    def _taught(self, name: str) -> tuple[Agency, ...]:
        """The members that people gave this class, those in force on the day: by code, else as a
        document would name them."""
        found: dict[int, Agency] = {}
        for member in self._classes.get(match_key(name), ()):
            own = self._coded.get(member["code"])
            is_itself = match_key(member["name"]) == match_key(name)
            if own:
                found[own.pk] = own
            elif not is_itself:
                found.update((one.pk, one) for one in self._read(member["name"]).agencies)
        return tuple(found.values())

    @cached_property
    def _heirs(self) -> dict[int, Agency | None]:
        return handovers.heirs_for(self._plan)

    @cached_property
    def _classes(self) -> dict[str, list[dict[str, Any]]]:
        return learned.members_of_classes(self._authority)

    @cached_property
    def _coded(self) -> dict[str, Agency]:
        return {one.code: one for one in agencies.as_of(self.on)}

    @cached_property
    def _directory(self) -> Directory:
        return agencies.directory(self.on)

    @cached_property
    def _below(self) -> list[Agency]:
        inside = scope(self._authority, self.on)
        return [one for one in agencies.as_of(self.on).order_by("name", "pk") if one.pk in inside]

    @cached_property
    def _definitions(self) -> dict[str, str]:
        return find_definitions(self._plan.document.text)
