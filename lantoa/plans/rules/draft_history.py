"""What was changed in a draft, in words (các thay đổi của dự thảo): what, before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from lantoa.plans.rules import words
from lantoa.plans.rules.due_rule import DueRule
from lantoa.plans.rules.due_words import in_words

VERBS: Mapping[str, tuple[str, str]] = {
    "plans.drafted": ("Nạp văn bản và lập bản dự thảo", "info"),
    "plans.described": ("Sửa thông tin của kế hoạch", "warning"),
    "plans.confirmed": ("Xác nhận kế hoạch", "success"),
    "plans.draft_withdrawn": ("Cất bản dự thảo", "no_information"),
    "plans.draft_reopened": ("Mở lại bản dự thảo", "info"),
    "plans.row_accepted": ("Chấp nhận dòng", "success"),
    "plans.row_rejected": ("Không đưa dòng vào kế hoạch", "no_information"),
    "plans.row_restored": ("Đưa dòng về chờ xem lại", "warning"),
    "plans.row_edited": ("Sửa dòng", "warning"),
    "plans.row_split": ("Tách dòng, giữ phần đầu", "warning"),
    "plans.row_split_off": ("Tách thành dòng mới", "warning"),
    "plans.row_merged": ("Gộp dòng vào dòng khác", "warning"),
    "plans.row_took_in": ("Nhận dòng được gộp vào", "warning"),
    "plans.row_gave_back": ("Trả lại dòng đã gộp", "warning"),
    "plans.row_added": ("Thêm nhiệm vụ còn thiếu", "info"),
}
FIELDS = {
    "title": "Tên kế hoạch",
    "symbol": "Số, ký hiệu",
    "issued_on": "Ngày ban hành",
    "year": "Năm",
    "text": "Nội dung",
    "nature": "Loại",
    "binding": "Tính chất",
    "parties": "Cơ quan",
    "due": "Thời hạn",
    "target": "Chỉ tiêu",
    "forms": "Hình thức",
    "audiences": "Đối tượng",
    "channels": "Kênh",
    "reason": "Lý do",
}
BINDING = {"directed": "Giao thực hiện", "requested": "Đề nghị"}
_LONGEST = 160


def what(verb: str) -> tuple[str, str]:
    """The words and the tone of one change."""
    return VERBS.get(verb, (verb, "info"))


def differences(data: Mapping[str, Any], natures: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """(field, before, after) of each field that people see; `natures` are the words of natures."""
    before, after = data.get("before") or {}, data.get("after") or {}
    shown = [name for name in after if name in FIELDS]
    return [
        (FIELDS[name], _said(name, before.get(name), natures), _said(name, after[name], natures))
        for name in shown
        if before.get(name) or after[name]
    ]


def _said(name: str, value: Any, natures: Mapping[str, str]) -> str:
    if value in (None, "", [], {}):
        return "(trống)"
    if name == "nature":
        return natures.get(str(value), str(value))
    if name == "binding":
        return BINDING.get(str(value), str(value))
    if name == "due":
        return in_words(DueRule.from_json(value))
    if name == "target":
        return words.target(value)
    if name == "parties":
        return parties(value)
    if name in {"audiences", "channels"}:
        table = words.AUDIENCES if name == "audiences" else words.CHANNELS
        return ", ".join(table.get(key, key) for key in value)
    if name == "issued_on":
        return f"{date.fromisoformat(value):%d/%m/%Y}"
    return _short(", ".join(value) if isinstance(value, list) else str(value))


def parties(value: Sequence[Mapping[str, Any]]) -> str:
    """ "Chủ trì: Phòng Nội vụ; Phối hợp: các cơ quan liên quan"."""
    said = []
    for role, word in words.ROLES.items():
        names = [party["name"] for party in value if party["role"] == role]
        if names:
            said.append(f"{word}: {', '.join(names)}")
    return "; ".join(said)


def _short(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0] + "…"
