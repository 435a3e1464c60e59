"""The list of sub-plans (danh sách): what the own agency owes, and the demands one oversees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.common import access
from lantoa.common.ui.tables import Column, Empty, Table
from lantoa.subplans.selectors import calls, sub_plans
from lantoa.subplans.web import words

if TYPE_CHECKING:
    from lantoa.common.web.officer import OfficerRequest


def context(request: OfficerRequest) -> dict[str, Any]:
    oversees = access.can(request.actor, "subplans.oversee")
    return {
        "own": _own(request),
        "demands": _demands(request) if oversees else None,
    }


def _own(request: OfficerRequest) -> Table:
    columns = [
        Column(
            key="plan",
            label=_("Theo kế hoạch"),
            main=True,
            value=lambda row: row.call.plan.title,
            url=lambda row: reverse("subplans:one", args=[row.pk]),
        ),
        Column(
            key="state",
            label=_("Trạng thái"),
            kind="state",
            value=lambda row: words.state_key(row.state),
        ),
        Column(key="due", label=_("Hạn gửi"), kind="date", value=sub_plans.deadline_of),
        Column(key="sent_at", label=_("Gửi lúc"), kind="datetime"),
    ]
    return Table(
        columns=columns,
        rows_from=sub_plans.of_agency(request.actor.agency_id),
        params=request.GET,
        caption=_("Kế hoạch mà cơ quan tôi phải lập"),
        empty=Empty(
            _("Cơ quan chưa phải lập kế hoạch nào"),
            _("Khi cơ quan theo dõi mở danh sách theo một kế hoạch, kế hoạch phải lập hiện ở đây."),
        ),
        prefix="cua-toi-",
    )


def _demands(request: OfficerRequest) -> Table:
    expected = ~Q(sub_plans__state="exempt")
    rows = calls.with_calls(request.actor).annotate(
        expected=Count("sub_plans", filter=expected),
        filed=Count("sub_plans", filter=Q(sub_plans__state__in=sub_plans.DONE)),
        accepted=Count("sub_plans", filter=Q(sub_plans__state="accepted")),
    )
    columns = [
        Column(
            key="plan",
            label=_("Kế hoạch"),
            main=True,
            value=lambda row: row.plan.title,
            url=lambda row: reverse("subplans:queue", args=[row.plan_id]),
        ),
        Column(key="expected", label=_("Phải lập"), kind="number"),
        Column(key="filed", label=_("Đã gửi"), kind="number"),
        Column(key="accepted", label=_("Chấp nhận"), kind="number"),
    ]
    return Table(
        columns=columns,
        rows_from=rows,
        params=request.GET,
        caption=_("Các kế hoạch yêu cầu đơn vị lập kế hoạch riêng"),
        empty=Empty(
            _("Chưa mở danh sách nào"),
            _("Vào bảng theo dõi của một kế hoạch để mở danh sách cơ quan phải lập kế hoạch."),
        ),
        prefix="theo-",
    )
