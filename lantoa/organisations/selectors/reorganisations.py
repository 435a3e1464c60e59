"""Reading reorganisations (các đợt sắp xếp) as a table of old and new agencies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from lantoa.organisations.errors import ReorganisationNotFound
from lantoa.organisations.models import Agency, Reorganisation, Succession


@dataclass(frozen=True, slots=True)
class Row:
    """New agency (None when dissolved) and the old ones it replaced, or the other way round."""

    old: tuple[Agency, ...]
    new: tuple[Agency, ...]


def recorded() -> QuerySet[Reorganisation]:
    """All reorganisations, newest first, with the number of agencies that ended."""
    return Reorganisation.objects.annotate(
        ended=Count("successions__predecessor", distinct=True),
        made=Count("successions__successor", distinct=True),
    )


def get(pk: int) -> Reorganisation:
    """One reorganisation; they are open to every official."""
    event = recorded().filter(pk=pk).first()
    if event is None:
        raise ReorganisationNotFound(reorganisation=pk)
    return event


def by_code(code: str) -> Reorganisation | None:
    """The reorganisation recorded under that code."""
    return Reorganisation.objects.filter(code=code).first()


def recent_days(*, upto: date, most: int = 4) -> list[date]:
    """The latest days on which a reorganisation took effect, newest first."""
    days = Reorganisation.objects.filter(effective_on__lte=upto).order_by("-effective_on")
    return list(days.values_list("effective_on", flat=True).distinct()[:most])


def rows(event: Reorganisation) -> list[Row]:
    """The table old -> new: merged agencies are gathered by their successor."""
    lines = (
        Succession.objects.filter(reorganisation=event)
        .select_related("predecessor", "successor")
        .order_by("pk")
    )
    heirs: dict[Agency, list[Agency]] = {}
    for line in lines:
        made = heirs.setdefault(line.predecessor, [])
        if line.successor is not None:
            made.append(line.successor)
    gathered: dict[tuple[Agency, ...], list[Agency]] = {}
    for old, new in heirs.items():
        gathered.setdefault(tuple(new), []).append(old)
    return [Row(tuple(old), new) for new, old in gathered.items()]
