"""The matrix of a plan (ma trận cơ quan – nhiệm vụ), paged both ways, narrowed by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from lantoa.common.ui import links
from lantoa.common.ui.filters import Filter, Filters
from lantoa.common.ui.pager import Pager
from lantoa.organisations.selectors.agencies import kind_labels
from lantoa.plans.models.draft_item import Nature
from lantoa.plans.rules.states import LABELS
from lantoa.plans.rules.titles import short
from lantoa.plans.selectors import matrix, obligations

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lantoa.organisations.selectors.agencies import Named
    from lantoa.plans.models import Obligation, Plan
    from lantoa.plans.web.viewing import Viewing

AGENCIES, DUTIES = 20, 12


def context(plan: Plan, viewing: Viewing, params: Mapping[str, Any]) -> dict[str, Any]:
    agencies = matrix.agencies_of(plan, today=viewing.day)
    every = list(obligations.public(plan).order_by("position", "pk"))
    filters = _filters(agencies, every, params)
    natures, kinds = filters.values.get("loai"), filters.values.get("nhom")
    rows = _page([one for one in agencies if not kinds or one.kind == kinds], AGENCIES, params)
    duties = _page(
        [one for one in every if not natures or one.nature == natures], DUTIES, params, "cot"
    )
    counts = matrix.cells(
        plan,
        agencies=[one.pk for one in rows],
        duties=[one.pk for one in duties],
        today=viewing.day,
    )
    names = {one.pk: one.label for one in rows}
    codes = {one.pk: one for one in duties}
    return {
        "filters": filters,
        "rows": [_agency(one, plan, viewing) for one in rows],
        "columns": [_duty(one, viewing) for one in duties],
        "cells": {
            (agency, duty): _cell(found, names[agency], codes[duty], agency, viewing)
            for (agency, duty), found in counts.items()
        },
        "legend": [(one.code, short(one.text)) for one in duties],
        "shown": _shown(rows, duties),
        "agency_pager": Pager(rows, params, name="trang"),
        "earlier": _other(duties, params, -1),
        "later": _other(duties, params, 1),
    }


def _filters(agencies: list[Named], duties: list[Obligation], params: Mapping[str, Any]) -> Filters:
    kinds, words = {one.kind for one in agencies}, kind_labels()
    natures = {one.nature for one in duties}
    return Filters(
        Filter(
            name="loai",
            label=_("Loại nhiệm vụ"),
            choices=[pair for pair in Nature.choices if pair[0] in natures],
        ),
        Filter(
            name="nhom",
            label=_("Nhóm cơ quan"),
            choices=[(kind, word) for kind, word in words.items() if kind in kinds],
        ),
        params=params,
    )


def _page(rows: list[Any], size: int, params: Mapping[str, Any], name: str = "trang") -> Page[Any]:
    return Paginator(rows, size).get_page(links.one(params, name))


def _agency(one: Named, plan: Plan, viewing: Viewing) -> dict[str, Any]:
    url = viewing.url("plans:agency-profile", plan.pk, one.pk)
    return {"key": one.pk, "label": one.label, "url": url}


def _duty(duty: Obligation, viewing: Viewing) -> dict[str, Any]:
    url = viewing.url("duties:obligation", duty.pk)
    return {"key": duty.pk, "label": duty.code, "title": short(duty.text), "url": url}


def _cell(
    counts: dict[str, int], agency: str, duty: Obligation, agency_id: int, viewing: Viewing
) -> dict[str, Any]:
    """The most pressing standing, the number of periods in each, and the rows behind them."""
    found = [(code, counts[code]) for code in LABELS if counts.get(code)]
    said = ", ".join(f"{count} {LABELS[code].lower()}" for code, count in found)
    code = found[0][0]
    url = viewing.url("duties:duty-list", ke_hoach=duty.plan_id, co_quan=agency_id, ma=duty.code)
    number = counts[code] if sum(counts.values()) > 1 else ""
    return {"state": code, "label": f"{agency}, {duty.code}: {said}", "url": url, "text": number}


def _shown(rows: Page[Any], duties: Page[Any]) -> str:
    return _(
        "Cơ quan %(first)d–%(last)d trong %(all)d; "
        "nhiệm vụ %(from)d–%(to)d trong %(every)d theo thứ tự của kế hoạch."
    ) % {
        "first": rows.start_index(),
        "last": rows.end_index(),
        "all": rows.paginator.count,
        "from": duties.start_index(),
        "to": duties.end_index(),
        "every": duties.paginator.count,
    }


def _other(page: Page[Any], params: Mapping[str, Any], step: int) -> str:
    wanted = page.number + step
    if not 1 <= wanted <= page.paginator.num_pages:
        return ""
    return links.changed(params, cot=wanted)
