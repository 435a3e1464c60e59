"""What the pages of loading a file show (nạp kế hoạch): the form, the progress, the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.common.services import health
from lantoa.common.ui import states
from lantoa.common.ui.tables import Column, Empty, Table
from lantoa.documents.selectors import intakes
from lantoa.documents.services import intake

if TYPE_CHECKING:
    from lantoa.common.web.officer import OfficerRequest
    from lantoa.documents.models import Intake
    from lantoa.plans.models import Plan
    from lantoa.plans.web.forms.loading import UploadForm

_STATES = {
    "waiting": (gettext_lazy("Chờ đến lượt"), "not_due", "hourglass"),
    "reading": (gettext_lazy("Đang đọc"), "in_progress", "loader"),
    "read": (gettext_lazy("Đã đọc xong"), "success", "circle-check"),
    "failed": (gettext_lazy("Chưa đọc được"), "warning", "triangle-alert"),
    "away": (gettext_lazy("Đã cất"), "no_information", "archive"),
}
for _key, (_label, _tone, _icon) in _STATES.items():
    states.register(f"intake_{_key}", label=_label, tone=_tone, icon=_icon)
_UNREAD = ("failed", "away")


def uploading(request: OfficerRequest, form: UploadForm, known: Plan | None) -> dict[str, Any]:
    """The page for loading a file; `known` is the plan made from the same file before."""
    return {
        "form": form,
        "known": known,
        "open_count": intakes.open_to(request.actor).count(),
        "limit": intake.largest() // 1_000_000,
        "steps": _steps(0),
        "crumbs": crumbs(_("Nạp văn bản")),
    }


def context(row: Intake) -> dict[str, Any]:
    """How far one file is, or why it could not be read."""
    failed = row.state in _UNREAD
    return {
        "row": row,
        "state": f"intake_{row.state}",
        "failed": failed,
        "words": "" if failed else _words(row),
        "worker_silent": not failed and health.worker_is_silent(),
        "steps": _steps(1),
        "facts": _facts(row),
        "crumbs": crumbs(row.name, under_list=True),
    }


def done(row: Intake, plan: Plan) -> str:
    said = _("Đã đọc “%(name)s”: %(rows)d dòng chờ xem. Chưa có việc nào được giao.")
    return said % {"name": row.name, "rows": plan.draft_items.count()}


def listing(request: OfficerRequest) -> dict[str, Any]:
    """What is not read yet, what was read, what was put away."""
    rows = intakes.visible_to(request.actor)
    empty = Empty(
        _("Không có văn bản nào đang đọc"),
        _("Bản quét và PDF vừa nạp hiện ở đây cho đến khi đọc xong."),
    )
    return {
        "open": table(request, rows.filter(state__in=intakes.OPEN), empty=empty),
        "read": table(request, rows.filter(state="read"), _("Đã đọc xong"), prefix="xong-"),
        "away": table(request, rows.filter(state="away"), _("Đã cất"), prefix="cat-"),
        "crumbs": crumbs(_("Văn bản đang đọc")),
    }


def table(
    request: OfficerRequest,
    rows: Any,
    caption: str = "",
    *,
    prefix: str = "nap-",
    empty: Empty | None = None,
) -> Table:
    """Files handed in, the newest first."""
    return Table(
        columns=_columns(),
        rows_from=rows,
        params=request.GET,
        caption=caption or _("Văn bản đang đọc"),
        prefix=prefix,
        empty=empty or Empty(_("Chưa có văn bản nào")),
    )


def crumbs(page: str, *, under_list: bool = False) -> list[tuple[str, str]]:
    way = [(_("Kế hoạch"), reverse("plans:plan-list"))]
    if under_list:
        way.append((_("Văn bản đang đọc"), reverse("plans:loading-list")))
    return [*way, (page, "")]


def _columns() -> list[Column]:
    return [
        Column(
            key="name",
            label=_("Tệp"),
            main=True,
            url=lambda row: reverse("plans:loading", args=[row.pk]),
        ),
        Column(
            key="state", label=_("Trạng thái"), kind="state", value=lambda r: f"intake_{r.state}"
        ),
        Column(key="pages", label=_("Tình hình"), value=_standing),
        Column(key="loaded_by", label=_("Người nạp"), value=lambda row: str(row.loaded_by)),
        Column(key="created_at", label=_("Nạp lúc"), kind="datetime"),
    ]


def _standing(row: Intake) -> str:
    if row.state in _UNREAD:
        return row.error
    if row.state == row.State.READING and row.pages:
        return _("%(done)d/%(all)d trang") % {"done": row.pages_done, "all": row.pages}
    return ""


def _steps(current: int) -> list[dict[str, Any]]:
    labels = (_("Chọn tệp"), _("Máy đọc"), _("Rà soát từng dòng"), _("Xác nhận"))
    return [
        {"label": label, "done": place < current, "current": place == current}
        for place, label in enumerate(labels)
    ]


def _words(row: Intake) -> str:
    if row.state == row.State.WAITING:
        before = intakes.before(row)
        if before:
            return _("Còn %d văn bản khác đọc trước.") % before
        return _("Sẽ được đọc trong giây lát.")
    if not row.pages:
        return _("Máy đang mở tệp và đọc chữ.")
    if row.pages_done < row.pages:
        return _("Máy đang nhận dạng chữ của bản quét, thường vài giây mỗi trang.")
    return _("Đã nhận dạng xong, đang tách thành từng nhiệm vụ.")


def _facts(row: Intake) -> list[tuple[str, str]]:
    size = row.size / (1024 * 1024)
    said = f"{size:.1f} MB".replace(".", ",") if size >= 0.1 else f"{row.size / 1024:.0f} KB"
    return [
        (_("Tệp gốc"), row.name),
        (_("Dung lượng"), said),
        (_("Người nạp"), str(row.loaded_by)),
        (_("Nạp lúc"), f"{timezone.localtime(row.created_at):%H:%M %d/%m/%Y}"),
        (_("Mã kiểm tra SHA-256"), row.sha256),
    ]
