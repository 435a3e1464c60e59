"""Words and pictures that several public pages share (ngữ cảnh trang công khai)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from lantoa.plans.models import Plan
    from lantoa.plans.rules.progress import Progress
    from lantoa.plans.selectors.board import MonthRow
    from lantoa.portal.rules.sections import Chapter

ORDER = (
    "done_on_time",
    "done_late",
    "submitted",
    "in_progress",
    "returned",
    "overdue",
    "due_soon",
    "not_due",
    "standing",
    "no_information",
    "excused",
    "adjusted",
)
"""States from done to unknown: the picture reads from left to right, from bottom to top."""

TITLE_WORDS = 6


def shared(request: HttpRequest, **values: Any) -> dict[str, Any]:
    """What every public page's template needs, with the page's own values."""
    return {"canonical": request.build_absolute_uri(request.path), "order": ORDER, **values}


def parts(progress: Progress) -> list[dict[str, Any]]:
    """The parts of the stacked bar, absent states left out."""
    return [
        {"state": code, "count": progress.counts[code]} for code in ORDER if progress.counts[code]
    ]


def month_columns(months: list[MonthRow]) -> list[dict[str, Any]]:
    return [
        {
            "label": f"{row.month}",
            "name": _("Tháng %(month)d") % {"month": row.month},
            "counts": dict(row.progress.counts),
        }
        for row in months
    ]


def facts(plan: Plan) -> str:
    """Number, day and issuer of the plan in one line."""
    said = [
        _("Số %(symbol)s") % {"symbol": plan.symbol} if plan.symbol else "",
        _("ngày %(day)s") % {"day": f"{plan.issued_on:%d/%m/%Y}"} if plan.issued_on else "",
        plan.authority.name,
        str(plan.get_state_display()),
    ]
    return " · ".join(one for one in said if one)


def crumbs(plan: Plan, *further: str) -> list[tuple[str, str]]:
    """From the first page to this one; the plan itself is a link where something follows it."""
    home = (_("Trang chủ"), reverse("portal:home"))
    plans = (_("Các kế hoạch"), reverse("portal:plan-list"))
    if not further:
        return [home, plans, (_shortened(plan.title), "")]
    address = reverse("portal:plan", args=[plan.slug])
    return [home, (_shortened(plan.title), address), *((one, "") for one in further)]


def tabs(**shown: bool) -> list[dict[str, Any]]:
    """Links to the sections of the plan's page that are there."""
    every = [
        ("tien-do", _("Tiến độ"), True),
        ("theo-thang", _("Theo tháng"), shown["months"]),
        ("co-quan", _("Theo cơ quan"), True),
        ("trong-diem", _("Trọng điểm"), shown["activities"]),
        ("nhiem-vu", _("Toàn bộ nhiệm vụ"), True),
        ("minh-chung", _("Kết quả mới"), True),
    ]
    return [{"label": label, "url": f"#{key}"} for key, label, there in every if there]


def titled(chapters: list[Chapter[Any]]) -> list[dict[str, Any]]:
    """Chapters with the heading as people read it."""
    return [{"title": _chapter_title(chapter), "rows": chapter.rows} for chapter in chapters]


def _chapter_title(chapter: Chapter[Any]) -> str:
    heading = chapter.heading.rstrip(":;. ")
    if not heading:
        return (
            _("Mục %(label)s") % {"label": chapter.label} if chapter.label else _("Nhiệm vụ khác")
        )
    return f"{chapter.label}. {heading}" if chapter.label else heading


def _shortened(text: str) -> str:
    words = text.split()
    return text if len(words) <= TITLE_WORDS else " ".join(words[:TITLE_WORDS]) + " …"
