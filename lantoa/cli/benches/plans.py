"""Whether boards keep their time on a country's year: 3,321 agencies, 60 duties, twelve months.

Makes a database of its own beside the one named by DATABASE_URL and drops it; without one, only
the town's size on SQLite is measured.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from lantoa.cli.benches.timing import Timing

COUNTRY, TOWN, DUTIES = 3_321, 45, 60
MOST_MS, MOST_MS_TOWN = 150.0, 60.0
MOST_SECONDS, MOST_MEMORY = 120.0, 300.0


def run(*, runs: int) -> Iterator[str]:
    """Lines to print, each with its limit and whether it is kept."""
    with tempfile.TemporaryDirectory(prefix="lantoa-bench-") as folder:
        here = {**os.environ, "LANTOA_DATA": folder}
        here.setdefault("DJANGO_SETTINGS_MODULE", "lantoa.config.settings.dev")
        yield from _size(TOWN, MOST_MS_TOWN, {**here, "DATABASE_URL": ""}, runs, "SQLite")
        url = os.environ.get("DATABASE_URL", "")
        if not url:
            yield "Đặt DATABASE_URL (PostgreSQL) để đo cỡ cả nước."
            return
        own = _create(url)
        try:
            yield from _size(COUNTRY, MOST_MS, {**here, "DATABASE_URL": own}, runs, "PostgreSQL")
        finally:
            _drop(url, own)


def _size(
    agencies: int, most: float, environment: dict[str, str], runs: int, where: str
) -> Iterator[str]:
    yield f"{agencies} cơ quan × {DUTIES} nhiệm vụ × 12 tháng trên {where}"
    _child(["-m", "django", "migrate", "--verbosity", "0"], environment)
    built = json.loads(
        _child(["-m", "lantoa.cli.benches.country", str(agencies), str(DUTIES)], environment)
    )
    seconds = built["generated"]
    yield f"  sinh {built['occurrences']} kỳ thực hiện: {_verdict(seconds, MOST_SECONDS, 'giây')}"
    yield f"  đếm lại từ đầu: {built['counted']:.1f} giây"
    keys = [str(key) for key in built["country"]]
    found = json.loads(
        _child(["-m", "lantoa.cli.benches.plan_pages", *keys, str(runs)], environment)
    )
    yield from _pages(found, most)


def _pages(found: dict[str, Any], most: float) -> Iterator[str]:
    for name, seconds in found["pages"]:
        timing = Timing(name, tuple(seconds))
        yield f"  {timing}   {_verdict(timing.at(0.95) * 1000, most, 'ms')}"
    memory = found["peak"] / 1e6
    yield f"  bộ nhớ cao nhất sau mọi trang: {_verdict(memory, MOST_MEMORY, 'MB')}"


def _child(words: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, *words], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1] if done.stderr else "?")
    return done.stdout


def _create(url: str) -> str:
    """A new database on the same server; its address."""
    import psycopg

    name = f"lantoa_bench_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def _drop(url: str, own: str) -> None:
    import psycopg

    name = urlsplit(own).path.lstrip("/")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _verdict(value: float, most: float, unit: str) -> str:
    return f"{value:.1f} {unit} (mức {most:g}): {'đạt' if value <= most else 'KHÔNG ĐẠT'}"
