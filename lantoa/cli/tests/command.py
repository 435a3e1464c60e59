"""Runs the `lantoa` command as people do: as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SAMPLE = Path(__file__).parents[3] / "tests/samples/ninh-hoa-2023/source.txt"
VIETNAMESE = {"LANG": "vi_VN.UTF-8", "LC_ALL": ""}
ENGLISH = {"LANG": "en_US.UTF-8", "LC_ALL": ""}


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


def environment(extra: dict[str, str]) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in {"DJANGO_SETTINGS_MODULE", "LANG"}}
    return {**kept, **VIETNAMESE, **extra}


def lantoa(*arguments: object, **extra: str) -> Outcome:
    done = subprocess.run(
        [sys.executable, "-m", "lantoa.cli", *map(str, arguments)],
        capture_output=True,
        env=environment(extra),
        timeout=60,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def refused(outcome: Outcome) -> str:
    """The one sentence of a refusal: nothing on stdout, one line on stderr, exit 2."""
    assert outcome.code == 2, outcome
    assert outcome.out == ""
    lines = outcome.err.splitlines()
    assert len(lines) == 1 and "Traceback" not in outcome.err, outcome.err
    assert lines[0].startswith("lantoa: ")
    return lines[0].removeprefix("lantoa: ")
