"""The views of one plan side by side (các cách xem kế hoạch): board, matrix, calendar and so on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.common import access
from lantoa.plans.rules.titles import short

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.plans.models import Plan
    from lantoa.plans.web.viewing import Viewing

VIEWS = (
    ("plans:board", gettext_lazy("Bảng theo dõi"), "plans.oversee"),
    ("plans:matrix", gettext_lazy("Ma trận"), "plans.oversee"),
    ("plans:calendar", gettext_lazy("Lịch năm"), "plans.view"),
    ("plans:timeline", gettext_lazy("Hoạt động trọng điểm"), "plans.view"),
    ("plans:coverage", gettext_lazy("Độ bao phủ"), "plans.oversee"),
    ("plans:progress", gettext_lazy("Cách tính tiến độ"), "plans.view"),
)


def tabs(actor: Actor, plan: Plan, viewing: Viewing, current: str) -> list[dict[str, Any]]:
    """Those views that the post may open; the day looked at goes along."""
    return [
        {"label": label, "url": viewing.url(name, plan.pk), "current": name == current}
        for name, label, permission in VIEWS
        if access.can(actor, permission)
    ]


def crumbs(plan: Plan, here: str) -> list[tuple[str, str]]:
    return [
        (_("Kế hoạch"), reverse("plans:plan-list")),
        (plan.symbol or short(plan.title, 50), reverse("plans:plan", args=[plan.pk])),
        (here, ""),
    ]
