"""Opening a collective name (tên gọi chung) to the agencies it means on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from lantoa.organisations.models import Agency
from lantoa.organisations.rules.collectives import read_collective
from lantoa.organisations.selectors.validity import as_of, scope


def expand(
    phrase: str, under: Agency, on: date, *, definitions: Mapping[str, str] | None = None
) -> list[Agency]:
    """The agencies in force on that day, below that authority or on its territory, that the phrase
    names; "liên quan" names nobody by itself. `definitions` are the document's own short forms.
    """
    collective = read_collective(phrase, definitions=definitions)
    if not collective.groups:
        return []
    below = as_of(on).filter(pk__in=list(scope(under, on))).order_by("name", "pk")
    return [
        agency
        for agency in below
        if any(
            group.includes(agency.name, agency.kind, agency.level, issuer_level=under.level)
            for group in collective.groups
        )
    ]
