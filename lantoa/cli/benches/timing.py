"""Percentiles of repeated work, and how they are printed."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of each run, sorted."""

    name: str
    seconds: tuple[float, ...]

    def at(self, share: float) -> float:
        """The value below which that share of the runs lies (nearest rank)."""
        rank = max(1, -(-int(share * 100) * len(self.seconds) // 100))
        return self.seconds[min(rank, len(self.seconds)) - 1]

    def __str__(self) -> str:
        p50, p95, p99 = (self.at(share) * 1000 for share in (0.5, 0.95, 0.99))
        return f"{self.name:<44} p50 {p50:8.1f} ms   p95 {p95:8.1f} ms   p99 {p99:8.1f} ms"


def measure(name: str, work: Callable[[], object], *, runs: int, warm_up: int = 2) -> Timing:
    """Run `work` a few times unmeasured, then `runs` times."""
    for _ in range(warm_up):
        work()
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return Timing(name, tuple(sorted(seconds)))
