"""What becomes of open work in a reorganisation (bàn giao): moved, merged into one, or ended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

MOVED, MERGED, ENDED, KEPT = "moved", "merged", "ended", "kept"
_RANK = {"open": 0, "returned": 1, "submitted": 2}


@dataclass(frozen=True, slots=True)
class Work:
    """One duty of one agency in one period, before; `target` names who takes over, None: nobody.

    `excused` work is expected of nobody any more and stays with the old agency.
    """

    key: int
    duty: int
    period: str
    state: str
    due_on: date | None
    target: str | None
    excused: bool = False


@dataclass(frozen=True, slots=True)
class Fate:
    """`into` is the row that takes this one's evidence in, when it is merged."""

    key: int
    outcome: str
    target: str | None = None
    into: int | None = None


def fates(old: Iterable[Work], theirs: Iterable[Work]) -> list[Fate]:
    """What becomes of each of the old agencies' rows; `theirs` are the successors' own rows.

    What was accepted or excused stays as history. Open rows of one duty and period that come to
    one successor become one: that which is furthest (sent before returned before open), then that
    with the later deadline, keeps its deadline and takes the others' evidence in. Where the
    successor has already had its own row accepted or excused, the old one ends with it.
    """
    own = {(row.target, row.duty, row.period): row for row in theirs}
    groups: dict[tuple[str, int, str], list[Work]] = {}
    found: list[Fate] = []
    for row in old:
        if row.excused or row.state == "accepted":
            found.append(Fate(row.key, KEPT))
        elif row.target is None:
            found.append(Fate(row.key, ENDED))
        else:
            groups.setdefault((row.target, row.duty, row.period), []).append(row)
    for place, rows in groups.items():
        found += _of_group(place[0], rows, own.get(place))
    return found


def _of_group(target: str, rows: list[Work], own: Work | None) -> list[Fate]:
    if own is not None and (own.excused or own.state == "accepted"):
        return [Fate(row.key, ENDED, target, own.key) for row in rows]
    if own is not None:
        # The successor's own row keeps its place; facts of a further one are carried into it.
        return [Fate(row.key, MERGED, target, own.key) for row in rows]
    first = furthest(rows)
    return [
        Fate(row.key, MOVED, target) if row is first else Fate(row.key, MERGED, target, first.key)
        for row in rows
    ]


def furthest(rows: Iterable[Work]) -> Work:
    """The row whose state and deadline the merged one keeps."""
    return max(rows, key=lambda row: (_RANK[row.state], row.due_on or date.max, -row.key))
