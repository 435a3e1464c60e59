"""What is known of documents and terms in law (sổ hiệu lực): from when, until when, by what.

The facts stand in `data/legal-register.json`, dated and with their source; a number is never
matched without its year, since each year begins to count anew.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parents[1] / "data" / "legal-register.json"


@dataclass(frozen=True, slots=True)
class LegalDocument:
    """One document; `effective_to` is the first day on which it is no longer in force."""

    symbol: str
    kind: str
    issuer: str
    title: str
    source: str
    date: datetime.date | None = None
    effective_from: datetime.date | None = None
    effective_to: datetime.date | None = None
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class ObsoleteTerm:
    """Words that no longer fit from a day on, and what is said instead."""

    pattern: re.Pattern[str]
    since: datetime.date
    replacement: str
    why: str
    source: str


@dataclass(frozen=True)
class LegalRegister:
    """Documents by their symbol, which holds the year, and terms that went out of use."""

    documents: tuple[LegalDocument, ...] = ()
    terms: tuple[ObsoleteTerm, ...] = ()

    def find(self, symbol: str | None) -> LegalDocument | None:
        """The document of this symbol, number and year together."""
        return next((d for d in self.documents if d.symbol == symbol), None) if symbol else None

    def find_law(self, title: str | None, day: datetime.date | None) -> LegalDocument | None:
        """The law of this name and day: laws are cited by name without their number."""
        if not title or day is None:
            return None
        named = (d for d in self.documents if d.kind == "law" and d.date == day)
        return next((d for d in named if d.title.casefold() in title.casefold()), None)

    def same_number(self, symbol: str) -> list[LegalDocument]:
        """Documents of the same number and organ of other years: the usual trap."""
        key = _without_year(symbol)
        return [d for d in self.documents if d.symbol != symbol and _without_year(d.symbol) == key]


@cache
def known_register() -> LegalRegister:
    """The register that comes with the program, read when first needed."""
    return read_register(json.loads(_FILE.read_text(encoding="utf-8")))


def read_register(data: dict[str, Any]) -> LegalRegister:
    """The register from its JSON form; raises ValueError or KeyError on a malformed one."""
    return LegalRegister(tuple(_documents(data["documents"])), tuple(_terms(data["terms"])))


def _documents(rows: Iterable[dict[str, Any]]) -> Iterable[LegalDocument]:
    for row in rows:
        yield LegalDocument(
            symbol=row["symbol"],
            kind=row["kind"],
            issuer=row["issuer"],
            title=row["title"],
            source=row["source"],
            date=_day(row.get("date")),
            effective_from=_day(row.get("effective_from")),
            effective_to=_day(row.get("effective_to")),
            replaced_by=row.get("replaced_by"),
        )


def _terms(rows: Iterable[dict[str, Any]]) -> Iterable[ObsoleteTerm]:
    for row in rows:
        yield ObsoleteTerm(
            re.compile(row["pattern"]),
            datetime.date.fromisoformat(row["from"]),
            row["replacement"],
            row["why"],
            row["source"],
        )


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def _without_year(symbol: str) -> str:
    return re.sub(r"^0*(\d+)/(?:19|20)\d\d/(\D+?)\d*$", r"\1/\2", symbol)
