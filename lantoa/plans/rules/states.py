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
    "in_progress": "Đang thực hiện",
    "not_due": "Chưa đến hạn",
    "standing": "Thường xuyên",
    "no_information": "Chưa có thông tin",
    "done_on_time": "Hoàn thành đúng hạn",
    "done_late": "Hoàn thành trễ hạn",
    "excused": "Không thực hiện có lý do",
    "adjusted": "Điều chỉnh, không còn giao",
}
"""Every standing with the word officials use, the most pressing first."""

DONE = frozenset({"done_on_time", "done_late"})
NEEDS_WORK = frozenset({"overdue", "returned", "due_soon"})
NOT_EXPECTED = frozenset({"excused", "adjusted"})
"""Standings of work that nobody has to do any more: left out of every share done."""
SETTLED = DONE | NOT_EXPECTED | {"submitted"}
"""Standings in which no time is running."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one duty in one period.

    `sent_on` is the day of the last sending; `decided_on` when that was accepted or returned;
    `begun_on` when the agency said it had begun or kept its first evidence; `excused_on` when the
    coordinator agreed that it need not be done; `revoked_on` when a document took the duty back.
    """

    state: str
    due_on: date | None
    binding: str
    sent_on: date | None = None
    decided_on: date | None = None
    begun_on: date | None = None
    excused_on: date | None = None
    revoked_on: date | None = None


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
    as not sent. A deadline counts as it is known today, whatever day is looked at.
    """
    facts = replace(
        facts,
        begun_on=_until(facts.begun_on, day),
        excused_on=_until(facts.excused_on, day),
        revoked_on=_until(facts.revoked_on, day),
    )
    if facts.sent_on is not None and facts.sent_on > day:
        return replace(facts, state="open", sent_on=None, decided_on=None)
    if facts.decided_on is not None and facts.decided_on > day:
        return replace(facts, state="submitted", decided_on=None)
    return facts


def standing(facts: Facts, *, today: date) -> Standing:
    """The state on that day and a sentence that explains it.

    A body that is only asked (đề nghị) is never overdue: there is "no information" until it
    sends some or says that it has begun. What was sent on time and accepted later counts as on
    time. What was accepted stays done, whatever became of the duty afterwards.
    """
    facts = as_of(facts, today)
    if facts.state == "accepted":
        return _accepted(facts)
    if ended := _no_longer_expected(facts):
        return ended
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
        return _asked(facts)
    return _to_come(facts, today)


def _no_longer_expected(facts: Facts) -> Standing | None:
    if facts.revoked_on is not None:
        day = _d(facts.revoked_on)
        return Standing("adjusted", f"Nhiệm vụ được thu hồi, điều chỉnh từ ngày {day}.")
    if facts.excused_on is not None:
        day = _d(facts.excused_on)
        return Standing("excused", f"Được đồng ý không thực hiện từ ngày {day}, có lý do.")
    return None


def _asked(facts: Facts) -> Standing:
    if facts.begun_on is not None:
        return Standing(
            "in_progress",
            f"Việc đề nghị: đã bắt đầu ngày {_d(facts.begun_on)}, không tính quá hạn.",
        )
    return Standing("no_information", "Việc đề nghị: chưa nhận được thông tin, không tính quá hạn.")


def _to_come(facts: Facts, today: date) -> Standing:
    due_on = facts.due_on
    if due_on is None:
        return Standing("standing", "Thực hiện thường xuyên trong kỳ, không có ngày hạn.")
    left = (due_on - today).days
    if left <= SOON_DAYS:
        words = "hết hôm nay" if left == 0 else f"còn {left} ngày"
        return Standing("due_soon", f"Hạn cuối là {_d(due_on)}, {words}.")
    sentence = f"Hạn cuối là {_d(due_on)}, còn {left} ngày."
    if facts.begun_on is not None:
        return Standing("in_progress", f"Đã bắt đầu ngày {_d(facts.begun_on)}. {sentence}")
    return Standing("not_due", sentence)


def _accepted(facts: Facts) -> Standing:
    sent = f"Gửi ngày {_d(facts.sent_on)}"
    if facts.due_on is not None and facts.sent_on is not None and facts.sent_on > facts.due_on:
        return Standing("done_late", f"{sent}, sau hạn {_d(facts.due_on)}; đã được chấp nhận.")
    return Standing("done_on_time", f"{sent}; đã được chấp nhận.")


def _until(happened: date | None, day: date) -> date | None:
    """None for what had not happened at the end of the day."""
    return happened if happened is not None and happened <= day else None


def _d(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else "chưa rõ"
