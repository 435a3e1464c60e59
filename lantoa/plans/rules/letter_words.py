"""The wording of the follow-up letter (công văn đôn đốc): summary, body, who signs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from lantoa.common.rules.calendar import WorkingCalendar

MOST_ADDRESSED = 8
"""More addressees than this are written to together and named in the table."""
ANSWER_WITHIN = 3
"""Working days that the letter gives for an answer; the clerk may change it in the draft."""

_SIGNERS = {
    "people_committee": ("TM. Ủy ban nhân dân", "Chủ tịch"),
    "commune": ("TM. Ủy ban nhân dân", "Chủ tịch"),
    "office": ("", "Chánh Văn phòng"),
    "division": ("", "Trưởng phòng"),
    "department": ("", "Giám đốc"),
    "public_unit": ("", "Giám đốc"),
}

_KIND_OF_PLACE = re.compile(
    r"^(?:tỉnh|thành phố|thị xã|thị trấn|huyện|quận|phường|xã|đặc khu)\s+(?=\D)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class About:
    """The plan that is followed up, as the letter names it."""

    title: str
    symbol: str
    issued_on: date | None
    issuer: str
    follower: str
    year: int


def signer(kind: str) -> tuple[str, str]:
    """Under whose authority and with which title the head of an agency of this kind signs."""
    return _SIGNERS.get(kind, ("", "Thủ trưởng"))


def place_name(place: str) -> str:
    """The place in the head of a document: the name alone, unless it is a number (phường 2)."""
    return _KIND_OF_PLACE.sub("", place.strip())


def summary(about: About) -> str:
    return f"đôn đốc thực hiện nhiệm vụ theo kế hoạch năm {about.year}"


def addressees(names: list[str]) -> tuple[str, ...]:
    """Each agency by name while they fit on the page, else all of them together."""
    if len(names) <= MOST_ADDRESSED:
        return tuple(names)
    return ("Các cơ quan, đơn vị có tên trong biểu dưới đây",)


def opening(about: About, *, duties: int, agencies: int, today: date) -> str:
    """Which plan, and how much of it is late."""
    title = about.title.strip().rstrip(".")
    title = title if title.lower().startswith("kế hoạch") else f"Kế hoạch “{title}”"
    number = f" (số {about.symbol}" if about.symbol else ""
    day = f" ngày {about.issued_on:%d/%m/%Y}" if number and about.issued_on else ""
    issuer = f" của {about.issuer})" if number and about.issuer else (")" if number else "")
    return (
        f"Thực hiện {title}{number}{day}{issuer}, qua theo dõi, đến hết ngày {today:%d/%m/%Y} "
        f"còn {duties} nhiệm vụ của {agencies} cơ quan, đơn vị đã quá hạn nhưng chưa gửi kết quả, "
        "cụ thể như sau:"
    )


def closing(about: About, *, today: date, calendar: WorkingCalendar) -> tuple[str, str]:
    """What is asked for, and until when."""
    until = calendar.add_working_days(today, ANSWER_WITHIN)
    return (
        "Đề nghị thủ trưởng các cơ quan, đơn vị nêu trên chỉ đạo thực hiện ngay các nhiệm vụ đã "
        "quá hạn, gửi kết quả kèm minh chứng và nêu rõ nguyên nhân chậm, trước hết ngày "
        f"{until:%d/%m/%Y}, để {about.follower} tổng hợp, báo cáo.",
        f"{about.follower} đề nghị các cơ quan, đơn vị quan tâm thực hiện./.",
    )
