"""Measures one reading against one sample, field by field.

Sections are right when path and words agree. Duties and rows are paired by their words; leads,
coordinating agencies, dues and targets are then judged within the pairs, so that one duty missed
is told once. An undamaged text must be read word for word, a damaged one recognisably.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lantoa.common.rules.vietnamese import fold
from tests.golden import normal

from . import matching
from .finding_scores import score_findings
from .inside import score_inside, score_target
from .loading import Sample
from .scores import Score, Scores, empty

Json = dict[str, Any]
_HEAD = ("status", "parent", "version_of", "number", "symbol", "date", "place", "signer")
_NAMES = ("title", "issuer", "place", "signer")
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
    least = matching.ALIKE if damaged else matching.EXACT
    whole = matching.ALIKE if damaged else matching.WHOLE_DUTY
    _score_sections(scores["section"], where, wanted["sections"], found["sections"], least)
    if "obligations" in wanted:
        for duty, have in _paired_duties(scores["obligation"], where, wanted, found, whole):
            score_inside(scores, f"{where} {duty['path']}", duty, have, damaged)
            score_target(scores["target"], f"{where} {duty['path']}", duty, have)
    for row, have in _paired_rows(scores["activity"], where, wanted, found, least):
        score_inside(scores, f"{where} row {row['number']}", row, have, damaged)


def _score_head(score: Score, where: str, wanted: Json, found: Json, damaged: bool) -> None:
    checks = {key: found[key] in wanted[key] for key in _HEAD if key in wanted}
    checks["kind"] = found["kind"] == wanted["kind"]
    checks |= {
        key: _holds_name(wanted[key], found[key]) for key in ("title", "issuer") if key in wanted
    }
    if damaged:  # names are as much damaged as the text is
        checks |= {key: _alike(wanted[key], found[key]) for key in _NAMES if key in wanted}
    for key, good in checks.items():
        if good:
            score.right += 1
        else:
            score.extra(f"{where}: {key} is {found[key]!r}, expected {wanted[key]!r}")
            score.missing += 1


def _holds_name(wanted: str, found: str | None) -> bool:
    """All of the name and little more: a whole page that holds the title is no title."""
    inside = fold(wanted) in fold(found or "")
    return inside and matching.likeness(wanted, found or "") >= matching.ALIKE


def _alike(wanted: str | list[str | None], found: str | None) -> bool:
    several = wanted if isinstance(wanted, list) else [wanted]
    return found in several or any(
        matching.likeness(each, found) >= matching.ALIKE for each in several if each and found
    )


def _score_sections(
    score: Score, where: str, wanted: Sequence[Json], found: list[Json], least: float
) -> None:
    have = {section["path"]: section for section in _flat(found)}
    for section in wanted:
        other = have.pop(section["path"], None)
        if other is None:
            score.lacks(f"{where}: section {section['path']} {section['text']!r}")
        elif _same_section(section, other, least):
            score.right += 1
        else:
            score.extra(f"{where}: section {section['path']} reads {_beginning(other)!r}")
            score.lacks(f"{where}: section {section['path']} {section['text']!r}")
    for path, other in have.items():
        score.extra(f"{where}: section {path} {_beginning(other)!r}")


def _same_section(wanted: Json, found: Json, least: float) -> bool:
    expected = normal.text(wanted["text"])[:_BEGINNING]
    if "heading" in wanted and not wanted["heading"].endswith("…"):
        return matching.likeness(expected, found["heading"]) >= least
    return matching.likeness(expected, _beginning(found)[: len(expected)]) >= least


def _beginning(section: Json) -> str:
    words = [section["heading"], *(each["text"] for each in section["paragraphs"][:1])]
    return normal.text(" ".join(filter(None, words)))[:_BEGINNING]


def _flat(sections: Sequence[Json]) -> Iterator[Json]:
    for section in sections:
        yield section
        yield from _flat(section["children"])


def _paired_duties(
    score: Score, where: str, wanted: Json, found: Json, least: float
) -> Iterator[tuple[Json, Json]]:
    duties, have = wanted["obligations"], found["obligations"]
    pairs = dict(matching.pair_duties(duties, have, least=least))
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
    score: Score, where: str, wanted: Json, found: Json, least: float
) -> Iterator[tuple[Json, Json]]:
    rows, have = wanted.get("activities", []), found["activities"]
    pairs = dict(matching.pair_rows(rows, have, least=least))
    for i, row in enumerate(rows):
        if i in pairs:
            score.right += 1
            yield row, have[pairs[i]]
        else:
            score.lacks(f"{where}: row {row['number']} {row.get('task', '')[:70]!r}")
    for j in set(range(len(have))) - set(pairs.values()):
        score.extra(f"{where}: row {have[j]['number']} {have[j]['task'][:70]!r}")
