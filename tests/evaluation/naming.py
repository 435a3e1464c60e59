"""Which agencies of a reading are those a person expected (chủ trì, phối hợp, được đề nghị).

A name counts once. Where a class of agencies is written as one phrase, "các sở, ban, ngành, UBND
các xã", it is as good in one piece as in several; agencies with a name of their own are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from .matching import ALIKE_NAME, likeness, name

Json = dict[str, Any]
_JOINTS = re.compile(r"[,;\s]+(?:(?:va|cung|cac)\s+)*|^cac\s+")


@dataclass
class Tally:
    """Names that agree, names too many, names that are missing."""

    right: int = 0
    extra: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def count_names(
    expected: Sequence[str], found: Sequence[Json], *, allowed: Sequence[str], damaged: bool
) -> Tally:
    """How the parties found answer the names expected.

    An allowed name counts nowhere; "*" among them allows any class that answers no expected name.
    """
    spared = {name(each) for each in allowed}
    missing = [each for each in expected if name(each) not in spared]
    have = list({name(party["name"]): party for party in found}.values())
    tally = Tally()
    for each in list(missing):
        twin = next((party for party in have if _same(each, party["name"], damaged)), None)
        if twin is not None:
            have.remove(twin)
            missing.remove(each)
            tally.right += 1
    _match_joined(tally, missing, have)
    _match_parts(tally, missing, have)
    tally.missing = missing
    tally.extra = [
        party["name"]
        for party in have
        if name(party["name"]) not in spared and not ("*" in allowed and party["group"])
    ]
    return tally


def _match_joined(tally: Tally, missing: list[str], have: list[Json]) -> None:
    """One class found that is several expected, in their order."""
    for party in [each for each in have if each["group"]]:
        for run in _runs(missing):
            if _joined(run) == _joined([party["name"]]):
                tally.right += len(run)
                have.remove(party)
                del missing[missing.index(run[0]) : missing.index(run[0]) + len(run)]
                break


def _match_parts(tally: Tally, missing: list[str], have: list[Json]) -> None:
    """Several classes found that are one expected, in their order."""
    classes = [party for party in have if party["group"]]
    for each in list(missing):
        for run in _runs([party["name"] for party in classes]):
            if _joined(run) == _joined([each]):
                tally.right += 1
                missing.remove(each)
                have[:] = [party for party in have if party["name"] not in run]
                break


def _runs(names: Sequence[str]) -> Iterator[list[str]]:
    """Every two or more names that follow one another."""
    for first in range(len(names)):
        for last in range(first + 2, len(names) + 1):
            yield list(names[first:last])


def _joined(names: Sequence[str]) -> str:
    return " ".join(filter(None, (_JOINTS.sub(" ", name(each)).strip() for each in names)))


def _same(first: str, second: str, damaged: bool) -> bool:
    if name(first) == name(second):
        return True
    return damaged and likeness(first, second) >= ALIKE_NAME
