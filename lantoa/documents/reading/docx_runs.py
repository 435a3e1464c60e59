"""The words of a Word paragraph (nội dung đoạn): changes accepted, hidden text left out."""

from __future__ import annotations

from typing import Any

from .docx_notes import NOTE_REFERENCES, Notes
from .docx_package import Package, w
from .legacy import from_font

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
# Deleted and moved-away text, properties, drawings, comments and field codes say nothing here.
_SILENT = (
    "del", "moveFrom", "pPr", "rPr", "drawing", "pict", "object", "instrText", "delText", "sdtPr",
    "commentReference", "annotationRef", "footnoteRef", "endnoteRef", "delInstrText", "fldData",
    "proofErr", "ruby",
)  # fmt: skip
_SKIPPED = {w(name) for name in _SILENT} | {_FALLBACK}
_BREAKS = {w("tab"): "\t", w("ptab"): "\t", w("noBreakHyphen"): "-", w("cr"): "\n"}
_MAX_DEPTH = 60


class RunReader:
    """Reads paragraphs with the fonts that their styles name."""

    def __init__(self, package: Package) -> None:
        self.fonts: dict[str, str] = {}
        self.parents: dict[str, str] = {}
        self.default = ""
        self.paragraph_style = ""
        self.notes = Notes(package)
        if package.styles is not None:
            self._read_styles(package.styles)

    def paragraph_text(self, element: Any) -> str:
        """The text with tabs and line breaks."""
        font = self._style_font(_value(element, "pPr", "pStyle") or self.paragraph_style)
        parts: list[str] = []
        self._collect(element, font, parts, 0)
        return "".join(parts)

    def _collect(self, element: Any, font: str, parts: list[str], depth: int) -> None:
        if depth > _MAX_DEPTH:
            return
        for child in element:
            tag = child.tag
            if tag in _SKIPPED or not isinstance(tag, str):
                continue
            if tag == w("r"):
                self._run(child, font, parts, depth)
            elif tag == w("t"):
                parts.append(from_font(child.text or "", font))
            elif tag in NOTE_REFERENCES:
                parts.append(self.notes.cited(child, self.paragraph_text))
            elif tag in _BREAKS:
                parts.append(_BREAKS[tag])
            elif tag == w("br"):
                parts.append("" if child.get(w("type")) in {"page", "column"} else "\n")
            else:
                self._collect(child, font, parts, depth + 1)

    def _run(self, run: Any, font: str, parts: list[str], depth: int) -> None:
        properties = run.find(w("rPr"))
        if properties is not None:
            if _on(properties, "vanish"):
                return
            font = _font(properties) or self._style_font(_value(run, "rPr", "rStyle")) or font
        before = len(parts)
        self._collect(run, font, parts, depth + 1)
        if properties is not None and _on(properties, "caps"):
            parts[before:] = [part.upper() for part in parts[before:]]

    def _style_font(self, style: str) -> str:
        for _ in range(12):
            if not style:
                break
            if self.fonts.get(style):
                return self.fonts[style]
            style = self.parents.get(style, "")
        return self.default

    def _read_styles(self, styles: Any) -> None:
        properties = styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        self.default = _font(properties) if properties is not None else ""
        for style in styles.iterfind(w("style")):
            name = style.get(w("styleId"), "")
            properties = style.find(w("rPr"))
            self.fonts[name] = _font(properties) if properties is not None else ""
            based = style.find(w("basedOn"))
            self.parents[name] = based.get(w("val"), "") if based is not None else ""
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true"}:
                self.paragraph_style = name


def _font(properties: Any) -> str:
    fonts = properties.find(w("rFonts"))
    return (fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or "") if fonts is not None else ""


def _value(element: Any, holder: str, name: str) -> str:
    found = element.find(f"{w(holder)}/{w(name)}")
    return found.get(w("val"), "") if found is not None else ""


def _on(properties: Any, name: str) -> bool:
    found = properties.find(w(name))
    return found is not None and found.get(w("val"), "1") not in {"0", "false", "off"}
