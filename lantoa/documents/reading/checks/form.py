"""Parts that a document must have (thể thức, Decree 30/2020/NĐ-CP): motto, signature, number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lantoa.common.rules.vietnamese import fold
from lantoa.documents.reading.model import Document, Finding

from .case import Case

_MOTTO = re.compile(
    r"cong hoa xa hoi chu nghia viet nam|doc lap\s*[-–]\s*tu do\s*[-–]\s*hanh phuc|dang cong san "
    r"viet nam"
)
_AUTHORITY = re.compile(
    r"^\W*(?:TM\.|KT\.|TL\.|TUQ\.|T/M|Q\.|(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|TRƯỞNG|"
    r"BỘ TRƯỞNG|THỦ TRƯỞNG|"
    r"BÍ THƯ|THỨ TRƯỞNG|HIỆU TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|THỦ TƯỚNG))"
)
_BLANK = re.compile(
    r"ngày\s*(?:[.…_]{2,}|…|\s{3,})\s*tháng|^\W*Số\s*:\s*(?:[.…_]+|\s*)\s*/[A-ZĐ]|"
    r"\[\s+\]|[.…]{6,}\s*/\s*[A-ZĐ]{2}"
)
_HEAD_LINES = 20
_MARK = re.compile(r"\./\.?\s*$")
_END = re.compile(r"(?P<mark>\s*\.?\s*/\s*\.?\s*)$")


def missing_parts(case: Case) -> Iterator[Finding]:
    """An issued document without the national motto, or signed by a bare name."""
    for document in case.documents:
        is_root = document.parent is None and document.version_of is None
        if not is_root or not (document.symbol and document.date):
            continue
        lines = list(case.lines_of(document))
        if not any(_MOTTO.search(fold(text)) for _, text in lines[:40]):
            yield case.finding(
                "motto-missing",
                "Không thấy Quốc hiệu và Tiêu ngữ ở đầu văn bản (có thể bị mất khi quét hoặc sao "
                "chép).",
                next(((number, text.strip()) for number, text in lines if text.strip()), (1, "")),
            )
        if document.signer and not any(_AUTHORITY.match(text) for _, text in lines):
            yield case.finding(
                "signature-block-missing",
                "Chỉ có họ tên người ký, không có quyền hạn và chức vụ (TM., KT., CHỦ TỊCH …).",
                case.place(document.signer, *document.span),
            )


def placeholders(case: Case) -> Iterator[Finding]:
    """A blank that nobody filled in: "Số: …/QĐ", "ngày … tháng"."""
    for document in case.documents:
        if document.parent is not None or document.version_of is not None:
            continue  # forms to be filled in later are appended with their blanks
        for number, text in islice(case.lines_of(document), _HEAD_LINES):
            match = _BLANK.search(text)
            if match:
                yield case.finding(
                    "placeholder-left", "Còn chỗ trống chưa điền.", (number, match[0].strip())
                )


def closing_marks(case: Case) -> Iterator[Finding]:
    """The body ends with "./."."""
    for document in case.documents:
        end = _last_words(document)
        if end is None or document.status != "issued":
            continue
        line, text = end
        match = _END.search(text)
        if match and not _MARK.search(text):
            yield case.finding(
                "closing-mark",
                "Dấu kết thúc văn bản phải viết liền “./.”.",
                case.place(" ".join(text.split()[-3:]), line, line + 3),
                suggestion="./.",
            )


def _last_words(document: Document) -> tuple[int, str] | None:
    sections = document.sections
    while sections:
        last = sections[-1]
        if not last.children:
            paragraph = last.paragraphs[-1] if last.paragraphs else None
            return (paragraph.last_line, paragraph.text) if paragraph else None
        sections = last.children
    return None
