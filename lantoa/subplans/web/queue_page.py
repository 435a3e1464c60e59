"""The queue of a demand (hàng chờ thẩm định): every agency with its state, deadline and money."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.common import access
from lantoa.common.rules.vietnamese import search_key
from lantoa.common.ui.filters import Filter, Filters
from lantoa.common.ui.tables import Column, Empty, Table
from lantoa.plans.selectors import assigned
from lantoa.subplans.rules import due
from lantoa.subplans.selectors import calls, sub_plans
from lantoa.subplans.web import words

if TYPE_CHECKING:
    from lantoa.common.web.officer import OfficerRequest
    from lantoa.plans.models import Plan
    from lantoa.subplans.models import SubPlan


def context(request: OfficerRequest, plan: Plan) -> dict[str, Any]:
    call = calls.of_plan(plan)
    found: dict[str, Any] = {
        "plan": plan,
        "call": call,
        "may_call": access.can(request.actor, "subplans.call"),
        "crumbs": words.crumbs(None, (plan.symbol or plan.title, "")),
    }
    if call is None:
        return found | {"found": calls.ordering(assigned.shared(plan))}
    counts = sub_plans.counts(call)
    filters = Filters(*_filters(), params=request.GET)
    rows = filters.apply(sub_plans.listed(call))
    return found | {
        "filters": filters,
        "table": Table(
            columns=_columns(),
            rows_from=rows,
            params=request.GET,
            caption=_("Kế hoạch của từng đơn vị"),
            empty=Empty(_("Không có đơn vị nào khớp")),
            per_page=50,
        ),
        "headline": headline(counts),
        "parts": parts(plan.pk, counts),
        "total": sum(counts.values()),
    }


def headline(counts: dict[str, int]) -> str:
    expected = sum(counts.values()) - counts.get("exempt", 0)
    filed = sum(counts.get(str(state), 0) for state in sub_plans.DONE)
    return _("%(filed)d/%(expected)d đơn vị đã gửi kế hoạch; %(accepted)d đã được chấp nhận.") % {
        "filed": filed,
        "expected": expected,
        "accepted": counts.get("accepted", 0),
    }


def parts(plan_pk: int, counts: dict[str, int]) -> list[dict[str, Any]]:
    url = reverse("subplans:queue", args=[plan_pk])
    return [
        {
            "state": words.state_key(state),
            "label": label,
            "count": counts.get(state, 0),
            "url": f"{url}?trang-thai={state}",
        }
        for state, label, _tone, _icon in words.STATES
    ]


def _filters() -> list[Filter]:
    return [
        Filter(name="tim", label=_("Tìm đơn vị"), kind="text", apply=_named),
        Filter(
            name="trang-thai",
            label=_("Trạng thái"),
            choices=[(state, label) for state, label, _tone, _icon in words.STATES],
            lookup="state",
        ),
    ]


def _named(rows: Any, text: str) -> Any:
    for word in search_key(text).split():
        rows = rows.filter(agency__folded_name__contains=word)
    return rows


def _columns() -> list[Column]:
    return [
        Column(
            key="agency",
            label=_("Đơn vị"),
            main=True,
            value=lambda row: row.agency.label,
            url=lambda row: reverse("subplans:one", args=[row.pk]),
            sort="agency__name",
        ),
        Column(
            key="state",
            label=_("Trạng thái"),
            kind="state",
            value=lambda row: words.state_key(row.state),
            sort="state",
        ),
        Column(key="due", label=_("Hạn gửi"), kind="date", value=sub_plans.deadline_of),
        Column(key="sent_at", label=_("Gửi lúc"), kind="datetime", sort="sent_at"),
        Column(key="timely", label=_("So với hạn"), value=_timely),
        Column(key="version", label=_("Lần gửi"), kind="number", minor=True),
        Column(key="row_count", label=_("Số dòng"), kind="number", minor=True, value=_rows),
        Column(key="money", label=_("Kinh phí (đồng)"), kind="number", value=_money),
    ]


def _timely(row: SubPlan) -> str:
    """In a word: on time, late, or how many days are left."""
    if row.state == "exempt":
        return ""
    day, today = sub_plans.deadline_of(row), timezone.localdate()
    if row.sent_at is None:
        return due.words(day, today=today)
    late = due.is_late(day, sent_on=timezone.localdate(row.sent_at), today=today)
    return _("trễ hạn") if late else _("đúng hạn")


def _rows(row: SubPlan) -> int | None:
    """What an agency is still writing is its own."""
    return row.row_count if row.state in sub_plans.DONE else None  # type: ignore[attr-defined]


def _money(row: SubPlan) -> int | None:
    return row.money if row.state in sub_plans.DONE else None  # type: ignore[attr-defined]
