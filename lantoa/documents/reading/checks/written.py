"""The words of a whole file (chữ của văn bản), taken once for the checks of language."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from itertools import pairwise

from lantoa.common.rules.vietnamese import fold
from lantoa.documents.reading.syllables import is_syllable
from lantoa.documents.reading.words import Words, read_words

Line = tuple[int, str, Words]
Pair = tuple[str, str]


class Written:
    """Lines with their words, and how often each word and each pair of neighbours stands there."""

    def __init__(self, text: list[str]) -> None:
        split = lru_cache(maxsize=4_000)(read_words)  # drafts repeat most lines of the final text
        self.lines: list[Line] = [
            (number, line, split(line)) for number, line in enumerate(text, start=1) if line.strip()
        ]
        self.pairs: Counter[Pair] = Counter()
        for _, _, words in self.lines:
            self.pairs.update(pairwise(words.keys))

    def lines_with_pair(self, fits: Callable[[Pair], bool]) -> Iterator[Line]:
        """The lines in which two neighbours fit; each different pair of the text is asked once."""
        wanted = {pair for pair in self.pairs if fits(pair)}
        for line in self.lines if wanted else ():
            if not wanted.isdisjoint(pairwise(line[2].keys)):
                yield line

    def lines_with_word(self, fits: Callable[[str], object]) -> Iterator[Line]:
        """The lines in which a word fits as it is written; each different word is asked once."""
        wanted = {word for word in self.spellings if fits(word)}
        for line in self.lines if wanted else ():
            if not wanted.isdisjoint(line[2].texts):
                yield line

    def last_word_before(self, number: int) -> str:
        """The word that ends the line above, where a hard-wrapped line goes on from it."""
        return self._ends.get(number - 1, "")

    @cached_property
    def _ends(self) -> dict[int, str]:
        return {number: words.keys[-1] for number, _, words in self.lines if words.keys}

    @cached_property
    def spellings(self) -> set[str]:
        """Every word as it is written somewhere in the text."""
        return {text for _, _, words in self.lines for text in words.texts}

    @cached_property
    def _by_letters(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for word in dict.fromkeys(key for _, _, words in self.lines for key in words.keys):
            if is_syllable(word):
                found[fold(word)].append(word)
        return found

    def alike(self, letters: str) -> list[str]:
        """The syllables of the text that have these letters and some marks."""
        return self._by_letters.get(letters, [])
