"""One pattern for many names (mẫu của nhiều tên), which shares their common beginnings.

Three thousand communes begin with "Ủy ban nhân dân xã"; tried one after the other, each would be
compared from its first letter at every place of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

_DEEPEST = 40


def any_of(names: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern of the longest of these names at a place, whatever the case; None without names."""
    words = sorted({name.lower() if len(name.lower()) == len(name) else name for name in names})
    if not any(words):
        return None
    return re.compile(rf"(?:{_shared(words, 0)})(?!\w)", re.IGNORECASE)


def _shared(words: Sequence[str], depth: int) -> str:
    if len(words) == 1:
        return re.escape(words[0])
    if depth > _DEEPEST:
        longest_first = sorted(words, key=len, reverse=True)
        return f"(?:{'|'.join(map(re.escape, longest_first))})"
    beginning = _common(words[0], words[-1])
    rests = [word[len(beginning) :] for word in words]
    ends_here = not rests[0]
    branches = groupby(rests[ends_here:], key=lambda rest: rest[0])
    body = "|".join(_shared(list(branch), depth + 1) for _, branch in branches)
    return f"{re.escape(beginning)}(?:{body}){'?' if ends_here else ''}"


def _common(first: str, last: str) -> str:
    """The beginning that the first and the last of sorted words share, and so all between them."""
    size = next((n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), None)
    return first[:size] if size is not None else first[: min(len(first), len(last))]
