"""Which due rules can hold in a phrase (chọn quy tắc thời hạn), by the words that stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from .due_builders import Rule

_MOST = 2_000


class Grammar:
    """Rules in order of precedence; a phrase is tried only against those whose words it has."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        words = {word for rule in rules for word in (*rule.needs, *rule.also)}
        self._words = tuple(sorted(words))
        # Few sets of words are met; which rules fit one of them is decided once.
        self._fitting = lru_cache(maxsize=_MOST)(self._decide)

    def fitting(self, phrase: str) -> tuple[int, ...]:
        """The places of the rules that may match the phrase, in order."""
        lowered = phrase.lower()
        present = frozenset([word for word in self._words if word in lowered])
        return self._fitting(present, any(map(str.isdigit, phrase)))

    def _decide(self, present: frozenset[str], has_digit: bool) -> tuple[int, ...]:
        return tuple(
            place for place, rule in enumerate(self.rules) if rule.may_match(present, has_digit)
        )
