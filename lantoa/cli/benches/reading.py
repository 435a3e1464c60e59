"""How long reading a document takes, how it grows with size, and how fast the command starts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from lantoa.cli.benches.timing import measure

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/data/ninh-hoa-2023/plan.txt"
_START = "from lantoa.cli.main import main; main()"


def run(*, file: Path | None, runs: int) -> list[str]:
    """Lines to print: the command's start, the work, the work on 4 and 16 times the text."""
    from lantoa.documents.reading.reader import read_bytes, read_text

    path = file or EXAMPLE
    data = path.read_bytes()
    start = measure("khởi động lệnh (lantoa --help)", _start, runs=runs, warm_up=1)
    work = measure(f"đọc {path.name}", lambda: read_bytes(data, name=path.name), runs=runs)
    lines = [str(start), str(work)]
    if path.suffix in {".txt", ".md"}:
        text = data.decode("utf-8", "replace")
        for times in (4, 16):
            name = f"đọc văn bản dài gấp {times}"
            longer = text * times
            grown = measure(name, lambda: read_text(longer), runs=max(2, runs // 4), warm_up=1)  # noqa: B023
            ratio = grown.at(0.5) / work.at(0.5)
            lines.append(f"{grown}   (gấp {ratio:.1f} lần)")
    return lines


def _start() -> None:
    subprocess.run([sys.executable, "-c", _START, "--help"], check=True, stdout=subprocess.DEVNULL)
