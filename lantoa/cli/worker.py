"""`lantoa worker`: runs the periodic jobs until told to stop."""

from __future__ import annotations

import argparse
import signal
import threading

HELP = "chạy bộ xử lý nền (việc định kỳ)"
EXAMPLE = "lantoa worker"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--once", action="store_true", help="chạy các việc đến hạn một lượt rồi thôi"
    )


def run(args: argparse.Namespace) -> int:
    from lantoa.cli.preparing import set_up

    set_up()
    from django.utils import timezone

    from lantoa.common.services import periodic

    if args.once:
        periodic.run_due(timezone.now())
        return 0
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda signum, frame: stop.set())
    periodic.run_forever(stop)
    return 0
