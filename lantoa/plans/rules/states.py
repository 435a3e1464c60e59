"""How a duty stands today (trạng thái): computed from its due day, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

SOON_DAYS = 7

LABELS = {
    "overdue": "Quá hạn",
    "returned": "Trả lại, cần làm lại",
    "due_soon": "Sắp đến hạn",
    "submitted": "Chờ duyệt",
    "not_due": "Chưa đến hạn",
    "standing": "Thường xuyên",
    "no_information": "Chưa có thông tin",
    "done_on_time": "Hoàn thành đúng hạn",
    "done_late": "Hoàn thành trễ hạn",
}
"""Every standing with the word officials use, the most pressing first."""

DONE = frozenset({"done_on_time", "done_late"})
NEEDS_WORK = frozenset({"overdue", "returned", "due_soon"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one duty in one period; `sent_on` is the day of the last sending."""

    state: str
    due_on: date | None
    binding: str
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    code: str
    sentence: str

    @property
    def label(self) -> str:
        return LABELS[self.code]


def standing(facts: Facts, *, today: date) -> Standing:
    """The state and a sentence that explains it.

    A body that is only asked (đề nghị) is never overdue: there is "no information" until it
    sends some. What was sent on time and accepted later counts as on time.
    """
    if facts.state == "accepted":
        return _accepted(facts)
    if facts.state == "submitted":
        return Standing(
            "submitted", f"Đã gửi ngày {_d(facts.sent_on)}, đang chờ cơ quan theo dõi duyệt."
        )
    if facts.binding == "requested":
        return Standing(
            "no_information", "Việc đề nghị: chưa nhận được thông tin, không tính quá hạn."
        )
    if facts.due_on is not None and facts.due_on < today:
        days = (today - facts.due_on).days
        return Standing("overdue", f"Hạn cuối là {_d(facts.due_on)}, đã quá {days} ngày.")
    if facts.state == "returned":
        return Standing("returned", "Minh chứng bị trả lại; bổ sung rồi gửi lại.")
    if facts.due_on is None:
        return Standing("standing", "Thực hiện thường xuyên trong kỳ, không có ngày hạn.")
    left = (facts.due_on - today).days
    if left <= SOON_DAYS:
        words = "hôm nay" if left == 0 else f"còn {left} ngày"
        return Standing("due_soon", f"Hạn cuối là {_d(facts.due_on)}, {words}.")
    return Standing("not_due", f"Hạn cuối là {_d(facts.due_on)}, còn {left} ngày.")


def _accepted(facts: Facts) -> Standing:
    late = facts.due_on is not None and facts.sent_on is not None and facts.sent_on > facts.due_on
    if late:
        return Standing(
            "done_late",
            f"Gửi ngày {_d(facts.sent_on)}, sau hạn {_d(facts.due_on)}; đã được chấp nhận.",
        )
    return Standing("done_on_time", f"Gửi ngày {_d(facts.sent_on)}; đã được chấp nhận.")


def _d(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else "chưa rõ"
