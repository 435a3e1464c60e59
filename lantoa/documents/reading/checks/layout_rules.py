"""A Word file's page and parts against Decree 30/2020/NĐ-CP, Appendix I (thể thức trình bày).

Genuine documents deviate often, so none of these is an error unless an office wants it so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lantoa.common.rules.vietnamese import fold
from lantoa.documents.reading.model import Finding

from .case import Case

if TYPE_CHECKING:
    from lantoa.documents.reading.docx_layout import LaidParagraph, Layout, Page
    from lantoa.documents.reading.docx_styles import Look

_FONT = "Times New Roman"
_SHORT, _LONG, _SLACK = 210, 297, 1.5
# Millimetres from, to (Phụ lục I, mục I).
_MARGINS = {
    "top": ("trên", 20, 25),
    "bottom": ("dưới", 20, 25),
    "left": ("trái", 30, 35),
    "right": ("phải", 15, 20),
}
_MOSTLY = 0.8
_HEAD = 25


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the document that is known by its words, and how it should look."""

    name: str
    pattern: re.Pattern[str]
    wanted: str
    is_right: Callable[[Look], bool]
    head: bool = True


def _between(look: Look, low: float, high: float) -> bool:
    return low <= look.size <= high


_PARTS = (
    _Part("Quốc hiệu", re.compile(r"^cong hoa xa hoi chu nghia viet nam$"),
          "chữ đậm, đứng, cỡ 12-13", lambda k: k.bold and not k.italic and _between(k, 12, 13)),
    _Part("Tiêu ngữ", re.compile(r"^doc lap\s*[-–]\s*tu do\s*[-–]\s*hanh phuc$"),
          "chữ đậm, đứng, cỡ 13-14", lambda k: k.bold and not k.italic and _between(k, 13, 14)),
    _Part("Số, ký hiệu", re.compile(r"^so\s*:.{0,40}/"),
          "chữ đứng, không đậm, cỡ 13", lambda k: not k.bold and not k.italic),
    _Part("Địa danh, ngày tháng", re.compile(r"^[\w .\-]{2,40}, ngay .{0,6}thang .{0,6}nam \d*"),
          "chữ nghiêng, cỡ 13-14", lambda k: k.italic and not k.bold and _between(k, 13, 14)),
    _Part("Tên loại văn bản",
          re.compile(r"^(?:quyet dinh|ke hoach|chuong trinh|chi thi|thong bao|bao cao|to trinh)$"),
          "chữ đậm, đứng, cỡ 13-14, canh giữa",
          lambda k: k.bold and not k.italic and k.align == "center" and _between(k, 13, 14)),
    _Part("“Kính gửi”", re.compile(r"^kinh gui\b"),
          "chữ đứng, không đậm, cỡ 13-14", lambda k: not k.bold and not k.italic),
    _Part("“Nơi nhận”", re.compile(r"^noi nhan\s*:$"),
          "chữ đậm, nghiêng, cỡ 12", lambda k: k.bold and k.italic and _between(k, 12, 12),
          head=False),
)  # fmt: skip


def pages(case: Case) -> Iterator[Finding]:
    """Sheet, margins, font and size of the whole file."""
    layout = _layout(case)
    if layout is None or not layout.paragraphs:
        return
    at = _top(case)
    if layout.pages:
        yield from _sheet(case, layout.pages[0], at)
    letters = sum(layout.fonts.values()) or 1
    font, most = layout.fonts.most_common(1)[0]
    if font and font.casefold() != _FONT.casefold():
        yield case.finding(
            "font-not-standard", f"Phông chữ là {font}; quy định là {_FONT}.", at, suggestion=_FONT
        )
    elif font and most < _MOSTLY * letters:
        others = ", ".join(name for name, _ in layout.fonts.most_common(4)[1:] if name)
        yield case.finding("font-not-standard", f"Văn bản dùng nhiều phông chữ: {others}.", at)
    size = layout.sizes.most_common(1)[0][0]
    if not 13 <= size <= 14:
        yield case.finding(
            "body-size", f"Phần lớn chữ có cỡ {size:g}; nội dung văn bản dùng cỡ 13 hoặc 14.", at
        )


def page_number(case: Case) -> Iterator[Finding]:
    """The number stands in the top margin, centred, and not on the first page."""
    layout = _layout(case)
    if layout is None or layout.number is None:
        return
    number, faults = layout.number, []
    if number.place != "header":
        faults.append("đặt ở lề dưới")
    if number.align != "center":
        faults.append("không canh giữa")
    if number.on_first_page:
        faults.append("hiện cả ở trang đầu")
    if faults:
        yield case.finding(
            "page-number-place",
            f"Số trang {', '.join(faults)}; quy định là canh giữa lề trên, không hiện ở trang đầu.",
            _top(case),
        )


def parts(case: Case) -> Iterator[Finding]:
    """How each part that is known by its words is set."""
    layout = _layout(case)
    if layout is None:
        return
    told: set[str] = set()
    for index, paragraph in enumerate(layout.paragraphs):
        for part in _PARTS if len(paragraph.text) < 120 else ():
            if part.name in told or (part.head and index > _HEAD):
                continue
            if part.pattern.match(fold(paragraph.text)):
                told.add(part.name)
                if not part.is_right(paragraph.look):
                    yield _badly_set(case, part, paragraph)


def missing(case: Case) -> Iterator[Finding]:
    """Parts that a document must have and that the head and foot do not show."""
    if _layout(case) is None or not case.documents:
        return
    first = case.documents[0]
    if first.status == "unknown" or first.version_of is not None:
        return
    wanted = {
        "tên cơ quan ban hành": first.issuer,
        "số, ký hiệu": first.symbol or first.status == "draft",
        "địa danh, ngày tháng năm": first.date or first.status == "draft",
        "trích yếu nội dung": first.title,
        "nơi nhận": first.recipients,
    }
    lost = [name for name, value in wanted.items() if not value]
    if lost and len(lost) < len(wanted):
        yield case.finding("part-missing", f"Không thấy: {', '.join(lost)}.", _top(case))


def tracked_changes(case: Case) -> Iterator[Finding]:
    """Changes that nobody accepted or rejected; the reader took them as accepted."""
    layout = _layout(case)
    if layout is not None and layout.changes:
        yield case.finding(
            "tracked-changes",
            f"Còn {layout.changes} chỗ sửa theo dõi (Track Changes) chưa được chấp nhận hay bỏ.",
            _top(case),
        )


def _sheet(case: Case, page: Page, at: tuple[int, str]) -> Iterator[Finding]:
    short, long = sorted((page.width, page.height))
    if abs(short - _SHORT) > _SLACK or abs(long - _LONG) > _SLACK:
        yield case.finding(
            "page-size",
            f"Khổ giấy {page.width:g} × {page.height:g} mm; quy định là A4 (210 × 297 mm).",
            at,
        )
    wrong = []
    for side, (name, low, high) in _MARGINS.items():
        value = getattr(page, side)
        if not low - 0.5 <= value <= high + 0.5:
            wrong.append(f"{name} {value:g} mm ({low}-{high})")
    if wrong and page.width < page.height:
        yield case.finding("page-margins", f"Lề trang ngoài quy định: {', '.join(wrong)}.", at)


def _badly_set(case: Case, part: _Part, paragraph: LaidParagraph) -> Finding:
    look = paragraph.look
    shown = ", ".join(
        [
            "đậm" if look.bold else "không đậm",
            "nghiêng" if look.italic else "đứng",
            f"cỡ {look.size:g}",
        ]
    )
    code = "recipient-bold" if part.name == "“Kính gửi”" else "part-style"
    return case.finding(
        code,
        f"{part.name} trình bày chưa đúng ({shown}); quy định là {part.wanted}.",
        _place(case, paragraph.text),
    )


def _place(case: Case, text: str) -> tuple[int, str]:
    for number, line in enumerate(case.source.text, start=1):
        if text in line:
            return number, text
    return _top(case)


def _top(case: Case) -> tuple[int, str]:
    lines = enumerate(case.source.text, start=1)
    return next(((number, line.strip()) for number, line in lines if line.strip()), (1, ""))


def _layout(case: Case) -> Layout | None:
    """Only a source that is a Word file has one."""
    return getattr(case.source, "layout", None)
