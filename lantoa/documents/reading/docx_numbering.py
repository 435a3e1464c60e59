"""Automatic numbers of Word (đánh số tự động) as the page shows them: "1.", "a)", "-"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from .docx_package import Package, w, whole_number

_PLACE = re.compile(r"%([1-9])")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MARKS = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), 
    (1, "I"),
)  # fmt: skip


@dataclass(slots=True)
class _Level:
    style: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class _List:
    """A numbering instance: its levels and, shared with its kin, the counters."""

    levels: dict[int, _Level]
    key: str
    restarts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts list paragraphs in the order in which they are asked for."""

    def __init__(self, package: Package) -> None:
        self.lists: dict[str, _List] = {}
        self.counters: dict[str, dict[int, int]] = {}
        self.styles: dict[str, tuple[str, str, int]] = {}
        if package.numbering is not None:
            self._read_lists(package.numbering)
        if package.styles is not None:
            self._read_styles(package.styles)

    def label(self, paragraph: Any) -> str:
        """The label of a paragraph, "" when it is not numbered; asking advances the count."""
        number, level = self._place(paragraph)
        found = self.lists.get(number)
        if found is None or level not in found.levels:
            return ""
        counts = self.counters.setdefault(found.key, {})
        if level in found.restarts:
            counts[level] = found.restarts.pop(level) - 1
        start = found.levels[level].start
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]
        return _render(found.levels, level, counts)

    def _place(self, paragraph: Any) -> tuple[str, int]:
        properties = paragraph.find(w("pPr"))
        if properties is None:
            return "", 0
        own = properties.find(w("numPr"))
        style = properties.find(w("pStyle"))
        number, level = ("", -1) if own is None else _numbered(own)
        if not number and style is not None:
            number, inherited = self._from_style(style.get(w("val"), ""))
            level = inherited if level < 0 else level
        return number, max(level, 0)

    def _from_style(self, style: str) -> tuple[str, int]:
        for _ in range(12):
            if style not in self.styles:
                break
            parent, number, level = self.styles[style]
            if number:
                return number, max(level, 0)
            style = parent
        return "", 0

    def _read_styles(self, styles: Any) -> None:
        for style in styles.iterfind(w("style")):
            based = style.find(w("basedOn"))
            own = style.find(f"{w('pPr')}/{w('numPr')}")
            number, level = ("", -1) if own is None else _numbered(own)
            parent = based.get(w("val"), "") if based is not None else ""
            self.styles[style.get(w("styleId"), "")] = (parent, number, level)

    def _read_lists(self, root: Any) -> None:
        abstract = {
            item.get(w("abstractNumId"), ""): _levels(item)
            for item in root.iterfind(w("abstractNum"))
        }
        for item in root.iterfind(w("num")):
            of = item.find(w("abstractNumId"))
            key = of.get(w("val"), "") if of is not None else ""
            made = _List(dict(abstract.get(key, {})), key)
            for override in item.iterfind(w("lvlOverride")):
                level = whole_number(override.get(w("ilvl")), 0)
                start = override.find(w("startOverride"))
                if start is not None:
                    made.restarts[level] = whole_number(start.get(w("val")), 1)
                own = override.find(w("lvl"))
                if own is not None:
                    made.levels[level] = _level(own)
            self.lists[item.get(w("numId"), "")] = made


def _numbered(properties: Any) -> tuple[str, int]:
    number, level = properties.find(w("numId")), properties.find(w("ilvl"))
    return (
        number.get(w("val"), "") if number is not None else "",
        whole_number(level.get(w("val")), 0) if level is not None else -1,
    )


def _levels(abstract: Any) -> dict[int, _Level]:
    return {
        whole_number(item.get(w("ilvl")), 0): _level(item) for item in abstract.iterfind(w("lvl"))
    }


def _level(item: Any) -> _Level:
    def value(name: str) -> str:
        found = item.find(w(name))
        return found.get(w("val"), "") if found is not None else ""

    return _Level(value("numFmt") or "decimal", value("lvlText"), whole_number(value("start"), 1))


def _render(levels: dict[int, _Level], level: int, counts: dict[int, int]) -> str:
    here = levels[level]
    if here.style == "bullet":
        return "+" if here.text.strip() == "+" else "-"
    if here.style == "none":
        return ""

    def number(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        of = levels.get(place, _Level())
        style = "decimal" if of.style == "bullet" else of.style
        return format_number(style, counts.get(place, of.start))

    return " ".join(_PLACE.sub(number, here.text).split())


def format_number(style: str, number: int) -> str:
    """A number in one of Word's styles: letters, Roman, or figures."""
    if style in {"lowerLetter", "upperLetter"}:
        letter = _LETTERS[(number - 1) % 26] * ((number - 1) // 26 + 1) if number > 0 else ""
        return letter.upper() if style == "upperLetter" else letter
    if style in {"lowerRoman", "upperRoman"}:
        roman = _roman(number)
        return roman.lower() if style == "lowerRoman" else roman
    return f"{number:02d}" if style == "decimalZero" else str(number)


def _roman(number: int) -> str:
    text = ""
    for value, mark in _MARKS:
        while number >= value and len(text) < 20:
            text, number = text + mark, number - value
    return text
