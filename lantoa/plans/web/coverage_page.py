"""The coverage of a plan (độ bao phủ): two of topic, audience, channel and month at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.common.ui import links, states
from lantoa.common.ui.filters import Filter, Filters
from lantoa.plans.rules import coverage as rules
from lantoa.plans.rules.topics import TOPICS
from lantoa.plans.rules.words import AUDIENCES, CHANNELS
from lantoa.plans.selectors import coverage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lantoa.plans.models import Plan
    from lantoa.plans.web.viewing import Viewing

AXES = {
    "chu-de": (rules.TOPIC, gettext_lazy("Nội dung")),
    "doi-tuong": (rules.AUDIENCE, gettext_lazy("Đối tượng")),
    "kenh": (rules.CHANNEL, gettext_lazy("Kênh")),
    "thang": (rules.MONTH, gettext_lazy("Tháng")),
}
STATES = {"covered": "coverage_reached", "gap": "coverage_gap", "to_come": "not_due"}
states.register(
    "coverage_reached",
    label=gettext_lazy("Đã có minh chứng được chấp nhận"),
    tone="done_on_time",
    icon="circle-check",
)
states.register(
    "coverage_gap", label=gettext_lazy("Khoảng trống"), tone="overdue", icon="circle-alert"
)
_WORDS = {rules.TOPIC: TOPICS, rules.AUDIENCE: AUDIENCES, rules.CHANNEL: CHANNELS}


def context(plan: Plan, viewing: Viewing, params: Mapping[str, Any]) -> dict[str, Any]:
    leaves = coverage.leaves(plan, today=viewing.day)
    rows, columns = _axes(params)
    present = {name: _present(leaves, name) for name in AXES}
    filters = _filters(present, {rows, columns}, params)
    only = {AXES[name][0]: value for name, value in filters.values.items()}
    found = rules.table(leaves, rows=AXES[rows][0], columns=AXES[columns][0], only=only)
    page = _Page(plan, viewing, rows, columns, filters.values)
    return {
        "filters": filters,
        "row_tabs": [_tab(params, "hang", name, rows, columns) for name in AXES if name != "thang"],
        "column_tabs": [_tab(params, "cot", name, columns, rows) for name in AXES],
        "corner": AXES[rows][1],
        "rows": _heads(rows, present[rows], {row for row, _column in found.cells}),
        "columns": _heads(columns, present[columns], {column for _row, column in found.cells}),
        "cells": {key: page.cell(key, cell) for key, cell in found.cells.items()},
        "headline": _headline(found),
        "absent": _("Kế hoạch không có việc nào ở ô này"),
    }


class _Page:
    """What a cell needs to open to its rows: the axes shown and the values held."""

    def __init__(
        self, plan: Plan, viewing: Viewing, rows: str, columns: str, held: Mapping[str, Any]
    ) -> None:
        self.plan, self.viewing = plan, viewing
        self.rows, self.columns, self.held = rows, columns, held

    def cell(self, key: tuple[str, str], cell: rules.Cell) -> dict[str, Any]:
        query = {**self.held, self.rows: key[0], self.columns: key[1]}
        if query.get("thang") == rules.UNSTATED:
            query = {**query, "thang": "", "han": "khong"}
        names = {name.replace("-", "_"): value for name, value in query.items()}
        said = _("%(row)s – %(column)s: giao %(planned)d, đã chấp nhận %(done)d") % {
            "row": word(self.rows, key[0]),
            "column": word(self.columns, key[1]),
            "planned": cell.planned,
            "done": cell.done,
        }
        url = self.viewing.url("duties:duty-list", ke_hoach=self.plan.pk, **names)
        text = f"{cell.done}/{cell.planned}"
        return {"state": STATES[cell.kind], "label": said, "url": url, "text": text}


def word(name: str, value: str) -> str:
    """A value of an axis as people say it."""
    if name == "thang":
        if value == rules.UNSTATED:
            return _("Không có ngày hạn")
        year, month = value.split("-")
        return f"{int(month)}/{year}"
    if value == rules.UNSTATED:
        return _("Chưa nêu")
    return _WORDS[AXES[name][0]].get(value, value)


def _axes(params: Mapping[str, Any]) -> tuple[str, str]:
    """Which axis runs down and which across; the same one twice is no table."""
    rows, columns = links.one(params, "hang"), links.one(params, "cot")
    rows = rows if rows in AXES and rows != "thang" else "chu-de"
    columns = columns if columns in AXES else "doi-tuong"
    if rows == columns:
        columns = next(name for name in ("doi-tuong", "kenh") if name != rows)
    return rows, columns


def _present(leaves: list[rules.Leaf], name: str) -> list[str]:
    """The values of an axis that the plan has, in their own order, the unstated last."""
    axis = AXES[name][0]
    found = {value for leaf in leaves for value in leaf.values[axis]}
    order = list(_WORDS.get(axis, {})) or sorted(found)
    known = [value for value in order if value in found and value != rules.UNSTATED]
    rest = sorted(found - set(known) - {rules.UNSTATED})
    return [*known, *rest, *([rules.UNSTATED] if rules.UNSTATED in found else [])]


def _filters(
    present: Mapping[str, list[str]], shown: set[str], params: Mapping[str, Any]
) -> Filters:
    return Filters(
        *(
            Filter(
                name=name,
                label=AXES[name][1],
                choices=[(value, word(name, value)) for value in present[name]],
            )
            for name in AXES
            if name not in shown
        ),
        params=params,
    )


def _heads(name: str, values: list[str], used: set[str]) -> list[dict[str, Any]]:
    return [{"key": value, "label": word(name, value)} for value in values if value in used]


def _tab(
    params: Mapping[str, Any], parameter: str, name: str, chosen: str, other: str
) -> dict[str, Any]:
    changes: dict[str, Any] = {parameter: name, name: None}
    if name == other:
        changes["cot" if parameter == "hang" else "hang"] = chosen
    return {
        "label": AXES[name][1],
        "url": links.changed(params, **changes),
        "current": name == chosen,
    }


def _headline(found: rules.Table) -> str:
    if not found.cells:
        return _("Chưa có việc nào để tính độ bao phủ.")
    if not found.gaps:
        return _("Không có khoảng trống: ô nào đến hạn cũng đã có minh chứng được chấp nhận.")
    return _(
        "%(gaps)d/%(all)d ô là khoảng trống: đã đến hạn mà chưa có minh chứng được chấp nhận."
    ) % {
        "gaps": found.gaps,
        "all": len(found.cells),
    }
