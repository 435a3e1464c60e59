"""Measures one reading against one sample, field by field.

Sections are right when path and words agree. Duties and rows are paired by their words; leads,
coordinating agencies, dues and targets are then judged within the pairs, so that one duty missed
is told once. `requested` counts as a lead: it is who has to act.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lantoa.common.rules.vietnamese import fold
from tests.golden import normal

from . import matching
from .finding_scores import score_findings
from .loading import Sample
from .scores import Score, Scores, empty

Json = dict[str, Any]
_HEAD = ("status", "parent", "version_of", "number", "symbol", "date", "place", "signer")
_NAMES = ("title", "issuer", "place", "signer")
_NO_DUE = {"unstated", "standing"}
_BEGINNING = 200


def score_reading(sample: Sample, reading: Json, *, damage: str = "") -> Scores:
    """The counts of every field; `damage` names what was done to the text, if anything."""
    scores = empty()
    expected, found = sample.expected["documents"], reading["documents"]
    pairs = dict(matching.pair_documents(expected, found))
    for i, wanted in enumerate(expected):
        where = f"{sample.name} [{i}]"
        have = found[pairs[i]] if i in pairs else _NOTHING
        if have is _NOTHING:
            scores["head"].lacks(f"{where}: document {wanted['title']!r}")
        _score_document(scores, where, wanted, have, bool(damage))
    for j in set(range(len(found))) - set(pairs.values()):
        scores["head"].extra(f"{sample.name}: document {found[j]['title']!r}")
        _score_document(scores, f"{sample.name} [+{j}]", _NOTHING, found[j], bool(damage))
    scores["finding"] = score_findings(sample, reading, damage=damage)
    return scores


_NOTHING: Json = {"sections": [], "obligations": [], "activities": [], "title": "", "kind": ""}


def _score_document(scores: Scores, where: str, wanted: Json, found: Json, damaged: bool) -> None:
    if wanted is not _NOTHING and found is not _NOTHING:
        _score_head(scores["head"], where, wanted, found, damaged)
    _score_sections(scores["section"], where, wanted["sections"], found["sections"])
    if "obligations" in wanted:
        for duty, have in _paired_duties(scores["obligation"], where, wanted, found):
            _score_inside(scores, f"{where} {duty['path']}", duty, have, damaged)
            _score_target(scores["target"], f"{where} {duty['path']}", duty, have)
    for row, have in _paired_rows(scores["activity"], where, wanted, found):
        _score_inside(scores, f"{where} row {row['number']}", row, have, damaged)


def _score_head(score: Score, where: str, wanted: Json, found: Json, damaged: bool) -> None:
    checks = {key: found[key] in wanted[key] for key in _HEAD if key in wanted}
    checks["kind"] = found["kind"] == wanted["kind"]
    checks |= {
        key: fold(wanted[key]) in fold(found[key] or "")
        for key in ("title", "issuer")
        if key in wanted
    }
    if damaged:  # names are as much damaged as the text is
        checks |= {key: _alike(wanted[key], found[key]) for key in _NAMES if key in wanted}
    for key, good in checks.items():
        if good:
            score.right += 1
        else:
            score.extra(f"{where}: {key} is {found[key]!r}, expected {wanted[key]!r}")
            score.missing += 1


def _alike(wanted: str | list[str | None], found: str | None) -> bool:
    several = wanted if isinstance(wanted, list) else [wanted]
    return found in several or any(
        matching.likeness(each, found) >= matching.ALIKE for each in several if each and found
    )


def _score_sections(score: Score, where: str, wanted: Sequence[Json], found: list[Json]) -> None:
    have = {section["path"]: section for section in _flat(found)}
    for section in wanted:
        other = have.pop(section["path"], None)
        if other is None:
            score.lacks(f"{where}: section {section['path']} {section['text']!r}")
        elif _same_section(section, other):
            score.right += 1
        else:
            score.extra(f"{where}: section {section['path']} reads {_beginning(other)!r}")
            score.lacks(f"{where}: section {section['path']} {section['text']!r}")
    for path, other in have.items():
        score.extra(f"{where}: section {path} {_beginning(other)!r}")


def _same_section(wanted: Json, found: Json) -> bool:
    expected = normal.text(wanted["text"])[:_BEGINNING]
    if "heading" in wanted and not wanted["heading"].endswith("…"):
        return matching.likeness(expected, found["heading"]) >= matching.ALIKE
    return matching.likeness(expected, _beginning(found)[: len(expected)]) >= matching.ALIKE


def _beginning(section: Json) -> str:
    words = [section["heading"], *(each["text"] for each in section["paragraphs"][:1])]
    return normal.text(" ".join(filter(None, words)))[:_BEGINNING]


def _flat(sections: Sequence[Json]) -> Iterator[Json]:
    for section in sections:
        yield section
        yield from _flat(section["children"])


def _paired_duties(
    score: Score, where: str, wanted: Json, found: Json
) -> Iterator[tuple[Json, Json]]:
    duties, have = wanted["obligations"], found["obligations"]
    pairs = dict(matching.pair_duties(duties, have))
    for i, duty in enumerate(duties):
        if i not in pairs:
            if not duty.get("optional"):
                score.lacks(f"{where}: duty {duty['path']} {duty['text'][:70]!r}")
        elif not duty.get("optional"):
            score.right += 1
            yield duty, have[pairs[i]]
    for j in set(range(len(have))) - set(pairs.values()):
        score.extra(f"{where}: duty {have[j]['path']} {have[j]['text'][:70]!r}")


def _paired_rows(
    score: Score, where: str, wanted: Json, found: Json
) -> Iterator[tuple[Json, Json]]:
    rows, have = wanted.get("activities", []), found["activities"]
    pairs = dict(matching.pair_rows(rows, have))
    for i, row in enumerate(rows):
        if i in pairs:
            score.right += 1
            yield row, have[pairs[i]]
        else:
            score.lacks(f"{where}: row {row['number']} {row.get('task', '')[:70]!r}")
    for j in set(range(len(have))) - set(pairs.values()):
        score.extra(f"{where}: row {have[j]['number']} {have[j]['task'][:70]!r}")


def _score_inside(scores: Scores, where: str, wanted: Json, found: Json, damaged: bool) -> None:
    _score_parties(scores["lead"], where, wanted, found, ("lead", "requested"), damaged)
    _score_parties(scores["coordinating"], where, wanted, found, ("coordinating",), damaged)
    _score_due(scores["due"], where, wanted["due"], found["due"])


def _score_parties(
    score: Score, where: str, wanted: Json, found: Json, roles: tuple[str, ...], damaged: bool
) -> None:
    if all(role not in wanted for role in roles):
        return
    parties = [party for party in found["parties"] if party["role"] in roles]
    if wanted.get("lead") == "*" and "lead" in roles:
        if any(party["group"] for party in parties):
            score.right += 1
        else:
            score.lacks(f"{where}: any class of agencies; read {[p['name'] for p in parties]}")
        return
    allowed = wanted.get("allowed", [])
    if "*" in allowed:
        parties = [party for party in parties if not party["group"]]
    names = [name for role in roles for name in wanted.get(role, [])]
    right, extra, missing = matching.count_names(
        names, [party["name"] for party in parties], allowed=allowed, damaged=damaged
    )
    score.right += right
    for each in extra:
        score.extra(f"{where}: {roles[0]} {each!r}")
    for each in missing:
        score.lacks(f"{where}: {roles[0]} {each!r}")


def _score_due(score: Score, where: str, wanted: Json, found: Json) -> None:
    """Right when the kind is one of those allowed and every day agrees."""
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


def _score_target(score: Score, where: str, wanted: Json, found: Json) -> None:
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
    units = [each["unit"].partition("/")[0].strip() for each in (wanted, found)]
    same = found["value"] == wanted["value"] and units[0] == units[1]
    return same and normal.holds(wanted["of"] or "", found["of"])
