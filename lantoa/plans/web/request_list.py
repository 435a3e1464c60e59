"""What waits for the coordinator's answer (đề nghị chờ trả lời): extensions and excuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.common.ui.tables import Column, Empty, Table
from lantoa.plans.rules.titles import short
from lantoa.plans.selectors import deadlines

if TYPE_CHECKING:
    from django.http import HttpRequest


def context(request: HttpRequest) -> dict[str, Any]:
    table = Table(
        columns=_columns(),
        rows_from=deadlines.waiting(),
        params=request.GET,
        caption=_("Đề nghị chờ trả lời"),
        note=_("Đề nghị cũ đứng trước. Bấm vào nhiệm vụ để trả lời."),
        empty=Empty(
            _("Không có đề nghị nào chờ trả lời"),
            _("Đơn vị xin gia hạn hoặc xin không thực hiện ngay tại trang của từng việc."),
        ),
    )
    return {"table": table, "crumbs": [(_("Đề nghị"), "")]}


def _columns() -> list[Column]:
    return [
        Column(
            key="duty",
            label=_("Nhiệm vụ"),
            main=True,
            value=lambda one: short(one.occurrence.obligation.text),
            url=lambda one: reverse("duties:duty", args=[one.occurrence_id]) + "#de-nghi-1",
        ),
        Column(key="agency", label=_("Cơ quan"), value=lambda one: one.occurrence.agency.label),
        Column(key="what", label=_("Đề nghị"), value=_what),
        Column(key="reason", label=_("Lý do"), value=lambda one: one.reason),
        Column(key="asked_at", label=_("Gửi lúc"), kind="datetime", sort=True),
    ]


def _what(one: Any) -> str:
    if not hasattr(one, "asked_for"):
        return _("Không thực hiện")
    days = {"old": f"{one.due_before:%d/%m/%Y}", "new": f"{one.asked_for:%d/%m/%Y}"}
    return _("Gia hạn từ %(old)s đến %(new)s") % days
