"""How a duty stands on a day (trạng thái): computed from its due day, never stored."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    """What is known of one duty in one period.

    `sent_on` is the day of the last sending; `decided_on` when that was accepted or returned.
    """

    state: str
    due_on: date | None
    binding: str
    sent_on: date | None = None
    decided_on: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    code: str
    sentence: str

    @property
    def label(self) -> str:
        return LABELS[self.code]


def as_of(facts: Facts, day: date) -> Facts:
    """The facts at the end of a day: what was sent or decided later had not happened yet.

    Only the last sending is known, so a duty that was returned and sent again after the day counts
    as not sent.
    """
    if facts.sent_on is not None and facts.sent_on > day:
        return replace(facts, state="open", sent_on=None, decided_on=None)
    if facts.decided_on is not None and facts.decided_on > day:
        return replace(facts, state="submitted", decided_on=None)
    return facts


def standing(facts: Facts, *, today: date) -> Standing:
    """The state on that day and a sentence that explains it.

    A body that is only asked (đề nghị) is never overdue: there is "no information" until it
    sends some. What was sent on time and accepted later counts as on time.
    """
    facts = as_of(facts, today)
    if facts.state == "accepted":
        return _accepted(facts)
    if facts.state == "submitted":
        return Standing(
            "submitted", f"Đã gửi ngày {_d(facts.sent_on)}, đang chờ cơ quan theo dõi duyệt."
        )
    if facts.due_on is not None and facts.due_on < today and facts.binding != "requested":
        days = (today - facts.due_on).days
        again = " Minh chứng đã bị trả lại, cần gửi lại." if facts.state == "returned" else ""
        return Standing("overdue", f"Hạn cuối là {_d(facts.due_on)}, đã quá {days} ngày.{again}")
    if facts.state == "returned":
        return Standing("returned", "Minh chứng bị trả lại; bổ sung rồi gửi lại.")
    if facts.binding == "requested":
        return Standing(
            "no_information", "Việc đề nghị: chưa nhận được thông tin, không tính quá hạn."
        )
    return _to_come(facts.due_on, today)


def _to_come(due_on: date | None, today: date) -> Standing:
    if due_on is None:
        return Standing("standing", "Thực hiện thường xuyên trong kỳ, không có ngày hạn.")
    left = (due_on - today).days
    if left <= SOON_DAYS:
        words = "hết hôm nay" if left == 0 else f"còn {left} ngày"
        return Standing("due_soon", f"Hạn cuối là {_d(due_on)}, {words}.")
    return Standing("not_due", f"Hạn cuối là {_d(due_on)}, còn {left} ngày.")


def _accepted(facts: Facts) -> Standing:
    sent = f"Gửi ngày {_d(facts.sent_on)}"
    if facts.due_on is not None and facts.sent_on is not None and facts.sent_on > facts.due_on:
        return Standing("done_late", f"{sent}, sau hạn {_d(facts.due_on)}; đã được chấp nhận.")
    return Standing("done_on_time", f"{sent}; đã được chấp nhận.")


def _d(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else "chưa rõ"
