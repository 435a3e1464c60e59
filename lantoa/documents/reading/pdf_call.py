"""Calls the process that opens PDFs (gọi tiến trình PDF) and turns its failures into sentences."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from . import refusals

SECONDS = 30


@contextmanager
def stored(data: bytes, ending: str = ".pdf") -> Iterator[Path]:
    """The bytes as a file in a folder that vanishes afterwards."""
    with tempfile.TemporaryDirectory(prefix="lantoa-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / f"tep{ending}"
        path.write_bytes(data)
        yield path


def ask(path: Path, action: str, *words: str, seconds: float = SECONDS) -> dict[str, Any]:
    """The answer of the PDF process; raises UnreadableFile when there is none."""
    command = [
        sys.executable,
        "-P",
        "-m",
        "lantoa.documents.reading.pdf_process",
        str(path),
        action,
    ]
    try:
        done = subprocess.run([*command, *words], capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        raise refusals.pdf_too_heavy() from None
    if done.returncode != 0:
        # Killed by its limits, or PDFium gave up inside.
        raise refusals.pdf_too_heavy() if done.returncode < 0 else refusals.broken_pdf()
    answer: dict[str, Any] = json.loads(done.stdout)
    problem = answer.get("problem")
    if problem == "encrypted":
        raise refusals.encrypted()
    if problem == "too-many-pages":
        raise refusals.too_many_pages(answer["pages"])
    if problem:
        raise refusals.broken_pdf()
    return answer
