"""Sums of money as officials write them (số tiền): "1.500.000", "1,5 triệu", "500 nghìn đồng"."""

from __future__ import annotations

import re
from decimal import Decimal

from lantoa.common.rules.vietnamese import search_key

UNITS = {"ty": 10**9, "ti": 10**9, "trieu": 10**6, "tr": 10**6, "nghin": 1000, "ngan": 1000}
LARGEST = 10**15
_SUM = re.compile(
    r"^(?P<figure>\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?) ?(?P<unit>ty|ti|trieu|tr|nghin|"
    r"ngan)? ?(?:dong|d|vnd)?$"
)
_IN_TEXT = re.compile(
    r"(?P<sum>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)\s?(?P<unit>tỷ|tỉ|triệu|nghìn|ngàn)?\s?"
    r"(?:đồng|VNĐ|VND)\b",
    re.IGNORECASE,
)


def read(text: str) -> int | None:
    """The sum in đồng, or None when the words are no sum."""
    match = _SUM.match(search_key(text))
    if match is None:
        return None
    unit = UNITS.get(match["unit"] or "", 1)
    value = _figure(match["figure"], unit) * unit
    whole = int(value)
    return whole if value == whole and whole <= LARGEST else None


def find(text: str) -> int | None:
    """The one sum named in running text; None when there is none or more than one."""
    found = {read(match[0]) for match in _IN_TEXT.finditer(text)} - {None}
    return found.pop() if len(found) == 1 else None


def written(amount: int | None) -> str:
    """1500000 as 1.500.000; nothing for an absent sum."""
    return "" if amount is None else f"{amount:,}".replace(",", ".")


def _figure(text: str, unit: int) -> Decimal:
    """A point groups thousands, but in "1.5 triệu" people mean one and a half."""
    if unit > 1 and re.fullmatch(r"\d+\.\d{1,2}", text):
        return Decimal(text)
    return Decimal(text.replace(".", "").replace(" ", "").replace(",", "."))
