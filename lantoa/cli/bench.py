"""`lantoa bench`: prints how fast the main work is on this machine, as percentiles of one run."""

from __future__ import annotations

import argparse
from pathlib import Path

HELP = "đo tốc độ: đọc văn bản, mức giới hạn, các màn hình, bảng theo dõi và nhắc việc cỡ cả nước"
EXAMPLE = "lantoa bench reading --runs 20"
SUBJECTS = ("reading", "limits", "screens", "plans", "reminders")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("subject", choices=SUBJECTS, help="nội dung đo")
    parser.add_argument("--file", type=Path, help="văn bản dùng để đo (mặc định: văn bản minh họa)")
    parser.add_argument("--runs", type=int, default=20, help="số lần chạy")


def run(args: argparse.Namespace) -> int:
    if args.subject == "reading":
        from lantoa.cli.benches import reading

        lines = reading.run(file=args.file, runs=args.runs)
    elif args.subject in {"limits", "plans", "reminders"}:
        from importlib import import_module

        bench = import_module(f"lantoa.cli.benches.{args.subject}")
        for line in bench.run(runs=args.runs):
            print(line, flush=True)
        return 0
    else:
        from lantoa.cli.benches import screens

        lines = screens.run(runs=args.runs)
    print("\n".join(lines))
    return 0
