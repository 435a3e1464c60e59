"""A deadline explains itself (giải thích thời hạn): the words, the day, the working calendar.

The day the document states is never moved: "trước ngày 20" means the 19th even on a Sunday. What
the calendar adds is the last working day on which an office can still act.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lantoa.common.rules.calendar import WorkingCalendar
from lantoa.plans.rules.due_rule import DueRule

_SENTENCES = {
    "standing": "Việc thường xuyên: không có ngày hạn, tính theo năm kế hoạch.",
    "external": "Theo tiến độ của kế hoạch khác{symbol}; hạn do kế hoạch đó quy định.",
    "triggered": "Thực hiện khi phát sinh: {text}.",
    "unstated": "Văn bản không nêu thời hạn; theo dõi như việc thường xuyên trong năm.",
}


@dataclass(frozen=True, slots=True)
class Deadline:
    """`due_on` decides on time or late; `act_by` is the last working day not after it."""

    due_on: date | None
    act_by: date | None
    steps: tuple[str, ...]


def deadline(
    rule: DueRule, due_on: date | None, *, calendar: WorkingCalendar, today: date
) -> Deadline:
    """The deadline of one period with the steps of its computation, in Vietnamese."""
    if due_on is None:
        symbol = f" ({rule.external_symbol})" if rule.external_symbol else ""
        sentence = _SENTENCES.get(rule.kind, _SENTENCES["unstated"])
        return Deadline(None, None, (sentence.format(symbol=symbol, text=rule.text),))
    act_by = calendar.last_working_day_on_or_before(due_on)
    steps = []
    if rule.text:
        steps.append(f"Văn bản ghi: “{rule.text}”.")
    steps.append(f"Ngày cuối còn đúng hạn: {due_on:%d/%m/%Y}.")
    if act_by != due_on:
        steps.append(calendar.explain(due_on))
        steps.append(f"Ngày làm việc cuối cùng trước hạn: {act_by:%d/%m/%Y}.")
    if today <= act_by:
        steps.append(f"Còn {calendar.working_days_between(today, act_by)} ngày làm việc.")
    return Deadline(due_on, act_by, tuple(steps))
