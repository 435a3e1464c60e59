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
    wanted = {
        (kind, level)
        for group in collective.groups
        for kind in group.kinds
        for level in group.levels(under.level)
    }
    keys = [pk for pk, kind_and_level in scope(under, on).items() if kind_and_level in wanted]
    return list(as_of(on).filter(pk__in=keys).order_by("name", "pk"))
