"""Which due rules can hold in a phrase (chọn quy tắc thời hạn), by the words that stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from .due_builders import Rule

_MOST = 2_000


class Grammar:
    """Rules in order of precedence; a phrase is tried only against those whose words it has."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        words = {w for rule in rules for group in (rule.needs, *rule.also) for w in group}
        self._words = tuple(sorted(words))
        # Few sets of words are met; which rules fit one of them is decided once.
        self._fitting = lru_cache(maxsize=_MOST)(self._decide)

    def fitting(self, phrase: str) -> Iterator[int]:
        """The places of the rules that may match the phrase, in order."""
        lowered = phrase.lower()
        present = frozenset([word for word in self._words if word in lowered])
        for place in self._fitting(present, any(map(str.isdigit, phrase))):
            near = self.rules[place].near
            if near is None or near.search(lowered):
                yield place

    def _decide(self, present: frozenset[str], has_digit: bool) -> tuple[int, ...]:
        return tuple(
            place for place, rule in enumerate(self.rules) if rule.may_match(present, has_digit)
        )
