"""A due said once in a heading (thời hạn ở đề mục) for every duty below: "1. Đến hết năm 2027"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .dues import read_due
from .model import Due
from .options import Options
from .references import squeeze

# Nothing but words of time: "Kế hoạch năm 2027" is a name, "Đến năm 2030" is a due.
_TIME = re.compile(
    r"^\W*(?:(?:mục tiêu|chỉ tiêu|phấn đấu|nhiệm vụ)\s+(?=đến|trước|trong))?"
    r"(?:(?:đến|hết|đầu|cuối|giữa|trước|trong|chậm nhất|từ|hoàn thành|là|và|ngày|tháng|quý|năm|"
    r"\d{1,2}(?:/\d{1,2})?(?:/\d{4})?|\d{4}|i{1,3}|iv|[/,–-])\W*(?:\s+|$))+$",
    re.IGNORECASE,
)
_OPENING = re.compile(r"^(?:mục tiêu|chỉ tiêu|phấn đấu|nhiệm vụ)\s+", re.IGNORECASE)
_LONGEST = 60


def due_of_headings(headings: Sequence[str], *, year: int | None, options: Options) -> Due | None:
    """The due of the nearest heading that is a due phrase as a whole; None when there is none."""
    for heading in headings:
        phrase = squeeze(heading)
        if len(phrase) <= _LONGEST and any(map(str.isdigit, phrase)) and _TIME.match(phrase):
            words = _OPENING.sub("", phrase.strip(" .:"))
            due = read_due(words, year=year, options=options)
            if due.kind != "unstated":
                return due
    return None
