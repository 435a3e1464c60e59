"""Footnotes and endnotes of Word (chú thích): their words stand in brackets where cited."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .docx_package import Package, w

# The references in running text, the part that holds the notes, and a note's element there.
_KINDS = {
    w("footnoteReference"): ("word/footnotes.xml", w("footnote")),
    w("endnoteReference"): ("word/endnotes.xml", w("endnote")),
}
# Lines drawn above the notes are kept among them.
_DRAWN = {"separator", "continuationSeparator", "continuationNotice"}
NOTE_REFERENCES = frozenset(_KINDS)


class Notes:
    """The notes of one file, read when the first is cited."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._held: dict[str, dict[str, Any]] = {}
        self._inside = False

    def cited(self, reference: Any, read: Callable[[Any], str]) -> str:
        """What stands for a reference: " [words]", or "" when the note is missing or empty."""
        part, name = _KINDS[reference.tag]
        note = self._notes(part, name).get(reference.get(w("id"), ""))
        # A note that cites a note has no end.
        if note is None or self._inside:
            return ""
        self._inside = True
        words = " ".join(" ".join(read(p) for p in note.iterfind(w("p"))).split())
        self._inside = False
        return f" [{words}]" if words else ""

    def _notes(self, part: str, name: str) -> dict[str, Any]:
        if part not in self._held:
            root = self._package.part(part)
            self._held[part] = {
                note.get(w("id"), ""): note
                for note in (root.iterfind(name) if root is not None else ())
                if note.get(w("type")) not in _DRAWN
            }
        return self._held[part]
