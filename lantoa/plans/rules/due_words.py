"""A due rule said in words (thời hạn bằng lời), as an official would say it to another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from lantoa.plans.rules.due_rule import DueRule
from lantoa.plans.rules.named_days import days_named, interval, numbers, until
from lantoa.plans.rules.repeat_words import (
    listed,
    month_day,
    quarter_day,
    repeated,
    says_before,
    week_days,
    year_days,
)


def in_words(rule: DueRule) -> str:
    """One phrase: "Hằng tháng, trước ngày 25 (hạn cuối ngày 24)"."""
    return _WORDS.get(rule.kind, _unstated)(rule)


def _by_date(rule: DueRule) -> str:
    if rule.by is None:
        return f"Đến một ngày chưa rõ: {rule.text}" if rule.text else "Đến một ngày chưa rõ"
    if last := until(rule.rrule):
        days = days_named(rule.rrule, rule.by.year, last.year)
        return f"Hạn cuối các ngày {listed([_d(day) for day in days if rule.by <= day <= last])}"
    if says_before(rule):
        return f"Trước ngày {_d(rule.by + timedelta(days=1))} (hạn cuối ngày {_d(rule.by)})"
    return f"Hạn cuối ngày {_d(rule.by)}"


def _within(rule: DueRule) -> str:
    if rule.by is None:
        return rule.text or "Trong một kỳ chưa rõ"
    span = f"đến hết ngày {_d(rule.by)}"
    if rule.start and "BYMONTHDAY" in rule.rrule:
        days = days_named(rule.rrule, rule.start.year, rule.by.year)
        own = [_d(day) for day in days if rule.start <= day <= rule.by]
        span = f"hạn từng đợt: {listed(own)}"
    elif rule.start:
        span = f"từ {_d(rule.start)} {span}"
    return f"{_upper(rule.text)} ({span})" if rule.text else _upper(span)


def _monthly(rule: DueRule) -> str:
    return f"{repeated('tháng', rule.rrule)}, {month_day(rule)}{_window(rule)}"


def _quarterly(rule: DueRule) -> str:
    return f"Hằng quý, {quarter_day(rule)}{_window(rule)}"


def _weekly(rule: DueRule) -> str:
    return f"{repeated('tuần', rule.rrule)}, hạn cuối {week_days(rule.rrule)}{_window(rule)}"


def _yearly(rule: DueRule) -> str:
    step = interval(rule.rrule)
    if step > 1:
        return f"{step} năm một lần, đến hết năm thứ {step}{_window(rule)}"
    if not numbers(rule.rrule, "BYMONTH"):
        until_day = f"hạn cuối ngày {_d(rule.by)}" if rule.by else "đến hết năm"
        return f"Hằng năm, {until_day}"
    return f"Hằng năm, {year_days(rule.rrule)}{_window(rule)}"


def _standing(rule: DueRule) -> str:
    return "Thường xuyên, không có ngày hạn"


def _external(rule: DueRule) -> str:
    symbol = f" số {rule.external_symbol}" if rule.external_symbol else " khác"
    return f"Theo tiến độ của văn bản{symbol}"


def _triggered(rule: DueRule) -> str:
    return f"Khi phát sinh: {rule.text}" if rule.text else "Khi phát sinh"


def _unstated(rule: DueRule) -> str:
    return "Văn bản không nêu thời hạn"


def _window(rule: DueRule) -> str:
    start = f" từ {_d(rule.start)}" if rule.start else ""
    end = f" đến {_d(rule.by)}" if rule.by else ""
    return f",{start}{end}" if start or end else ""


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
