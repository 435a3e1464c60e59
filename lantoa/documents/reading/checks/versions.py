"""Two versions in one file (hai bản), and a higher level's names left in a lower plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lantoa.documents.reading.diff import Row, compare
from lantoa.documents.reading.model import Document, Finding

from .case import Case

# From the highest level to the lowest.
_OWN_LEVEL = (
    re.compile(r"^(?:CHÍNH PHỦ|BỘ|THỦ TƯỚNG)\b", re.IGNORECASE),
    re.compile(
        r"(?:UBND|ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|HĐND)\s+(?:TỈNH)\b|^SỞ\b|^TỈNH ", re.IGNORECASE
    ),
    re.compile(
        r"(?:UBND|ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|HĐND)\s+(?:HUYỆN|THỊ XÃ|QUẬN)\b", re.IGNORECASE
    ),
    re.compile(
        r"(?:UBND|ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|HĐND)\s+(?:XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\b",
        re.IGNORECASE,
    ),
)
# Names of bodies that exist at one level only.
_HIGHER_NAMES = (
    re.compile(r"(?!)"),
    re.compile(r"\bTrung ương\b"),
    re.compile(r"\b[Tt]ỉnh\b|\b[Ss]ở\b"),
    re.compile(r"\b[Tt]ỉnh\b|\b[Ss]ở\b|\b[Hh]uyện\b|\bThị ủy\b"),
)
# A title with blanks is a form, of which a file may hold several.
_FORM = re.compile(r"…|\.{3,}")
# Where the words that belong to a name begin; a quote never begins in the middle of a word.
_PHRASE = re.compile(
    r"(?<!\w)(?:(?:các|những|của|thuộc|trực thuộc|với)\s+)*(?:[Cc]ơ quan|[Đđ]ơn vị|[Cc]hính quyền|"
    r"[Đđ]ịa phương|[Cc]ông chức|[Cc]án bộ|Ủy ban|UBND|HĐND|Hội đồng|Văn phòng|Cổng|Trang|"
    r"Trung tâm|Mặt trận|Báo|Đài|Hội|Đoàn|[Cc]ác|[Nn]hững|của|thuộc|với)(?!\w)"
)
_NEAR = 7
_ADDRESSEE = re.compile(
    r"\b[Ss]ở,\s*(?:ban,\s*)?ngành|\bthuộc tỉnh\b|trực thuộc Tỉnh ủy|\bcấp tỉnh\b|UBND (?:các|"
    r"cấp) huyện|các huyện\b"
)


def second_versions(case: Case) -> Iterator[Finding]:
    """A file holds a second version of one of its documents."""
    for notice in case.noticed.second_versions:
        if _FORM.search(notice.quote):
            continue
        index = next((i for i, d in enumerate(case.documents) if d.span[0] == notice.line), None)
        document = case.documents[index] if index is not None else None
        other = notice.related_line or notice.line
        yield case.finding(
            "two-versions",
            f"Tệp chứa hai bản của cùng một văn bản: bản từ dòng {other} và bản khác từ dòng "
            f"{notice.line}.",
            (notice.line, _first_words(case, document, notice.line, notice.quote)),
            (other, notice.related_quote),
        )
    for notice in case.noticed.reviewer_marks:
        yield case.finding(
            "reviewer-mark",
            f"Dấu hoặc ghi chú của người xem: “{notice.quote}”.",
            (notice.line, notice.quote),
        )


def higher_level_names(case: Case) -> Iterator[Finding]:
    """Where one version names the higher level and the other version, there, does not."""
    for document in case.documents:
        if document.version_of is None:
            continue
        sibling = case.documents[document.version_of]
        level = _level(case, sibling)
        if level is None or level < 2:
            continue
        own = _paragraphs(case, document)
        if not any(_HIGHER_NAMES[level].search(text) for _, text in own):
            continue
        for row in compare(own, _paragraphs(case, sibling)).differences:
            yield from _left_over(case, row, level)


def higher_addressees(case: Case) -> Iterator[Finding]:
    """A district's or commune's plan gives orders to bodies of the province."""
    for document in case.documents:
        level = _level(case, document)
        if level is None or level < 2 or document.version_of is not None:
            continue
        for duty in document.obligations:
            for party in duty.parties:
                match = _ADDRESSEE.search(party.name)
                if match and party.role == "lead":
                    yield case.finding(
                        "higher-level-addressee",
                        f"Văn bản của {_level_name(level)} giao việc cho “{party.name}” (cấp "
                        f"trên); có thể chép từ kế "
                        "hoạch của cấp trên.",
                        case.place(party.name, *duty.span),
                    )


def _left_over(case: Case, row: Row, level: int) -> Iterator[Finding]:
    if row.kind != "changed" or row.a is None or row.b is None:
        return
    names = _HIGHER_NAMES[level]
    if len(names.findall(row.a.text)) <= len(names.findall(row.b.text)):
        return
    quotes, at = [], 0
    for run in row.words:
        if run.sign == "-":
            quotes += [
                _around(row.a.text, at + m.start(), at + m.end()) for m in names.finditer(run.text)
            ]
        at += len(run.text) if run.sign != "+" else 0
    if quotes:
        shown = ", ".join(f"“{quote}”" for quote in quotes)
        yield case.finding(
            "higher-level-name",
            f"Còn tên của cấp trên ({shown}) trong kế hoạch của {_level_name(level)}; bản kia ở "
            f"dòng {row.b.line} đã "
            "sửa.",
            case.place(quotes[0], row.a.line, row.a.line + 1),
            (row.b.line, row.b.text),
        )


def _around(text: str, start: int, end: int) -> str:
    """The name with the words it belongs to, within its clause: "các cơ quan hành chính tỉnh"."""
    after = re.match(r"\s(?:ủy|đoàn)\b", text[end:])
    clause = " ".join(re.split(r"[,;:.(]", text[:start])[-1].split()[-_NEAR:])
    begins = list(_PHRASE.finditer(clause))
    own = clause[begins[-1].start() :] if begins else ""
    return f"{own} {text[start:end]}{after[0] if after else ''}".strip()


def _level(case: Case, document: Document) -> int | None:
    issuer = document.issuer or case.root(document).issuer or ""
    return next((n for n, pattern in enumerate(_OWN_LEVEL) if pattern.search(issuer)), None)


def _level_name(level: int) -> str:
    return ("Trung ương", "cấp tỉnh", "cấp huyện", "cấp xã")[level]


def _paragraphs(case: Case, document: Document) -> Sequence[tuple[int, str]]:
    return [(number, text) for number, text in case.lines_of(document) if text.strip()]


def _first_words(case: Case, document: Document | None, line: int, quote: str) -> str:
    return case.line(line).strip() or (document.title if document else quote)
