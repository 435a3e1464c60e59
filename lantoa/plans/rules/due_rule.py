"""A due phrase as a rule (thời hạn): the value that a draft row and a duty share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

RECURRING = frozenset({"weekly", "monthly", "quarterly", "yearly"})
OPEN_ENDED = frozenset({"standing", "external", "triggered", "unstated"})
KINDS = RECURRING | OPEN_ENDED | {"by_date", "within_period"}


@dataclass(frozen=True, slots=True)
class DueRule:
    """`by` is the last day on time; `day_of_month` the last day on time in each month."""

    kind: str
    text: str = ""
    start: date | None = None
    by: date | None = None
    day_of_month: int | None = None
    rrule: str = ""
    external_symbol: str = ""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> DueRule:
        return cls(
            kind=value.get("kind") or "unstated",
            text=value.get("text") or "",
            start=_day(value.get("start")),
            by=_day(value.get("by")),
            day_of_month=value.get("day_of_month"),
            rrule=value.get("rrule") or "",
            external_symbol=value.get("external_symbol") or "",
        )

    def as_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "text": self.text,
            "start": self.start.isoformat() if self.start else None,
            "by": self.by.isoformat() if self.by else None,
            "day_of_month": self.day_of_month,
            "rrule": self.rrule or None,
            "external_symbol": self.external_symbol or None,
        }


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
