"""How often a reading met what people taught (số lần dùng điều đã học)."""

from __future__ import annotations

import re

from lantoa.common.rules.vietnamese import match_key

from .known_phrases import OWN_YEAR
from .model import Activity, Obligation, Reading

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def times_used(reading: Reading, key: str, *, is_due: bool) -> int:
    """How many duties have that due phrase, or name that party; `key` is the phrase's one form."""
    duties: list[Obligation | Activity] = []
    for document in reading.documents:
        duties += [*document.obligations, *document.activities]
    if not is_due:
        return sum(match_key(party.name) == key for duty in duties for party in duty.parties)
    found = (match_key(duty.due.text).strip(" .;") for duty in duties)
    return sum(key in (due, _YEAR.sub(OWN_YEAR, due)) for due in found)
