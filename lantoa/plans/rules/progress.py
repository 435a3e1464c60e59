"""How far a plan has come (tiến độ), so that anybody can compute the same figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lantoa.plans.rules.states import DONE, LABELS, NOT_EXPECTED


@dataclass(frozen=True, slots=True)
class Progress:
    """`total` counts every occurrence that is expected, `done` the accepted ones, `on_time` those
    sent by the day. What is excused or was revoked is expected of nobody and not in `total`.

    `counts` holds every standing of `states.LABELS`, also those that count 0.
    """

    total: int
    done: int
    on_time: int
    overdue: int
    counts: Mapping[str, int]

    @property
    def percent(self) -> int:
        """Accepted out of everything expected, in whole percent, rounded down (never 100 early)."""
        return self.done * 100 // self.total if self.total else 0

    @property
    def on_time_percent(self) -> int | None:
        """Done on time out of all that is done or overdue; None while nothing has fallen due."""
        settled = self.done + self.overdue
        return self.on_time * 100 // settled if settled else None


def progress(counts: Mapping[str, int]) -> Progress:
    """Progress from the number of occurrences in each standing (see `states.LABELS`)."""
    unknown = set(counts) - set(LABELS)
    if unknown:
        raise ValueError(f"unknown standings: {sorted(unknown)}")
    ordered = {code: counts.get(code, 0) for code in LABELS}
    return Progress(
        total=sum(n for code, n in ordered.items() if code not in NOT_EXPECTED),
        done=sum(ordered[code] for code in DONE),
        on_time=ordered["done_on_time"],
        overdue=ordered["overdue"],
        counts=ordered,
    )


def together(counts: list[Mapping[str, int]]) -> Progress:
    """The progress of several parts as one."""
    return progress({code: sum(part.get(code, 0) for part in counts) for code in LABELS})
