"""A printed page (trang) as words and ruling lines with their places, in points from its top left.

A PDF's text layer and the OCR of a scan both become this; one layout reader serves the two.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Word:
    """One word and its box; `y` grows downwards."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def size(self) -> float:
        return self.y1 - self.y0

    @property
    def middle(self) -> float:
        return (self.y0 + self.y1) / 2

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(slots=True)
class Rule:
    """A drawn line of a table: level when y0 == y1, upright when x0 == x1."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        return self.y1 - self.y0 <= self.x1 - self.x0


@dataclass(slots=True)
class Sheet:
    """One page: `pictured` is the share that pictures cover, `slope` how a scan leans."""

    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictured: float = 0.0
    broken: int = 0
    slope: float = 0.0

    def as_list(self) -> list[Any]:
        """Plain values, for passing between processes."""
        return [
            self.width,
            self.height,
            [[w.text, w.x0, w.y0, w.x1, w.y1] for w in self.words],
            [[r.x0, r.y0, r.x1, r.y1] for r in self.rules],
            self.pictured,
            self.broken,
        ]

    @classmethod
    def from_list(cls, values: list[Any]) -> Sheet:
        """The inverse of `as_list`."""
        width, height, words, rules, pictured, broken = values
        return cls(
            width, height, [Word(*w) for w in words], [Rule(*r) for r in rules], pictured, broken
        )
