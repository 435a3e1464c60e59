"""Who came before and after (kế thừa), along chains of reorganisations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from lantoa.organisations.models import Agency, Reorganisation, Succession


@dataclass(frozen=True, slots=True)
class Turn:
    """One reorganisation as an agency lived through it: whom it replaced, or who replaced it."""

    reorganisation: Reorganisation
    agencies: tuple[Agency, ...]


def successors(agency: Agency, on: date) -> list[Agency]:
    """Who on that day holds what the agency held; empty while it is in force, or when nobody does.

    Chains are followed: merged in 2024 into one that was merged again in 2025 gives the last one.
    """
    if agency.is_in_force(on):
        return []
    found: dict[int, Agency] = {}
    seen = {agency.pk}
    edge = [agency.pk]
    while edge:
        heirs = _lines().filter(
            predecessor__in=edge, successor__isnull=False, reorganisation__effective_on__lte=on
        )
        edge = []
        for line in heirs:
            heir = line.successor
            if heir is None or heir.pk in seen:
                continue
            seen.add(heir.pk)
            if heir.is_in_force(on):
                found[heir.pk] = heir
            else:
                edge.append(heir.pk)
    return sorted(found.values(), key=lambda heir: (heir.name, heir.pk))


def successor(agency: Agency, on: date) -> Agency | None:
    """The only successor on that day, or None where there are several or none."""
    heirs = successors(agency, on)
    return heirs[0] if len(heirs) == 1 else None


def predecessors(agency: Agency) -> list[Agency]:
    """Everyone whose work the agency took over, directly or through others, newest first."""
    found: dict[int, Agency] = {}
    edge = [agency.pk]
    while edge:
        lines = _lines().filter(successor__in=edge).order_by("-reorganisation__effective_on", "pk")
        edge = []
        for line in lines:
            if line.predecessor_id not in found and line.predecessor_id != agency.pk:
                found[line.predecessor_id] = line.predecessor
                edge.append(line.predecessor_id)
    return list(found.values())


def turns_before(agency: Agency) -> list[Turn]:
    """The reorganisations that made the agency what it is, oldest first."""
    return _turns(_lines().filter(successor=agency), side="predecessor")


def turns_after(agency: Agency) -> list[Turn]:
    """The reorganisations in which the agency ended, oldest first."""
    return _turns(_lines().filter(predecessor=agency), side="successor")


def _lines() -> QuerySet[Succession]:
    return Succession.objects.select_related("predecessor", "successor", "reorganisation")


def _turns(lines: QuerySet[Succession], *, side: str) -> list[Turn]:
    grouped: dict[int, tuple[Reorganisation, list[Agency]]] = {}
    for line in lines.order_by("reorganisation__effective_on", "pk"):
        _, agencies = grouped.setdefault(line.reorganisation_id, (line.reorganisation, []))
        other = getattr(line, side)
        if other is not None:
            agencies.append(other)
    return [Turn(event, tuple(agencies)) for event, agencies in grouped.values()]
