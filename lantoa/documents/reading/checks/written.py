"""The words of a whole file (chữ của văn bản), taken once for the checks of language."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property, lru_cache
from itertools import pairwise

from lantoa.common.rules.vietnamese import fold
from lantoa.documents.reading.set_phrases import Word, read_words
from lantoa.documents.reading.syllables import is_syllable

Line = tuple[int, str, list[Word]]


class Written:
    """Lines with their words, and how often each word and each pair of neighbours stands there."""

    def __init__(self, text: list[str]) -> None:
        split = lru_cache(maxsize=4_000)(read_words)  # drafts repeat most lines of the final text
        self.lines: list[Line] = [
            (number, line, split(line)) for number, line in enumerate(text, start=1) if line.strip()
        ]
        self.pairs: Counter[tuple[str, str]] = Counter()
        for _, _, words in self.lines:
            keys = [word.key for word in words]
            self.pairs.update(pairwise(keys))

    def last_word_before(self, number: int) -> str:
        """The word that ends the line above, where a hard-wrapped line goes on from it."""
        return self._ends.get(number - 1, "")

    @cached_property
    def _ends(self) -> dict[int, str]:
        return {number: words[-1].key for number, _, words in self.lines if words}

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word stands in the text, in lower case and one tone style."""
        return Counter(word.key for _, _, words in self.lines for word in words)

    @cached_property
    def _by_letters(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for word in self.words:
            if is_syllable(word):
                found[fold(word)].append(word)
        return found

    def alike(self, letters: str) -> list[str]:
        """The syllables of the text that have these letters and some marks."""
        return self._by_letters.get(letters, [])
