"""Measures what is said within one duty or row: who leads, who helps, by when, how much.

`requested` counts as a lead: it is who has to act.
"""

from __future__ import annotations

from typing import Any

from tests.golden import normal

from .matching import name
from .naming import count_names
from .scores import Score, Scores

Json = dict[str, Any]
_NO_DUE = {"unstated", "standing"}
_LEADS = ("lead", "requested")


def score_inside(scores: Scores, where: str, wanted: Json, found: Json, damaged: bool) -> None:
    """Leads, coordinating agencies and due of a pair."""
    _score_leads(scores["lead"], where, wanted, found, damaged)
    _score_coordinating(scores["coordinating"], where, wanted, found, damaged)
    _score_due(scores["due"], where, wanted["due"], found["due"])


def _score_leads(score: Score, where: str, wanted: Json, found: Json, damaged: bool) -> None:
    """`"*"` is answered by a class of agencies; a named agency beside it is one too many.

    An agency of its own that may be named or not, as one that a report is sent to, is spared
    where nobody is said to lead, and wrong as a second lead.
    """
    if all(role not in wanted for role in _LEADS):
        return
    parties = [party for party in found["parties"] if party["role"] in _LEADS]
    allowed = wanted.get("allowed", [])
    if wanted.get("lead") == "*":
        if any(party["group"] for party in parties):
            score.right += 1
        else:
            said = [party["name"] for party in parties]
            score.lacks(f"{where}: any class of agencies; read {said}")
        expected, allowed = [], [*allowed, "*"]
    else:
        expected = [each for role in _LEADS for each in wanted.get(role, [])]
        if expected:
            classes = {name(party["name"]) for party in parties if party["group"]}
            kept = {name(each) for each in expected} | classes
            allowed = [each for each in allowed if each == "*" or name(each) in kept]
    _count(score, f"{where}: lead", expected, parties, allowed, damaged)


def _score_coordinating(score: Score, where: str, wanted: Json, found: Json, damaged: bool) -> None:
    if "coordinating" not in wanted:
        return
    parties = [party for party in found["parties"] if party["role"] == "coordinating"]
    allowed = wanted.get("allowed", [])
    _count(score, f"{where}: coordinating", wanted["coordinating"], parties, allowed, damaged)


def _count(
    score: Score,
    where: str,
    expected: list[str],
    found: list[Json],
    allowed: list[str],
    damaged: bool,
) -> None:
    tally = count_names(expected, found, allowed=allowed, damaged=damaged)
    score.right += tally.right
    for each in tally.extra:
        score.extra(f"{where} {each!r}")
    for each in tally.missing:
        score.lacks(f"{where} {each!r}")


def _score_due(score: Score, where: str, wanted: Json, found: Json) -> None:
    """Right when the kind is one of those allowed and every day agrees.

    Where a due may be left unsaid, saying none is right, and counts nowhere.
    """
    shown = {key: value for key, value in found.items() if value}
    if "unstated" in wanted["kind"]:
        if found["kind"] not in wanted["kind"] and found["kind"] not in _NO_DUE:
            score.extra(f"{where}: due {shown}")
        return
    if found["kind"] in wanted["kind"] and _same_days(wanted, found):
        score.right += 1
        return
    score.lacks(f"{where}: due {wanted}; read {shown}")
    if found["kind"] != "unstated":
        score.wrong += 1


def _same_days(wanted: Json, found: Json) -> bool:
    for key in ("by", "start"):
        if key in wanted and found[key] not in wanted[key]:
            return False
    day = wanted.get("day_of_month", [None])
    rule = f"{found['rrule'] or ''};"
    if day != [None] and found["day_of_month"] not in day and f"BYMONTHDAY={day[0]};" not in rule:
        return False
    return wanted.get("external_symbol", found["external_symbol"]) == found["external_symbol"]


def score_target(score: Score, where: str, wanted: Json, found: Json) -> None:
    """Right when value, unit and what is counted agree; unlabelled targets count nowhere."""
    if "target" not in wanted:
        return
    want, have = wanted["target"], found["target"]
    if want and have and _same_target(want, have):
        score.right += 1
        return
    if want:
        score.lacks(f"{where}: target {want}; read {have}")
    if have:
        score.extra(f"{where}: target {have}; expected {want}")


def _same_target(wanted: Json, found: Json) -> bool:
    """ "14 buổi" is as good as "14 buổi nói chuyện"; a whole sentence is nothing counted."""
    want, have = (each["unit"].partition("/")[0].strip() for each in (wanted, found))
    same_unit = want == have or want.startswith(f"{have} ")
    of = wanted["of"] or ""
    brief = not of or len(found["of"] or "") <= 3 * len(of) + 20
    return (
        found["value"] == wanted["value"] and same_unit and normal.holds(of, found["of"]) and brief
    )
