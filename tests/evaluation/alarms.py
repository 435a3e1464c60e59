"""False errors (báo nhầm) per ten pages: what a clerk who reads in vain pays for the checks.

Measured over samples that are clean otherwise and over genuine documents, whose faults are all
known. A page is so many characters of text: a full A4 page set in the size offices use; counting
pages so makes them few, and the figure strict.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from .finding_scores import false_alarms
from .loading import Sample

Json = dict[str, Any]
PAGE = 2500
MOST = 1.0


@dataclass
class Alarms:
    """Errors that speak of no fault, and the characters in which they were told."""

    characters: int = 0
    told: list[str] = field(default_factory=list)

    @property
    def pages(self) -> float:
        return self.characters / PAGE

    @property
    def per_ten_pages(self) -> float | None:
        """No figure without a page read."""
        return 10 * len(self.told) / self.pages if self.characters else None

    def met(self) -> bool:
        value = self.per_ten_pages
        return value is not None and value <= MOST

    def add(self, sample: Sample, reading: Json) -> None:
        self.characters += len(sample.words)
        for finding in false_alarms(sample, reading):
            if finding["severity"] == "error":
                said = f"{finding['code']} line {finding['line']} {finding['quote'][:80]!r}"
                self.told.append(f"{sample.name}: {said}")


def count_alarms(readings: Iterable[tuple[Sample, Json]]) -> Alarms:
    """The false errors of these readings; samples whose faults are not all known are left out."""
    alarms = Alarms()
    for sample, reading in readings:
        if sample.faults_known:
            alarms.add(sample, reading)
    return alarms
