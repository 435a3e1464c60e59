"""Citations of documents (viện dẫn văn bản)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .dates import find_date
from .model import Reference

_SYMBOL = re.compile(r"\d{1,5}\s?(?:/\d{4})?\s?[/-]\s?[A-ZĐ][\wĐđ]*(?:[-/][A-ZĐ][\wĐđ]*)*")


def find_references(lines: Sequence[tuple[int, str]]) -> list[Reference]:
    """Every citation in the paragraphs, in order."""
    return [
        Reference(m[0], line, m[0].replace(" ", ""), find_date(text[m.end() : m.end() + 40]))
        for line, text in lines
        for m in _SYMBOL.finditer(text)
    ]


def find_symbols(text: str) -> list[str]:
    """Normalised symbols in the text, in order, repeats kept."""
    return [m[0].replace(" ", "") for m in _SYMBOL.finditer(text)]
