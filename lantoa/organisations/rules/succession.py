"""Succession (kế thừa): who takes over from whom in a reorganisation, and what must hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ReorganisationKind(StrEnum):
    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    DISSOLVE = "dissolve"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True)
class Party:
    """An agency as the rule sees it: `valid_to` is the first day on which it is gone."""

    key: int
    name: str
    valid_from: date
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A broken rule: a stable code and one Vietnamese sentence."""

    code: str
    message: str


_EXPECTED = {
    ReorganisationKind.MERGE: (1, 1, "sáp nhập thì mỗi cơ quan cũ có đúng một cơ quan kế thừa"),
    ReorganisationKind.RENAME: (1, 1, "đổi tên thì cơ quan cũ có đúng một cơ quan kế thừa"),
    ReorganisationKind.TRANSFER: (
        1,
        1,
        "chuyển giao thì mỗi cơ quan cũ có đúng một cơ quan tiếp nhận",
    ),
    ReorganisationKind.SPLIT: (
        2,
        None,
        "chia tách thì mỗi cơ quan cũ có ít nhất hai cơ quan kế thừa",
    ),
    ReorganisationKind.DISSOLVE: (0, 0, "giải thể thì không có cơ quan kế thừa"),
}


def problems(
    kind: ReorganisationKind,
    effective_on: date,
    successions: Mapping[Party, Sequence[Party]],
) -> list[Problem]:
    """Everything that forbids the reorganisation; empty when it may be recorded.

    Merged, renamed or transferred: exactly one successor each; split: two or more; dissolved: none.
    The predecessor ends and the successor exists on the effective date.
    """
    if not successions:
        return [Problem("no-predecessor", "Chưa chọn cơ quan nào được sắp xếp.")]
    found: list[Problem] = []
    for predecessor, successors in successions.items():
        found += _cardinality(kind, predecessor, successors)
        found += _predecessor_dates(predecessor, effective_on)
        for successor in successors:
            found += _successor_dates(successor, effective_on)
    found += _shared_rename(kind, successions)
    found += _both_sides(successions)
    return list(dict.fromkeys(found))


def _cardinality(
    kind: ReorganisationKind, predecessor: Party, successors: Sequence[Party]
) -> list[Problem]:
    least, most, rule = _EXPECTED[kind]
    count = len({successor.key for successor in successors})
    if count < least or (most is not None and count > most):
        return [
            Problem(
                "successor-count",
                f"{predecessor.name} đang có {count} cơ quan kế thừa; {rule}.",
            )
        ]
    return []


def _predecessor_dates(predecessor: Party, effective_on: date) -> list[Problem]:
    if predecessor.valid_from >= effective_on:
        return [
            Problem(
                "predecessor-not-yet",
                f"{predecessor.name} chưa hoạt động trước ngày {effective_on:%d/%m/%Y}.",
            )
        ]
    if predecessor.valid_to is not None and predecessor.valid_to != effective_on:
        return [
            Problem(
                "predecessor-ended",
                f"{predecessor.name} kết thúc ngày {predecessor.valid_to:%d/%m/%Y}, "
                f"không khớp với ngày sắp xếp {effective_on:%d/%m/%Y}.",
            )
        ]
    return []


def _successor_dates(successor: Party, effective_on: date) -> list[Problem]:
    if successor.valid_from > effective_on:
        return [
            Problem(
                "successor-not-yet",
                f"{successor.name} hoạt động từ ngày {successor.valid_from:%d/%m/%Y}, "
                f"sau ngày sắp xếp {effective_on:%d/%m/%Y}.",
            )
        ]
    if successor.valid_to is not None and successor.valid_to <= effective_on:
        return [
            Problem(
                "successor-ended",
                f"{successor.name} đã kết thúc hoạt động ngày {successor.valid_to:%d/%m/%Y}.",
            )
        ]
    return []


def _shared_rename(
    kind: ReorganisationKind, successions: Mapping[Party, Sequence[Party]]
) -> list[Problem]:
    if kind is not ReorganisationKind.RENAME:
        return []
    heirs = [successor.key for successors in successions.values() for successor in successors]
    if len(heirs) == len(set(heirs)):
        return []
    return [Problem("shared-name", "Đổi tên thì mỗi cơ quan mới chỉ kế thừa một cơ quan cũ.")]


def _both_sides(successions: Mapping[Party, Sequence[Party]]) -> list[Problem]:
    ending = {predecessor.key for predecessor in successions}
    return [
        Problem(
            "own-successor",
            f"{successor.name} vừa kết thúc vừa kế thừa trong cùng một lần sắp xếp.",
        )
        for successors in successions.values()
        for successor in successors
        if successor.key in ending
    ]
