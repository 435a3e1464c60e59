"""One action on many duties (thao tác hàng loạt): what happens to each row, or why it is left."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date, timedelta
from typing import Any

from lantoa.plans.rules.states import DONE, LABELS, NEEDS_WORK

ASSIGN, REMIND, EXTEND, ACCEPT = "assign", "remind", "extend", "accept"
MOST = 500
"""Rows of one action: all of it is one transaction, and somebody reads the preview."""


@dataclass(frozen=True, slots=True)
class Details:
    """What a person asks for besides the rows; each kind reads its own fields."""

    reason: str = ""
    until: str = ""
    days: int = 0
    text: str = ""
    with_heads: bool = False
    way: str = ""
    agency: int = 0
    instead_of: int = 0
    since: str = ""

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Details:
        """From what was kept as JSON; unknown names are left out."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in kept.items() if name in known})

    @property
    def kept(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if value}

    def new_day(self, old: date) -> date:
        """The last day that an extension would give: a day, or so many days after the old one."""
        return date.fromisoformat(self.until) if self.until else old + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Row:
    """What must be known of one duty in one period before anything is done with it."""

    key: int
    state: str
    standing: str
    due_on: date | None
    sent_on: date | None
    agency: int
    sender: int | None
    running: bool
    excused: bool
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """`said` is what would happen, or with `refused` why nothing does."""

    said: str
    refused: bool = False


def refused(said: str) -> Verdict:
    return Verdict(said, refused=True)


def acceptance(row: Row, *, user: int) -> Verdict:
    """Only what waits, and never by the person who sent it."""
    if row.state == "accepted":
        return refused("Đã được chấp nhận trước đó.")
    if row.state == "returned":
        return refused("Đã trả lại, đang chờ đơn vị bổ sung.")
    if row.state != "submitted":
        return refused("Đơn vị chưa gửi minh chứng.")
    if row.sender == user:
        return refused("Bạn là người gửi nên không tự duyệt được.")
    late = row.due_on is not None and row.sent_on is not None and row.sent_on > row.due_on
    return Verdict("Chấp nhận, tính là trễ hạn." if late else "Chấp nhận, tính là đúng hạn.")


def extension(row: Row, details: Details, *, own_agency: int) -> Verdict:
    """A later day for what is still to be done; nobody extends the days of their own office."""
    if no := _settled(row):
        return no
    if row.due_on is None:
        return refused("Việc này không có ngày hạn.")
    if row.agency == own_agency:
        return refused("Việc của chính đơn vị bạn: hãy gửi đề nghị để người khác trả lời.")
    if row.asked:
        return refused("Đang có đề nghị gia hạn chờ trả lời; hãy trả lời đề nghị đó.")
    new = details.new_day(row.due_on)
    if new <= row.due_on:
        return refused(f"Ngày mới {_d(new)} không sau hạn hiện nay {_d(row.due_on)}.")
    return Verdict(f"Gia hạn {_d(row.due_on)} → {_d(new)}.")


def reminder(row: Row, *, reached: tuple[str, ...], spared: tuple[str, ...]) -> Verdict:
    """What presses and is not sent; `spared` were urged often enough today."""
    if no := _settled(row):
        return no
    if row.due_on is None:
        return refused("Việc này không có ngày hạn.")
    if row.standing not in NEEDS_WORK:
        return refused(f"Chưa cần đôn đốc: {LABELS[row.standing].lower()}.")
    if not reached and spared:
        return refused(f"Hôm nay đã đôn đốc đủ số lần: {', '.join(spared)}.")
    if not reached:
        return refused("Cơ quan chưa có người nhận; hãy dùng công văn.")
    return Verdict(f"Gửi cho {', '.join(reached)}.")


def _settled(row: Row) -> Verdict | None:
    """Why nobody has to do the row any more."""
    if row.standing in DONE:
        return refused("Đã hoàn thành.")
    if row.state == "submitted":
        return refused("Đã gửi minh chứng, đang chờ duyệt.")
    if row.excused:
        return refused("Được đồng ý không phải thực hiện.")
    if not row.running:
        return refused("Nhiệm vụ hoặc kế hoạch không còn hiệu lực.")
    return None


def mark(*seen: object) -> str:
    """A short sign of what a person saw; another sign means that something changed."""
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]


def _d(day: date) -> str:
    return f"{day:%d/%m/%Y}"
