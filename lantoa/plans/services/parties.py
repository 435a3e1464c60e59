"""Which agencies a named party means on the day the plan takes effect (xác định cơ quan)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from lantoa.organisations.selectors import agencies

if TYPE_CHECKING:
    from lantoa.plans.models import Plan


class Resolver:
    """Names to agencies, each name looked up once; a class opens to its members in force."""

    def __init__(self, *, plan: Plan) -> None:
        self.on: date = plan.issued_on or timezone.localdate()
        self._authority = plan.authority
        self._known: dict[tuple[str, bool], list[int]] = {}

    def agencies(self, party: Mapping[str, Any]) -> list[int]:
        """Primary keys of the agencies meant; empty where the name is not recognised."""
        key = (party["name"], bool(party.get("group")))
        if key not in self._known:
            self._known[key] = self._look_up(*key)
        return self._known[key]

    def _look_up(self, name: str, group: bool) -> list[int]:
        if not group:
            found = agencies.find(name, on=self.on, under=self._authority)
            if found is not None:
                return [found.pk]
        members = agencies.expand(name, under=self._authority, on=self.on)
        return [agency.pk for agency in members]
