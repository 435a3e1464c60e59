"""Numbers and dates in a text (con số, ngày tháng): which of them differ between two versions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from .dates import DATE, read_day
from .symbols import SYMBOL, read_symbol

_DAY = re.compile(DATE, re.IGNORECASE)
_NUMBER = re.compile(
    r"(?<![\w/])(?P<number>\d+(?:[.,]\d+)*)(?P<percent>\s?%)?(?P<unit>\s+[^\W\d_]+)?"
)


def different_figures(a: str, b: str) -> tuple[list[str], list[str]]:
    """The numbers, days and symbols that only the first text has, and those only the second has.

    "05 tin" and "5 tin" are one number, "1/3/2023" and "ngày 01 tháng 3 năm 2023" one day.
    """
    old, new = list(_figures(a)), list(_figures(b))
    return _surplus(old, new), _surplus(new, old)


def _surplus(some: list[tuple[str, str]], others: list[tuple[str, str]]) -> list[str]:
    left = Counter(key for key, _ in some) - Counter(key for key, _ in others)
    found = []
    for key, words in some:
        if left[key] > 0:
            left[key] -= 1
            found.append(words)
    return found


def _figures(text: str) -> Iterator[tuple[str, str]]:
    """(what counts, the words to show) of each figure; longer kinds are taken out first."""
    for pattern, key in ((_DAY, _day), (SYMBOL, _symbol)):
        for match in pattern.finditer(text):
            yield key(match[0]), " ".join(match[0].split())
        text = pattern.sub(" ", text)
    for match in _NUMBER.finditer(text):
        percent = "%" if match["percent"] else ""
        number = match["number"].lstrip("0") or "0"
        yield number + percent, " ".join(match[0].split())


def _day(written: str) -> str:
    day = read_day(written)
    return day.isoformat() if day else "".join(written.split())


def _symbol(written: str) -> str:
    return read_symbol(written).text.casefold()
