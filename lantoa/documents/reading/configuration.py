"""What an office wants checked and how gravely (`lantoa.toml`): read, and refused in one sentence.

before_is_strict = true

[checks]
closing-mark = "off"
obsolete-term = "error"
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NAME = "lantoa.toml"
LEVELS = ("off", "note", "warning", "error")
_BEFORE = "before_is_strict"


class BadConfiguration(Exception):
    """The file cannot be used; the message is one sentence with the line, in two languages."""

    def __init__(self, message: str, english: str) -> None:
        super().__init__(message)
        self.english = english


@dataclass(frozen=True, slots=True)
class Configuration:
    """The choices of one file; what it does not say is left as it is."""

    severities: Mapping[str, str] = field(default_factory=dict)
    before_is_strict: bool | None = None


def configuration_for(document: Path, *, chosen: Path | None = None) -> Configuration:
    """The chosen file's choices, else those of the nearest `lantoa.toml` above the document."""
    path = chosen or nearest(document)
    return read_configuration(path) if path else Configuration()


def nearest(document: Path) -> Path | None:
    """The first `lantoa.toml` in the document's folder or a folder above it."""
    folder = document.absolute().parent
    for place in (folder, *folder.parents):
        if (place / NAME).is_file():
            return place / NAME
    return None


def read_configuration(path: Path) -> Configuration:
    """The choices of a file; raises BadConfiguration with the line of what cannot be used."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise BadConfiguration(
            f"Không đọc được tệp cấu hình “{path}”.", f"“{path}” cannot be read."
        ) from None
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        line = re.search(r"line (\d+)", str(problem))
        raise _bad(
            path, int(line[1]) if line else 1, "không đúng dạng TOML", "is not TOML"
        ) from None
    return _configuration(path, text, data)


def _configuration(path: Path, text: str, data: Mapping[str, Any]) -> Configuration:
    for key in data:
        if key not in ("checks", _BEFORE):
            raise _bad(path, _line_of(text, key), f"không có mục “{key}”", f"unknown key “{key}”")
    strict = data.get(_BEFORE)
    if strict is not None and not isinstance(strict, bool):
        line = _line_of(text, _BEFORE)
        raise _bad(path, line, f"“{_BEFORE}” phải là true hoặc false", f"“{_BEFORE}” is no boolean")
    checks = data.get("checks", {})
    if not isinstance(checks, dict):
        raise _bad(
            path, _line_of(text, "checks"), "“checks” phải là một bảng [checks]", "[checks] wanted"
        )
    for code, level in checks.items():
        _require_known(path, text, code, level)
    return Configuration(dict(checks), strict)


def _require_known(path: Path, text: str, code: str, level: Any) -> None:
    from .checks.codes import SEVERITIES

    line = _line_of(text, code)
    if code not in SEVERITIES:
        near = difflib.get_close_matches(code, SEVERITIES, n=1)
        hint, meant = (
            (f", có phải “{near[0]}” không", f", did you mean “{near[0]}”") if near else ("", "")
        )
        raise _bad(path, line, f"không có mã “{code}”{hint}", f"unknown code “{code}”{meant}")
    if level not in LEVELS:
        raise _bad(
            path,
            line,
            f"mức của “{code}” phải là off, note, warning hoặc error, không phải “{level}”",
            f"the level of “{code}” is one of off, note, warning, error, not “{level}”",
        )


def _line_of(text: str, key: str) -> int:
    pattern = re.compile(rf"^\s*\[?\s*[\"']?{re.escape(key)}[\"']?\s*[=\].]", re.MULTILINE)
    match = pattern.search(text)
    return text.count("\n", 0, match.end()) + 1 if match else 1


def _bad(path: Path, line: int, what: str, english: str) -> BadConfiguration:
    return BadConfiguration(f"{path}, dòng {line}: {what}.", f"{path}, line {line}: {english}.")
