"""One duty in one period as lists and cards show it (dòng việc)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from lantoa.plans.rules.deadlines import left_in_words
from lantoa.plans.rules.states import SETTLED
from lantoa.plans.rules.titles import short
from lantoa.plans.selectors import occurrences

if TYPE_CHECKING:
    from lantoa.plans.models import Occurrence
    from lantoa.plans.web.viewing import Viewing


def due(row: Occurrence, *, today: date) -> dict[str, Any] | None:
    """The due day with how long is left; a duty that is done or waits has no time running."""
    if row.due_on is None:
        return None
    standing = occurrences.standing_of(row, today=today)
    running = standing.code not in SETTLED
    left = left_in_words(row.due_on, today=today) if running else ""
    return {"due": row.due_on, "state": standing.code, "left": left}


def card(row: Occurrence, *, viewing: Viewing, with_agency: bool = False) -> dict[str, Any]:
    """What `ui item` needs."""
    standing = occurrences.standing_of(row, today=viewing.day)
    found = due(row, today=viewing.day)
    where = [agency_of(row)] if with_agency else inherited(row)
    return {
        "title": short(row.obligation.text),
        "url": viewing.url("duties:duty", row.pk),
        "state": standing.code,
        "due": row.due_on,
        "left": found["left"] if found else "",
        "meta": " · ".join([*where, row.period_label, row.obligation.code]),
    }


def inherited(row: Occurrence) -> list[str]:
    """Where work came from that a successor took over."""
    if row.inherited_from is None:
        return []
    return [_("nhận từ %(agency)s") % {"agency": row.inherited_from.label}]


def agency_of(row: Occurrence) -> str:
    """Who has to do it, marked where it was inherited."""
    marks = inherited(row)
    return f"{row.agency.label} ({marks[0]})" if marks else row.agency.label
