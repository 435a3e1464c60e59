"""Numbers of HTML lists as the page shows them (đánh số danh sách): "1.", "a)", "-"."""

from __future__ import annotations

from typing import Any

from .docx_numbering import format_number

_STYLES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman",
           "I": "upperRoman"}  # fmt: skip


class ListNumbers:
    """Counts the items of every list in the order in which they come."""

    def __init__(self) -> None:
        self.counts: dict[Any, int] = {}

    def label(self, item: Any) -> str:
        """The label with a space after it; a bulleted item has a dash."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return "- "
        own = _whole(item.get("value"))
        # The element is the key: its identity may be used again once it is let go.
        if own is None:
            before = self.counts.get(parent)
            own = before + 1 if before is not None else _first(parent)
        self.counts[parent] = own
        style = _STYLES.get(parent.get("type") or "1", "decimal")
        mark = ")" if style == "lowerLetter" else "."
        return f"{format_number(style, own)}{mark} "


def _first(parent: Any) -> int:
    start = _whole(parent.get("start"))
    return 1 if start is None else start


def _whole(text: str | None) -> int | None:
    digits = (text or "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 9 else None
