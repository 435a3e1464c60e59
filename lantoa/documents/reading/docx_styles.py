"""How a run of Word text looks once its styles are applied (định dạng sau khi áp kiểu)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .docx_package import Package, w, whole_number

_OFF = {"0", "false", "off", "none"}
_WORD_SIZE = 20  # half-points, when nothing says otherwise
_DEPTH = 12
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ALIGN = {"start": "left", "end": "right", "both": "justify", "distribute": "justify"}


@dataclass(frozen=True, slots=True)
class Look:
    """Font, size in points, and how the letters and the paragraph are set."""

    font: str
    size: float
    bold: bool
    italic: bool
    align: str


class Styles:
    """The styles of one file, looked up the way Word does: run, its style, the paragraph's."""

    def __init__(self, package: Package) -> None:
        self._styles: dict[str, Any] = {}
        self._paragraph_style = ""
        self._defaults: Any = None
        self._theme = _theme_fonts(package)
        for style in package.styles.iterfind(w("style")) if package.styles is not None else ():
            name = style.get(w("styleId"), "")
            self._styles[name] = style
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true"}:
                self._paragraph_style = name
        if package.styles is not None:
            self._defaults = package.styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")

    def look(self, paragraph: Any, run: Any) -> Look:
        """How a run of the paragraph looks."""
        layers = list(self._layers(paragraph, run))
        size = _first(layers, "sz")
        return Look(
            font=next((font for layer in layers if (font := self._font(layer))), ""),
            size=whole_number(size.get(w("val")) if size is not None else None, _WORD_SIZE) / 2,
            bold=_is_on(_first(layers, "b")),
            italic=_is_on(_first(layers, "i")),
            align=self.align(paragraph),
        )

    def align(self, paragraph: Any) -> str:
        """left, center, right or justify."""
        own = paragraph.find(w("pPr"))
        layers = [own] if own is not None else []
        layers += [
            found
            for style in self._chain(self._style_of(paragraph))
            if (found := style.find(w("pPr"))) is not None
        ]
        value = _first(layers, "jc")
        said = value.get(w("val"), "left") if value is not None else "left"
        return _ALIGN.get(said, said)

    def _layers(self, paragraph: Any, run: Any) -> Iterator[Any]:
        """Run properties from the nearest to the farthest."""
        own = run.find(w("rPr"))
        if own is not None:
            yield own
            named = own.find(w("rStyle"))
            if named is not None:
                yield from self._run_properties(named.get(w("val"), ""))
        yield from self._run_properties(self._style_of(paragraph))
        if self._defaults is not None:
            yield self._defaults

    def _run_properties(self, style: str) -> Iterator[Any]:
        for each in self._chain(style):
            found = each.find(w("rPr"))
            if found is not None:
                yield found

    def _chain(self, name: str) -> Iterator[Any]:
        for _ in range(_DEPTH):
            style = self._styles.get(name)
            if style is None:
                return
            yield style
            based = style.find(w("basedOn"))
            name = based.get(w("val"), "") if based is not None else ""

    def _style_of(self, paragraph: Any) -> str:
        found = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        return found.get(w("val"), "") if found is not None else self._paragraph_style

    def _font(self, properties: Any) -> str:
        fonts = properties.find(w("rFonts"))
        if fonts is None:
            return ""
        named = fonts.get(w("ascii")) or fonts.get(w("hAnsi"))
        theme = fonts.get(w("asciiTheme")) or fonts.get(w("hAnsiTheme")) or ""
        return named or self._theme.get(theme[:5], "")


def _first(layers: list[Any], name: str) -> Any:
    for layer in layers:
        found = layer.find(w(name))
        if found is not None:
            return found
    return None


def _is_on(found: Any) -> bool:
    return found is not None and found.get(w("val"), "1") not in _OFF


def _theme_fonts(package: Package) -> dict[str, str]:
    theme = package.part("word/theme/theme1.xml")
    fonts = {}
    for name in ("major", "minor") if theme is not None else ():
        latin = theme.find(f".//{_DRAWING}{name}Font/{_DRAWING}latin")
        if latin is not None:
            fonts[name] = latin.get("typeface", "")
    return fonts
