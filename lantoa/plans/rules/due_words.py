"""A due rule said in words (thời hạn bằng lời), as an official would say it to another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from lantoa.common.rules.vietnamese import fold
from lantoa.plans.rules.due_rule import DueRule


def in_words(rule: DueRule) -> str:
    """One phrase: "Hằng tháng, trước ngày 25 (hạn cuối ngày 24)"."""
    return _WORDS.get(rule.kind, _unstated)(rule)


def _by_date(rule: DueRule) -> str:
    if rule.by is None:
        return f"Đến một ngày chưa rõ: {rule.text}" if rule.text else "Đến một ngày chưa rõ"
    if says_before(rule):
        return f"Trước ngày {_d(rule.by + timedelta(days=1))} (hạn cuối ngày {_d(rule.by)})"
    return f"Hạn cuối ngày {_d(rule.by)}"


def _within(rule: DueRule) -> str:
    if rule.by is None:
        return rule.text or "Trong một kỳ chưa rõ"
    span = f"đến hết ngày {_d(rule.by)}"
    if rule.start:
        span = f"từ {_d(rule.start)} {span}"
    return f"{_upper(rule.text)} ({span})" if rule.text else _upper(span)


def _monthly(rule: DueRule) -> str:
    return f"Hằng tháng, {_day(rule, 'đến hết tháng')}{_window(rule)}"


def _quarterly(rule: DueRule) -> str:
    words = _day(rule, "đến hết quý")
    if rule.day_of_month:
        words += " của tháng cuối quý"
    return f"Hằng quý, {words}{_window(rule)}"


def _weekly(rule: DueRule) -> str:
    return f"Hằng tuần, hạn cuối thứ Sáu{_window(rule)}"


def _yearly(rule: DueRule) -> str:
    until = f"hạn cuối ngày {_d(rule.by)}" if rule.by else "đến hết năm"
    return f"Hằng năm, {until}"


def _standing(rule: DueRule) -> str:
    return "Thường xuyên, không có ngày hạn"


def _external(rule: DueRule) -> str:
    symbol = f" số {rule.external_symbol}" if rule.external_symbol else " khác"
    return f"Theo tiến độ của văn bản{symbol}"


def _triggered(rule: DueRule) -> str:
    return f"Khi phát sinh: {rule.text}" if rule.text else "Khi phát sinh"


def _unstated(rule: DueRule) -> str:
    return "Văn bản không nêu thời hạn"


def _day(rule: DueRule, otherwise: str) -> str:
    day = rule.day_of_month
    if day is None:
        return otherwise
    if says_before(rule) and day < 31:
        return f"trước ngày {day + 1} (hạn cuối ngày {day})"
    return f"hạn cuối ngày {day}"


def _window(rule: DueRule) -> str:
    start = f" từ {_d(rule.start)}" if rule.start else ""
    end = f" đến {_d(rule.by)}" if rule.by else ""
    return f",{start}{end}" if start or end else ""


def says_before(rule: DueRule) -> bool:
    """Whether the document names the day before which it is to be done (trước ngày 25)."""
    return "truoc " in fold(rule.text)


def _d(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


_WORDS: dict[str, Callable[[DueRule], str]] = {
    "by_date": _by_date,
    "within_period": _within,
    "monthly": _monthly,
    "quarterly": _quarterly,
    "weekly": _weekly,
    "yearly": _yearly,
    "standing": _standing,
    "external": _external,
    "triggered": _triggered,
    "unstated": _unstated,
}
