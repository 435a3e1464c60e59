"""The year of a plan (lịch năm): twelve months, each due day with its rows behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from lantoa.common.selectors.calendar import working_calendar
from lantoa.common.ui import links
from lantoa.plans.rules.states import LABELS
from lantoa.plans.selectors import year

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from lantoa.common.access import Actor
    from lantoa.plans.models import Plan
    from lantoa.plans.web.viewing import Viewing


def context(
    actor: Actor, plan: Plan, viewing: Viewing, params: Mapping[str, Any]
) -> dict[str, Any]:
    days = year.due_days(actor, plan, today=viewing.day)
    years = sorted({day.year for day in days} | {plan.year})
    asked = links.one(params, "nam")
    of = int(asked) if asked.isdecimal() and int(asked) in years else plan.year
    shown = {day: counts for day, counts in sorted(days.items()) if day.year == of}
    calendar = working_calendar(on=viewing.day)
    return {
        "of": of,
        "days": {day: _day(day, counts, plan, viewing) for day, counts in shown.items()},
        "days_off": {day: name for day, name in calendar.holidays.items() if day.year == of},
        "headline": _headline(shown, of, viewing.day),
        "years": [
            {"label": str(one), "url": links.changed(params, nam=one), "current": one == of}
            for one in years
        ],
    }


def _day(day: date, counts: dict[str, int], plan: Plan, viewing: Viewing) -> dict[str, Any]:
    found = [(code, counts[code]) for code in LABELS if counts.get(code)]
    said = ", ".join(f"{count} {LABELS[code].lower()}" for code, count in found)
    url = viewing.url("duties:duty-list", ke_hoach=plan.pk, ngay_han=day.isoformat())
    return {
        "count": sum(counts.values()),
        "state": found[0][0],
        "label": f"{day:%d/%m}: {said}",
        "url": url,
    }


def _headline(days: dict[date, dict[str, int]], of: int, today: date) -> str:
    """The answer in one sentence: what comes next."""
    coming = [(day, counts) for day, counts in days.items() if day >= today]
    if not days:
        return _("Không có việc nào đến hạn trong năm %d.") % of
    if not coming:
        return _("Không còn ngày hạn nào trong năm %d.") % of
    day, counts = coming[0]
    return _("Ngày hạn tới: %(day)s, %(count)d việc.") % {
        "day": f"{day:%d/%m/%Y}",
        "count": sum(counts.values()),
    }
