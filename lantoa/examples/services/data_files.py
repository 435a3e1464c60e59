"""Data files of an example folder (tệp dữ liệu minh họa), read with a sentence when wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lantoa.examples.services.organisations import DataFileWrong


def content(file: Path) -> dict[str, Any]:
    """The JSON object in the file; raises `DataFileWrong`."""
    try:
        read = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataFileWrong(file=file.name, entry="JSON") from error
    if not isinstance(read, dict):
        raise DataFileWrong(file=file.name, entry="JSON")
    return read
