"""What kind of statement a row of a plan is (mục tiêu, nội dung, hình thức, trách nhiệm…)."""

from __future__ import annotations

from collections.abc import Sequence

from lantoa.common.rules.vietnamese import fold

_BY_HEADING = (
    ("goal", ("muc tieu", "muc dich", "chi tieu")),
    ("requirement", ("yeu cau", "quan diem", "nguyen tac")),
    ("channel", ("hinh thuc", "kenh ", "phuong thuc", "cach thuc")),
    ("duty", ("trach nhiem", "to chuc thuc hien", "phan cong", "giai phap", "nhiem vu")),
    ("content", ("noi dung",)),
)

_OPENING = 24
PRINCIPLES = frozenset({"goal", "requirement", "content", "channel"})


def may_lack_lead(nature: str) -> bool:
    """A goal or a principle may name nobody and then binds all who carry out the plan."""
    return nature in PRINCIPLES


def nature_of(headings: Sequence[str]) -> str:
    """The nature of a duty from the headings above it, the nearest that says something first.

    A heading says it in its first words: "Các cơ quan: tiếp tục thực hiện các mục tiêu sau" names
    who must act, not goals.
    """
    for heading in reversed(headings):
        opening = (fold(heading) + " ")[:_OPENING]
        for nature, words in _BY_HEADING:
            if any(word in opening for word in words):
                return nature
    return "duty"
