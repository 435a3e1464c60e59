"""What changed in a plan, in public (điều chỉnh công khai): versions, moved days, the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.plans.rules.titles import short
from lantoa.plans.selectors import amendments
from lantoa.plans.selectors.amendments import said
from lantoa.portal.rules.headline import headline
from lantoa.portal.selectors.duties import name_of

if TYPE_CHECKING:
    from datetime import date

    from lantoa.plans.models import Plan
    from lantoa.plans.selectors.amendments import MovedDay
    from lantoa.portal.selectors.moved import DueDay

SHOWN = 36
"""Letters of a duty's text in one day of the calendar."""

TONES = {"added": "success", "removed": "danger", "moved": "accent", "reworded": "info"}


def versions(plan: Plan) -> list[dict[str, Any]]:
    """Each version with its document and its differences, the newest first."""
    return [
        {"row": one, "changes": [_change(plan, item) for item in one.changes.all()]}
        for one in amendments.published(plan)
    ]


def _change(plan: Plan, item: Any) -> dict[str, Any]:
    words = said(item)
    duty = item.obligation
    shown = duty is not None and duty.state == "active"
    return {
        "label": item.get_kind_display(),
        "tone": TONES[item.kind],
        "title": name_of(words.text),
        "old": words.old,
        "new": words.new,
        "reason": item.reason,
        "url": reverse("portal:obligation", args=[plan.slug, duty.code]) if shown else "",
    }


def moves(plan: Plan, found: list[MovedDay]) -> list[dict[str, Any]]:
    """Moved deadlines with who and why; many agencies are counted, few are named."""
    return [
        {
            "row": one,
            "title": name_of(one.obligation.text),
            "who": "; ".join(one.agencies)
            if len(one.agencies) <= 3
            else _("%d cơ quan") % len(one.agencies),
            "url": reverse("portal:obligation", args=[plan.slug, one.obligation.code])
            if one.obligation.state == "active"
            else "",
        }
        for one in found
    ]


def entries(plan: Plan, due: list[DueDay], moved: list[MovedDay]) -> list[dict[str, Any]]:
    """What stands in the days of the month: what is due, and where something was due before."""
    shown = [
        {
            "date": one.day,
            "label": _("%(what)s · %(done)d/%(total)d xong")
            % {
                "what": short(name_of(one.text), SHOWN),
                "done": one.progress.done,
                "total": one.progress.total,
            },
            "url": reverse("portal:obligation", args=[plan.slug, one.code]),
            "state": headline(one.progress),
        }
        for one in due
    ]
    left: dict[tuple[str, date, date], None] = {
        (one.obligation.text, one.old, one.new): None for one in moved
    }
    return shown + [
        {
            "date": old,
            "label": _("%(what)s · dời đến %(day)s")
            % {"what": short(name_of(text), SHOWN), "day": f"{new:%d/%m}"},
            "url": "#han-da-doi",
            "state": "accent",
        }
        for text, old, new in left
    ]
