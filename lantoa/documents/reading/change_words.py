"""How parties, deadlines and targets of two versions are told apart and said (so sánh)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lantoa.common.rules.vietnamese import match_key

from .model import Due, Party, Target

if TYPE_CHECKING:
    from .comparable_years import Years


def names_of(parties: Sequence[Party], roles: Sequence[str]) -> dict[str, str]:
    """The names in these roles by their one spelling, each with the words as written."""
    return {match_key(one.name): one.name for one in parties if one.role in roles}


def same_due(a: Due, b: Due, years: Years) -> bool:
    """Whether two due rules bind alike: the same phrase, or the same days of the plan's year."""
    if a.kind != b.kind:
        return False
    old, new = years.key(a.text, newer=False), years.key(b.text, newer=True)
    if old == new and old:
        return True
    if a.kind in ("triggered", "external"):
        return old == new and a.external_symbol == b.external_symbol
    window = (years.shifted(a.start), years.shifted(a.by))
    return (*window, a.day_of_month, a.rrule) == (b.start, b.by, b.day_of_month, b.rrule)


def due_words(due: Due) -> str:
    """The phrase of the source with the last day on time where it is known."""
    words = due.text or "không nêu thời hạn"
    if due.by and f"{due.by:%d/%m/%Y}" not in words:
        return f"{words} (hạn cuối {due.by:%d/%m/%Y})"
    if due.day_of_month and not due.by:
        return f"{words} (hạn cuối ngày {due.day_of_month})"
    return words


def target_words(target: Target | None) -> str:
    """ "90% thủ tục hành chính", nothing where no target is set."""
    if target is None:
        return ""
    value = f"{target.value:,.10g}".replace(",", " ").replace(".", ",").replace(" ", ".")
    unit = target.unit if target.unit == "%" else f" {target.unit}"
    return f"{value}{unit}{f' {target.of}' if target.of else ''}"
