"""Words and ways that the pages of sub-plans share (nhãn, đường dẫn, trạng thái)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.common.ui import states
from lantoa.plans.rules.titles import short

if TYPE_CHECKING:
    from lantoa.plans.models import Plan

STATES = (
    ("awaited", gettext_lazy("Chưa gửi"), "not_due", "circle-dashed"),
    ("drafting", gettext_lazy("Đang soạn"), "in_progress", "file-pen"),
    ("sent", gettext_lazy("Đã gửi"), "submitted", "hourglass"),
    ("appraising", gettext_lazy("Đang thẩm định"), "due_soon", "search"),
    ("returned", gettext_lazy("Trả lại"), "returned", "undo-2"),
    ("accepted", gettext_lazy("Chấp nhận"), "done_on_time", "circle-check"),
    ("exempt", gettext_lazy("Không phải lập"), "no_information", "minus"),
)
PART_LABELS = {
    "task": gettext_lazy("Nhiệm vụ, hoạt động"),
    "forms": gettext_lazy("Hình thức thực hiện"),
    "time": gettext_lazy("Thời gian thực hiện"),
    "assignment": gettext_lazy("Phân công chủ trì, phối hợp"),
    "money": gettext_lazy("Kinh phí dự kiến"),
    "whole": gettext_lazy("Chung cho cả kế hoạch"),
}


def state_key(state: str) -> str:
    return f"sub_plan_{state}"


def register_states() -> None:
    for key, label, tone, icon in STATES:
        states.register(state_key(key), label=label, tone=tone, icon=icon)


def crumbs(plan: Plan | None, *steps: tuple[str, str], queue: bool = False) -> list[Any]:
    """The way to a page; for oversight it leads through the queue of the plan."""
    way = [(_("Kế hoạch của đơn vị"), reverse("subplans:list"))]
    if queue and plan is not None:
        label = plan.symbol or short(plan.title, 50)
        way.append((label, reverse("subplans:queue", args=[plan.pk])))
    return [*way, *steps]


def reasons_of(reasons: dict[str, str]) -> list[tuple[Any, str]]:
    """Reasons of a return with the names of their parts, in the parts' order."""
    return [(label, reasons[part]) for part, label in PART_LABELS.items() if part in reasons]
