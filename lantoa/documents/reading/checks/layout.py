"""What the page left in the text (dàn trang): broken rows, page breaks, tags, stray marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantoa.documents.reading.model import Finding

from .case import Case

_LINK = re.compile(r"<https?://[^>\s]*[;,][^>]*>")
_TAIL = 90


def broken_rows(case: Case) -> Iterator[Finding]:
    """A table row that a page break cut in two; the reader rejoined it."""
    for notice in case.noticed.rejoined_rows:
        related = notice.related_line or notice.line
        yield case.finding(
            "broken-row",
            f"Hàng của bảng bị ngắt trang: phần ở dòng {notice.line} nối tiếp hàng ở dòng "
            f"{related}.",
            (notice.line, notice.quote),
            (related, _cut_cell(case.line(related), case.line(notice.line))),
        )


def page_breaks(case: Case) -> Iterator[Finding]:
    """A paragraph that a page break cut in two, and a table header printed again."""
    for notice in case.noticed.rejoined_paragraphs:
        yield case.finding(
            "paragraph-across-pages",
            f"Đoạn văn bị ngắt trang: dòng {notice.line} nối tiếp dòng {notice.related_line}.",
            (notice.line, notice.quote),
            (notice.related_line or notice.line, _end_of(case.line(notice.related_line or 0))),
        )
    for notice in case.noticed.repeated_headers:
        yield case.finding(
            "repeated-header", "Tiêu đề bảng lặp lại ở đầu trang.", (notice.line, notice.quote)
        )


def marks(case: Case) -> Iterator[Finding]:
    """Tags, stray text and numbers used twice."""
    for notice in case.noticed.markup:
        yield case.finding(
            "markup-in-text",
            "Trong ô còn sót mã định dạng (thẻ HTML).",
            (notice.line, notice.quote),
        )
    for notice in case.noticed.stray_text:
        yield case.finding(
            "stray-text",
            "Dòng này không thuộc nội dung văn bản (có thể do quét).",
            (notice.line, notice.quote),
        )
    for notice in case.noticed.repeated_labels:
        yield case.finding(
            "repeated-number",
            "Số thứ tự này đã dùng ở trên, trong cùng một mục.",
            (notice.line, notice.quote),
            *([(notice.related_line, notice.related_quote)] if notice.related_line else []),
        )


def links(case: Case) -> Iterator[Finding]:
    """Two addresses run together into one link."""
    for number, text in enumerate(case.source.text, start=1):
        for match in _LINK.finditer(text) if "<http" in text else ():
            yield case.finding(
                "broken-link",
                "Hai địa chỉ dính vào một liên kết nên không mở được.",
                (number, match[0]),
            )


def _cut_cell(upper: str, lower: str) -> str:
    """The end of the cell of the upper row that the lower row goes on with."""
    rows = [[cell.strip() for cell in re.split(r"\t|\|", row)] for row in (upper, lower)]
    for above, below in zip(*rows, strict=False):
        if above and below:
            return _end_of(above)
    return _end_of(upper)


def _end_of(text: str) -> str:
    """The last words of a text."""
    text = text.strip()
    return text if len(text) <= _TAIL else text[-_TAIL:].partition(" ")[2]
