"""`lantoa read`: reads a document file and prints what was understood; needs no database."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from lantoa.documents.reading import accepted

from .language import say
from .reading_options import add_common, options

EXAMPLE = "lantoa read ke-hoach.docx --json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar=say("TỆP", "FILE"),
        type=Path,
        help=say(accepted.WORDS, accepted.ENGLISH),
    )
    add_common(parser)


def run(args: argparse.Namespace) -> int:
    from lantoa.documents.reading.reader import read_file

    reading = read_file(args.file, options=options(args))
    if args.json:
        print(json.dumps(reading.as_dict(), ensure_ascii=False, indent=2))
        return 0
    from .summary import summary

    print(summary(reading))
    return 0
