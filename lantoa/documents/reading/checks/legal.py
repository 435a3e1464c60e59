"""Documents cited and terms used against what is known of their force (hiệu lực) on that day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantoa.documents.reading.legal_register import (
    LegalDocument,
    LegalRegister,
    known_register,
)
from lantoa.documents.reading.model import Finding, Reference
from lantoa.documents.reading.symbols import read_symbol

from .case import Case, day

# Speaks of the older document as older: it is replaced, amended, or of its own time.
_HISTORY = re.compile(
    r"thay thế|bãi bỏ|hủy bỏ|sửa đổi|hết hiệu lực|trước đây|tổng kết|giai đoạn", re.IGNORECASE
)
_FORMER = re.compile(r"\b(?:cũ|trước đây|nguyên|tiền thân|sáp nhập|hợp nhất)\b", re.IGNORECASE)
_ISSUED_BY = re.compile(
    r"(?:/(?:19|20)\d\d/|ngày\s[^;.]{5,30})[^;.]{0,60}của\s+"
    r"(?:(?:Bộ trưởng|Giám đốc|Chủ tịch)\s+)?$"
)
_YEARLY = ("NĐ", "TT", "TTLT")
_AROUND = 90


def documents_out_of_force(case: Case) -> Iterator[Finding]:
    """A legal basis or a citation that was no longer, or not yet, in force on the day of issue."""
    register = _register(case)
    for document in case.documents:
        issued = case.date_of(document)
        if issued is None or document.version_of is not None:
            continue
        bases = {(basis.line, basis.text) for basis in document.legal_bases}
        for cited in document.references:
            entry = register.find(cited.symbol) or register.find_law(cited.title, cited.date)
            if entry is None:
                continue
            is_basis = (cited.line, cited.text) in bases
            if entry.effective_to and entry.effective_to <= issued:
                if is_basis or not _HISTORY.search(_before(case, cited)):
                    yield _ended(case, cited, entry, is_basis)
            elif entry.effective_from and entry.effective_from > issued:
                yield case.finding(
                    "cited-not-yet-in-force",
                    f"{entry.symbol} đến ngày {day(entry.effective_from)} mới có hiệu lực, sau "
                    f"ngày ban hành {day(issued)} (nguồn: {entry.source}).",
                    case.place(cited.text, cited.line, cited.line + 2),
                )


def wrong_years(case: Case) -> Iterator[Finding]:
    """A symbol whose year is not that of its date, or whose date is not the known one."""
    register = _register(case)
    told: set[tuple[str, str]] = set()
    for document in case.documents:
        for cited in document.references if document.version_of is None else ():
            if cited.symbol is None or (cited.symbol, cited.text) in told:
                continue
            told.add((cited.symbol, cited.text))
            yield from _wrong_year(case, cited, register)


def obsolete_terms(case: Case) -> Iterator[Finding]:
    """Words that had gone out of use in law by the day of the document."""
    register = _register(case)
    for document in case.documents:
        issued = case.date_of(document)
        if issued is None or document.version_of is not None:
            continue
        terms = [term for term in register.terms if term.since <= issued]
        for number, text in case.lines_of(document) if terms else ():
            for term in terms:
                match = term.pattern.search(text)
                if match and not _is_former(case.line(number - 1), text, match):
                    yield case.finding(
                        "obsolete-term",
                        f"“{match[0]}” không còn đúng từ ngày {day(term.since)}: {term.why}; nay "
                        f"là {term.replacement} (nguồn: {term.source}).",
                        (number, match[0]),
                        suggestion=term.replacement,
                    )


def _ended(case: Case, cited: Reference, entry: LegalDocument, is_basis: bool) -> Finding:
    assert entry.effective_to
    instead = f"; nay là {entry.replaced_by}" if entry.replaced_by else ""
    return case.finding(
        "basis-not-in-force" if is_basis else "cited-not-in-force",
        f"{entry.title[:1].upper()}{entry.title[1:]} ({entry.symbol}) đã hết hiệu lực từ ngày "
        f"{day(entry.effective_to)}{instead} (nguồn: {entry.source}).",
        case.place(cited.text, cited.line, cited.line + 2),
        suggestion=entry.replaced_by,
    )


def _wrong_year(case: Case, cited: Reference, register: LegalRegister) -> Iterator[Finding]:
    symbol = read_symbol(cited.symbol or "")
    at = case.place(cited.text, cited.line, cited.line + 2)
    if symbol.year is None and symbol.code in _YEARLY and _is_central(symbol.text):
        yield case.finding(
            "year-missing-in-symbol",
            f"{symbol.text} thiếu năm ban hành; cùng một số, mỗi năm là một văn bản khác"
            f"{_others(register, symbol.text)}.",
            at,
        )
    elif symbol.year and cited.date and cited.date.year != symbol.year:
        yield case.finding(
            "year-against-symbol",
            f"{symbol.text} là văn bản năm {symbol.year} nhưng ghi ngày {day(cited.date)}"
            f"{_others(register, symbol.text)}.",
            at,
        )
    elif cited.date:
        entry = register.find(cited.symbol)
        if entry and entry.date and entry.date != cited.date:
            yield case.finding(
                "cited-date-against-register",
                f"{entry.symbol} ký ngày {day(entry.date)}, ở đây ghi ngày {day(cited.date)} "
                f"(nguồn: {entry.source}).",
                at,
                suggestion=f"ngày {day(entry.date)}",
            )


def _others(register: LegalRegister, symbol: str) -> str:
    """Documents of that number in other years, for which it may be mistaken."""
    known = ", ".join(f"{each.symbol} {each.title}" for each in register.same_number(symbol))
    return f" (đã biết: {known})" if known else ""


def _is_central(symbol: str) -> bool:
    return bool(re.search(r"-(?:CP|B[A-ZĐ&]{1,7}|NHNN|TTCP)(?:-|$)", symbol))


def _before(case: Case, cited: Reference) -> str:
    text = case.line(cited.line)
    at = text.find(cited.text[:20])
    return text[max(0, at - _AROUND) : at] if at >= 0 else text[:_AROUND]


def _is_former(above: str, text: str, match: re.Match[str]) -> bool:
    """Said of the past, or the issuer of a document of its own time."""
    if _FORMER.search(text[max(0, match.start() - 40) : match.end() + 40]):
        return True
    return bool(_ISSUED_BY.search(f"{above} {text[: match.start()]}"[-_AROUND * 2 :]))


def _register(case: Case) -> LegalRegister:
    return case.options.legal or known_register()
