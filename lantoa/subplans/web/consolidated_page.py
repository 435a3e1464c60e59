"""The consolidated table (bảng tổng hợp): by duty or by agency, with sums, also on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.common.ui import links
from lantoa.common.ui.tables import Column, Empty, Table
from lantoa.plans.rules.titles import short
from lantoa.subplans.rules.consolidating import Group, Line, by_agency, by_duty, total
from lantoa.subplans.web import words

if TYPE_CHECKING:
    from lantoa.plans.models import Plan

WHOLE = 60
"""Lines up to which every group is opened at once; beyond, when asked for."""


def context(plan: Plan, lines: Sequence[Line], params: Mapping[str, Any]) -> dict[str, Any]:
    agency_wise = links.one(params, "theo") == "don-vi"
    groups = by_agency(lines) if agency_wise else by_duty(lines)
    chosen = links.one(params, "nhom")
    wanted = [one for one in groups if str(one.key) == chosen] if chosen else groups
    asked = chosen or links.one(params, "xem") == "tat-ca"
    shown = wanted if asked or len(lines) <= WHOLE else []
    return {
        "plan": plan,
        "tabs": _tabs(agency_wise),
        "money": total(lines),
        "lines": len(lines),
        "agencies": len({line.agency_id for line in lines}),
        "sums": _sums(groups, agency_wise, params),
        "groups": [_group(one, agency_wise) for one in shown],
        "chosen": chosen,
        "all_url": links.changed(params, nhom=None, xem="tat-ca"),
        "sums_url": links.changed(params, nhom=None, xem=None),
        "xlsx_url": links.changed(params, xuat="xlsx", nhom=None, xem=None),
        "crumbs": words.crumbs(plan, (_("Tổng hợp"), ""), queue=True),
    }


def _tabs(agency_wise: bool) -> list[dict[str, Any]]:
    return [
        {"label": _("Theo nhiệm vụ"), "url": "?", "current": not agency_wise},
        {"label": _("Theo đơn vị"), "url": "?theo=don-vi", "current": agency_wise},
    ]


def _sums(groups: Sequence[Group], agency_wise: bool, params: Mapping[str, Any]) -> Table:
    columns = [
        Column(
            key="title",
            label=_("Đơn vị") if agency_wise else _("Nhiệm vụ cấp trên"),
            main=True,
            value=lambda one: _title(one, 120),
            url=lambda one: links.changed(params, nhom=one.key),
        ),
        Column(key="count", label=_("Số dòng"), kind="number", value=_count, total=True),
    ]
    if not agency_wise:
        columns.append(Column(key="agencies", label=_("Số đơn vị"), kind="number"))
    columns.append(Column(key="money", label=_("Kinh phí (đồng)"), kind="number", total=True))
    return Table(
        columns=columns, rows_from=groups, params={}, per_page=1000,
        caption=_("Kinh phí theo đơn vị") if agency_wise else _("Kinh phí theo nhiệm vụ"),
        empty=Empty(
            _("Chưa có kế hoạch nào được chấp nhận"),
            _("Kế hoạch của đơn vị vào bảng tổng hợp khi được chấp nhận."),
        ),
    )  # fmt: skip


def _count(group: Group) -> int:
    return len(group.lines)


def _title(group: Group, limit: int) -> str:
    return f"{group.code} {short(group.title, limit)}".strip()


def _group(group: Group, agency_wise: bool) -> Table:
    first = (
        Column(key="duty", label=_("Nhiệm vụ cấp trên"), value=lambda line: line.duty[1] or _("–"))
        if agency_wise
        else Column(
            key="agency", label=_("Đơn vị"),
            url=lambda line: reverse("subplans:one", args=[line.subplan_id]),
        )
    )  # fmt: skip
    columns = [
        first,
        Column(key="task", label=_("Nhiệm vụ, hoạt động"), main=True),
        Column(key="forms", label=_("Hình thức")),
        Column(key="time", label=_("Thời gian")),
        Column(key="lead", label=_("Chủ trì")),
        Column(key="coordinating", label=_("Phối hợp"), minor=True),
        Column(key="money", label=_("Kinh phí (đồng)"), kind="number", total=True),
        Column(key="money_note", label=_("Nguồn, ghi chú"), minor=True),
        Column(key="also", label=_("Cũng trả lời"), minor=True, value=_also),
    ]
    return Table(
        columns=columns, rows_from=group.lines, params={}, caption=_title(group, 160),
        per_page=2000,
    )  # fmt: skip


def _also(line: Line) -> str:
    return ", ".join(code for _position, code, _text in line.also)
