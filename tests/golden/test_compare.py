"""The comparison itself: silent on a perfect reading, and it tells each kind of difference."""

from __future__ import annotations

import copy

import pytest

from . import compare, duties, samples
from .test_samples import FIELDS

SAMPLE = "chi-thi-dong-linh-2026"
BLANK_DUE = {"text": "", "start": None, "by": None, "day_of_month": None, "rrule": None}


def _duty(wanted):
    due = wanted["due"]
    filled = {key: value[0] for key, value in due.items() if isinstance(value, list)}
    parties = [
        {"name": each, "role": role, "group": True}
        for role in duties.ROLES
        for each in wanted.get(role, [])
    ]
    return {
        **{key: wanted[key] for key in ("path", "span", "binding", "target")},
        "text": wanted["starts"] + " và những việc khác",
        "parties": parties,
        "due": {**BLANK_DUE, "external_symbol": None, **filled, "text": due.get("text", "")},
    }


def _perfect():
    expected = samples.expected(SAMPLE)
    wanted = expected["documents"][0]
    choices = ("status", "parent", "version_of", "number", "symbol", "date", "place", "signer")
    cited = [{"symbol": s, "date": d} for s, d in expected["symbols"]["cited"].items()]
    sections = [
        {"heading": s.get("heading", ""), "children": [], "span": [s["line"], s["line"]], **s}
        for s in wanted["sections"]
    ]
    document = {
        **{key: wanted[key] for key in ("kind", "title", "issuer", "span", "recipients")},
        **{key: wanted[key][0] for key in choices},
        "legal_bases": wanted["legal_bases"],
        "references": cited,
        "sections": sections,
        "obligations": [_duty(each) for each in wanted["obligations"]],
        "activities": [],
    }
    told = [
        {
            **{"severity": "error", "message": "", "quote": fault["quote"]},
            **{"code": fault["code"].strip("^$"), "line": fault["lines"][0]},
            "related": [{"line": n, "quote": ""} for n in fault["lines"][1:]],
        }
        for fault in expected["findings"]
    ]
    return {"documents": [document], "findings": told}


@pytest.mark.parametrize("field", FIELDS)
def test_perfect_reading_differs_in_nothing(field):
    assert FIELDS[field](samples.expected(SAMPLE), _perfect()) == []


DUTY = ("documents", 0, "obligations", 0)
SPOILED = [
    ("documents", ("documents", 0, "signer"), "Người khác"),
    ("documents", ("documents", 0, "span"), [1, 60]),
    ("recipients", ("documents", 0, "recipients"), []),
    ("legal bases", ("documents", 0, "legal_bases"), []),
    ("outline", ("documents", 0, "sections", 3, "label"), "đ"),
    ("outline", ("documents", 0, "sections"), []),
    ("counts", ("documents", 0, "obligations"), []),
    ("symbols", ("documents", 0, "references", 0, "symbol"), "77/NQ-CP"),
    ("symbols", ("documents", 0, "references", 0, "date"), "2021-07-16"),
    ("duties", (*DUTY, "path"), "1.b"),
    ("duties", (*DUTY, "span"), [25, 25]),
    ("leads", (*DUTY, "parties"), []),
    ("other parties", (*DUTY, "parties"), []),
    ("dues", (*DUTY, "due", "by"), "2026-04-29"),
    ("dues", (*DUTY, "due", "kind"), "standing"),
    ("bindings", (*DUTY, "binding"), "requested"),
    ("targets", (*DUTY, "target"), {"value": 100, "unit": "%", "of": None}),
    ("findings", ("findings",), []),
    ("findings", ("findings", 2, "related"), []),
    ("false alarms", ("findings", 0, "line"), 50),
]


@pytest.mark.parametrize(("field", "way", "value"), SPOILED)
def test_spoiled_reading_is_told(field, way, value):
    spoiled = copy.deepcopy(_perfect())
    place = spoiled
    for step in way[:-1]:
        place = place[step]
    place[way[-1]] = value

    assert FIELDS[field](samples.expected(SAMPLE), spoiled)


def test_second_document_that_is_not_there_is_told():
    spoiled = _perfect()
    spoiled["documents"].append(copy.deepcopy(spoiled["documents"][0]))

    assert compare.documents(samples.expected(SAMPLE), spoiled)
