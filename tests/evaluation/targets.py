"""What the reading must reach on undamaged documents that it was not tuned on."""

from __future__ import annotations

from dataclasses import dataclass

from .scores import Scores


@dataclass(frozen=True)
class Target:
    """The least value of one measure of one field."""

    field: str
    measure: str
    least: float

    def value(self, scores: Scores) -> float | None:
        found: float | None = getattr(scores[self.field], self.measure)
        return found

    def met(self, scores: Scores) -> bool:
        """Nothing expected, or nothing read, is no figure; no figure meets no target."""
        value = self.value(scores)
        return value is not None and value >= self.least


TARGETS = (
    Target("section", "f1", 0.99),
    Target("obligation", "f1", 0.92),
    Target("lead", "f1", 0.97),
    Target("due", "f1", 0.97),
    Target("activity", "f1", 0.98),
    Target("finding", "precision", 0.90),
    Target("finding", "recall", 0.85),
)


def missed(scores: Scores) -> list[Target]:
    return [target for target in TARGETS if not target.met(scores)]
