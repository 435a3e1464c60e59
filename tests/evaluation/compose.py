"""Turns a document with marks into a sample: `python -m tests.evaluation.compose MARKED FOLDER`.

A person writes what must be read beside the line that says it; this only counts the lines.
The marks are described in `tests/samples/README.md`.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

Json = dict[str, Any]
_LABEL = re.compile(
    r"^[\s*]*(?P<label>(?:Điều|Chương|Mục)\s+\w+|Phần\s+(?:thứ\s+)?\w+|[IVX]+(?:\.\d+)*"
    r"|\d+(?:\.\d+)*|[A-ZĐ](?=[.)])|[a-zđ])(?:\s?[.):/-]+|\s|$)[\s*]*"
)
_BULLET = re.compile(r"^\s*[-–+•*]+(?:\s+|(?=\w))")
_STARTS = 6
_TARGET = re.compile(r"(?P<value>[\d.]+) (?P<unit>[^|/]+?)(?: / (?P<of>.+))?$")


class Composer:
    """The source and the expected reading, as they grow line by line."""

    def __init__(self, *, whole: bool) -> None:
        self.whole = whole  # a Word or HTML source: no line numbers, whole texts instead
        self.lines: list[str] = []
        self.expected: Json = {"split": "tuning", "documents": [], "findings": []}
        self.names: dict[str, int] = {}

    def take(self, line: str) -> None:
        """One line of the marked document: text of the source, or a mark about the line above."""
        if not line.startswith("@"):
            self.lines.append(line)
            return
        mark, _, rest = line[1:].partition(" ")
        getattr(self, f"mark_{mark}")(rest.strip())

    def mark_split(self, rest: str) -> None:
        self.expected["split"] = rest

    def mark_clean(self, rest: str) -> None:
        self.expected["clean_otherwise"] = True

    def mark_here(self, rest: str) -> None:
        self.names[rest] = len(self.lines)

    def mark_doc(self, rest: str) -> None:
        self.mark_end("")
        kind, values = _values(rest)
        document: Json = {"kind": kind, "first": len(self.lines) + 1}
        for field in ("status", "parent", "number", "symbol", "date", "place", "signer"):
            if field in values:
                value = values[field]
                document[field] = [int(value)] if field == "parent" else value.split(",")
        document |= {key: values[key] for key in ("issuer", "title") if key in values}
        document |= {"recipients": [], "legal_bases": [], "sections": []}
        # The articles of a decision are not counted as duties, nor denied to be.
        duties: Json = {} if kind == "decision" else {"obligations": []}
        self.expected["documents"].append(document | duties | {"activities": []})

    def mark_end(self, rest: str) -> None:
        if self.expected["documents"] and "first" in self.document:
            first, last = self.document.pop("first"), len(self.lines)
            while last and not self.lines[last - 1].strip():
                last -= 1
            while not self.lines[first - 1].strip():
                first += 1
            if not self.whole:
                self.document["span"] = [first, last]

    @property
    def document(self) -> Json:
        last: Json = self.expected["documents"][-1]
        return last

    def mark_b(self, rest: str) -> None:
        symbol, date = rest.split()
        self.document["legal_bases"].append({"symbol": symbol, "date": date, **self._line()})

    def mark_to(self, rest: str) -> None:
        """The recipients: the lines with dashes right above."""
        found: list[str] = []
        for line in reversed(self.lines):
            if not _BULLET.match(line):
                break
            found.insert(0, _BULLET.sub("", line).rstrip(" ;,."))
        self.document["recipients"] = found

    def mark_s(self, rest: str) -> None:
        path, _, heading = rest.partition(" ")
        path = path.replace("~", " ")
        text = self.lines[-1].replace("*", "")
        label = _LABEL.match(text)
        known = label["label"] if label else path.rpartition(".")[2]
        section: Json = {"path": path, "label": known, **self._line()}
        after = text[label.end() :].strip() if label else text.strip()
        if heading == "h":
            section["heading"] = after.rstrip(" :.")
        elif heading:
            section["heading"] = heading.removeprefix("h=")
        section["starts"] = _words(after)
        self.document["sections"].append(section)

    def mark_o(self, rest: str) -> None:
        path, values = _values(rest)
        count = int(values.get("n", "1"))
        text = " ".join(self.lines[-count:])
        text = _BULLET.sub("", _LABEL.sub("", text, count=1), count=1).strip()
        starts = text if self.whole else _words(text)
        span = {} if self.whole else {"span": [len(self.lines) - count + 1, len(self.lines)]}
        duty: Json = {"path": path, **span, "starts": starts}
        duty |= {"optional": True} if "opt" in values else {}
        duty |= _parties(values, []) | {"due": _due(values, "standing,unstated")}
        duty["binding"] = "requested" if "req" in values else "directed"
        if values.get("t") != "*":  # a count that one may call a target, or not
            duty["target"] = _target(values.get("t"))
        self.document["obligations"].append(duty)

    def mark_a(self, rest: str) -> None:
        number, values = _values(rest)
        lines = int(values.get("n", "1"))
        cells = _cells(self.lines[-lines])
        span = {} if self.whole else {"spans": [[len(self.lines) - lines + 1, len(self.lines)]]}
        task = values.get("task", "$1")
        row: Json = {"number": int(number), **span, "task": _cell(task, cells)}
        due = {"due": _due(values, "unstated", cells)}
        self.document["activities"].append(row | _parties(values, cells) | due)

    def mark_f(self, rest: str) -> None:
        code, values = _values(rest)
        lines = [len(self.lines)]
        fault: Json = {"code": f"^({code})$", "lines": lines, "quote": values["quote"]}
        if "pair" in values:
            fault["pair"] = [*lines, self.names[values["pair"]]]
            fault["lines"] = fault["pair"]
        if "also" in values:
            fault["lines"] = [*lines, self.names[values["also"]]]
        if "opt" in values:
            fault["optional"] = True
        if self.whole:
            fault = {key: fault[key] for key in ("code", "quote")}
        self.expected["findings"].append(fault | {"why": values.get("why", "")})

    def _line(self) -> Json:
        return {} if self.whole else {"line": len(self.lines)}


def _values(rest: str) -> tuple[str, dict[str, str]]:
    first, *others = [part.strip() for part in rest.split(" | ")]
    pairs = (part.partition("=") for part in others)
    return first, {key.strip(): value.strip() for key, _, value in pairs}


def _cells(line: str) -> list[str]:
    parts = line.split("\t") if "\t" in line else line.strip().strip("|").split("|")
    return [part.strip() for part in parts]


def _cell(value: str, cells: list[str]) -> str:
    return cells[int(value[1:])] if re.fullmatch(r"\$\d", value) else value


def _names(value: str, cells: list[str]) -> list[str]:
    """ "A; B", "$2" for a cell that holds one name, "$2;" or "$2," for one that holds several."""
    if match := re.fullmatch(r"\$(\d)([;,])", value):
        return [each.strip() for each in cells[int(match[1])].split(match[2]) if each.strip()]
    return [each for each in (_cell(part.strip(), cells) for part in value.split(";")) if each]


def _parties(values: dict[str, str], cells: list[str]) -> Json:
    found: Json = {"lead": "*"} if values.get("L") == "*" else {}
    if values.get("L") != "*":
        found["lead"] = _names(values.get("L", ""), cells)
    found["coordinating"] = _names(values.get("C", ""), cells)
    for key, field in (("adv", "advised"), ("req", "requested"), ("ok", "allowed")):
        if key in values:
            found[field] = _names(values[key], cells)
    return found


def _due(values: dict[str, str], default: str, cells: list[str] | None = None) -> Json:
    due: Json = {"kind": values.get("D", default).split(",")}
    for field in ("by", "start"):
        if field in values:
            due[field] = [each if each != "-" else None for each in values[field].split(",")]
    if "day" in values:
        due["day_of_month"] = [int(values["day"]) if values["day"] != "-" else None]
    if "sym" in values:
        due["external_symbol"] = values["sym"]
    if "dt" in values:
        due["text"] = _cell(values["dt"], cells or [])
    return due


def _target(value: str | None) -> Json | None:
    match = _TARGET.match(value) if value else None
    if match is None:
        return None
    return {"value": float(match["value"]), "unit": match["unit"].strip(), "of": match["of"]}


def _words(text: str) -> str:
    return " ".join(text.split()[:_STARTS])


def compose(marked: str, *, whole: bool = False) -> tuple[str, Json]:
    """The text of the source and what must be read from it."""
    composer = Composer(whole=whole)
    for line in marked.rstrip("\n").split("\n"):
        composer.take(line)
    composer.mark_end("")
    return "\n".join(composer.lines) + "\n", composer.expected


def main(arguments: list[str]) -> None:
    """Write `source.txt` (or `content.txt` with `--whole`) and `expected.json` into the folder."""
    whole = "--whole" in arguments
    marked, folder = (Path(each) for each in arguments if each != "--whole")
    text, expected = compose(marked.read_text("utf-8"), whole=whole)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ("content.txt" if whole else "source.txt")).write_text(text, "utf-8")
    shown = _shown({"sample": folder.name, **expected})
    (folder / "expected.json").write_text(shown, "utf-8")


def _shown(value: Any, depth: int = 0) -> str:
    """JSON with one line for each section, duty and row, as the samples have it."""
    flat = json.dumps(value, ensure_ascii=False)
    if depth >= 3 and isinstance(value, dict) and "sections" not in value:
        return flat
    if isinstance(value, dict) and depth < 3:
        inner = [
            f"{' ' * (depth + 1)}{json.dumps(k)}: {_shown(v, depth + 1)}" for k, v in value.items()
        ]
        return "{\n" + ",\n".join(inner) + f"\n{' ' * depth}}}" + ("\n" if not depth else "")
    if isinstance(value, list) and value and isinstance(value[0], dict):
        inner = [
            " " * (depth + 1)
            + (json.dumps(v, ensure_ascii=False) if depth > 1 else _shown(v, depth + 1))
            for v in value
        ]
        return "[\n" + ",\n".join(inner) + f"\n{' ' * depth}]"
    return flat


if __name__ == "__main__":
    main(sys.argv[1:])
