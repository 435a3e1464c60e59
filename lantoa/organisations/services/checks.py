"""What no constraint can hold (rà soát dữ liệu): overlapping tenures, found every night."""

from __future__ import annotations

from django.db import transaction

from lantoa.common import audit
from lantoa.organisations.models import Tenure
from lantoa.organisations.selectors.people import overlapping_tenures

FOUND = "organisations.tenures-overlap"


@transaction.atomic
def note_overlapping_tenures() -> list[tuple[Tenure, Tenure]]:
    """Record each pair of tenures that share a day in one post; a pair already noted stays once."""
    pairs = overlapping_tenures()
    for first, second in pairs:
        noted = audit.history(second).filter(verb=FOUND, data__with=first.pk)
        if not noted.exists():
            audit.record(FOUND, by=None, about=second, data={"with": first.pk})
    return pairs
