"""The language of the command line (ngôn ngữ dòng lệnh): Vietnamese, English under LANG=en…"""

from __future__ import annotations

import os


def english() -> bool:
    """True when the environment asks for English; the plain C locale asks for nothing."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "").lower()
        if value and value.split(".")[0] not in {"c", "posix"}:
            return value.startswith("en")
    return False


def say(vietnamese: str, in_english: str) -> str:
    """The sentence in the language of the environment."""
    return in_english if english() else vietnamese
