"""Geometry of spans over months (dòng thời gian), and the months of a year with marked days."""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.common.ui import states
from lantoa.common.ui.charts import svg_number
from lantoa.common.ui.dates import WEEKDAYS

Values = dict[str, Any]
LEFT, RIGHT, TOP, LANE, FOOT = 292, 952, 28, 30, 8
LABEL = 42
"""Characters of a lane's name that fit beside it."""


def timeline(values: Values) -> Values:
    """`rows`: [{label, state, start, end, url?, marks: [{on, state}]}], one lane for each."""
    rows: Sequence[Mapping[str, Any]] = values.get("rows") or []
    today = values.get("today") or timezone.localdate()
    first, last = _range(rows, today)
    at = _Scale(first, last)
    lanes = [_lane(row, number, at) for number, row in enumerate(rows)]
    height = TOP + LANE * len(lanes) + FOOT
    ticks = [
        {"x": svg_number(at(month)), "label": f"T{month.month}"} for month in _months(first, last)
    ]
    used = {lane["state"] for lane in lanes} | {m["state"] for row in rows for m in row["marks"]}
    legend = [
        {"tone": states.get(key).tone, "label": states.get(key).label}
        for key in states.ordered(used)
    ]
    now = svg_number(at(today)) if first <= today <= last else ""
    return {
        **values, "lanes": lanes, "ticks": ticks, "height": height, "foot": height - FOOT,
        "now": now, "legend": legend,
    }  # fmt: skip


class _Scale:
    """A day's place between the left and the right edge."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.days = first, max(1, (last - first).days)

    def __call__(self, day: date) -> float:
        return LEFT + (RIGHT - LEFT) * (day - self.first).days / self.days


def _lane(row: Mapping[str, Any], number: int, at: _Scale) -> Values:
    top = TOP + LANE * number
    left, right = at(row["start"]), at(row["end"])
    label = row["label"]
    return {
        "label": label,
        "short": label if len(label) <= LABEL else label[: LABEL - 1].rstrip() + "…",
        "url": row.get("url") or "",
        "state": row["state"],
        "tone": states.get(row["state"]).tone,
        "x": svg_number(left),
        "y": svg_number(top + 9),
        "text_y": svg_number(top + 19),
        "middle": svg_number(top + 15),
        "rule": svg_number(top + LANE),
        "width": svg_number(max(6, right - left)),
        "marks": [
            {
                "x": svg_number(at(mark["on"])),
                "tone": states.get(mark["state"]).tone,
                "label": f"{mark['on']:%d/%m/%Y}: {states.get(mark['state']).label}",
            }
            for mark in row["marks"]
        ],
    }


def _range(rows: Sequence[Mapping[str, Any]], today: date) -> tuple[date, date]:
    """Whole months from the first start to the last end."""
    first = min([row["start"] for row in rows] or [today]).replace(day=1)
    last = max([row["end"] for row in rows] or [today])
    return first, last.replace(day=calendar.monthrange(last.year, last.month)[1])


def _months(first: date, last: date) -> list[date]:
    months = [first]
    while (following := (months[-1] + timedelta(days=31)).replace(day=1)) <= last:
        months.append(following)
    return months


def year(values: Values) -> Values:
    """`days`: {date: {count, state, url, label}} of the year `of`; each month as its weeks."""
    of, today = values["of"], values.get("today") or timezone.localdate()
    days, off = values.get("days") or {}, values.get("days_off") or {}
    months = []
    for number in range(1, 13):
        weeks = [
            [_day(day, number, today, days, off) for day in week]
            for week in calendar.Calendar().monthdatescalendar(of, number)
        ]
        count = sum(found["count"] for day, found in days.items() if day.month == number)
        months.append({"label": _("Tháng %d") % number, "weeks": weeks, "count": count})
    used = {found["state"] for found in days.values()}
    legend = [{"state": key} for key in states.ordered(used)]
    return {**values, "months": months, "weekdays": WEEKDAYS, "legend": legend}


def _day(
    day: date, month: int, today: date, days: Mapping[date, Values], off: Mapping[date, str]
) -> Values | None:
    """None beside the month: the same day would stand twice in a year."""
    if day.month != month:
        return None
    found = days.get(day)
    tone = states.get(found["state"]).tone if found else ""
    return {"on": day, "today": day == today, "off": off.get(day, ""), "tone": tone, "due": found}
