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

Step = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Deadline:
    """`due_on` decides on time or late; `act_by` is the last working day not after it.

    `steps` are the lines of the computation, each a term and its value.
    """

    due_on: date | None
    act_by: date | None
    steps: tuple[Step, ...]


def deadline(
    rule: DueRule,
    due_on: date | None,
    *,
    calendar: WorkingCalendar,
    starts_on: date | None = None,
    today: date | None = None,
    moved: tuple[Step, ...] = (),
) -> Deadline:
    """The deadline of one period, explained in Vietnamese.

    Without `today` (the duty is settled) nothing is said of how much time is left. `moved` are the
    steps that led from the ordered day to `due_on`.
    """
    if due_on is None:
        symbol = f" ({rule.external_symbol})" if rule.external_symbol else ""
        sentence = _SENTENCES.get(rule.kind, _SENTENCES["unstated"])
        text = sentence.format(symbol=symbol, text=rule.text.rstrip(".") or "theo văn bản")
        return Deadline(None, None, (*_words(rule), ("Thời hạn", text)))
    act_by = calendar.last_working_day_on_or_before(due_on)
    steps = [*_words(rule)]
    if starts_on is not None and starts_on < due_on:
        steps.append(("Kỳ bắt đầu", f"{starts_on:%d/%m/%Y}"))
    steps += moved
    steps.append(("Ngày cuối còn đúng hạn", f"{due_on:%d/%m/%Y}"))
    if act_by != due_on:
        steps.append(("Ngày cuối là ngày nghỉ", calendar.explain(due_on)))
        steps.append(("Ngày làm việc cuối trước hạn", f"{act_by:%d/%m/%Y}"))
    if today is not None:
        steps += _left(due_on, act_by, calendar, today)
    return Deadline(due_on, act_by, tuple(steps))


def left_in_words(due_on: date | None, *, today: date) -> str:
    """How long is left, or how long it is past, as a card says it beside the day."""
    if due_on is None:
        return ""
    days = (due_on - today).days
    if days == 0:
        return "hết hôm nay"
    return f"còn {days} ngày" if days > 0 else f"quá {-days} ngày"


def _words(rule: DueRule) -> list[Step]:
    return [("Văn bản ghi", f"“{rule.text}”")] if rule.text else []


def _left(due_on: date, act_by: date, calendar: WorkingCalendar, today: date) -> list[Step]:
    if today > due_on:
        late = calendar.working_days_between(due_on, today)
        return [("Đã quá hạn", f"{(today - due_on).days} ngày, trong đó {late} ngày làm việc")]
    if today > act_by:
        return [("Còn lại", "không còn ngày làm việc nào trước hạn")]
    count = calendar.working_days_between(today, act_by)
    words = f"{count} ngày làm việc sau hôm nay" if count else "hết hôm nay"
    holidays = [
        f"{day:%d/%m} ({name})"
        for day, name in calendar.days_off_between(today, act_by)
        if day in calendar.holidays
    ]
    skipped = [("Ngày lễ không tính", ", ".join(holidays))] if holidays else []
    return [("Còn lại", words), *skipped]
