"""Coverage through the levels (các cấp): how far down each duty of a plan was taken up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from lantoa.common.ui import links
from lantoa.common.ui.tables import Column, Empty, Table
from lantoa.organisations.selectors import agencies
from lantoa.plans.rules.titles import short
from lantoa.subplans.selectors import covering
from lantoa.subplans.web import words

if TYPE_CHECKING:
    from lantoa.plans.models import Plan
    from lantoa.subplans.selectors.covering import Rolled

NAMED = 4


def context(plan: Plan, params: Mapping[str, Any]) -> dict[str, Any]:
    everything, depth = covering.rolled(plan)
    whole = links.one(params, "xem") == "tat-ca"
    rows = [row for row in everything if whole or row.must]
    shown = {pk for row in rows for level in row.missing for pk in level[:NAMED]}
    names = {one.pk: one.label for one in agencies.named(shown)}
    columns = [
        Column(
            key="text",
            label=_("Nhiệm vụ"),
            main=True,
            value=lambda row: f"{row.code} {short(row.text, 120)}",
        ),
        *(_level(at) for at in range(depth)),
        Column(key="missing", label=_("Chưa đưa vào kế hoạch"), value=_missing(names)),
    ]
    table = Table(
        columns=columns,
        rows_from=rows,
        params={},
        caption=_("Nhiệm vụ được đưa vào kế hoạch của các cấp"),
        note=_("Đơn vị đã đưa vào kế hoạch được chấp nhận / đơn vị được giao, theo từng cấp."),
        empty=Empty(_("Chưa có kế hoạch của đơn vị nào")),
        per_page=200,
    )
    return {
        "plan": plan,
        "table": table,
        "tabs": [
            {"label": _("Trách nhiệm, hoạt động trọng điểm"), "url": "?", "current": not whole},
            {"label": _("Cả mục tiêu, nội dung, kênh"), "url": "?xem=tat-ca", "current": whole},
        ],
        "crumbs": words.crumbs(plan, (_("Các cấp"), ""), queue=True),
    }


def _level(at: int) -> Column:
    def said(row: Rolled) -> str:
        if at >= len(row.levels):
            return ""
        level = row.levels[at]
        return f"{level.taken}/{level.expected}"

    return Column(key=f"level-{at}", label=_("Cấp %d") % (at + 1), value=said)


def _missing(names: dict[int, str]) -> Any:
    def said(row: Rolled) -> str:
        parts = []
        for level in row.missing:
            if level:
                listed = ", ".join(names[pk] for pk in level[:NAMED])
                more = len(level) - NAMED
                parts.append(listed + (_(" và %d đơn vị khác") % more if more > 0 else ""))
        return "; ".join(parts)

    return said
