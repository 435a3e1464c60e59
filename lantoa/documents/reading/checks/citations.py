"""Citations (viện dẫn): dates that cannot be, kinds against symbols, faults of spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lantoa.documents.reading.model import Document, Finding, Reference
from lantoa.documents.reading.references import KIND_WORDS, kind_word_before
from lantoa.documents.reading.symbols import TYPE_KINDS, find_written, read_symbol

from .case import Case, day

_GENERIC = {"văn bản", "quy định", "hướng dẫn"}
_NEVER_ORGANS = ("QĐ", "KH", "NQ", "CTr", "NĐ")
_NAMES = {
    "decision": "Quyết định",
    "plan": "Kế hoạch",
    "programme": "Chương trình",
    "resolution": "Nghị quyết",
    "conclusion": "Kết luận",
    "directive": "Chỉ thị",
    "circular": "Thông tư",
    "decree": "Nghị định",
    "official_letter": "Công văn",
}
_OWN = re.compile(r"kèm theo\s*$", re.IGNORECASE)


def later_citations(case: Case) -> Iterator[Finding]:
    """Nothing may rest on, or cite, a document signed after it."""
    for document in case.documents:
        issued = case.date_of(document)
        if issued is None or document.status == "draft":
            continue
        bases = {(basis.line, basis.text) for basis in document.legal_bases}
        own = case.root(document).number
        for cited in document.references:
            is_own = cited.symbol is not None and own is not None and _is_own(case, document, cited)
            if cited.date is None or cited.date <= issued or is_own:
                continue
            yield _later(case, cited, issued, (cited.line, cited.text) in bases)


def differing_dates(case: Case) -> Iterator[Finding]:
    """One document cited twice must have one date."""
    first: dict[tuple[str, int | None], Reference] = {}
    told: set[tuple[str, date]] = set()
    for document in case.documents:
        for cited in document.references:
            if cited.symbol is None or cited.date is None or _is_own(case, document, cited):
                continue
            key = (cited.symbol, _issuer_key(cited))
            before = first.setdefault(key, cited)
            if (
                before.date == cited.date
                or (cited.symbol, cited.date) in told
                or before.date is None
            ):
                continue
            told.add((cited.symbol, cited.date))
            yield case.finding(
                "cited-date-differs",
                f"{cited.symbol} ở dòng {cited.line} ghi ngày {day(cited.date)}, ở dòng "
                f"{before.line} ghi ngày "
                f"{day(before.date)}.",
                case.place(cited.text, cited.line, cited.line + 2),
                case.place(before.text, before.line, before.line + 2),
            )


def kinds_and_spelling(case: Case) -> Iterator[Finding]:
    """The word before a symbol must be what its code stands for; the symbol must be well spelt."""
    spelt: set[str] = set()
    for number, text in enumerate(case.source.text, start=1):
        for match in find_written(text):
            symbol = read_symbol(match[0])
            word = kind_word_before(text, match.start())
            if word is None and symbol.code is None:
                continue
            yield from _against(case, number, text, match, word, symbol.code)
            if symbol.text != match[0] and match[0] not in spelt:
                spelt.add(match[0])
                yield case.finding(
                    "symbol-spelling",
                    f"Ký hiệu “{match[0]}” nên viết là “{symbol.text}”.",
                    (number, match[0]),
                    suggestion=symbol.text,
                )
            if (
                word
                and symbol.code
                and re.search(rf"{word}\s*$", text[max(0, match.start() - 40) : match.start()])
            ):
                yield case.finding(
                    "symbol-without-so",
                    f"Thiếu chữ “số” giữa “{word}” và “{match[0]}”.",
                    (number, f"{word} {match[0]}"),
                    suggestion=f"{word} số {symbol.text}",
                )


def _against(
    case: Case, number: int, text: str, match: re.Match[str], word: str | None, code: str | None
) -> Iterator[Finding]:
    if word is None or code is None or word.lower() in _GENERIC:
        return
    said, meant = KIND_WORDS.get(word.lower()), TYPE_KINDS[code]
    if said == meant or said not in _NAMES or meant not in _NAMES:
        return
    if said == "official_letter" and code not in _NEVER_ORGANS:
        return  # "Công văn số 12/CT-CS": the code is that of an organ
    start = text.rfind(word, 0, match.start())
    yield case.finding(
        "kind-against-symbol",
        f"Tên loại là {word} nhưng ký hiệu “{code}” là của {_NAMES[meant]}.",
        (number, text[start : match.end()]),
        suggestion=f"{_NAMES[meant]} số {read_symbol(match[0]).text}",
    )


def _later(case: Case, cited: Reference, issued: date, is_basis: bool) -> Finding:
    assert cited.date
    what = "Căn cứ (hoặc văn bản đề nghị)" if is_basis else "Văn bản được viện dẫn"
    return case.finding(
        "basis-after-document" if is_basis else "citation-after-document",
        f"{what} ở dòng {cited.line} ghi ngày {day(cited.date)}, sau ngày ban hành {day(issued)}.",
        case.place(cited.text, cited.line, cited.line + 2),
    )


def _is_own(case: Case, document: Document, cited: Reference) -> bool:
    """The document names the decision it is issued with, which identity.py looks at."""
    root = case.root(document)
    if cited.symbol == root.symbol:
        return True
    before = " ".join(case.line(n) for n in range(max(1, cited.line - 1), cited.line + 1))
    head = before.partition(cited.text[:25])[0]
    is_head = document.parent is not None or document.version_of is not None
    return is_head and cited.line - document.span[0] < 14 and bool(_OWN.search(head))


def _issuer_key(cited: Reference) -> int | None:
    """ "12/QĐ-UBND" of a province and of a town are two documents; the year tells them apart."""
    return cited.date.year if cited.date else None
