"""Terms in a post (thời gian giữ chức danh): one holder at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Term:
    """From `since` up to but not including `until`; without `until` it is still running."""

    key: int
    post: int
    since: date
    until: date | None = None


def covers(since: date, until: date | None, day: date) -> bool:
    """Whether a half-open stretch of time contains the day."""
    return since <= day and (until is None or day < until)


def overlap(first: Term, second: Term) -> bool:
    """Whether two terms in the same post share a day."""
    return first.post == second.post and (
        (second.until is None or first.since < second.until)
        and (first.until is None or second.since < first.until)
    )


def overlapping(terms: Sequence[Term]) -> list[tuple[Term, Term]]:
    """Each pair of terms that share a day in one post, by post and start."""
    ordered = sorted(terms, key=lambda term: (term.post, term.since, term.key))
    found = []
    for place, term in enumerate(ordered):
        for later in ordered[place + 1 :]:
            if later.post != term.post:
                break
            if overlap(term, later):
                found.append((term, later))
    return found
