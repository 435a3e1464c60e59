"""Numbers and symbols of documents (số, ký hiệu): where they stand and how they are rightly spelt.

The codes of document types are those of Decree 30/2020/NĐ-CP, Appendix III, and Party practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Code of a type of document -> kind in document.schema.json.
_OTHER_CODES = (
    *("QC", "QyĐ", "TC", "TB", "HD", "PA", "ĐA", "DA", "BC", "BB", "TTr", "HĐ", "CĐ", "BGN"),
    *("BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB", "L", "LCT", "PL"),
)
TYPE_KINDS: dict[str, str] = {
    "QĐ": "decision",
    "KH": "plan",
    "CTr": "programme",
    "NQ": "resolution",
    "KL": "conclusion",
    "CT": "directive",
    "TT": "circular",
    "TTLT": "circular",
    "NĐ": "decree",
    "CV": "official_letter",
    **dict.fromkeys(_OTHER_CODES, "other"),
}
# "02-HĐBT" is an organ of its own; only these types are met without their hyphen.
_OFTEN_GLUED = {"QĐ", "KH", "NQ", "CTR", "TT", "NĐ", "KL", "TB", "TTR"}
_CANONICAL = {code.upper(): code for code in TYPE_KINDS}
_ORGANS = re.compile(
    r"UBND|HĐND|TTg|CP|TW|TU|HU|ThU|ĐU|VPCP|CTN|QH\d*|UBTVQH\d*|B[A-Z&]{1,7}|MTTQ|MTTW|SNV|VP"
)
_CODE = r"[A-ZĐ][A-Za-zĐđ&]{0,11}\d{0,2}"
SYMBOL = re.compile(
    r"(?<![\w/.\-])\d{1,5}\s?(?:/\s?(?:19|20)\d\d\s?)?[/\-–]\s?"
    rf"{_CODE}(?:\s?[\-–/]\s?{_CODE}|\.{_CODE})*(?![\w])"
)
# Every symbol holds this, which is found quickly.
_SIGN = re.compile(r"\d\s?[/\-–]\s?[A-ZĐ]")
_HEAD = re.compile(r"(\d+)[/\-](?:((?:19|20)\d\d)/)?")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol taken apart: "26/2019/TT-BTC" is number 26, year 2019, type TT."""

    text: str
    number: str
    year: int | None
    code: str | None

    @property
    def kind(self) -> str | None:
        """The kind of document its type code says; laws and letters carry no type code."""
        if self.code:
            return TYPE_KINDS[self.code]
        if self.year is None:
            return "official_letter"
        return "law" if re.search(r"/(?:QH|UBTVQH)\d+$", self.text) else None


def find_written(text: str) -> Iterator[re.Match[str]]:
    """Every symbol in the text as it is written."""
    return SYMBOL.finditer(text) if _SIGN.search(text) else iter(())


def read_symbol(written: str) -> Symbol:
    """The symbol as rightly spelt: "7 /QĐ-UBND", "8/QĐTTg", "9-Ctr/TU" lose their faults."""
    text = re.sub(r"\s+", "", written).replace("–", "-")
    head = _HEAD.match(text)
    assert head, written
    first, *rest = re.split(r"([\-/.])", text[head.end() :])
    first = _with_hyphen(first)
    code = first.partition("-")[0]
    has_organ = bool(rest) or "-" in first
    return Symbol(
        text=head[0] + first + "".join(rest),
        number=head[1],
        year=int(head[2]) if head[2] else None,
        code=code if has_organ and code in TYPE_KINDS else None,
    )


def _with_hyphen(code: str) -> str:
    """ "QĐTTg" -> "QĐ-TTg": a type code glued to the code of a known organ."""
    if code.upper() in _CANONICAL:
        return _CANONICAL[code.upper()]
    for size in (4, 3, 2):
        head, tail = code[:size], code[size:]
        if head.upper() in _OFTEN_GLUED and _ORGANS.fullmatch(tail):
            return f"{_CANONICAL[head.upper()]}-{tail}"
    return code
