"""One command runs an instance: prepared at first, quick after that, ended by SIGTERM."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

pytestmark = pytest.mark.journey


class Instance:
    """`lantoa serve --empty` on a folder of its own."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        left_out = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
        self.environment = {k: v for k, v in os.environ.items() if k not in left_out}
        self.environment["LANTOA_DATA"] = str(folder)

    def start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "lantoa.cli", "serve", "--empty", "--workers", "1"]
        return subprocess.Popen(
            [*command, "--port", str(self.port)],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def health(self, *, patience: float = 120) -> dict[str, object]:
        until = time.monotonic() + patience
        while time.monotonic() < until:
            try:
                address = f"http://127.0.0.1:{self.port}/healthz"
                with urllib.request.urlopen(address, timeout=5) as answer:
                    return json.load(answer)
            except OSError:
                time.sleep(0.2)
        raise AssertionError("no healthy answer")


def _end(process: subprocess.Popen[bytes]) -> str:
    process.send_signal(signal.SIGTERM)
    output, _ = process.communicate(timeout=30)
    assert process.returncode == 0
    return output.decode()


def test_an_instance_starts_twice_and_ends_cleanly(tmp_path):
    instance = Instance(tmp_path)
    first = instance.start()
    assert instance.health()["status"] == "ok"
    output = _end(first)
    assert f"http://127.0.0.1:{instance.port}/" in output
    assert "Traceback" not in output
    assert "Warning" not in output
    prepared = (tmp_path / "prepared.json").stat().st_mtime_ns

    second = instance.start()
    assert instance.health()["status"] == "ok"
    _end(second)
    assert (tmp_path / "prepared.json").stat().st_mtime_ns == prepared
