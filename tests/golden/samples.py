"""Where the golden samples lie and how one is read."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from lantoa.documents.reading.reader import read_file

FOLDER = Path(__file__).parents[1] / "samples"
NAMES = sorted(path.parent.name for path in FOLDER.glob("*/expected.json"))


@cache
def expected(sample: str) -> dict[str, Any]:
    """What a person read off the source, without the program."""
    loaded: dict[str, Any] = json.loads((FOLDER / sample / "expected.json").read_text("utf-8"))
    return loaded


@cache
def reading(sample: str) -> dict[str, Any]:
    """What the program reads, in its JSON form."""
    return read_file(FOLDER / sample / "source.txt").as_dict()
