"""The page of a duty as the plan orders it (nhiệm vụ gốc): agencies by periods."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from lantoa.common import access
from lantoa.common.rules.vietnamese import sort_key
from lantoa.common.ui import links, states
from lantoa.plans.rules.states import LABELS
from lantoa.plans.rules.titles import short
from lantoa.plans.selectors import occurrences
from lantoa.plans.web import duty_page

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.plans.models import Obligation, Occurrence
    from lantoa.plans.selectors.occurrences import PeriodOfDuty
    from lantoa.plans.web.viewing import Viewing

WIDE = 13
"""More periods than this (weeks) are shown a part at a time."""


def context(
    actor: Actor, obligation: Obligation, viewing: Viewing, params: Mapping[str, Any]
) -> dict[str, Any]:
    periods, counts = occurrences.periods_of(actor, obligation, today=viewing.day)
    first = _first(periods, viewing.day, links.one(params, "ky"))
    shown = periods[first : first + WIDE]
    rows = occurrences.in_periods(
        actor, obligation, [key for _on, key, _label in shown], viewing.day
    )
    return {
        "obligation": obligation,
        "may_revoke": obligation.state == "active" and access.can(actor, "plans.amend"),
        "title": short(obligation.text),
        "viewing": viewing,
        "where": f"{obligation.plan.title} · {obligation.code}",
        "crumbs": [
            (_("Danh sách nhiệm vụ"), viewing.url("duties:duty-list")),
            (obligation.code, ""),
        ],
        "parts": [
            {"state": code, "count": counts.get(code), "url": _url(viewing, obligation, code)}
            for code in LABELS
            if counts.get(code)
        ],
        "matrix": _matrix(rows, shown, viewing),
        "earlier": links.changed(params, ky=max(0, first - WIDE)) if first else "",
        "later": links.changed(params, ky=first + WIDE) if first + WIDE < len(periods) else "",
        **duty_page.source_of(obligation),
        "facts": duty_page.facts_of(obligation),
    }


def _first(periods: list[PeriodOfDuty], today: date, asked: str) -> int:
    """Where the shown part begins: as asked, else so that today's period is in it."""
    last = max(0, len(periods) - WIDE)
    if asked.isdecimal():
        return min(int(asked), last)
    begun = sum(start <= today for start, _key, _label in periods)
    return min(max(0, begun - WIDE // 2 - 1), last)


def _matrix(
    rows: list[Occurrence], periods: list[PeriodOfDuty], viewing: Viewing
) -> dict[str, Any]:
    agencies = {row.agency_id: row.agency.label for row in rows}
    return {
        "rows": [
            {"key": pk, "label": name}
            for pk, name in sorted(agencies.items(), key=lambda pair: sort_key(pair[1]))
        ],
        "columns": [{"key": key, "label": label} for _start, key, label in periods],
        "cells": {(row.agency_id, row.period_key): _cell(row, viewing) for row in rows},
    }


def _cell(row: Any, viewing: Viewing) -> dict[str, Any]:
    label = f"{states.get(row.standing).label} – {row.agency.label}, {row.period_label}"
    return {
        "state": row.standing,
        "label": label,
        "url": viewing.url("duties:duty", row.pk),
    }


def _url(viewing: Viewing, obligation: Obligation, code: str) -> str:
    return viewing.url(
        "duties:duty-list",
        ke_hoach=obligation.plan_id,
        ma=obligation.code,
        trang_thai=code,
    )
