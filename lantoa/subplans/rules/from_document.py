"""From the reading of an agency's own document to proposed rows (dòng máy đọc, chờ xác nhận)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lantoa.common.rules.vietnamese import search_key
from lantoa.plans.rules import plan_structure
from lantoa.plans.rules.due_rule import DueRule
from lantoa.plans.rules.due_words import in_words
from lantoa.subplans.rules import money

Read = Mapping[str, Any]

HEADINGS = (
    ("money", re.compile(r"\b(?:kinh phi|du toan)\b")),
    ("forms", re.compile(r"\bhinh thuc\b")),
    ("time", re.compile(r"\b(?:thoi gian|tien do)\b")),
    ("assignment", re.compile(r"\b(?:phan cong|to chuc thuc hien)\b")),
)
NATURES = frozenset({"duty", "activity", "channel", "content"})
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One proposed row, in the words of the document."""

    task: str
    forms: str
    time: str
    lead: str
    coordinating: str
    money: int | None
    spans: list[list[int]]


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """What the document says of itself, its rows, and what holds for the whole."""

    title: str
    symbol: str
    issued_on: date | None
    signer: str
    general: dict[str, str]
    rows: list[ReadRow]


def read_plan(documents: Sequence[Read], lines: Sequence[str]) -> ReadPlan | None:
    """The plan in the file, or None when there is none."""
    index = plan_structure.main_document(documents)
    if index is None:
        return None
    document, head = documents[index], plan_structure.issuing(documents, index)
    proposed = plan_structure.proposed_rows(documents, index)
    # What a section on money says is a part of the plan, not one of its activities.
    money_lines = _lines_under(document["sections"], "money")
    rows = [
        _row(row, lines)
        for row in proposed
        if row["nature"] in NATURES and row["spans"][0][0] not in money_lines
    ]
    return ReadPlan(
        title=plan_structure.full_title(document)[:500],
        symbol=(head.get("symbol") or "")[:60],
        issued_on=date.fromisoformat(head["date"]) if head.get("date") else None,
        signer=(head.get("signer") or document.get("signer") or "")[:160],
        general=_general(document["sections"]),
        rows=rows,
    )


def _row(row: Read, lines: Sequence[str]) -> ReadRow:
    source = " ".join(line for first, last in row["spans"] for line in lines[first - 1 : last])
    names: dict[str, list[str]] = {}
    for party in row["parties"]:
        names.setdefault(party["role"], []).append(party["name"])
    due = DueRule.from_json(row["due"])
    return ReadRow(
        task=row["text"],
        forms="\n".join(row["forms"]),
        time="" if due.kind == "unstated" else in_words(due),
        lead="; ".join(names.get("lead", []) + names.get("requested", [])),
        coordinating="; ".join(names.get("coordinating", []) + names.get("invited", [])),
        money=money.find(source),
        spans=[list(span) for span in row["spans"]],
    )


def _general(sections: Sequence[Read]) -> dict[str, str]:
    """What sections headed "Kinh phí", "Hình thức" … say for the whole plan."""
    found: dict[str, str] = {}
    for section in _walk(sections):
        heading = search_key(section["heading"])
        for part, words in HEADINGS:
            if words.search(heading) and part not in found:
                said = _text_of(section)
                if said:
                    found[part] = said[:LONGEST]
                break
    return found


def _lines_under(sections: Sequence[Read], part: str) -> set[int]:
    words = dict(HEADINGS)[part]
    spans = [one["span"] for one in _walk(sections) if words.search(search_key(one["heading"]))]
    return {line for first, last in spans for line in range(first, last + 1)}


def _walk(sections: Sequence[Read]) -> Iterator[Read]:
    for section in sections:
        yield section
        yield from _walk(section["children"])


def _text_of(section: Read) -> str:
    own = [paragraph["text"] for paragraph in section["paragraphs"]]
    return "\n".join([*own, *(_text_of(child) for child in section["children"])]).strip()
