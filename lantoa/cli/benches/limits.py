"""Whether reading keeps its limits: a long text, a long table, growth to 10 MB, peak memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator

from lantoa.cli.benches.long_texts import long_plan, long_table
from lantoa.cli.benches.timing import measure

MOST_MS_TEXT = 150.0
MOST_MS_TABLE = 300.0
MOST_GROWTH = 1.3  # time for each byte of 10 MB, against that of 1 MB
MOST_MEMORY = 20.0  # peak, in bytes for each byte of input

# A process of its own, so that the peak is that of one reading; what imports take is set apart.
_ALONE = """
import json, resource, sys, time
from lantoa.cli.benches.long_texts import several_plans
from lantoa.documents.reading.reader import read_bytes
read_bytes(several_plans(20_000).encode(), name="a.txt")
data = several_plans(int(sys.argv[1])).encode()
scale = 1 if sys.platform == "darwin" else 1024
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale
start = time.process_time()
found = read_bytes(data, name="a.txt")
seconds = time.process_time() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale
duties = sum(len(document.obligations) for document in found.documents)
print(json.dumps([len(data), seconds, peak - before, duties]))
"""


def run(*, runs: int) -> Iterator[str]:
    """Lines to print, each with its limit and whether it is kept."""
    from lantoa.documents.reading.reader import read_bytes

    for name, text, most in (
        ("văn bản 100 KB", long_plan(100_000), MOST_MS_TEXT),
        ("bảng 300 hàng", long_table(300), MOST_MS_TABLE),
    ):
        data = text.encode()
        timing = measure(f"đọc {name}", lambda: read_bytes(data, name="a.txt"), runs=runs)  # noqa: B023
        yield f"{timing}   {_verdict(timing.at(0.5) * 1000, most, 'ms')}"
    yield from _growth()


def _growth() -> Iterator[str]:
    per_byte: list[float] = []
    for size in (100_000, 1_000_000, 10_000_000):
        length, seconds, memory, duties = _alone(size)
        per_byte.append(seconds / length)
        kept = _verdict(memory / length, MOST_MEMORY, "lần độ dài") if size > 500_000 else ""
        yield (
            f"đọc {length / 1e6:5.1f} MB ({duties} nhiệm vụ)".ljust(44)
            + f" {seconds:8.2f} giây   bộ nhớ tăng {memory / 1e6:7.1f} MB   {kept}"
        )
    growth = per_byte[-1] / per_byte[-2]
    yield f"thời gian mỗi byte, 10 MB so với 1 MB: {_verdict(growth, MOST_GROWTH, 'lần')}"


def _alone(size: int) -> tuple[int, float, int, int]:
    done = subprocess.run(
        [sys.executable, "-c", _ALONE, str(size)], check=True, capture_output=True, text=True
    )
    length, seconds, memory, duties = json.loads(done.stdout)
    return length, seconds, memory, duties


def _verdict(value: float, most: float, unit: str) -> str:
    return f"{value:.1f} {unit} (mức {most:g}): {'đạt' if value <= most else 'KHÔNG ĐẠT'}"
