"""`python -m tests.evaluation.fuzz --minutes 10`: spoiled samples, read and compared, for long.

A worker reads; the parent watches and ends it when one text takes too long. What
fails is made as short as still fails and written to `var/fuzz/`.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path

from lantoa.documents.reading.model import Reading

from .loading import load_samples
from .mutations import mutate
from .oracle import try_comparing, try_reading

SLOW = 5.0  # seconds of work; a busy machine may take longer by the clock
HANGS = 60.0
_SHRINK_SECONDS = 20.0
FOLDER = Path(__file__).parents[2] / "var" / "fuzz"


@dataclass(frozen=True)
class Case:
    """One spoiled text, known by its seed and place in the run."""

    seed: int
    place: int

    def texts(self, sources: list[str]) -> tuple[str, str]:
        """The source and what was made of it."""
        chance = random.Random(f"{self.seed}/{self.place}")
        source = chance.choice(sources)
        return source, mutate(source, chance)


def sources() -> list[str]:
    return [sample.text for sample in load_samples() if sample.text is not None]


def run_case(source: str, spoiled: str) -> str:
    """Read the spoiled text and compare it with its source; how it ended, in one word."""
    found = try_reading(spoiled)
    if found is None:
        return "refused"
    whole = _whole(source)
    if whole is not None:
        try_comparing(whole, found)
    return "read"


@cache
def _whole(source: str) -> Reading | None:
    return try_reading(source)


def main(arguments: list[str] | None = None) -> int:
    """Run until the time is over; 1 when anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    end = time.monotonic() + options.minutes * 60
    counts, failures, place = Counter[str](), {}, 0
    while time.monotonic() < end:
        place = _watch(options.seed, place, end, counts, failures)
    _say(f"texts: {counts.total()}; " + ", ".join(f"{k}: {n}" for k, n in sorted(counts.items())))
    for kind, case in failures.items():
        _report(kind, case)
    return 1 if failures else 0


def _watch(
    seed: int, place: int, end: float, counts: Counter[str], failures: dict[str, Case]
) -> int:
    """Follow one worker until the end or until it must be stopped; the next place to begin at."""
    context = multiprocessing.get_context("spawn")
    mine, theirs = context.Pipe()
    worker = context.Process(target=_work, args=(theirs, seed, place), daemon=True)
    worker.start()
    limit = 2 * HANGS  # the first text waits for the worker's imports
    try:
        while time.monotonic() < end:
            if not mine.poll(limit):
                counts["hung"] += 1
                failures.setdefault("hung", Case(seed, place))
                return place + 1
            ended, seconds = mine.recv()
            limit = HANGS
            if seconds > SLOW:
                ended = "failed: too slow"
            counts[ended.partition(": ")[0]] += 1
            if ended.startswith("failed"):
                failures.setdefault(ended, Case(seed, place))
            place += 1
    finally:
        worker.kill()
        worker.join()
    return place


def _work(pipe: Connection, seed: int, place: int) -> None:
    texts = sources()
    while True:
        case = Case(seed, place).texts(texts)
        started = time.process_time()
        pipe.send((_ended(*case), time.process_time() - started))
        place += 1


def _ended(source: str, spoiled: str) -> str:
    """How a case ended: "read", "refused" or "failed: " with where and why."""
    try:
        return run_case(source, spoiled)
    except RecursionError:
        return "failed: RecursionError"
    except Exception as problem:
        where = traceback.extract_tb(problem.__traceback__)[-1]
        kind = type(problem).__name__
        reason = str(problem).partition(":")[0][:60] if kind == "Violation" else ""
        return f"failed: {kind} {Path(where.filename).name}:{where.lineno} {reason}".rstrip()


def shortest(spoiled: str, still_fails: Callable[[str], bool], seconds: float) -> str:
    """The text with every block of lines left out that is not needed for it to fail."""
    lines = spoiled.split("\n")
    end, size = time.monotonic() + seconds, max(1, len(lines) // 2)
    while size and time.monotonic() < end:
        place = 0
        while place < len(lines) and time.monotonic() < end:
            fewer = lines[:place] + lines[place + size :]
            if still_fails("\n".join(fewer)):
                lines = fewer
            else:
                place += size
        size //= 2
    return "\n".join(lines)


def _report(kind: str, case: Case) -> None:
    source, spoiled = case.texts(sources())
    if kind.startswith("failed") and "slow" not in kind:
        spoiled = shortest(spoiled, lambda text: _ended(source, text) == kind, _SHRINK_SECONDS)
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{case.seed}-{case.place}.txt"
    path.write_bytes(spoiled.encode("utf-8", "surrogatepass"))
    _say(f"{kind}: seed {case.seed}, text {case.place}: {path} ({len(spoiled)} characters)")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
