"""`lantoa serve`: prepare the data, then run web and worker together until told to stop."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence

from lantoa.examples.demo import DEMO_PASSWORD

HELP = "chạy trang web và bộ xử lý nền"
EXAMPLE = "lantoa serve --host 127.0.0.1 --port 8000"
_GRACE_SECONDS = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default=os.environ.get("HOST", "127.0.0.1"))
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))
    parser.add_argument("--empty", action="store_true", help="không nạp dữ liệu minh họa")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)


def run(args: argparse.Namespace) -> int:
    """Both processes live and die together; SIGTERM and Ctrl-C end them cleanly."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantoa.config.settings.dev")
    os.environ["HOST"] = args.host
    from lantoa.cli.preparing import prepare

    # The data come first: a request must never meet a half-made database.
    accounts = prepare(with_example=not args.empty)
    children = [subprocess.Popen(command) for command in _commands(args)]
    _announce(args, accounts)
    return _watch(children)


def _commands(args: argparse.Namespace) -> list[list[str]]:
    web = [
        sys.executable, "-m", "granian", "--interface", "wsgi",
        "--host", args.host, "--port", str(args.port),
        "--workers", str(max(1, args.workers)), "--blocking-threads", "1",
        "--no-ws", "--log-level", "warning",
        "lantoa.config.wsgi:application",
    ]  # fmt: skip
    return [web, [sys.executable, "-m", "lantoa.cli", "worker"]]


def _announce(args: argparse.Namespace, accounts: Sequence[Sequence[str]]) -> None:
    print(f"Lan Tỏa đang chạy tại http://{args.host}:{args.port}/ (Ctrl-C để dừng)")
    if accounts:
        print(f"Tài khoản minh họa (mật khẩu chung: {DEMO_PASSWORD}):")
        for username, name in accounts:
            print(f"  {username:<12} {name}")
    sys.stdout.flush()


def _watch(children: Sequence[subprocess.Popen[bytes]]) -> int:
    stopping = False

    def stop(signum: int, frame: object) -> None:
        nonlocal stopping
        stopping = True

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    while not stopping and all(child.poll() is None for child in children):
        time.sleep(0.2)
    failed = not stopping
    for child in children:
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + _GRACE_SECONDS
    for child in children:
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
    return 1 if failed else 0
