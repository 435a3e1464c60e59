"""Due phrases that people explained once (cụm từ về thời hạn đã học), as rules for any year."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, get_args

from lantoa.common.rules.vietnamese import match_key

from .dates import last_of_month, safe_date
from .model import Due, DueKind

OWN_YEAR = "{năm}"
_KINDS = frozenset(get_args(DueKind))


@dataclass(frozen=True, slots=True)
class DayOfPlan:
    """A day counted from the plan's year: `years` 0 is the year itself, 1 the next."""

    years: int
    month: int
    day: int

    def in_year(self, year: int) -> date:
        """The day itself; 29 February of a common year is its last."""
        year += self.years
        return safe_date(year, self.month, self.day) or last_of_month(year, self.month)


@dataclass(frozen=True, slots=True)
class KnownPhrase:
    """What a phrase means as a due rule; "{năm}" in it stands for the plan's own year."""

    phrase: str
    kind: DueKind
    start: DayOfPlan | None = None
    by: DayOfPlan | None = None
    day_of_month: int | None = None
    rrule: str | None = None
    external_symbol: str | None = None

    def as_value(self) -> dict[str, Any]:
        """The rule without its phrase, for keeping and for files."""
        value = asdict(self)
        del value["phrase"]
        return value

    @classmethod
    def from_value(cls, phrase: str, value: Mapping[str, Any]) -> KnownPhrase:
        """The inverse of `as_value`; raises ValueError, KeyError or TypeError on anything else."""
        if value["kind"] not in _KINDS:
            raise ValueError(value["kind"])
        day = value.get("day_of_month")
        if day is not None and not 1 <= day <= 31:
            raise ValueError(day)
        return cls(
            phrase,
            value["kind"],
            _day_from(value.get("start")),
            _day_from(value.get("by")),
            day,
            _words_from(value.get("rrule")),
            _words_from(value.get("external_symbol")),
        )

    def due(self, words: str, year: int | None) -> Due | None:
        """The rule in the plan's year; None where it needs a year that nobody knows."""
        if year is None and (self.start or self.by):
            return None
        return Due(
            self.kind,
            words,
            self.start.in_year(year) if self.start and year else None,
            self.by.in_year(year) if self.by and year else None,
            self.day_of_month,
            self.rrule,
            self.external_symbol,
        )


def phrase_of(words: str, due: Mapping[str, Any], *, year: int) -> KnownPhrase:
    """The rule that a person gave a phrase in the plan of that year, made good for any year."""
    return KnownPhrase(
        re.sub(rf"(?<!\d){year}(?!\d)", OWN_YEAR, " ".join(words.split())),
        due["kind"],
        _relative(due.get("start"), year),
        _relative(due.get("by"), year),
        due.get("day_of_month"),
        due.get("rrule") or None,
        due.get("external_symbol") or None,
    )


def whole_phrase(text: str, phrases: Sequence[KnownPhrase], year: int | None) -> Due | None:
    """The rule of a cell that is nothing but a known phrase."""
    key = match_key(text).strip(" .;") if phrases else ""
    for one in phrases:
        if _key(one, year) == key:
            return one.due(text, year)
    return None


def phrase_within(
    text: str, phrases: Sequence[KnownPhrase], year: int | None
) -> tuple[Due, int, int] | None:
    """The longest known phrase of two words or more in running text, and where it stands."""
    plain = match_key(text) if phrases else ""
    if not phrases or len(plain) != len(text):
        return None
    for one in sorted(phrases, key=lambda it: -len(it.phrase)):
        key = _key(one, year)
        match = re.search(rf"(?<!\w){re.escape(key)}(?!\w)", plain) if " " in key else None
        if match:
            due = one.due(text[match.start() : match.end()], year)
            if due is not None:
                return due, match.start(), match.end()
    return None


def _key(phrase: KnownPhrase, year: int | None) -> str:
    written = phrase.phrase.replace(OWN_YEAR, str(year)) if year else phrase.phrase
    return match_key(written).strip(" .;")


def _relative(day: str | None, year: int) -> DayOfPlan | None:
    if not day:
        return None
    found = date.fromisoformat(day)
    return DayOfPlan(found.year - year, found.month, found.day)


def _day_from(value: Mapping[str, int] | None) -> DayOfPlan | None:
    if value is None:
        return None
    found = DayOfPlan(int(value["years"]), int(value["month"]), int(value["day"]))
    if abs(found.years) > 50 or safe_date(2024, found.month, found.day) is None:
        raise ValueError(value)
    return found


def _words_from(value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError(value)
    return value or None
