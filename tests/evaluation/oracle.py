"""What must be true of whatever is read or compared, however spoiled the text is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema

from lantoa.documents import reading as package
from lantoa.documents.reading.changes import changes_of_files
from lantoa.documents.reading.diff import compare
from lantoa.documents.reading.errors import UnreadableFile
from lantoa.documents.reading.model import Reading
from lantoa.documents.reading.reader import read_bytes
from lantoa.documents.reading.versions import counterparts, paragraphs_of


class Violation(AssertionError):
    """A reading or comparison that says what cannot be."""


@cache
def validator() -> jsonschema.Draft202012Validator:
    path = Path(package.__file__).parent / "document.schema.json"
    return jsonschema.Draft202012Validator(json.loads(path.read_text("utf-8")))


def try_reading(text: str) -> Reading | None:
    """Read and judge; None when the text is refused with a sentence, which is an answer, too."""
    try:
        found = read_bytes(text.encode("utf-8", "surrogatepass"), name="a.txt")
    except UnreadableFile as refusal:
        if not refusal.message.strip():
            raise Violation("refused without a sentence") from None
        return None
    judge(found)
    return found


def judge(found: Reading) -> None:
    """Schema, spans inside the text, documents in order, quotes that stand on their line."""
    data = json.loads(json.dumps(found.as_dict()))
    error = next(validator().iter_errors(data), None)
    if error is not None:
        raise Violation(f"schema: {error.json_path}: {error.message[:200]}")
    count = data["file"]["lines"]
    for first, last in places(data["documents"]):
        if not 1 <= first <= last <= count:
            raise Violation(f"span {first}-{last} outside of {count} lines")
    for first, last in places(data["findings"]):
        if not 1 <= first <= last <= count:
            raise Violation(f"finding on lines {first}-{last} of {count}")
    spans = [document["span"] for document in data["documents"]]
    if any(a[1] >= b[0] for a, b in pairwise(spans)):
        raise Violation(f"documents overlap: {spans}")


def try_comparing(a: Reading, b: Reading) -> None:
    """Compare two readings; every paragraph of both must be there, in words and order."""
    of_a, of_b = counterparts(a, b)
    old, new = paragraphs_of(a, of_a), paragraphs_of(b, of_b)
    result = compare(old, new)
    sides = [side for row in result.rows for side in (row.a, row.b) if side is not None]
    if any(side.line < 1 for side in sides):
        raise Violation("a compared paragraph has no line")
    for row in result.rows:
        _judge_words(row)
    changes_of_files(a, b)


def _judge_words(row: Any) -> None:
    if not row.words:
        return
    for side, left_out in ((row.a, "+"), (row.b, "-")):
        told = "".join(each.text for each in row.words if each.sign != left_out)
        if side is not None and "".join(told.split()) != "".join(side.text.split()):
            raise Violation(f"words of line {side.line} are lost: {told[:60]!r}")


def places(value: Any) -> Iterator[list[int]]:
    """Every span and line that a reading speaks of."""
    if isinstance(value, dict):
        yield from [value["span"]] if "span" in value else value.get("spans", [])
        yield from [[value["line"]] * 2] if isinstance(value.get("line"), int) else []
        value = list(value.values())
    for each in value if isinstance(value, list) else []:
        yield from places(each)
