"""How a Word file is laid out (thể thức trình bày): page, fonts, page number, changes, paragraphs.

Facts only; what Decree 30/2020/NĐ-CP asks for is decided by the checks. Word's rules: ECMA-376.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from .docx_package import Package, w, whole_number
from .docx_styles import Look, Styles
from .model import SourceFile

_TWIPS_PER_MM = 56.6929
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CHANGES = {w(name) for name in ("ins", "del", "moveFrom", "moveTo")}
_SIDES = ("top", "bottom", "left", "right")
_LETTER_TWIPS = (12240, 15840)
_MAX_PARAGRAPHS = 20_000


@dataclass(frozen=True, slots=True)
class Page:
    """One section's sheet and margins, in millimetres."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Where the number of the page stands and whether the first page shows it."""

    place: str
    align: str
    on_first_page: bool


@dataclass(frozen=True, slots=True)
class LaidParagraph:
    """One paragraph with words: its text and how most of it looks."""

    text: str
    look: Look


@dataclass(slots=True)
class Layout:
    """All that is known of how one Word file looks."""

    pages: list[Page] = field(default_factory=list)
    number: PageNumber | None = None
    paragraphs: list[LaidParagraph] = field(default_factory=list)
    changes: int = 0
    fonts: Counter[str] = field(default_factory=Counter)
    sizes: Counter[float] = field(default_factory=Counter)


@dataclass(slots=True)
class WordFile(SourceFile):
    """A source whose layout is known."""

    layout: Layout | None = None


def layout_of(package: Package) -> Layout:
    """The layout of a package; what a file does not say is left at Word's own defaults."""
    styles = Styles(package)
    found = Layout()
    for element in package.body.iter(w("p")):
        if len(found.paragraphs) >= _MAX_PARAGRAPHS:
            break
        paragraph = _paragraph(element, styles, found)
        if paragraph:
            found.paragraphs.append(paragraph)
    sections = list(package.body.iter(w("sectPr")))
    found.pages = [_page(section) for section in sections]
    found.number = _page_number(package, sections, styles)
    found.changes = sum(1 for element in package.body.iter() if element.tag in _CHANGES)
    return found


def _paragraph(element: Any, styles: Styles, found: Layout) -> LaidParagraph | None:
    looks: Counter[Look] = Counter()
    parts = []
    for run in element.iter(w("r")):
        text = "".join(t.text or "" for t in run.iterfind(w("t")))
        if text:
            look = styles.look(element, run)
            parts.append(text)
            looks[look] += len(text.strip())
            found.fonts[look.font] += len(text.strip())
            found.sizes[look.size] += len(text.strip())
    text = " ".join("".join(parts).split())
    return LaidParagraph(text, looks.most_common(1)[0][0]) if text else None


def _page(section: Any) -> Page:
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    sheet = [
        whole_number(size.get(w(name)) if size is not None else None, default)
        for name, default in zip(("w", "h"), _LETTER_TWIPS, strict=True)
    ]
    sides = [
        abs(whole_number(margins.get(w(side)) if margins is not None else None, 1440))
        for side in _SIDES
    ]
    return Page(*(round(twips / _TWIPS_PER_MM, 1) for twips in (*sheet, *sides)))


def _page_number(package: Package, sections: list[Any], styles: Styles) -> PageNumber | None:
    """The first header or footer that holds a PAGE field."""
    targets = _targets(package)
    for section in sections:
        title_page = section.find(w("titlePg")) is not None
        kinds = {}
        for place in ("header", "footer"):
            for reference in section.iterfind(w(f"{place}Reference")):
                part = package.part(f"word/{targets.get(reference.get(_RELATION, ''), '')}")
                align = _align_of_number(part, styles) if part is not None else None
                if align:
                    kinds[place, reference.get(w("type"), "default")] = align
        for (place, kind), align in kinds.items():
            if kind == "default":
                first = not title_page or (place, "first") in kinds
                return PageNumber(place, align, first)
    return None


def _align_of_number(part: Any, styles: Styles) -> str | None:
    for paragraph in part.iter(w("p")):
        if any(_is_page_field(element) for element in paragraph.iter()):
            return styles.align(paragraph)
    return None


def _is_page_field(element: Any) -> bool:
    if element.tag == w("fldSimple"):
        return "PAGE" in element.get(w("instr"), "").split()
    return element.tag == w("instrText") and "PAGE" in (element.text or "").split()


def _targets(package: Package) -> dict[str, str]:
    relations = package.part("word/_rels/document.xml.rels")
    return {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in (relations if relations is not None else ())
    }
