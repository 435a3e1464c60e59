"""States as people see them: the word, the tone and the icon (trạng thái)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class State:
    """`tone` is the value of data-state that lantoa.css knows; `icon` a symbol of the sprite."""

    label: Any
    tone: str
    icon: str


_STATES: dict[str, State] = {
    "not_due": State(_("Chưa đến hạn"), "not_due", "circle-dashed"),
    "due_soon": State(_("Sắp đến hạn"), "due_soon", "clock"),
    "in_progress": State(_("Đang thực hiện"), "in_progress", "play"),
    "submitted": State(_("Chờ duyệt"), "submitted", "hourglass"),
    "returned": State(_("Trả lại"), "returned", "undo-2"),
    "overdue": State(_("Quá hạn"), "overdue", "clock-alert"),
    "done_on_time": State(_("Hoàn thành đúng hạn"), "done_on_time", "circle-check"),
    "done_late": State(_("Hoàn thành trễ hạn"), "done_late", "check"),
    "standing": State(_("Thường xuyên"), "standing", "repeat"),
    "no_information": State(_("Chưa có thông tin"), "no_information", "circle-question-mark"),
    "excused": State(_("Không thực hiện có lý do"), "no_information", "minus"),
    "adjusted": State(_("Điều chỉnh, không còn giao"), "no_information", "file-pen"),
    "info": State(_("Thông tin"), "info", "info"),
    "success": State(_("Đã xong"), "success", "circle-check"),
    "warning": State(_("Cần chú ý"), "warning", "triangle-alert"),
    "danger": State(_("Có lỗi"), "danger", "circle-alert"),
    "accent": State(_("Nổi bật"), "accent", "star"),
}
TONES = frozenset(_STATES)


def register(key: str, *, label: Any, tone: str, icon: str) -> None:
    """Teach the badge a state of another app (in its `ready()`); the tone must be a known one."""
    if tone not in TONES:
        raise ValueError(f"{tone} is not a tone of the style sheet")
    _STATES[key] = State(label, tone, icon)


def get(key: str) -> State:
    """The state of that key; an unregistered one is a bug and raises KeyError."""
    return _STATES[str(key)]


def known(key: str) -> bool:
    return str(key) in _STATES


def ordered(keys: Iterable[str]) -> list[str]:
    """These states in the order in which they were made known."""
    wanted = set(keys)
    return [key for key in _STATES if key in wanted]
