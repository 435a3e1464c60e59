"""What every check is given (hồ sơ kiểm tra): lines, documents, and how to tell a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from lantoa.documents.reading.model import Document, Finding, Related, SourceFile
from lantoa.documents.reading.noticed import Noticed
from lantoa.documents.reading.options import Options
from lantoa.documents.reading.plan_year import named_year, spans_years
from lantoa.documents.reading.references import squeeze

from .codes import SEVERITIES
from .written import Written

_QUOTE = 160
# Kinds that give duties; in laws and reports repetition and past days are in order.
ASSIGNING = ("plan", "programme", "directive", "appendix", "decision", "official_letter")


@dataclass(frozen=True)
class Case:
    """A reading under examination."""

    source: SourceFile
    documents: Sequence[Document]
    options: Options = field(default_factory=Options)
    noticed: Noticed = field(default_factory=Noticed)

    def line(self, number: int) -> str:
        """The text of a line, empty beyond the ends of the file."""
        lines = self.source.text
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def lines_of(self, document: Document) -> Iterator[tuple[int, str]]:
        """The document's lines with their numbers."""
        first, last = document.span
        return ((number, self.line(number)) for number in range(first, last + 1))

    def place(self, words: str, first: int, last: int | None = None) -> tuple[int, str]:
        """The line, and its own spelling, where these words stand between two lines."""
        pattern = _loose(words)
        for number in range(first, (last or first) + 1):
            match = pattern.search(self.line(number))
            if match:
                return number, match[0]
        return first, words

    def finding(
        self,
        code: str,
        message: str,
        at: tuple[int, str],
        *related: tuple[int, str],
        suggestion: str | None = None,
    ) -> Finding:
        """A finding at a line and the words there, with the other places it speaks of."""
        line, quote = at
        column = self.line(line).find(quote)
        return Finding(
            code=code,
            severity=SEVERITIES[code],
            message=message,
            line=line,
            quote=quote[:_QUOTE],
            column=column + 1 if column >= 0 else None,
            related=[Related(number, words[:_QUOTE]) for number, words in related],
            suggestion=suggestion,
        )

    def root(self, document: Document) -> Document:
        """The document it is issued with, or the one of which it is another version, upwards."""
        seen: list[Document] = []
        while document not in seen:
            seen.append(document)
            above = document.parent if document.parent is not None else document.version_of
            if above is None:
                break
            document = self.documents[above]
        return document

    def date_of(self, document: Document) -> date | None:
        """Its own date, or that of the document it is issued with."""
        return document.date or self.root(document).date

    @cached_property
    def written(self) -> Written:
        """The words of the file, taken once for the checks of language."""
        return Written(self.source.text)

    @cached_property
    def packages(self) -> dict[int, list[Document]]:
        """The documents issued together, by the identity of the one that they are issued with."""
        found: dict[int, list[Document]] = {}
        for document in self.documents:
            found.setdefault(id(self.root(document)), []).append(document)
        return found

    @cached_property
    def years(self) -> dict[int, int]:
        """The year each document is for, by index: from its title, else from its date."""
        found: dict[int, int] = {}
        for index, document in enumerate(self.documents):
            titles = (document.title, self.root(document).title)
            named = next(filter(None, map(named_year, titles)), None)
            issued = self.date_of(document)
            if named:
                found[index] = named
            elif issued and not any(map(spans_years, titles)):
                found[index] = issued.year
        return found


def day(value: date) -> str:
    """A date as officials write it."""
    return f"{value:%d/%m/%Y}"


def _loose(words: str) -> re.Pattern[str]:
    """The words with any white space and emphasis marks between them."""
    parts = [re.escape(part) for part in squeeze(words).split()]
    return re.compile(r"[\s*]*\s[\s*]*".join(parts) if parts else r"(?!)")
