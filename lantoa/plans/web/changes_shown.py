"""Changes of a draft as people read them (các thay đổi): who, when, what, before and after."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from lantoa.plans.models.draft_item import Nature
from lantoa.plans.rules import draft_history

if TYPE_CHECKING:
    from lantoa.common.models import AuditEntry

_NATURES = {str(key): str(label) for key, label in Nature.choices}


def shown_changes(entries: Iterable[AuditEntry]) -> list[dict[str, Any]]:
    """Entries for the history component, the newest first as given."""
    return [_entry(entry) for entry in entries]


def _entry(entry: AuditEntry) -> dict[str, Any]:
    what, tone = draft_history.what(entry.verb)
    if ".row_" in entry.verb:
        what = f"{what} {entry.about_name.split(' ')[0]}"
    parts = [
        _("%(field)s: %(before)s → %(after)s") % {"field": field, "before": old, "after": new}
        for field, old, new in draft_history.differences(entry.data, _NATURES)
    ]
    return {
        "when": entry.at,
        "who": entry.user_name,
        "agency": entry.agency_name,
        "what": what,
        "tone": tone,
        "note": "\n".join(parts),
    }
