"""Measures findings (lỗi, cảnh báo): planted faults that were found, and alarms that are false."""

from __future__ import annotations

import re
from typing import Any

from tests.golden import normal

from .loading import Sample
from .scores import Score

Json = dict[str, Any]

# What a damaged text is rightly warned about, since the damage is there to be seen.
FROM_DAMAGE = re.compile(
    r"^(broken-row|repeated-number|stray-text|paragraph-across-pages|repeated-header|"
    r"motto-missing|signature-block-missing|placeholder-left|misspelt-\w+|syllable-missing)$"
)


def score_findings(sample: Sample, reading: Json, *, damage: str = "") -> Score:
    """A fault is found by an error, warning or note of its code that quotes its words.

    An optional fault may be told or not. Errors and warnings beside the faults are false in a
    sample that is clean otherwise; notes are never counted as false. Lines must agree where they
    are known and still hold.
    """
    score = Score()
    lined = sample.lined and not damage
    faults, findings = sample.expected["findings"], reading["findings"]
    for fault in faults:
        if any(tells(finding, fault, lined) for finding in findings):
            score.right += 0 if fault.get("optional") else 1
        elif not fault.get("optional"):
            score.lacks(f"{sample.name}: fault {fault['code']} {fault['quote']!r}")
    if not sample.expected.get("clean_otherwise"):
        return score
    for finding in false_alarms(sample, reading, damage=damage):
        said = f"{finding['code']} line {finding['line']} {finding['quote'][:80]!r}"
        score.extra(f"{sample.name}: {finding['severity']} {said}")
    return score


def tells(finding: Json, fault: Json, lined: bool) -> bool:
    """Whether a finding speaks of the planted fault."""
    if not re.search(fault["code"], finding["code"]):
        return False
    places = [finding, *finding["related"]]
    if lined:
        lines = {place["line"] for place in places}
        if not (set(fault["pair"]) <= lines if "pair" in fault else lines & set(fault["lines"])):
            return False
    if "pair" in fault and lined:
        return True
    words = [place["quote"] for place in places] + [finding["message"]]
    return any(normal.holds(part, each) for part in quotes(fault) for each in words)


def quotes(fault: Json) -> list[str]:
    """The words of which a finding must quote one."""
    return fault["quote"] if isinstance(fault["quote"], list) else [fault["quote"]]


def false_alarms(sample: Sample, reading: Json, *, damage: str = "") -> list[Json]:
    """Errors and warnings that speak of no planted or known fault."""
    lined = sample.lined and not damage
    return [
        finding
        for finding in reading["findings"]
        if finding["severity"] != "note"
        and not any(tells(finding, fault, lined) for fault in sample.expected["findings"])
        and not (damage and FROM_DAMAGE.search(finding["code"]))
    ]
