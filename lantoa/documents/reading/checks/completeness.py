"""What a final document may not leave out (đầy đủ): first citations in full, blanks filled in.

Decree 30/2020, Appendix I: a document cited for the first time is cited with its type, number,
date, issuer and title; a law by its type and name alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantoa.documents.reading.lines import is_upper
from lantoa.documents.reading.model import Document, Finding, Reference
from lantoa.documents.reading.symbols import read_symbol

from .case import ASSIGNING, Case

_BLANK = re.compile(
    r"(?:…{2,}|\.{6,}|_{4,})(?=\s*\S)|\[\s*(?:…|\.{3})?\s*\]|…\s*/\s*…|\.{3,}\s*/\s*\.{3,}"
)
_SIGNS = ("…", "...", "____", "[")  # no blank is without one of these
_FORM = re.compile(r"^\W*(?:Mẫu|MẪU|BIỂU|Biểu|PHIẾU|Phiếu|PHỤ LỤC|Phụ lục|ĐƠN|BIÊN BẢN)\b")
_LEADER = re.compile(r"(?:\.{6,}|…{2,})\s*\d{1,3}\s*$")
_MANY_BLANKS = 4
_ISSUER_NEAR = re.compile(
    r"\b(?:[Cc]ủa|do)\s+\w|(?:Chính phủ|Thủ tướng|Quốc hội|Bộ trưởng|Bộ [A-ZĐ]|UBND|Ủy ban|HĐND|"
    r"Hội đồng|Ban [A-ZĐ]\w+|Tỉnh ủy|Thị ủy|Huyện ủy|Đảng ủy)"
)
# The title may stand before the symbol: "Chương trình … (ban hành kèm theo Quyết định số …)".
_TITLED_BEFORE = re.compile(r"(?:kèm theo|kèm|theo|tại)\s*$|\(\s*$", re.IGNORECASE)
_WINDOW = 160


def first_citations(case: Case) -> Iterator[Finding]:
    """The first time a document is cited: with its date and issuer; the title matters less."""
    for root in case.documents:
        if case.root(root) is not root or root.kind not in ASSIGNING:
            continue
        seen: set[str] = {root.symbol or ""}
        for cited in _citations(case, root):
            symbol = cited.symbol or ""
            text = case.line(cited.line)
            if symbol in seen or _is_law(cited) or is_upper(text) or "\t" in text or "|" in text:
                continue
            seen.add(symbol)
            yield from _incomplete(case, cited)


def blanks_in_body(case: Case) -> Iterator[Finding]:
    """Blanks left in a final document; a draft may still have some; forms are made of them."""
    for document in case.documents:
        if document.version_of is not None or document.kind not in ASSIGNING:
            continue
        if document.kind == "appendix":
            continue
        code = "blank-in-draft" if case.root(document).status == "draft" else "blank-in-final"
        places = list(_blanks(case, document))
        if len(places) > _MANY_BLANKS or case.root(document).status == "unknown":
            continue
        for number, words in places:
            yield case.finding(code, f"Còn chỗ trống chưa điền: “{words}”.", (number, words))


def _citations(case: Case, root: Document) -> Iterator[Reference]:
    for document in case.documents:
        if case.root(document) is root and document.version_of is None:
            yield from (cited for cited in document.references if cited.symbol)


def _is_law(cited: Reference) -> bool:
    return cited.kind == "law" or (cited.symbol or "").find("/QH") > 0


def _incomplete(case: Case, cited: Reference) -> Iterator[Finding]:
    before, after = _around(case, cited)
    place = case.place(cited.text, cited.line, cited.line + 2)
    missing = []
    if cited.date is None and not re.search(r"\bngày\s", after[: len(cited.text) + 40]):
        missing.append("ngày ban hành")
    if cited.issuer is None and not _ISSUER_NEAR.search(before[-80:] + after):
        missing.append("cơ quan ban hành")
    if read_symbol(cited.symbol or "").year:
        missing = []  # legal documents are known by number and year
    if missing:
        yield case.finding(
            "first-citation-incomplete",
            f"{cited.symbol} được viện dẫn lần đầu mà chưa ghi {' và '.join(missing)}.",
            place,
        )
    elif cited.title is None and not _is_titled(before, after, cited):
        yield case.finding(
            "first-citation-untitled",
            f"{cited.symbol} được viện dẫn lần đầu mà chưa ghi trích yếu nội dung.",
            place,
        )


def _around(case: Case, cited: Reference) -> tuple[str, str]:
    """The words before the citation, and those from it on, over hard ends of lines."""
    text = case.line(cited.line)
    at = max(0, text.find(cited.text[:24]))
    before = " ".join([case.line(cited.line - 2), case.line(cited.line - 1), text[:at]])
    after = " ".join([text[at:], *(case.line(cited.line + step) for step in (1, 2, 3))])
    return before[-_WINDOW:], after[: len(cited.text) + _WINDOW]


def _is_titled(before: str, after: str, cited: Reference) -> bool:
    """A title that the reader took for something else: before the symbol, or after the issuer."""
    if _TITLED_BEFORE.search(before.rstrip(" *")):
        return True
    rest = after[len(cited.text) :]
    sentence = re.split(r"[;.)]|\s[-–]\s", rest, maxsplit=1)[0]
    return len(sentence.split()) >= 5


def _blanks(case: Case, document: Document) -> Iterator[tuple[int, str]]:
    for number, text in case.lines_of(document):
        if _FORM.match(text) and number > document.span[0] + 20:
            return  # what follows is a form to be filled in by others
        if not any(sign in text for sign in _SIGNS):
            continue
        if "\t" in text or "|" in text or _LEADER.search(text):
            continue
        match = _BLANK.search(text)
        if match:
            start = text.rfind(" ", 0, max(0, match.start() - 12)) + 1
            yield number, text[start : match.end()].strip()
