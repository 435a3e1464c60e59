"""A duty in one line (tên ngắn của nhiệm vụ): what lists show and what a caption starts from."""

from __future__ import annotations

import re

SHORT = 110
_STOPS = re.compile(r"[;:.](?=\s)|\s[–-](?=\s)|,(?=\s)")


def short(text: str, limit: int = SHORT) -> str:
    """The first clause that fits, else the words that fit and an ellipsis; never half a word."""
    text = " ".join(text.split()).lstrip("-–+•* ").strip() or text.strip()
    if len(text) <= limit:
        return text.rstrip(".;:,")
    ends = [stop.start() for stop in _STOPS.finditer(text) if limit // 3 <= stop.start() <= limit]
    cut = ends[-1] if ends else text.rfind(" ", 0, limit)
    return text[: cut if cut > 0 else limit].rstrip(" .,;:–-") + "…"


def suggested_caption(text: str, period_label: str) -> str:
    """A caption to start from, so that a person in the field types little."""
    return f"{short(text, 80).rstrip('…')} ({period_label})"
