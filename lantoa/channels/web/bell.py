"""The bell of the shell (chuông): how many notices are unread, on every page of the workspace."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lantoa.channels.selectors import notices
from lantoa.common import access
from lantoa.common.ui import slots, states


def gather(request: Any) -> dict[str, Any] | None:
    """The count with its words; nobody acts, no bell."""
    actor = getattr(request, "actor", None)
    if not access.can(actor, "channels.read"):
        return None
    count = notices.unread(actor)
    shown = f"{notices.MOST_COUNTED - 1}+" if count >= notices.MOST_COUNTED else str(count)
    words = ngettext("%s thông báo chưa đọc", "%s thông báo chưa đọc", count) % shown
    label = words if count else _("Thông báo, không có tin mới")
    return {"count": count, "shown": shown, "label": label}


def register() -> None:
    slots.register("workspace.topbar", slots.Panel("channels/_bell.html", gather))
    for code, label, tone, icon in (
        ("delivery_waiting", gettext_lazy("Chờ gửi"), "in_progress", "hourglass"),
        ("delivery_sending", gettext_lazy("Đang gửi"), "in_progress", "send"),
        ("delivery_sent", gettext_lazy("Đã gửi"), "done_on_time", "check"),
        ("delivery_failed", gettext_lazy("Không gửi được"), "danger", "circle-x"),
        ("delivery_uncertain", gettext_lazy("Chưa rõ đã tới"), "warning", "circle-question-mark"),
        ("notice_new", gettext_lazy("Mới"), "info", "bell"),
    ):
        states.register(code, label=label, tone=tone, icon=icon)
