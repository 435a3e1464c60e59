"""What a corrected row teaches (bài học từ chỗ sửa): another name of an agency, what a due phrase
means, who belongs to a class. Only a proposal; a person decides whether it holds next time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lantoa.common.rules.vietnamese import match_key
from lantoa.documents.reading.known_phrases import phrase_of
from lantoa.plans.rules.due_rule import DueRule

Party = Mapping[str, Any]
ONE, CLASS, EMPTY, UNKNOWN = "one", "class", "empty", "unknown"
_CLASSES = frozenset({CLASS, EMPTY})


@dataclass(frozen=True, slots=True)
class Meant:
    """What a name meant: kind as in `services.parties`, and the code of the one agency."""

    kind: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class RowWords:
    """The parts of a row that a correction can teach from; `source` is all that it says."""

    parties: Sequence[Party]
    due: DueRule
    source: str


@dataclass(frozen=True, slots=True)
class Correction:
    """`kind` is alias, phrase or class; `value` as documents keep it."""

    kind: str
    phrase: str
    value: dict[str, Any]


def corrections(
    before: RowWords, after: RowWords, *, meant: Callable[[Party], Meant], year: int
) -> list[Correction]:
    """The lessons of one edit.

    An unrecognised name replaced by an agency is its alias; a due phrase given another rule means
    that rule; a class named in the row itself and replaced by several names is those members.
    "liên quan" says something else in each duty and teaches nothing.
    """
    return [*_of_parties(before, after, meant), *_of_due(before, after, year)]


def _of_parties(
    before: RowWords, after: RowWords, meant: Callable[[Party], Meant]
) -> Iterator[Correction]:
    for role in dict.fromkeys(party["role"] for party in before.parties):
        gone = _only(before.parties, after.parties, role)
        came = _only(after.parties, before.parties, role)
        if not gone or not came:
            continue
        if len(gone) == len(came):
            for old, new in zip(gone, came, strict=True):
                yield from _of_name(old, [new], meant, before.source)
        elif len(gone) == 1:
            yield from _of_name(gone[0], came, meant, before.source)


def _only(parties: Sequence[Party], others: Sequence[Party], role: str) -> list[Party]:
    """Those of that role whom the others name in no role: a change of role teaches nothing."""
    known = {match_key(party["name"]) for party in others}
    return [p for p in parties if p["role"] == role and match_key(p["name"]) not in known]


def _of_name(
    old: Party, new: Sequence[Party], meant: Callable[[Party], Meant], source: str
) -> Iterator[Correction]:
    was, now = meant(old).kind, [meant(party) for party in new]
    if any(one.kind not in {ONE, *_CLASSES} for one in now):
        return
    if len(now) == 1 and now[0].kind == ONE:
        if was == UNKNOWN:
            yield Correction("alias", old["name"], {"agency": now[0].code})
        return
    in_row = match_key(old["name"]) in match_key(source)
    if was == UNKNOWN or (was in _CLASSES and in_row):
        members = [
            {"code": one.code, "name": party["name"]} for party, one in zip(new, now, strict=True)
        ]
        yield Correction("class", old["name"], {"members": members})


def _of_due(before: RowWords, after: RowWords, year: int) -> Iterator[Correction]:
    if _bare(before.due) == _bare(after.due):
        return
    words = _phrase(before, after)
    if words:
        rule = phrase_of(words, after.due.as_json(), year=year)
        yield Correction("phrase", rule.phrase, rule.as_value())


def _bare(due: DueRule) -> DueRule:
    return replace(due, text="")


def _phrase(before: RowWords, after: RowWords) -> str:
    """The phrase of the document: as the person copied it, else as it was read; never invented."""
    for due in (after.due, before.due):
        key = match_key(due.text)
        if key and (key == match_key(before.due.text) or key in match_key(before.source)):
            return due.text
    return ""
