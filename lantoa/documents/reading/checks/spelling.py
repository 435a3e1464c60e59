"""Slips of scanning and typing (chính tả): what is no syllable, and what is a word but not here.

Names, abbreviations, links and words of other languages are left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from lantoa.common.rules.vietnamese import fold
from lantoa.documents.reading.lines import is_upper
from lantoa.documents.reading.model import Finding
from lantoa.documents.reading.set_phrases import (
    Word,
    find_beheaded,
    find_slips,
    is_known_pair,
)
from lantoa.documents.reading.syllables import is_syllable, repairs

from .case import Case
from .written import Written

_LOAN = re.compile(r"[fjwz]|[^\W\d_]*[ôêơưăâđ]$")
_CONSISTENT = 3
_SAMPLE = 200


def slips_in_phrases(case: Case) -> Iterator[Finding]:
    """A syllable that is a word but not in this phrase: "mật trận", "lòng ghép"."""
    text = case.written
    for number, line, words in text.lines:
        if not _has_marks(line):
            continue
        for slip in find_slips(words):
            wrong = words[slip.index : slip.index + 2]
            if _is_name(words, slip.index, line) or _is_usual(text, wrong, slip.phrase):
                continue
            if slip.index == 0 and is_known_pair(text.last_word_before(number), wrong[0].key):
                continue
            quote = line[wrong[0].at : wrong[1].at + len(wrong[1].text)]
            right = _as_written(slip.phrase, wrong)
            yield case.finding(
                "misspelt-phrase",
                f"“{quote}” có thể là “{right}”.",
                (number, quote),
                suggestion=right,
            )


def lost_syllables(case: Case) -> Iterator[Finding]:
    """A set phrase whose first syllable is gone: "tuyên truyền cách hành chính"."""
    text = case.written
    for number, line, words in text.lines:
        for first, last, missing in find_beheaded(words):
            if first == 0 and line[:1].islower() and text.last_word_before(number) == missing:
                continue
            quote = line[words[first].at : words[last].at + len(words[last].text)]
            lost = missing.upper() if quote.isupper() else missing
            yield case.finding(
                "syllable-missing",
                f"Có thể thiếu chữ “{lost}” trước “{quote}”.",
                (number, quote),
                suggestion=f"{lost} {quote}",
            )


def impossible_syllables(case: Case) -> Iterator[Finding]:
    """A word with Vietnamese letters that no Vietnamese syllable is spelt like: "truờng"."""
    text = case.written
    for number, line, words in text.lines:
        for at, word in enumerate(words):
            if word.text.isascii() or not _is_suspect(word.text):
                continue
            right = _put_right(word, at, words, text)
            if right and not _in_address(line, word):
                shown = _cased(right, word.text)
                yield case.finding(
                    "misspelt-syllable",
                    f"“{word.text}” không phải là chữ tiếng Việt; có thể là “{shown}”.",
                    (number, word.text),
                    suggestion=shown,
                )


@lru_cache(maxsize=20_000)
def _is_suspect(text: str) -> bool:
    lower = text.lower()
    if len(text) < 2 or not (text.islower() or text.isupper() or text.istitle()):
        return False
    return not is_syllable(lower) and not _LOAN.match(lower)


def _put_right(word: Word, at: int, words: Sequence[Word], text: Written) -> str | None:
    """The one way to put it right that its neighbours, or the rest of the document, bear out."""
    lower = word.text.lower()
    before = words[at - 1].key if at else ""
    after = words[at + 1].key if at + 1 < len(words) else ""
    by_rule = list(repairs(lower))
    fitting = [
        right
        for right in by_rule or text.alike(fold(lower))
        if is_known_pair(before, right)
        or is_known_pair(right, after)
        or text.pairs[before, right] + text.pairs[right, after] > 0
    ]
    if len(set(fitting)) == 1:
        return fitting[0]
    return by_rule[0] if len(by_rule) == 1 and word.text.islower() else None


def _is_name(words: Sequence[Word], at: int, line: str) -> bool:
    """A capital inside the pair, or a chain of capitals that it continues, is a name."""
    if is_upper(line):
        return False
    first, second = words[at], words[at + 1]
    if second.text[:1].isupper():
        return True
    return bool(at) and first.text[:1].isupper() and words[at - 1].text[:1].isupper()


def _is_usual(text: Written, wrong: Sequence[Word], right: tuple[str, str]) -> bool:
    """What a document says often, and more often than the phrase, it means."""
    times = text.pairs[wrong[0].key, wrong[1].key]
    return times >= _CONSISTENT and times > text.pairs[right]


def _as_written(phrase: Sequence[str], wrong: Sequence[Word]) -> str:
    return " ".join(_cased(right, word.text) for right, word in zip(phrase, wrong, strict=True))


def _cased(right: str, like: str) -> str:
    if len(like) > 1 and like.isupper():
        return right.upper()
    return right.capitalize() if like[:1].isupper() else right


def _has_marks(line: str) -> bool:
    """A line typed without accents has no marks to be wrong."""
    letters = Counter(letter.isascii() for letter in line[:_SAMPLE] if letter.isalpha())
    return letters[False] * 12 > letters[True]


def _in_address(line: str, word: Word) -> bool:
    start = line.rfind(" ", 0, word.at) + 1
    end = line.find(" ", word.at)
    around = line[start : end if end >= 0 else len(line)]
    return any(sign in around for sign in ("/", "@", "://", "www.", "_")) and "." in around
