"""Whether reading keeps its limits: a long text, a long table, growth to 10 MB, peak memory.

Times are with all checks. Every run reads another text, so that nothing is remembered of it; what
is judged is the processor's time, and the clock's stands beside it. Memory is that of a process
which does nothing else: its highest resident size while it reads the file, less its highest before,
when the program is loaded and a small plan has been read.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from lantoa.cli.benches import hostile
from lantoa.cli.benches.long_texts import long_plan, long_table, several_plans
from lantoa.cli.benches.timing import measure

MOST_MS_TEXT = 150.0
MOST_MS_TABLE = 300.0
MOST_GROWTH = 1.3  # time for each byte of 10 MB, against that of 1 MB
MOST_MEMORY = 20.0  # peak, in bytes for each byte of input
MOST_SECONDS_HOSTILE = 10.0
MOST_MEMORY_HOSTILE = 300.0
_SMALL = 20_000
_PATIENCE = 120

# What the process holds before it reads is set apart.
_ALONE = """
import json, resource, sys, time
from pathlib import Path
from lantoa.documents.reading.errors import UnreadableFile
from lantoa.documents.reading.reader import read_file
small, path = map(Path, sys.argv[1:])
read_file(small)
def peak():
    # What the system counts for a process may hold that of its parent; this line does not.
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
before = peak()
start, clock = time.process_time(), time.perf_counter()
try:
    found = read_file(path)
    duties = sum(len(d.obligations) + len(d.activities) for d in found.documents)
    outcome = f"{duties} nhiệm vụ"
except UnreadableFile as refusal:
    outcome = refusal.message
cpu, clock = time.process_time() - start, time.perf_counter() - clock
print(json.dumps([path.stat().st_size, cpu, clock, peak() - before, outcome]))
"""
Alone = tuple[int, float, float, int, str]


def run(*, runs: int) -> Iterator[str]:
    """Lines to print, each with its limit and whether it is kept."""
    yield from _speed(runs)
    with tempfile.TemporaryDirectory(prefix="lantoa-bench-") as folder:
        small = Path(folder) / "small.txt"
        small.write_text(several_plans(_SMALL), encoding="utf-8")
        yield from _growth(small)
        yield from _hostile(small)


def _speed(runs: int) -> Iterator[str]:
    from lantoa.documents.reading.reader import read_bytes

    makers: tuple[tuple[str, Callable[[int], str], float], ...] = (
        ("văn bản 100 KB", lambda n: long_plan(100_000, number=n), MOST_MS_TEXT),
        ("bảng 300 hàng", lambda n: long_table(300, number=n), MOST_MS_TABLE),
    )
    for name, make, most in makers:
        numbers = count(1)
        texts = iter([make(next(numbers)).encode() for _ in range(runs + 2)])
        timing = measure(f"đọc {name}", lambda: read_bytes(next(texts), name="a.txt"), runs=runs)  # noqa: B023
        yield f"{timing}   {_verdict(timing.cpu_at(0.5) * 1000, most, 'ms')}"


def _growth(small: Path) -> Iterator[str]:
    per_byte: list[float] = []
    for size in (100_000, 1_000_000, 10_000_000):
        path = small.with_name("a.txt")
        path.write_text(several_plans(size), encoding="utf-8")
        length, cpu, clock, memory, outcome = _alone(small, path)
        per_byte.append(cpu / length)
        kept = _verdict(memory / length, MOST_MEMORY, "lần độ dài") if size > 500_000 else ""
        yield (
            f"đọc {length / 1e6:5.1f} MB ({outcome})".ljust(44)
            + f" CPU {cpu:6.2f} giây, đồng hồ {clock:6.2f} giây"
            + f"   bộ nhớ tăng {memory / 1e6:7.1f} MB   {kept}"
        )
    growth = per_byte[-1] / per_byte[-2]
    yield f"thời gian mỗi byte, 10 MB so với 1 MB: {_verdict(growth, MOST_GROWTH, 'lần')}"


def _hostile(small: Path) -> Iterator[str]:
    yield "tệp hỏng hoặc cố ý làm nghẽn (mỗi tệp một tiến trình):"
    for name, (ending, data) in hostile.files():
        path = small.with_name(f"a{ending}")
        path.write_bytes(data)
        length, cpu, _, memory, outcome = _alone(small, path)
        time_kept = _verdict(cpu, MOST_SECONDS_HOSTILE, "giây")
        memory_kept = _verdict(memory / 1e6, MOST_MEMORY_HOSTILE, "MB")
        yield (
            f"  {name}, {length / 1e6:.1f} MB".ljust(46)
            + f"{time_kept}   {memory_kept}   {outcome}"
        )


def _alone(small: Path, path: Path) -> Alone:
    done = subprocess.run(
        [sys.executable, "-c", _ALONE, str(small), str(path)],
        check=True,
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
    )
    length, cpu, clock, memory, outcome = json.loads(done.stdout)
    return length, cpu, clock, memory, outcome


def _verdict(value: float, most: float, unit: str) -> str:
    return f"{value:.1f} {unit} (mức {most:g}): {'đạt' if value <= most else 'KHÔNG ĐẠT'}"
