"""What was done, in officials' words (lời của nhật ký): one table for the verbs of evidence.

The verbs of drafts are in `rules.draft_history`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

WORDS: Mapping[str, tuple[str, str]] = {
    "evidence.attached": ("Thêm minh chứng", "in_progress"),
    "evidence.served": ("Dùng minh chứng của việc khác", "in_progress"),
    "evidence.withdrawn": ("Rút minh chứng", "no_information"),
    "evidence.brought_back": ("Lấy lại minh chứng đã rút", "in_progress"),
    "evidence.submitted": ("Gửi duyệt", "submitted"),
    "evidence.recalled": ("Lấy lại để bổ sung", "in_progress"),
    "evidence.reconsidered": ("Đưa về chờ duyệt", "submitted"),
    "evidence.accepted": ("Chấp nhận", "done_on_time"),
    "evidence.returned": ("Trả lại", "returned"),
    "evidence.recorded": ("Nhập kết quả đã có", "in_progress"),
}
"""Verb of the audit row: the words and the tone of the dot beside them."""

HANDOVER_WORDS: Mapping[str, tuple[str, str]] = {
    "handover.moved": ("Bàn giao khi sắp xếp tổ chức", "accent"),
    "handover.took_in": ("Gộp minh chứng của cơ quan cũ", "accent"),
    "handover.merged": ("Gộp vào việc của cơ quan kế thừa", "no_information"),
    "handover.ended": ("Kết thúc khi sắp xếp tổ chức", "no_information"),
}
"""The same for what a reorganisation does with a duty."""

DEADLINE_WORDS: Mapping[str, tuple[str, str]] = {
    "deadlines.begun": ("Báo bắt đầu thực hiện", "in_progress"),
    "deadlines.extension_asked": ("Đề nghị gia hạn", "info"),
    "deadlines.extension_granted": ("Gia hạn", "accent"),
    "deadlines.extension_refused": ("Không đồng ý gia hạn", "returned"),
    "deadlines.extended": ("Cơ quan theo dõi gia hạn", "accent"),
    "deadlines.extension_undone": ("Hoàn tác gia hạn", "no_information"),
    "deadlines.urged": ("Đôn đốc", "info"),
    "deadlines.extension_withdrawn": ("Rút đề nghị gia hạn", "no_information"),
    "deadlines.excuse_asked": ("Đề nghị không thực hiện", "info"),
    "deadlines.excuse_approved": ("Đồng ý không thực hiện, có lý do", "no_information"),
    "deadlines.excuse_refused": ("Không đồng ý việc không thực hiện", "returned"),
    "deadlines.excuse_withdrawn": ("Rút đề nghị không thực hiện", "no_information"),
    "deadlines.expected_again": ("Yêu cầu thực hiện trở lại", "in_progress"),
    "deadlines.paused": ("Tạm dừng tính hạn", "accent"),
    "deadlines.resumed": ("Kết thúc tạm dừng tính hạn", "accent"),
    "deadlines.reopened": ("Mở lại nhận kết quả", "accent"),
    "deadlines.amended": ("Điều chỉnh hạn theo văn bản", "accent"),
    "deadlines.revoked": ("Thu hồi nhiệm vụ theo văn bản", "no_information"),
}
"""The same for what is done with a deadline; its days stand in the note."""


ASSIGNING_WORDS: Mapping[str, tuple[str, str]] = {
    "assigning.moved": ("Đổi cơ quan chủ trì", "accent"),
    "assigning.opened": ("Giao thêm cơ quan chủ trì", "accent"),
    "progress.noted": ("Ghi tiến độ", "in_progress"),
    "assigning.undone": ("Hoàn tác việc giao", "no_information"),
}
"""The same for giving a duty to another agency."""

_OTHER = {**DEADLINE_WORDS, **HANDOVER_WORDS, **ASSIGNING_WORDS}


@dataclass(frozen=True, slots=True)
class Said:
    what: str
    tone: str
    note: str = ""


def said(verb: str, data: Mapping[str, Any]) -> Said:
    """One audit row in words; `note` is what the person wrote with it (caption or reason)."""
    # Other apps may record about a duty; a page must not fail on words it has not learnt.
    what, tone = WORDS.get(verb) or _OTHER.get(verb, ("Cập nhật", "info"))
    note = str(data.get("reason") or data.get("caption") or "")
    days = " → ".join(_day(data[key]) for key in ("from", "to") if data.get(key))
    return Said(what, tone, f"{days}: {note}" if days and note else days or note)


def _day(written: object) -> str:
    """The log keeps days as ISO; people read day/month/year."""
    try:
        return f"{date.fromisoformat(str(written)):%d/%m/%Y}"
    except ValueError:
        return str(written)
