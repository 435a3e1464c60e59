"""The year a plan is for (năm kế hoạch): one rule, for reading dues and for checking them."""

from __future__ import annotations

import re

# "đến năm 2030", "giai đoạn 2026 - 2030", "năm học 2025-2026" name no year of a yearly plan.
_YEAR = re.compile(
    r"(?<!đến )(?<!tới )(?<!hết )(?<!tầm nhìn )(?<!định hướng )(?<!học )(?<!từ )\bnăm\s+"
    r"((?:19|20)\d\d)\b(?!\s*[-–]\s*(?:19|20)\d\d)",
    re.IGNORECASE,
)
_LONG = re.compile(r"giai đoạn|đến năm|tầm nhìn|nhiệm kỳ", re.IGNORECASE)


def named_year(title: str) -> int | None:
    """The last year that the title gives to the plan itself; None when it names none."""
    # In capitals too: the words before "NĂM" decide, so the text is read in lower case.
    found = _YEAR.findall(" ".join(title.lower().split()))
    return int(found[-1]) if found else None


def spans_years(title: str) -> bool:
    """A plan for several years has no single year, whatever year it was issued in."""
    return bool(_LONG.search(title))
