"""What the structure reader noticed on the way (dấu vết khi đọc), for the checks to report."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Notice:
    """One place: its line, the words there, and the line it belongs with, if any."""

    line: int
    quote: str
    related_line: int | None = None
    related_quote: str = ""


@dataclass(slots=True)
class Noticed:
    """Silent repairs and marks, by kind; nothing here changes the signed text."""

    rejoined_rows: list[Notice] = field(default_factory=list)
    rejoined_paragraphs: list[Notice] = field(default_factory=list)
    repeated_headers: list[Notice] = field(default_factory=list)
    second_versions: list[Notice] = field(default_factory=list)
    reviewer_marks: list[Notice] = field(default_factory=list)
    stray_text: list[Notice] = field(default_factory=list)
    markup: list[Notice] = field(default_factory=list)
    repeated_labels: list[Notice] = field(default_factory=list)
