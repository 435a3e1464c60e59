"""Percentiles of repeated work, and how they are printed."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of each run by the clock and, where known, of the processor; both sorted."""

    name: str
    seconds: tuple[float, ...]
    cpu: tuple[float, ...] = ()

    def at(self, share: float) -> float:
        """The value below which that share of the runs lies (nearest rank)."""
        return _at(self.seconds, share)

    def cpu_at(self, share: float) -> float:
        """The same of the processor's time, which other programs hardly lengthen."""
        return _at(self.cpu, share)

    def __str__(self) -> str:
        p50, p95, p99 = (self.at(share) * 1000 for share in (0.5, 0.95, 0.99))
        shown = f"{self.name:<44} p50 {p50:8.1f} ms   p95 {p95:8.1f} ms   p99 {p99:8.1f} ms"
        cpu = f"   CPU p50 {self.cpu_at(0.5) * 1000:8.1f} ms" if self.cpu else ""
        return shown + cpu


def measure(name: str, work: Callable[[], object], *, runs: int, warm_up: int = 2) -> Timing:
    """Run `work` a few times unmeasured, then `runs` times."""
    for _ in range(warm_up):
        work()
    seconds, cpu = [], []
    for _ in range(runs):
        start, start_cpu = time.perf_counter(), time.process_time()
        work()
        seconds.append(time.perf_counter() - start)
        cpu.append(time.process_time() - start_cpu)
    return Timing(name, tuple(sorted(seconds)), tuple(sorted(cpu)))


def _at(values: tuple[float, ...], share: float) -> float:
    rank = max(1, -(-int(share * 100) * len(values) // 100))
    return values[min(rank, len(values)) - 1]
