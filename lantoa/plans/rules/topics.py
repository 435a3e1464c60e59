"""Which part of administrative reform a duty is about (nội dung tuyên truyền).

The six parts are those of the national programme 2021-2030 (Nghị quyết 76/NQ-CP, section II); what
names none of them speaks of the reform as a whole.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lantoa.common.rules.vietnamese import fold

GENERAL = "general"
TOPICS = {
    "institutions": "Cải cách thể chế",
    "procedures": "Cải cách thủ tục hành chính",
    "apparatus": "Cải cách tổ chức bộ máy",
    "civil_service": "Cải cách chế độ công vụ",
    "finance": "Cải cách tài chính công",
    "digital": "Chính quyền điện tử, chính quyền số",
    GENERAL: "Cải cách hành chính nói chung",
}
_WORDS = {
    "institutions": r"the che|van ban quy pham|phap luat|quy pham phap luat",
    "procedures": (
        r"thu tuc hanh chinh|mot cua|dich vu cong|tthc|giai quyet ho so|buu chinh cong ich"
    ),
    "apparatus": r"bo may|bien che|sap xep (?:cac )?(?:co quan|don vi|to chuc)|tinh gian",
    "civil_service": r"cong vu|ky luat,? ky cuong|dao duc|can bo, cong chuc|van hoa cong so",
    "finance": r"tai chinh cong|ngan sach|tu chu tai chinh|dau tu cong",
    "digital": r"chinh (?:quyen|phu) (?:dien tu|so)|chuyen doi so|truc tuyen|cong nghe thong tin"
    r"|chu ky so|khong dung tien mat",
}
_PATTERNS = {topic: re.compile(rf"\b(?:{words})\b") for topic, words in _WORDS.items()}


@lru_cache(maxsize=4096)
def topics_of(text: str) -> tuple[str, ...]:
    """The parts that the text names, in the programme's order; the whole when it names none."""
    plain = " ".join(fold(text).split())
    found = tuple(topic for topic, pattern in _PATTERNS.items() if pattern.search(plain))
    return found or (GENERAL,)
