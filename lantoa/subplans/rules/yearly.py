"""Last year's plan as this year's start (chép từ năm trước): the year in its words moves along."""

from __future__ import annotations

import re


def moved(text: str, *, since: int, to: int) -> str:
    """The text with the old year replaced where it means the plan's own year.

    "Năm 2023", "20/3/2023" and "Quý I/2023" move; the year of a cited document
    ("49/QĐ-UBND ngày 12/01/2023", "Thông tư 26/2019") stays.
    """
    year = re.escape(str(since))
    pattern = re.compile(rf"(?P<kept>\bngày \d{{1,2}}/\d{{1,2}}/{year}\b)|\bnăm {year}\b|"
                         rf"(?<=/){year}\b", re.IGNORECASE)  # fmt: skip

    def replace(match: re.Match[str]) -> str:
        if match["kept"] and _cites(text, match.start()):
            return match[0]
        return match[0].replace(str(since), str(to))

    return pattern.sub(replace, text)


def _cites(text: str, at: int) -> bool:
    """Whether the day belongs to a document cited just before it: a number with a slash."""
    return bool(re.search(r"\d+/[A-ZĐ][\w-]*\s*(?:,\s*)?$", text[:at]))
