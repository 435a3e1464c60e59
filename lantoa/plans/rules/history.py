"""What was done, in officials' words (lời của nhật ký): one table for the verbs of evidence.

The verbs of drafts are in `rules.draft_history`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

WORDS: Mapping[str, tuple[str, str]] = {
    "evidence.attached": ("Thêm minh chứng", "in_progress"),
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


@dataclass(frozen=True, slots=True)
class Said:
    what: str
    tone: str
    note: str = ""


def said(verb: str, data: Mapping[str, Any]) -> Said:
    """One audit row in words; `note` is what the person wrote with it (caption or reason)."""
    # Other apps may record about a duty; a page must not fail on words it has not learnt.
    what, tone = WORDS.get(verb, ("Cập nhật", "info"))
    return Said(what, tone, str(data.get("reason") or data.get("caption") or ""))
