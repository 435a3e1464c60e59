"""Says in words where a reading differs from a golden sample: documents, outline, findings.

Every function returns a list of sentences; an empty list is agreement. `actual` is always the JSON
form of a reading (`Reading.as_dict()`), `expected` the sample's `expected.json`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from . import normal

EDGE = 3
Json = dict[str, Any]
Pair = tuple[str, Json, Json]


def pairs(expected: Json, actual: Json) -> Iterator[Pair]:
    """Each expected document beside the document of the reading that begins nearest to it."""
    for index, wanted in enumerate(expected["documents"]):
        found = counterpart(wanted, actual)
        if found is not None:
            yield f"document {index} ({wanted['kind']}, line {wanted['span'][0]})", wanted, found


def counterpart(wanted: Json, actual: Json) -> Json | None:
    """The document of the reading that begins within a few lines of the expected one."""
    near = [d for d in actual["documents"] if abs(d["span"][0] - wanted["span"][0]) <= EDGE]
    return min(near, key=lambda d: abs(d["span"][0] - wanted["span"][0]), default=None)


def documents(expected: Json, actual: Json) -> list[str]:
    """Kind, status, parentage, number, date, place, issuer, signer, title and span."""
    told = []
    for index, wanted in enumerate(expected["documents"]):
        if counterpart(wanted, actual) is None:
            told.append(f"document {index} ({wanted['kind']}, line {wanted['span'][0]}): not found")
    extra = len(actual["documents"]) - len(expected["documents"])
    if extra > 0:
        starts = [(d["kind"], d["span"]) for d in actual["documents"]]
        told.append(f"{extra} documents too many: {starts}")
    for where, wanted, found in pairs(expected, actual):
        told += [f"{where}: {said}" for said in _identity(wanted, found)]
    return told


def _identity(wanted: Json, found: Json) -> Iterator[str]:
    if found["kind"] != wanted["kind"]:
        yield f"kind is {found['kind']!r}"
    choices = ("status", "parent", "version_of", "number", "symbol", "date", "place", "signer")
    for field in choices:
        if field in wanted and found[field] not in wanted[field]:
            yield f"{field} is {found[field]!r}, expected {wanted[field]}"
    if "issuer" in wanted and not normal.holds(wanted["issuer"], found["issuer"]):
        yield f"issuer is {found['issuer']!r}, expected {wanted['issuer']!r}"
    if not normal.holds(wanted["title"], found["title"]):
        yield f"title is {found['title']!r}, expected {wanted['title']!r}"
    if any(abs(a - b) > EDGE for a, b in zip(found["span"], wanted["span"], strict=True)):
        yield f"span is {found['span']}, expected {wanted['span']}"


def recipients(expected: Json, actual: Json) -> list[str]:
    """The recipients (Nơi nhận), each as written, in order."""
    told = []
    for where, wanted, found in pairs(expected, actual):
        have = [normal.text(each) for each in found["recipients"]]
        want = [normal.text(each) for each in wanted.get("recipients", [])]
        if have != want:
            told.append(f"{where}: recipients are {have}, expected {want}")
    return told


def legal_bases(expected: Json, actual: Json) -> list[str]:
    """The legal bases (căn cứ) by symbol, date and line; an optional one may be left out."""
    told = []
    for where, wanted, found in pairs(expected, actual):
        have = {(r["symbol"], r["date"], r["line"]) for r in found["legal_bases"]}
        bases = wanted.get("legal_bases", [])
        must = {(b["symbol"], b["date"], b["line"]) for b in bases if not b.get("optional")}
        may = must | {(b["symbol"], b["date"], b["line"]) for b in bases}
        told += [f"{where}: no basis {each}" for each in sorted(must - have, key=str)]
        told += [f"{where}: basis {each} is none" for each in sorted(have - may, key=str)]
    return told


def outline(expected: Json, actual: Json) -> list[str]:
    """The section tree: labels, paths, headings and first lines."""
    told = []
    for where, wanted, found in pairs(expected, actual):
        have = {section["path"]: section for section in _flat(found["sections"])}
        want = {section["path"]: section for section in wanted["sections"]}
        told += [f"{where}: no section {p} (line {want[p]['line']})" for p in want if p not in have]
        told += [
            f"{where}: section {p} (line {have[p]['span'][0]}) is none"
            for p in have
            if p not in want
        ]
        for path in want.keys() & have.keys():
            told += [f"{where}: {path}: {said}" for said in _section(want[path], have[path])]
    return told


def _section(wanted: Json, found: Json) -> Iterator[str]:
    if found["label"] != wanted["label"]:
        yield f"label is {found['label']!r}"
    if found["span"][0] != wanted["line"]:
        yield f"begins at line {found['span'][0]}, expected {wanted['line']}"
    if not normal.agrees(wanted.get("heading"), found["heading"]):
        yield f"heading is {found['heading']!r}, expected {wanted['heading']!r}"


def _flat(sections: list[Json]) -> Iterator[Json]:
    for section in sections:
        yield section
        yield from _flat(section["children"])


def counts(expected: Json, actual: Json) -> list[str]:
    """How many duties stand in each part that the sample counts."""
    told = []
    for where, wanted, found in pairs(expected, actual):
        paths = [duty["path"] for duty in found["obligations"]]
        for part, want in wanted.get("counts", {}).items():
            have = [p for p in paths if p == part or p.startswith(f"{part}.")]
            if len(have) != want:
                told.append(f"{where}: {part} has {len(have)} duties, expected {want}: {have}")
    return told


def symbols(expected: Json, actual: Json) -> list[str]:
    """Distinct symbols of documents cited, as rightly spelt, with the date each is cited with."""
    wanted = expected["symbols"]
    cited: dict[str, set[str | None]] = {}
    for index in wanted["documents"]:
        found = counterpart(expected["documents"][index], actual)
        for reference in found["references"] if found else []:
            if reference["symbol"] not in (None, *wanted["own"]):
                cited.setdefault(reference["symbol"], set()).add(reference["date"])
    told = [f"{symbol} is not cited" for symbol in wanted["cited"] if symbol not in cited]
    told += [f"{symbol} is no symbol of the text" for symbol in cited.keys() - wanted["cited"]]
    for symbol in cited.keys() & wanted["cited"].keys():
        if cited[symbol] - {None} != {wanted["cited"][symbol]}:
            told.append(f"{symbol} is dated {cited[symbol]}, expected {wanted['cited'][symbol]}")
    return told


def findings(expected: Json, actual: Json) -> list[str]:
    """Each planted or known fault has a finding of a fitting code on its line with its words."""
    return [
        f"fault {fault['anomaly']} ({fault['family']}) at {fault['lines']}: {fault['quote']!r}"
        f" not found; on these lines: {_near(fault, actual)}"
        for fault in expected["findings"]
        if not any(_tells(finding, fault) for finding in actual["findings"])
    ]


def _tells(finding: Json, fault: Json) -> bool:
    places = [finding, *finding["related"]]
    lines = {place["line"] for place in places}
    if not re.search(fault["code"], finding["code"]):
        return False
    if "pair" in fault:
        return set(fault["pair"]) <= lines
    if not lines & set(fault["lines"]):
        return False
    words = [place["quote"] for place in places] + [finding["message"]]
    parts = fault["quote"] if isinstance(fault["quote"], list) else [fault["quote"]]
    return any(normal.holds(part, each) for part in parts for each in words)


def _near(fault: Json, actual: Json) -> list[str]:
    lines = set(fault["lines"])
    return sorted(
        f"{f['line']}:{f['code']}"
        for f in actual["findings"]
        if lines & {f["line"], *(place["line"] for place in f["related"])}
    )


def false_alarms(expected: Json, actual: Json) -> list[str]:
    """In a sample that is clean otherwise, no error and no warning stands elsewhere."""
    if not expected.get("clean_otherwise"):
        return []
    planted = expected["findings"]
    return [
        f"line {f['line']}: {f['severity']} {f['code']}: {f['message']} ({f['quote']!r})"
        for f in actual["findings"]
        if f["severity"] != "note" and not any(_tells(f, fault) for fault in planted)
    ]
