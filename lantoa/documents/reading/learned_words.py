"""What a learned rule says, in words (điều đã học bằng lời)."""

from __future__ import annotations

from .known_phrases import DayOfPlan, KnownPhrase

_KINDS = {
    "weekly": "hằng tuần",
    "monthly": "hằng tháng",
    "quarterly": "hằng quý",
    "yearly": "hằng năm",
    "standing": "thường xuyên, không có ngày hạn",
    "external": "theo tiến độ của văn bản khác",
    "triggered": "khi phát sinh",
    "unstated": "không phải thời hạn",
}


def rule_in_words(rule: KnownPhrase) -> str:
    """ "hằng tháng, hạn cuối ngày 24", "từ 1/1 đến hết 31/3 năm của kế hoạch"."""
    if rule.kind in ("by_date", "within_period") and rule.by is not None:
        if rule.start is not None:
            return f"từ {_day(rule.start)} đến hết {_day(rule.by)}"
        return f"hạn cuối {_day(rule.by)}"
    words = _KINDS.get(rule.kind, "trong kỳ văn bản nêu")
    if rule.kind == "external" and rule.external_symbol:
        words = f"theo tiến độ của văn bản số {rule.external_symbol}"
    if rule.day_of_month:
        words += f", hạn cuối ngày {rule.day_of_month}"
        words += " của tháng cuối quý" if rule.kind == "quarterly" else ""
    elif rule.kind == "yearly" and rule.by:
        words += f", hạn cuối {rule.by.day}/{rule.by.month}"
    return words


def _day(day: DayOfPlan) -> str:
    years = {0: "năm của kế hoạch", 1: "năm sau", -1: "năm trước"}
    word = years.get(day.years, f"năm của kế hoạch {day.years:+d}")
    return f"{day.day}/{day.month} {word}"
