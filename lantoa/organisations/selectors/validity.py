"""What existed on a day (hiệu lực theo ngày), and what belongs to an authority."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from lantoa.organisations.models import Agency


def as_of(on: date) -> QuerySet[Agency]:
    """The agencies in force on that day."""
    return Agency.objects.filter(valid_from__lte=on).filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=on)
    )


def belonging_to(authority_ids: set[int], on: date) -> set[int]:
    """What is directly under these authorities, or works on their territory."""
    direct = as_of(on).filter(Q(parent_id__in=authority_ids) | Q(area_id__in=authority_ids))
    return set(direct.values_list("pk", flat=True))


def scope(under: Agency, on: date) -> set[int]:
    """Everything below an authority, at any depth; itself not included."""
    found: set[int] = set()
    edge = {under.pk}
    while edge:
        edge = belonging_to(edge, on) - found - {under.pk}
        found |= edge
    return found
