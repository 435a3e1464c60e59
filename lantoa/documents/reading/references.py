"""Citations of documents (viện dẫn văn bản): kind, symbol, date, issuer, title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from .agency_names import ISSUER
from .dates import DATE, read_day
from .model import Reference
from .symbols import SYMBOL, find_written, read_symbol

# Word for a type of document -> kind in document.schema.json.
KIND_WORDS: dict[str, str] = {
    "quyết định": "decision",
    "kế hoạch": "plan",
    "chương trình hành động": "programme",
    "chương trình": "programme",
    "nghị quyết liên tịch": "resolution",
    "nghị quyết": "resolution",
    "kết luận": "conclusion",
    "chỉ thị": "directive",
    "thông tư liên tịch": "circular",
    "thông tư": "circular",
    "nghị định": "decree",
    "bộ luật": "law",
    "luật": "law",
    "pháp lệnh": "law",
    "công văn": "official_letter",
    "văn bản": "official_letter",
    "công điện": "other",
    "hướng dẫn": "other",
    "thông báo": "other",
    "báo cáo": "other",
    "tờ trình": "other",
    "đề án": "other",
    "quy chế": "other",
    "quy định": "other",
    "phương án": "other",
}
_KIND = "|".join(sorted(KIND_WORDS, key=len, reverse=True))
_BEFORE = re.compile(rf"(?P<kind>{_KIND})?\s*(?P<so>số\s*:?\s*)?$", re.IGNORECASE)
_LAW_BEFORE = re.compile(r"(?P<kind>Bộ luật|Luật|Pháp lệnh)\s[^;.()\d]{2,90}?(?:số\s*|\()$")
_DAY = re.compile(rf"\s*,?\s*(?:ký |ban hành )?ngày\s+(?P<day>{DATE})", re.IGNORECASE)
_ISSUER = re.compile(rf"\s*,?\s*(?:của|do)\s+(?P<issuer>{ISSUER})")
_ISSUER_BEFORE = re.compile(rf"của\s+(?P<issuer>{ISSUER})\s?tại\s+$")
_TITLE = re.compile(
    r"\s*,?\s*(?P<title>(?:về|ban hành|triển khai|thực hiện|quy định|hướng dẫn|phê duyệt|sửa đổi|"
    r"chấn chỉnh|kiện toàn|thành lập|tăng cường|đẩy mạnh|V/v|v/v|tổ chức|công bố|giao)\s[^;()\n]+)"
)
_TITLE_END = re.compile(
    rf"\.\s+(?=[A-ZĐ])|(?:,| và)(?: các| những)? (?=(?i:{_KIND})\b(?-i:\s+[\dsA-ZĐ]))|"
    rf"\s*[.,;:/*_]*\s*$"
)
_LAW_BY_NAME = re.compile(
    rf"(?<!pháp )(?<!Pháp )(?<!kỷ )(?P<name>(?:Bộ luật|Luật|Pháp lệnh)\s(?:(?!hiệu lực|này\b|"
    rf"thì\b)[^;.\n]){{2,200}}?)"
    rf"\s(?:ngày\s+(?P<day>{DATE})|năm\s+(?P<year>(?:19|20)\d\d)\b)"
)
_LAW_BASIS = re.compile(
    r"^\W*Căn cứ (?:các )?(?P<name>(?:Bộ luật|Luật|Pháp lệnh)\s[^;.\n\d]{2,160}?)\s*[;.]?\s*$"
)
_PARTY_RESOLUTION = re.compile(
    r"(?P<name>Nghị quyết\s+(?:Đại hội|Hội nghị|Trung ương)\s[^;,.\n(]*(?:\([^)]{0,300}\))?)"
)
_RESOLUTION_END = re.compile(r"\s(?:về|và|,|ban hành|đã|theo|của Đảng)\s.*$", re.DOTALL)
_BY_NAME = ("Bộ luật", "Luật", "Pháp lệnh", "Nghị quyết")
_OWN_NUMBER = re.compile(r"^\W*Số\s*:")


def find_references(lines: Sequence[tuple[int, str]]) -> list[Reference]:
    """Every citation in the paragraphs, in order, each time it is cited.

    Laws and Party resolutions cited by name alone have symbol None.
    """
    found: list[Reference] = []
    for line, text in lines:
        here = [*_by_symbol(line, text), *_by_name(line, text)]
        found += [reference for _, reference in sorted(here, key=lambda pair: pair[0])]
    return found


def find_symbols(text: str) -> list[str]:
    """Symbols in the text as rightly spelt, in order, repeats kept."""
    return [reference.symbol for _, reference in _by_symbol(1, text) if reference.symbol]


def kind_word_before(text: str, end: int) -> str | None:
    """The word for a type of document that stands right before a symbol: "Kế hoạch số"."""
    match = _BEFORE.search(text[max(0, end - 40) : end])
    return match["kind"] if match else None


def _by_symbol(line: int, text: str) -> Iterator[tuple[int, Reference]]:
    if _OWN_NUMBER.match(text):
        return
    for match in find_written(text):
        symbol = read_symbol(match[0])
        start, word, is_named = _introduction(text, match.start())
        if not (is_named or symbol.code or symbol.kind == "law"):
            continue
        day = _DAY.match(text, match.end())
        end = day.end() if day else match.end()
        issuer = _ISSUER.match(text, end)
        end = issuer.end("issuer") if issuer else end
        issuer = issuer or _ISSUER_BEFORE.search(text, max(0, start - 120), start)
        yield (
            start,
            Reference(
                text=squeeze(text[start:end]),
                line=line + text.count("\n", 0, start),
                symbol=symbol.text,
                date=read_day(day["day"]) if day else None,
                kind=KIND_WORDS[word.lower()] if word else symbol.kind or "other",
                issuer=squeeze(issuer["issuer"]) if issuer else None,
                title=_title_at(text, end),
            ),
        )


def _introduction(text: str, at: int) -> tuple[int, str | None, bool]:
    """Where the citation of the symbol at this offset begins, and its kind word."""
    window = max(0, at - 120)
    before = text[window:at]
    law = _LAW_BEFORE.search(before)
    if law:
        return window + law.start(), law["kind"], True
    match = _BEFORE.search(before)
    if match is None:
        return at, None, False
    first = "kind" if match["kind"] else "so" if match["so"] else None
    start = window + (match.start(first) if first else len(before))
    return start, match["kind"], bool(match["kind"] or match["so"])


def _title_at(text: str, at: int) -> str | None:
    match = _TITLE.match(text, at)
    if match is None:
        return None
    title = match["title"]
    end = _TITLE_END.search(title)
    return squeeze(title[: end.start()] if end else title) or None


def _by_name(line: int, text: str) -> Iterator[tuple[int, Reference]]:
    if not any(word in text for word in _BY_NAME):
        return
    for match in _LAW_BY_NAME.finditer(text):
        if SYMBOL.search(match["name"]):
            continue
        day = read_day(match["day"]) if match["day"] else None
        yield match.start(), _named(line, text, match, "law", day=day)
    basis = _LAW_BASIS.match(text)
    if basis and not _LAW_BY_NAME.search(text):
        yield basis.start("name"), _named(line, text, basis, "law")
    for match in _PARTY_RESOLUTION.finditer(text):
        yield match.start(), _named(line, text, match, "resolution")


def _named(
    line: int, text: str, match: re.Match[str], kind: str, *, day: date | None = None
) -> Reference:
    name = squeeze(
        _RESOLUTION_END.sub("", match["name"]) if kind == "resolution" else match["name"]
    )
    return Reference(
        text=squeeze(match[0]) if day else name,
        line=line + text.count("\n", 0, match.start("name")),
        symbol=None,
        date=day,
        kind=kind,
        title=name,
    )


# One text is squeezed by each who reads it, one after the other.
@lru_cache(maxsize=16)
def squeeze(text: str) -> str:
    """The text without emphasis marks, its white space single, nothing dangling at its ends."""
    squeezed = " ".join(text.replace("*", "").split()).strip(" ,;")
    return text if squeezed == text else squeezed  # most texts need no copy of their own
