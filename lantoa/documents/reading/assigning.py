"""Which paragraphs give a duty (giao việc), by the kind of document they stand in."""

from __future__ import annotations

import re

from .model import Obligation

# In these every paragraph of the numbered parts is something to do.
_ALL = {"plan", "programme", "directive"}
_NONE = {"report"}
_TASKS = re.compile(r"nhiệm vụ|kế hoạch|phân công|hoạt động|công việc", re.IGNORECASE)
_ASSIGNS = re.compile(
    r"\bchủ trì\b|\b(?:có|chịu) trách nhiệm\b|\btham mưu\b|\bphối hợp với\b|"
    r"\b(?:giao|yêu cầu|đề nghị|phân công)\s+(?=[A-ZĐ]|các |thủ trưởng|lãnh đạo|cơ quan|đơn vị)|"
    r"\bkhẩn trương\b|\btổ chức thực hiện\b|\bbáo cáo (?:về |Ủy ban|UBND|Chủ tịch|Thủ tướng)",
    re.IGNORECASE,
)
_RESPONSIBLE = re.compile(r"\b(?:có|chịu) trách nhiệm\b|\bchủ trì\b|\bgiao\s+[A-ZĐ]")
_RESPONSIBLE_HEADING = re.compile(r"trách nhiệm|tổ chức thực hiện|phân công", re.IGNORECASE)
# Conclusions also tell what was done: "Sở Nội vụ đã chủ động tham mưu".
_TOLD = re.compile(r"\bđã\b|ghi nhận|đánh giá cao|biểu dương|hoan nghênh|chuyển biến|\bđạt \d")
_ASKS = re.compile(
    r"(?<!theo )(?<!xét )(?<!của )\b(?:đề nghị|yêu cầu)(?!\s+(?:của|tại|số))\b"
    r"|\bgiao\s+(?:[A-ZĐ]|các|thủ trưởng)|\bchủ trì\b|\bphối hợp\b|\bkhẩn trương\b|"
    r"\btriển khai (?:các|một)",
    re.IGNORECASE,
)


def gives_duties(kind: str, title: str = "") -> bool:
    """Whether every paragraph of the numbered parts is a duty, so that a class may lead it."""
    return kind in _ALL or (kind == "appendix" and bool(_TASKS.search(title)))


def never_gives_duties(kind: str) -> bool:
    """A report tells what was done; its numbered parts bind nobody."""
    return kind in _NONE


def is_given(kind: str, duty: Obligation, headings: tuple[str, ...]) -> bool:
    """In other kinds a paragraph gives a duty only when it names somebody and charges them.

    A regulation charges in its articles on responsibility; "Cơ quan đăng ký từ chối hồ sơ khi …"
    there is a rule, not a duty.
    """
    named = any(party.role in ("lead", "requested") for party in duty.parties)
    if not named:
        return False
    if kind in {"decision", "official_letter"}:
        return True
    if kind == "announcement":
        return not _TOLD.search(duty.text)
    if kind == "regulation":
        heading = any(_RESPONSIBLE_HEADING.search(each) for each in headings)
        return heading or bool(_RESPONSIBLE.search(duty.text))
    return bool(_ASSIGNS.search(duty.text)) or any(map(_ASSIGNS.search, headings))


def asks(text: str) -> bool:
    """A letter, or its paragraph, that only answers or informs asks nothing of its addressees."""
    return bool(_ASKS.search(text))
