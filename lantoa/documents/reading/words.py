"""The words of a line (tách chữ): as written, and as compared; taken once for all who ask."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from lantoa.common.rules.vietnamese import fold, settle_tones

END = "|"  # a sign at which a phrase ends
_TOKEN = re.compile(r"[^\W\d_]+|\t|\d+|\S")
_WORD = re.compile(r"\w+")
_JOINTS = {",": ",", "-": "-", "–": "-"}
_LONG = 40

Tokens = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(slots=True)
class Words:
    """A line with its words as written (`texts`) and in lower case and one tone style (`keys`)."""

    line: str
    texts: list[str]
    keys: list[str]
    _spans: list[tuple[int, int]] | None = None

    def quote(self, first: int, last: int) -> str:
        """The stretch of the line from one word to another."""
        spans = self.spans()
        return self.line[spans[first][0] : spans[last][1]]

    def spans(self) -> list[tuple[int, int]]:
        """Where each word stands; found when it is first asked, for few lines are."""
        if self._spans is None:
            self._spans = [match.span() for match in _TOKEN.finditer(self.line)]
        return self._spans


def read_words(line: str) -> Words:
    """The words of a line; a comma or dash between words is one too, other signs are an end."""
    words = Words(line, [], [])
    for place, part in enumerate(line.split("\t")):
        if place:
            words.texts.append("\t")
            words.keys.append(END)
        for chunk in part.split():
            texts, keys = _known_tokens(chunk) if len(chunk) < _LONG else _tokens(chunk)
            words.texts += texts
            words.keys += keys
    return words


def folded_words(text: str) -> list[str]:
    """The words without accents and in lower case, numbers among them; equal words are shared."""
    words: list[str] = []
    for chunk in text.split():
        words += _known_folded(chunk) if len(chunk) < _LONG else _folded(chunk)
    return words


def _folded(chunk: str) -> tuple[str, ...]:
    return tuple(map(intern, _WORD.findall(fold(chunk))))


def _tokens(chunk: str) -> Tokens:
    texts = tuple(map(intern, _TOKEN.findall(chunk)))
    return texts, tuple(map(_key, texts))


# Texts say the same few thousand words again and again.
_known_tokens = lru_cache(maxsize=4_000)(_tokens)
_known_folded = lru_cache(maxsize=4_000)(_folded)


def _key(text: str) -> str:
    return intern(settle_tones(text.lower())) if text[0].isalpha() else _JOINTS.get(text, END)
