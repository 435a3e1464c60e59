"""How texts and names are made alike before a golden sample is compared with a reading."""

from __future__ import annotations

import re
import unicodedata

_DASHES = re.compile(r"\s*[-‐-―−]\s*")
_ENDS = " .,;:*…"


def text(value: str | None) -> str:
    """White space, dashes, emphasis marks and the closing mark do not count; letters do."""
    plain = unicodedata.normalize("NFC", value or "").replace("*", "")
    return _DASHES.sub("-", " ".join(plain.split())).strip(_ENDS)


def name(value: str) -> str:
    """The name of an agency: a leading "các" and the case of the first letter do not count."""
    plain = text(value)
    plain = re.sub(r"^[Cc]ác\s+", "", plain)
    return plain[:1].casefold() + plain[1:]


def agrees(expected: str | None, actual: str | None) -> bool:
    """Equal as texts; an expected text that ends in "…" is only the beginning."""
    if expected is None:
        return True
    if expected.endswith("…"):
        return text(actual).startswith(text(expected))
    return text(actual) == text(expected)


def holds(part: str, whole: str | None) -> bool:
    """Whether the whole text holds the part, letters of either case."""
    return text(part).casefold() in text(whole).casefold()
