"""The lines of a text as the reader sees them (dòng): without mark-up, with what they look like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lantoa.common.rules.vietnamese import fold

from .lone_cells import unframed

_BOLD = re.compile(r"\*{1,3}|(?<!\w)__|__(?!\w)")
_STAR_ITEM = re.compile(r"^\s*\*\s+(?=[^*\s])")
_STRONG = re.compile(r"\*\*")
_SLANTED = re.compile(r"(?<!\*)(?:\*\*)*\*(?!\*)")
_NO_MARK = re.compile(rf"{_STAR_ITEM.pattern}|\(\*{{1,3}}\)|\\\*")
_RUN = 12
_TAG = re.compile(r"</?(?:[a-zA-Z][a-zA-Z0-9]{0,9})(?:\s[^<>]{0,300})?/?>")
_MARKDOWN = re.compile(r"^\s{0,3}(?:#{1,6}\s+|>\s?)")
_REVIEW = re.compile(
    r"[✓✔☑✗✘]|\((?:trả lại|sửa lại|xem lại|bỏ|lưu ý|đề nghị (?:sửa|xem lại))\)"
    r"|^\d{0,3}\s?[{}]\s*(?=[-+•]|$)|^\?\s+(?=\w)",
    re.IGNORECASE,
)
_MAY_REVIEW = re.compile(r"[✓✔☑✗✘({}?]")
_SAMPLE = 160
_END = re.compile(r"(?:[.;:!?…]|\.\s?/\.?)[\"”'’»)\]]*$|/\.\s*$")


@dataclass(slots=True)
class Line:
    """One line: `text` is cleaned of mark-up and reviewers' marks, `raw` is as it stands."""

    number: int
    raw: str
    text: str
    open: bool = False  # bold or italic words go on in the next line

    @property
    def blank(self) -> bool:
        return not self.text

    @property
    def folded(self) -> str:
        """Without accents and in lower case, for recognising set words."""
        return fold(self.text)


def clean(raw: str) -> str:
    """The words alone: no mark-up and no reviewers' marks; a cell's border alone is no word."""
    if raw.strip() == "|":
        return ""
    text = without_markup(raw)
    if not _MAY_REVIEW.search(text):
        return text
    return " ".join(_REVIEW.sub("", text).split()) if _REVIEW.search(text) else text


def without_markup(raw: str) -> str:
    """The words without bold or italic stars, tags and heading hashes, with single spaces."""
    text = _STAR_ITEM.sub("- ", raw)
    if "*" in text or "_" in text:
        text = _BOLD.sub("", text)
    if text[:4].lstrip()[:1] in {"#", ">"}:
        text = _MARKDOWN.sub("", text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    single = " ".join(text.split())
    return raw if single == raw else single  # most lines need no copy of their own


def reviewer_mark(raw: str) -> str | None:
    """The first mark a reviewer left on the line (✓, "(trả lại)", a brace in the margin)."""
    if not _MAY_REVIEW.search(raw):
        return None
    match = _REVIEW.search(" ".join(_BOLD.sub("", raw).split()))
    return match[0].strip() if match else None


def read_lines(text: Sequence[str], first: int = 1) -> list[Line]:
    """Every line, numbered from `first` on."""
    text = unframed(text)
    lines = [Line(number, raw, clean(raw)) for number, raw in enumerate(text, first)]
    if any("*" in raw for raw in text):
        for mark in (_STRONG, _SLANTED):
            _open_runs(lines, mark)
    return lines


def _open_runs(lines: Sequence[Line], mark: re.Pattern[str]) -> None:
    """Marks the lines from which emphasis goes on; a run ends within a few lines or is none."""
    opened: int | None = None
    for at, line in enumerate(lines):
        if opened is not None and (line.blank or at - opened > _RUN):
            opened = None
        if "*" not in line.raw or len(mark.findall(_NO_MARK.sub("", line.raw))) % 2 == 0:
            continue
        for inner in lines[opened:at] if opened is not None else ():
            inner.open = True
        opened = at if opened is None else None


def is_upper(text: str) -> bool:
    """True when the words stand in capitals, as titles and chapter headings do."""
    letters = "".join(filter(str.isalpha, text[:_SAMPLE]))
    return len(letters) >= 2 and sum(map(str.isupper, letters)) >= 0.8 * len(letters)


def ends_sentence(text: str) -> bool:
    """True when nothing of the sentence is missing at the end."""
    return bool(_END.search(text[-12:]))


def starts_lower(text: str) -> bool:
    """True when the words go on from the line before."""
    return text[:1].islower()
