"""Which duty of a plan orders each agency to make its own (nhiệm vụ giao lập kế hoạch riêng)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lantoa.common.rules.vietnamese import search_key

_OWN = r"(?:co quan|don vi|nganh|dia phuong|linh vuc|cap) (?:minh|phu trach|quan ly)"
_MAKES = re.compile(
    r"\b(?:xay dung|ban hanh|lap|cu the hoa)\b[^.;]{0,60}?\bke hoach\b[^.;]*?"
    rf"(?:\b(?:cua|tai|trong|o)\b[^.;]{{0,40}}?\b(?:co quan|don vi|nganh|dia phuong)\b|{_OWN})"
)
_DETAILS = re.compile(
    r"\b(?:xay dung|ban hanh|lap)\b[^.;]{0,30}?\bke hoach (?:cu the|chi tiet|rieng|trien khai|"
    r"thuc hien|hanh dong)\b"
)
_SENDS = re.compile(
    r"^(?:cac )?ke hoach\b[^.;]{0,80}?\b(?:gui|bao cao)\b"
    r"|\bgui (?:ban )?ke hoach\b[^.;]{0,60}?\b(?:ve|den|cho|qua|de)\b"
    r"|\bke hoach\b[^.;]{0,60}?\b(?:gui|bao cao) (?:ve|den|cho|qua)\b"
)
# Preparing somebody else's plan, or another plan mentioned in passing, orders no sub-plan.
_FOR_OTHERS = re.compile(
    r"\b(?:tham muu|trinh|giup|phoi hop)\b[^.;]{0,60}?\bke hoach\b"
    r"|\b(?:khi|trong qua trinh|trong viec) (?:xay dung|ban hanh|lap)\b"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A duty as the plan words it; `agencies`: how many must do it."""

    key: int
    text: str
    due_by: date | None = None
    agencies: int = 0


def orders_own_plan(text: str) -> bool:
    """Whether the words order the addressee to make, or to send, a plan of its own."""
    words = search_key(text)
    if _SENDS.search(words):
        return True
    return not _FOR_OTHERS.search(words) and bool(_MAKES.search(words) or _DETAILS.search(words))


def ordering_duty(duties: Iterable[Said]) -> int | None:
    """The duty under which sub-plans are awaited: one with a day comes before one without, the
    sentence that says where to send them before the one that says to make them.

    Only what more than one agency must do: a single division's plan is a duty like any other.
    """
    found = [one for one in duties if one.agencies > 1 and orders_own_plan(one.text)]
    if not found:
        return None
    best = min(enumerate(found), key=lambda pair: (*_rank(pair[1]), pair[0]))
    return best[1].key


def _rank(duty: Said) -> tuple[bool, bool, bool]:
    words = search_key(duty.text)
    return (
        duty.due_by is None,
        not _SENDS.search(words),
        not _MAKES.search(words),
    )
