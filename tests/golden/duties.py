"""Says in words where the duties and activities of a reading differ from a golden sample.

Duties are matched by their first line, so that a wrong path is told once and hides nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from . import normal
from .compare import pairs

Json = dict[str, Any]
ROLES = ("lead", "coordinating", "advised", "requested", "invited")
ANY_CLASS = "*"


def duties(expected: Json, actual: Json) -> list[str]:
    """Which paragraphs are duties: path, lines, first words."""
    told = []
    for where, wanted, found in pairs(expected, actual):
        if "obligations" not in wanted:
            continue
        have = {duty["span"][0]: duty for duty in found["obligations"]}
        want = {duty["span"][0]: duty for duty in wanted["obligations"]}
        for line, duty in want.items():
            if line in have:
                told += [f"{where}: line {line}: {said}" for said in _place(duty, have[line])]
            elif not duty.get("optional"):
                told.append(f"{where}: line {line}: no duty {duty['path']} {duty['starts']!r}")
        for line in have.keys() - want.keys():
            told.append(f"{where}: line {line}: {have[line]['path']} is no duty")
        if len(found["obligations"]) != len(have):
            told.append(f"{where}: several duties begin on one line")
    return told


def _place(wanted: Json, found: Json) -> Iterator[str]:
    if found["path"] != wanted["path"]:
        yield f"path is {found['path']}, expected {wanted['path']}"
    if list(found["span"]) != wanted["span"]:
        yield f"span is {found['span']}, expected {wanted['span']}"
    if not normal.text(found["text"]).startswith(normal.text(wanted["starts"])):
        yield f"text begins {found['text'][:60]!r}, expected {wanted['starts']!r}"


def _matched(expected: Json, actual: Json) -> Iterator[tuple[str, Json, Json]]:
    for where, wanted, found in pairs(expected, actual):
        have = {duty["span"][0]: duty for duty in found["obligations"]}
        for duty in wanted.get("obligations", []):
            if duty["span"][0] in have:
                yield f"{where}: {duty['path']}", duty, have[duty["span"][0]]
        rows = {row["number"]: row for row in found["activities"]}
        for row in wanted.get("activities", []):
            if row["number"] in rows:
                yield f"{where}: activity {row['number']}", row, rows[row["number"]]


def _each(say: Callable[[Json, Json], Iterator[str]], expected: Json, actual: Json) -> list[str]:
    return [
        f"{where}: {said}"
        for where, wanted, found in _matched(expected, actual)
        for said in say(wanted, found)
    ]


def leads(expected: Json, actual: Json) -> list[str]:
    """Who leads, or is requested, in duties and activities."""
    return _each(lambda w, f: _roles(w, f, ("lead", "requested")), expected, actual)


def others(expected: Json, actual: Json) -> list[str]:
    """Who coordinates, is advised or is invited, in duties and activities."""
    return _each(
        lambda w, f: _roles(w, f, ("coordinating", "advised", "invited")), expected, actual
    )


def _roles(wanted: Json, found: Json, roles: tuple[str, ...]) -> Iterator[str]:
    allowed = {normal.name(each) for each in wanted.get("allowed", [])}
    for role in roles:
        parties = [party for party in found["parties"] if party["role"] == role]
        want = wanted.get(role)
        if want == ANY_CLASS:
            if not any(party["group"] for party in parties):
                yield f"no class of agencies leads: {[p['name'] for p in parties]}"
        elif want is not None:
            have = {normal.name(party["name"]) for party in parties}
            need = {normal.name(each) for each in want}
            if have - allowed != need - allowed:
                yield f"{role} is {sorted(have)}, expected {sorted(need)}"


def dues(expected: Json, actual: Json) -> list[str]:
    """The due rules: kind, words, first and last day, day of the month, the plan followed."""
    return _each(lambda w, f: _due(w["due"], f["due"]), expected, actual)


def _due(wanted: Json, found: Json) -> Iterator[str]:
    shown = {key: value for key, value in found.items() if value}
    if found["kind"] not in wanted["kind"]:
        yield f"due is {shown}, expected {wanted['kind']}"
        return
    for field in ("by", "start"):
        if field in wanted and found[field] not in wanted[field]:
            yield f"due {field} is {found[field]}, expected {wanted[field]} ({shown})"
    if "day_of_month" in wanted and not _day(wanted["day_of_month"], found):
        yield f"day of the month is {found['day_of_month']}, expected {wanted['day_of_month']}"
    if "external_symbol" in wanted and found["external_symbol"] != wanted["external_symbol"]:
        yield f"follows {found['external_symbol']}, expected {wanted['external_symbol']}"
    if not normal.holds(wanted.get("text", ""), found["text"]):
        yield f"due words are {found['text']!r}, expected {wanted['text']!r}"


def _day(wanted: list[int | None], found: Json) -> bool:
    if found["day_of_month"] in wanted:
        return True
    rule = found["rrule"] or ""
    return any(f"BYMONTHDAY={day};" in f"{rule};" for day in wanted if day)


def bindings(expected: Json, actual: Json) -> list[str]:
    """Whether a duty is directed, or only requested of a body outside the issuer's command."""
    return _each(_binding, expected, actual)


def _binding(wanted: Json, found: Json) -> Iterator[str]:
    if "binding" in wanted and found["binding"] != wanted["binding"]:
        yield f"is {found['binding']}, expected {wanted['binding']}"


def targets(expected: Json, actual: Json) -> list[str]:
    """The measurable targets (chỉ tiêu), and no target where there is none."""
    return _each(_target, expected, actual)


def _target(wanted: Json, found: Json) -> Iterator[str]:
    if "target" not in wanted:
        return
    want, have = wanted["target"], found["target"]
    if (want is None) != (have is None):
        yield f"target is {have}, expected {want}"
    elif want and have:
        same = (have["value"], have["unit"]) == (want["value"], want["unit"])
        if not same or not normal.holds(want["of"], have["of"]):
            yield f"target is {have}, expected {want}"


def activities(expected: Json, actual: Json) -> list[str]:
    """The rows of the appendix: numbers, rejoined tasks, lines, forms."""
    told = []
    for where, wanted, found in pairs(expected, actual):
        have = [row["number"] for row in found["activities"]]
        want = [row["number"] for row in wanted.get("activities", [])]
        if have != want:
            told.append(f"{where}: activities are {have}, expected {want}")
    return told + _each(_row, expected, actual)


def _row(wanted: Json, found: Json) -> Iterator[str]:
    if "task" not in wanted:
        return
    if normal.text(found["task"]) != normal.text(wanted["task"]):
        yield f"task is {found['task']!r}, expected {wanted['task']!r}"
    if [list(span) for span in found["spans"]] != wanted["spans"]:
        yield f"spans are {found['spans']}, expected {wanted['spans']}"
    if "forms" in wanted:
        have = [normal.text(form) for form in found["forms"]]
        want = [normal.text(form) for form in wanted["forms"]]
        whole = wanted.get("forms_one_cell") and ", ".join(have) == ", ".join(want)
        if have != want and not whole:
            yield f"forms are {have}, expected {want}"
