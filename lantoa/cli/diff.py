"""`lantoa diff`: compares two versions of a document, of two files or within one."""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .language import say
from .parser import UsageError

if TYPE_CHECKING:
    from lantoa.documents.reading.changes import Change
    from lantoa.documents.reading.versions import Paragraphs

EXAMPLE = "lantoa diff du-thao.docx ban-hanh.docx"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "a",
        metavar=say("BẢN_TRƯỚC", "OLD"),
        type=Path,
        help=say(
            "bản trước; hoặc tệp duy nhất chứa cả hai bản",
            "the old version, or the one file that holds both",
        ),
    )
    parser.add_argument(
        "b", metavar=say("BẢN_SAU", "NEW"), type=Path, nargs="?", help=say("bản sau", "the new one")
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help=say("in dạng JSON cho máy đọc", "print JSON for programs"),
    )


@dataclass(frozen=True, slots=True)
class _Versions:
    """Two versions: their paragraphs, how they are called, what they order otherwise."""

    a: Paragraphs
    b: Paragraphs
    names: tuple[str, str]
    changes: list[Change]


def run(args: argparse.Namespace) -> int:
    from lantoa.documents.reading.changes import render_changes
    from lantoa.documents.reading.diff import compare, render

    found = _two_files(args.a, args.b) if args.b else _one_file(args.a)
    comparison = compare(found.a, found.b)
    if args.json:
        changes = [one.as_dict() for one in found.changes]
        data = {**comparison.as_dict(), "changes": changes}
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        print("\n".join(render(comparison, names=found.names)))
        print("", *render_changes(found.changes), sep="\n")
    return 0


def _two_files(a: Path, b: Path) -> _Versions:
    from lantoa.documents.reading.changes import changes_of_files
    from lantoa.documents.reading.reader import read_file
    from lantoa.documents.reading.versions import counterparts, paragraphs_of

    old, new = read_file(a), read_file(b)
    of_old, of_new = counterparts(old, new)
    return _Versions(
        paragraphs_of(old, of_old),
        paragraphs_of(new, of_new),
        (a.name, b.name),
        changes_of_files(old, new),
    )


def _one_file(path: Path) -> _Versions:
    from lantoa.documents.reading.changes import substantive_changes
    from lantoa.documents.reading.reader import read_file
    from lantoa.documents.reading.versions import paragraphs_of, versions_in

    reading = read_file(path)
    found = versions_in(reading)
    if found is None:
        raise UsageError(
            say(
                f"Tệp “{path.name}” chỉ có một bản; hãy nêu thêm tệp chứa bản kia.",
                f"The file “{path.name}” holds one version only; name the other file too.",
            )
        )
    draft, main = found
    names = (
        say(f"bản dự thảo (từ dòng {draft.span[0]})", f"draft (from line {draft.span[0]})"),
        say(f"bản chính (từ dòng {main.span[0]})", f"main version (from line {main.span[0]})"),
    )
    return _Versions(
        paragraphs_of(reading, [draft]),
        paragraphs_of(reading, [main]),
        names,
        substantive_changes(draft, main),
    )
