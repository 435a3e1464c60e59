"""The same document in another form: line ends, code points, lines broken at a width."""

from __future__ import annotations

import copy
import re
import textwrap
import unicodedata
from typing import Any

Json = dict[str, Any]

# Forms that leave every line where it is.
SAME_LINES = {
    "line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text).encode(),
    "byte order mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "white space at line ends": lambda text: text.replace("\n", "  \n").encode(),
    "non-breaking spaces": lambda text: text.replace(" ", "\u00a0").encode(),
    "dashes as bullets": lambda text: re.sub(r"(?m)^- ", "– ", text).encode(),
    "plus signs as bullets": lambda text: re.sub(r"(?m)^- ", "+ ", text).encode(),
    "indented lines": lambda text: re.sub(r"(?m)^(?=[^\s|])", "    ", text).encode(),
    "bold headings": lambda text: re.sub(
        r"(?m)^((?:[IVX]+|\d+)\. [^|\n]{3,60})$", r"**\1**", text
    ).encode(),
}


def without_blank_lines(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its blank lines, and where each old line went."""
    return _rebuilt(text, lambda line: [line] if line.strip() else [])


def broken_at(text: str, width: int) -> tuple[str, list[tuple[int, int]]]:
    """The text with long lines broken, as a PDF gives it; rows of tables stay whole."""
    return _rebuilt(
        text,
        lambda line: (
            [line]
            if "\t" in line or line.startswith("|") or len(line) <= width
            else textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
        ),
    )


def _rebuilt(text, split):
    lines: list[str] = []
    places = [(0, 0)]
    for line in text.split("\n"):
        first = len(lines) + 1
        lines += split(line)
        places.append((first, max(len(lines), 1)))
    return "\n".join(lines), places


def moved(expected: Json, places: list[tuple[int, int]]) -> Json:
    """The expected reading with its line numbers moved to where the lines went."""
    return {**expected, "documents": [_moved(each, places) for each in expected["documents"]]}


def _moved(value: Any, places: list[tuple[int, int]]) -> Any:
    if isinstance(value, list):
        return [_moved(each, places) for each in value]
    if not isinstance(value, dict):
        return copy.copy(value)
    turned = {key: _moved(each, places) for key, each in value.items()}
    if "span" in value:
        turned["span"] = [places[value["span"][0]][0], places[value["span"][1]][1]]
    if "spans" in value:
        turned["spans"] = [[places[a][0], places[b][1]] for a, b in value["spans"]]
    if "line" in value:
        turned["line"] = places[value["line"]][0]
    return turned
