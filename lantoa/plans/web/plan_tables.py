"""The list of plans (danh sách kế hoạch): in force, being reviewed, put away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.common import access
from lantoa.common.ui.tables import Column, Empty, Table
from lantoa.documents.selectors import intakes
from lantoa.plans.models import Plan
from lantoa.plans.selectors import plans
from lantoa.plans.web import loading_page

if TYPE_CHECKING:
    from lantoa.common.web.officer import OfficerRequest


def context(request: OfficerRequest) -> dict[str, Any]:
    """Three tables; drafts only for those who see them."""
    actor = request.actor
    everything = list(plans.listed(actor))
    drafts = [one for one in everything if one.state == Plan.State.DRAFT]
    away = [one for one in everything if one.state == Plan.State.WITHDRAWN]
    in_force = [one for one in everything if one.state in plans.IN_FORCE]
    may = access.can(actor, "plans.review")
    return {
        "may_review": may,
        "may_see_learned": access.can(actor, "documents.learned"),
        "in_force": _table(request, in_force, _("Kế hoạch đang thực hiện"), _binding(), "hl-"),
        "loading": loading_page.table(request, list(intakes.open_to(actor))) if may else None,
        "drafts": _table(request, drafts, _("Bản dự thảo đang rà soát"), _drafting(), "dt-"),
        "away": _table(request, away, _("Bản dự thảo đã cất"), _put_away(may), "cat-"),
        "crumbs": [(_("Kế hoạch"), "")],
    }


def _table(
    request: OfficerRequest, rows: list[Plan], caption: str, columns: list[Column], prefix: str
) -> Table:
    return Table(
        columns=columns,
        rows_from=rows,
        params=request.GET,
        caption=caption,
        prefix=prefix,
        empty=Empty(
            _("Chưa có kế hoạch nào đang thực hiện"),
            _("Kế hoạch xuất hiện ở đây sau khi tệp đã ký được nạp, rà soát và xác nhận."),
        ),
    )


def _binding() -> list[Column]:
    return [
        _title(lambda plan: reverse("plans:plan", args=[plan.pk])),
        Column(key="symbol", label=_("Số, ký hiệu")),
        Column(key="issued_on", label=_("Ban hành"), kind="date", sort=True),
        Column(key="year", label=_("Năm"), sort=True),
        Column(key="coordinator.label", label=_("Theo dõi")),
        Column(
            key="duties",
            label=_("Nhiệm vụ"),
            kind="number",
            url=lambda plan: reverse("plans:board", args=[plan.pk]),
        ),
        Column(
            key="get_state_display", label=_("Trạng thái"), value=lambda p: p.get_state_display()
        ),
        _comparing(),
    ]


def _drafting() -> list[Column]:
    return [
        _title(lambda plan: reverse("plans:plan-review", args=[plan.pk])),
        Column(key="symbol", label=_("Số, ký hiệu")),
        Column(key="created_at", label=_("Nạp lúc"), kind="datetime", sort=True),
        Column(
            key="looked",
            label=_("Đã xem"),
            value=lambda plan: round(100 * plan.looked / plan.rows) if plan.rows else 0,
            kind="bar",
        ),
        Column(key="rows", label=_("Số dòng"), kind="number"),
        _comparing(),
    ]


def _put_away(may_review: bool) -> list[Column]:
    columns = [
        _title(lambda plan: reverse("plans:plan", args=[plan.pk])),
        Column(key="created_at", label=_("Nạp lúc"), kind="datetime", sort=True),
        Column(key="rows", label=_("Số dòng"), kind="number"),
    ]
    if may_review:
        columns.append(Column(key="pk", label=_("Lấy lại"), template="plans/_reopen_cell.html"))
    return columns


def _comparing() -> Column:
    return Column(
        key="document_id",
        label=_("So sánh"),
        value=lambda plan: _("Với kế hoạch khác"),
        url=lambda plan: f"{reverse('documents:compare', args=[plan.document_id])}?chon=co",
    )


def _title(url: Any) -> Column:
    return Column(key="title", label=_("Kế hoạch"), main=True, sort=True, url=url)
