"""A name ends where its build says so: before any verb, after its level and place."""

from __future__ import annotations

from pathlib import Path

import pytest

from lantoa.documents.reading.options import Options
from lantoa.documents.reading.parties import parties_of_duty

LINES = [
    line
    for line in Path(__file__).with_name("name_ends.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def _leads(text: str) -> list[tuple[str, str]]:
    found = parties_of_duty("", text, options=Options(), default=())
    return [(p.role, p.name) for p in found if p.role in ("lead", "requested")]


@pytest.mark.parametrize("line", LINES, ids=[line.partition(" § ")[0] for line in LINES])
def test_the_name_ends_before_what_the_body_does(line: str) -> None:
    sentence, _, several = line.partition("|")
    names = several.split("; ") if several else [sentence.partition(" § ")[0]]
    sentence = sentence.replace("§ ", "")

    assert _leads(sentence) == [("lead", name) for name in names]
    assert _leads(f"Giao {sentence}") == [("lead", name) for name in names]
    assert _leads(f"Đề nghị {sentence}") == [("requested", name) for name in names]
