"""Headings framed as a table of one cell ("| I. MỤC TIÊU |"): words, not a table (ô đơn)."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ONE = re.compile(r"^\s*\|(?P<words>[^|]*)\|\s*$")
_RULE = re.compile(r"[\s:=-]*-[\s:=-]*$")


def unframed(text: Sequence[str]) -> Sequence[str]:
    """The lines with lone cells of one column taken out of their frame, line for line."""
    if not any(_ONE.match(raw) for raw in text if "|" in raw):
        return text
    lines = list(text)
    filled = [at for at, raw in enumerate(text) if raw.strip()]
    for run in _runs(text, filled):
        words = [match["words"] for at in run if (match := _ONE.match(text[at]))]
        if len(words) < len(run) or not any(any(map(str.isalpha, each)) for each in words):
            continue  # a table of several columns, or nothing but rules
        for at, each in zip(run, words, strict=True):
            lines[at] = "" if _RULE.match(each) else each.strip()
    return lines


def _runs(text: Sequence[str], filled: Sequence[int]) -> list[list[int]]:
    """Lines with a pipe that stand next to each other, blank ones between them passed over."""
    runs: list[list[int]] = []
    is_open = False
    for at in filled:
        has_pipe = "|" in text[at]
        if has_pipe and is_open:
            runs[-1].append(at)
        elif has_pipe:
            runs.append([at])
        is_open = has_pipe
    return runs
