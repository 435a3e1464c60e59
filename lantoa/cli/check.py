"""`lantoa check`: the findings alone, one a line in the manner of a linter; exit 1 on an error."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from lantoa.documents.reading import accepted

from .language import say
from .reading_options import add_common, options

EXAMPLE = "lantoa check ke-hoach.docx"


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

    findings = read_file(args.file, options=options(args)).as_dict()["findings"]
    if args.json:
        print(json.dumps(findings, ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            print(_line(args.file, finding))
    return 1 if any(f["severity"] == "error" for f in findings) else 0


def _line(path: Path, finding: dict[str, Any]) -> str:
    message = " ".join(str(finding["message"]).split())
    return f"{path}:{finding['line']}: {finding['severity']} {finding['code']}: {message}"
