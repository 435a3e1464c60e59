"""Evidence that looks like other evidence (minh chứng giống nhau), across periods and agencies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from lantoa.common.rules import likeness
from lantoa.plans.models import Evidence, PhotoPrint
from lantoa.plans.selectors import occurrences

if TYPE_CHECKING:
    from lantoa.common.access import Actor

MOST = 6
"""How many look-alikes of one item are told; more says nothing more."""
_CANDIDATES = 400


@dataclass(frozen=True, slots=True)
class Alike:
    """Another item that may be the same proof. `shared`: its agency itself let it serve both."""

    item: Evidence
    exact: bool
    shared: bool


def of_items(actor: Actor, items: Sequence[Evidence]) -> dict[int, list[Alike]]:
    """By item, what the actor may see that is the same proof or a photo of the same look,
    oldest first; three questions however many items there are."""
    if not items:
        return {}
    seen = Evidence.objects.filter(
        withdrawn_at=None, occurrence__in=occurrences.visible_to(actor)
    ).select_related("occurrence__agency", "occurrence__obligation")
    same = _same(seen, items)
    looks = _looking_alike(seen, items)
    found: dict[int, list[Alike]] = {}
    for item in items:
        others = {one.pk: one for one in [*same[item.sameness], *looks[item.pk]]}
        others.pop(item.pk, None)
        told = [
            Alike(one, _exact(one, item), _family(one) == _family(item)) for one in others.values()
        ]
        told = [
            one for one in told if one.item.occurrence_id != item.occurrence_id or not one.exact
        ]
        if told:
            found[item.pk] = sorted(told, key=lambda one: (not one.exact, one.item.pk))[:MOST]
    return found


def _same(seen: QuerySet[Evidence], items: Sequence[Evidence]) -> dict[str, list[Evidence]]:
    keys = {item.sameness for item in items if item.sameness}
    found: dict[str, list[Evidence]] = defaultdict(list)
    for one in seen.filter(sameness__in=keys).order_by("pk")[:_CANDIDATES] if keys else []:
        found[one.sameness].append(one)
    return found


def _looking_alike(
    seen: QuerySet[Evidence], items: Sequence[Evidence]
) -> dict[int, list[Evidence]]:
    """Photos that share a quarter of the look are candidates; few of them are alike."""
    wanted = Q()
    for item in items:
        for place, bits in enumerate(likeness.quarters(item.look if len(item.look) == 16 else "")):
            wanted |= Q(place=place, bits=bits)
    found: dict[int, list[Evidence]] = defaultdict(list)
    if not wanted:
        return found
    keys = PhotoPrint.objects.filter(wanted).values_list("evidence_id", flat=True)[:_CANDIDATES]
    for one in seen.filter(pk__in=set(keys)).order_by("pk"):
        for item in items:
            if len(item.look) == len(one.look) == 16 and likeness.alike(item.look, one.look):
                found[item.pk].append(one)
    return found


def _exact(one: Evidence, other: Evidence) -> bool:
    return bool(one.sameness) and one.sameness == other.sameness


def _family(item: Evidence) -> int:
    return item.same_as_id or item.pk
