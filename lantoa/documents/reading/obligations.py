"""Duties (nhiệm vụ) in running text: one for each leaf paragraph."""

from __future__ import annotations

from .model import Document, Obligation
from .options import Options


def find_obligations(
    document: Document, *, options: Options, year: int | None
) -> list[Obligation]:
    """The duties of the document's sections, in order."""
    return []
