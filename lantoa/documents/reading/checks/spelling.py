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
    find_beheaded,
    find_slips,
    is_known_pair,
    may_be_beheaded,
    may_slip,
)
from lantoa.documents.reading.syllables import is_syllable, repairs
from lantoa.documents.reading.words import Words

from .case import Case
from .written import Written

_LOAN = re.compile(r"[fjwz]|[^\W\d_]*[ôêơưăâđ]$")
_CONSISTENT = 3
_SAMPLE = 200


def slips_in_phrases(case: Case) -> Iterator[Finding]:
    """A syllable that is a word but not in this phrase: "mật trận", "lòng ghép"."""
    text = case.written
    for number, line, words in text.lines_with_pair(may_slip):
        if not _has_marks(line):
            continue
        for slip in find_slips(words):
            first, last = slip.index, slip.index + 1
            if _is_name(words, first) or _is_usual(text, words.keys[first:][:2], slip.phrase):
                continue
            if first == 0 and is_known_pair(text.last_word_before(number), words.keys[0]):
                continue
            right = _as_written(slip.phrase, words.texts[first : last + 1])
            quote = words.quote(first, last)
            yield case.finding(
                "misspelt-phrase",
                f"“{quote}” có thể là “{right}”.",
                (number, quote),
                suggestion=right,
            )


def lost_syllables(case: Case) -> Iterator[Finding]:
    """A set phrase whose first syllable is gone: "tuyên truyền cách hành chính"."""
    text = case.written
    for number, line, words in text.lines_with_pair(may_be_beheaded):
        for first, last, missing in find_beheaded(words):
            if first == 0 and line[:1].islower() and text.last_word_before(number) == missing:
                continue
            quote = words.quote(first, last)
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
    for number, line, words in text.lines_with_word(_is_suspect):
        for at, word in enumerate(words.texts):
            if not _is_suspect(word):
                continue
            right = _put_right(at, words, text)
            if right and not _in_address(line, words.spans()[at][0]):
                shown = _cased(right, word)
                yield case.finding(
                    "misspelt-syllable",
                    f"“{word}” không phải là chữ tiếng Việt; có thể là “{shown}”.",
                    (number, word),
                    suggestion=shown,
                )


@lru_cache(maxsize=20_000)
def _is_suspect(text: str) -> bool:
    if text.isascii() or len(text) < 2:
        return False
    if not (text.islower() or text.isupper() or text.istitle()):
        return False
    lower = text.lower()
    return not is_syllable(lower) and not _LOAN.match(lower)


def _put_right(at: int, words: Words, text: Written) -> str | None:
    """The one way to put it right that its neighbours, or the rest of the document, bear out."""
    lower = words.texts[at].lower()
    before = words.keys[at - 1] if at else ""
    after = words.keys[at + 1] if at + 1 < len(words.keys) else ""
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
    return by_rule[0] if len(by_rule) == 1 and words.texts[at].islower() else None


def _is_name(words: Words, at: int) -> bool:
    """A capital inside the pair, or a chain of capitals that it continues, is a name."""
    if is_upper(words.line):
        return False
    first, second = words.texts[at], words.texts[at + 1]
    if second[:1].isupper():
        return True
    return bool(at) and first[:1].isupper() and words.texts[at - 1][:1].isupper()


def _is_usual(text: Written, wrong: Sequence[str], right: tuple[str, str]) -> bool:
    """What a document says often, and more often than the phrase, it means."""
    times = text.pairs[wrong[0], wrong[1]]
    return times >= _CONSISTENT and times > text.pairs[right]


def _as_written(phrase: Sequence[str], wrong: Sequence[str]) -> str:
    return " ".join(_cased(right, word) for right, word in zip(phrase, wrong, strict=True))


def _cased(right: str, like: str) -> str:
    if len(like) > 1 and like.isupper():
        return right.upper()
    return right.capitalize() if like[:1].isupper() else right


def _has_marks(line: str) -> bool:
    """A line typed without accents has no marks to be wrong."""
    letters = Counter(letter.isascii() for letter in line[:_SAMPLE] if letter.isalpha())
    return letters[False] * 12 > letters[True]


def _in_address(line: str, at: int) -> bool:
    start = line.rfind(" ", 0, at) + 1
    end = line.find(" ", at)
    around = line[start : end if end >= 0 else len(line)]
    return any(sign in around for sign in ("/", "@", "://", "www.", "_")) and "." in around
