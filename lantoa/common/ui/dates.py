"""Dates as components show them: the due chip and the month (hạn, lịch)."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.common.ui import states

Values = dict[str, Any]
# Nothing is left to count once the duty was sent or has no day.
SETTLED = frozenset(
    {"submitted", "done_on_time", "done_late", "standing", "no_information", "excused", "adjusted"}
)
WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")


def due_chip(values: Values) -> Values:
    """The date, how long is left in words, and the state's tone; a given `left` wins."""
    due = values.get("due")
    key = values.get("state") or "not_due"
    state = states.get(key)
    left = values.get("left")
    if left in (None, "") and due and key not in SETTLED:
        left = _left(due, values.get("today") or timezone.localdate())
    icon = values.get("icon") or state.icon
    return {**values, "tone": state.tone, "icon": icon, "label": state.label, "left": left or ""}


def _left(due: date, today: date) -> str:
    days = (due - today).days
    if days == 0:
        return _("hết hôm nay")
    if days > 0:
        return _("còn %(days)d ngày") % {"days": days}
    return _("quá %(days)d ngày") % {"days": -days}


def month(values: Values) -> Values:
    """Weeks of the month of `on`, Monday first, each day with its entries."""
    on: date = values["on"]
    today = values.get("today") or timezone.localdate()
    entries: dict[date, list[Any]] = {}
    for entry in values.get("entries") or []:
        entries.setdefault(entry["date"], []).append(entry)
    weeks = [
        [
            {
                "date": day,
                "inside": day.month == on.month,
                "today": day == today,
                "off": (values.get("days_off") or {}).get(day, ""),
                "entries": entries.get(day, []),
            }
            for day in week
        ]
        for week in calendar.Calendar().monthdatescalendar(on.year, on.month)
    ]
    first = on.replace(day=1)
    return {
        **values,
        "weeks": weeks,
        "weekdays": WEEKDAYS,
        "previous_key": f"{first - timedelta(days=1):%Y-%m}",
        "following_key": f"{first + timedelta(days=31):%Y-%m}",
    }
