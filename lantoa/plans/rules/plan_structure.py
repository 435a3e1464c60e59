"""From what was read of a file to the rows of one plan (cấu trúc kế hoạch): which of its documents
is the plan, what belongs to it, what it says of itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from lantoa.common.rules.vietnamese import fold
from lantoa.plans.rules.natures import nature_of

Read = Mapping[str, Any]

KIND_WORDS = {"plan": "Kế hoạch", "programme": "Chương trình", "directive": "Chỉ thị"}
PLAN_KINDS = frozenset({"plan", "programme", "directive", "official_letter", "decision"})
_YEAR = re.compile(r"\bnăm (\d{4})\b(?! ?[-–])", re.IGNORECASE)


def main_document(documents: Sequence[Read]) -> int | None:
    """The index of the document that carries the duties: no draft version, the richest one."""
    scored = []
    for index, doc in enumerate(documents):
        if doc["kind"] not in PLAN_KINDS or doc["version_of"] is not None:
            continue
        appended = len(_appended(documents, index))
        count = len(doc["obligations"]) + len(doc["activities"])
        if count or appended:
            scored.append((doc["kind"] != "decision", count + appended, -index))
    return -max(scored)[2] if scored else None


def issuing(documents: Sequence[Read], index: int) -> Read:
    """The document that carries number and date: the plan itself, or the decision it came with."""
    document = documents[index]
    parent = document.get("parent")
    if parent is None or (document.get("date") and document.get("symbol")):
        return document
    return documents[parent]


def full_title(document: Read) -> str:
    """The title as people say it: "Kế hoạch tuyên truyền …", although the kind has its own line."""
    title = " ".join((document["title"] or "").split())
    kind = KIND_WORDS.get(document["kind"], "")
    if not title or not kind or fold(title).startswith(fold(kind)):
        return title
    first, *rest = title.split(" ")
    # A first word in capitals is an abbreviation ("CCHC"), unless the whole title shouts.
    if not first.isupper() or title.isupper():
        first = first[:1].lower() + first[1:]
    return " ".join([kind, first, *rest])


def year_of(title: str, issued_on: date | None) -> int | None:
    """The year the title names ("năm 2023"), never the span of a programme ("2021-2030")."""
    years = [int(year) for year in _YEAR.findall(title) if 1990 <= int(year) <= 2200]
    if years:
        return years[-1]
    return issued_on.year if issued_on else None


def proposed_rows(documents: Sequence[Read], index: int) -> Iterator[dict[str, Any]]:
    """The rows a person will review, in the order of the source; codes are made unique."""
    headings = _headings(documents[index]["sections"])
    codes: set[str] = set()
    position = 0
    for source in [documents[index], *_appended(documents, index)]:
        for found in source["obligations"]:
            position += 10
            path = found["path"]
            nature = nature_of(headings.get(path) or _above(path, headings))
            yield _row(position, _unused(path, codes), nature, found)
        for found in source["activities"]:
            position += 10
            code = _unused(f"PL.{found['number']}", codes)
            yield _row(position, code, "activity", _as_duty(found))


def _appended(documents: Sequence[Read], index: int) -> list[Read]:
    """The appendices issued with this document or with the decision that issues it."""
    family = {index, documents[index].get("parent"), None}
    return [
        doc
        for doc in documents
        if doc["kind"] == "appendix" and doc.get("version_of") is None and doc["parent"] in family
    ]


def _row(position: int, code: str, nature: str, found: Read) -> dict[str, Any]:
    return {
        "position": position,
        "code": code,
        "nature": nature,
        "text": found["text"],
        "spans": found.get("spans") or [found["span"]],
        "forms": found.get("forms", []),
        "assignment": found.get("assignment", ""),
        "parties": found["parties"],
        "due": found["due"],
        "binding": found["binding"],
        "audiences": found.get("audiences", []),
        "channels": found.get("channels", []),
        "target": found.get("target"),
        "confidence": round(found.get("confidence", 1.0), 2),
    }


def _as_duty(activity: Read) -> dict[str, Any]:
    roles = {party["role"] for party in activity["parties"]}
    asked = "requested" in roles and "lead" not in roles
    binding = "requested" if asked else "directed"
    return {**activity, "text": activity["task"], "binding": binding}


def _headings(sections: Sequence[Read]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}

    def walk(section: Read, above: list[str]) -> None:
        chain = [*above, section["heading"]]
        found[section["path"]] = chain
        for child in section["children"]:
            walk(child, chain)

    for section in sections:
        walk(section, [])
    return found


def _above(path: str, headings: Mapping[str, list[str]]) -> list[str]:
    """The headings above a leaf: the longest known path that the leaf's path begins with."""
    known = [key for key in headings if key and _begins(path, key)]
    return headings[max(known, key=len)] if known else []


def _begins(path: str, key: str) -> bool:
    """ "IV.1" is above "IV.1.a" and "I" above "I.2", but "IV.1" is not above "IV.13"."""
    if not path.startswith(key) or path == key:
        return path == key
    last, following = key[-1], path[len(key)]
    return not (last.isdigit() and following.isdigit()) and not (
        last.isalpha() and following.isalpha()
    )


def _unused(code: str, taken: set[str]) -> str:
    base = (code or "?")[:34]
    candidate, number = base, 2
    while candidate in taken:
        candidate, number = f"{base}-{number}", number + 1
    taken.add(candidate)
    return candidate
