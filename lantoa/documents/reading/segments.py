"""The documents of one file (các văn bản trong tệp): where each begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lantoa.common.rules.vietnamese import fold

from .kinds import TitleLine, is_formula, title_line
from .limits import MAX_DOCUMENTS
from .lines import Line, ends_sentence, is_upper
from .numbering import ARTICLE, ROMAN, find_marker
from .table_heads import opens_table
from .table_rows import is_row

_LETTERHEAD = re.compile(
    r"cong hoa xa hoi chu nghia|doc lap\s*[-–]\s*tu do|dang cong san viet nam|"
    r"^(?:uy ban nhan dan|ubnd|hdnd|hoi dong nhan dan|so |bo |phong |ban |tinh |thanh pho|thi xa|"
    r"huyen|quan|xa |phuong|dac khu|thi tran|van phong|tong cuc|cuc|chi cuc|thu tuong|chinh phu|"
    r"tinh uy|thanh uy|huyen uy|thi uy|dang uy|mat tran|hoi |doan )|"
    r"^so\s*:|^so\s*\d*\s*[-/]|ngay\s*[\d.…]*\s*thang\s*[\d.…]*\s*nam|"
    r"^[*_=\-–—\s]+$|^\(?du thao|^v/v"
)
_ATTACHED = re.compile(r"^\W*\(?\s*(?:ban hanh )?(?:kem theo|dinh kem)")
_FINISHED = re.compile(r"^(?:noi nhan\s*:?|luu\s*:|tm\.|kt\.|tl\.|tuq\.|\(?da ky)|\./\.?\s*$")
_BODY = re.compile(r"^(?:can cu|thuc hien|nham|kinh gui|theo de nghi)\b")
_LOOK_AHEAD = 12
_LETTERHEAD_LINES = 14


@dataclass(slots=True)
class Segment:
    """Lines `first` to `last` of one document, as indices; `title` may be absent."""

    first: int
    last: int
    title: int | None
    named: TitleLine | None


def split_documents(lines: Sequence[Line]) -> list[Segment]:
    """Every document of the file in order; a file that names none is one document."""
    filled = [i for i, line in enumerate(lines) if not line.blank]
    if not filled:
        return []
    titles = _titles(lines, filled)
    starts = [_letterhead_start(lines, i, after) for (i, _), after in _with_previous(titles)]
    if not titles:
        return [Segment(filled[0], filled[-1], None, None)]
    starts[0] = filled[0]
    ends = [*(start - 1 for start in starts[1:]), filled[-1]]
    return [
        Segment(start, _last_filled(lines, start, end), index, named)
        for start, end, (index, named) in zip(starts, ends, titles, strict=True)
    ]


def is_attached_line(text: str) -> bool:
    """ "(Ban hành kèm theo Quyết định số …)" below a title."""
    return bool(_ATTACHED.match(fold(text)))


def is_letterhead(text: str) -> bool:
    """A line of the head of a document: motto, agency in capitals, number, place and date."""
    folded = fold(text)
    match = _LETTERHEAD.search(folded)
    if match is None:
        return False
    shown_in_capitals = match.start() == 0 and folded[:1].isalpha()
    return not shown_in_capitals or is_upper(text) or ":" in text[:6] or len(text) < 60


def _titles(lines: Sequence[Line], filled: Sequence[int]) -> list[tuple[int, TitleLine]]:
    found: list[tuple[int, TitleLine]] = []
    scan = _Scan()
    for place, index in enumerate(filled):
        text = lines[index].text
        named = title_line(text)
        if named and len(found) < MAX_DOCUMENTS and scan.accepts(named, text, lines, filled, place):
            found.append((index, named))
            scan = _Scan(kind=named.kind, title_place=place)
        else:
            scan.see(text)
    return found


@dataclass(slots=True)
class _Scan:
    """What was seen since the last title."""

    kind: str | None = None
    title_place: int = -9
    bases: bool = False
    body: bool = False
    finished: bool = False

    def see(self, text: str) -> None:
        if len(text) > 400:
            self.body = True
        head = fold(text[:40])
        self.bases = self.bases or head.startswith(("can cu", "theo de nghi", "xet de nghi"))
        marker = find_marker(text)
        self.body = self.body or bool(marker and marker.style in {ARTICLE, ROMAN})
        self.finished = (
            self.finished or bool(_FINISHED.search(head)) or text.endswith(("./.", "/."))
        )

    def accepts(
        self,
        named: TitleLine,
        text: str,
        lines: Sequence[Line],
        filled: Sequence[int],
        place: int,
    ) -> bool:
        if self.kind is None:
            return named.exact or _opens_document(lines, filled, place)
        if place - self.title_place <= 2 and not self.bases and not self.body:
            return False
        if is_formula(text) and self.kind in {"decision", "other", "directive"} and not self.body:
            return False
        before = lines[filled[place - 1]]
        if named.exact:
            ended = ends_sentence(before.text) or self.finished
            after_table = named.kind == "appendix" and (
                is_row(before.raw)
                or any(is_upper(lines[i].text) for i in filled[place + 1 : place + 2])
                or _heads_table(lines, filled, place)
            )
            return is_upper(text) or ended or after_table or _is_attached(lines, filled, place)
        if not (self.finished or is_letterhead(before.text)):
            return False
        return _opens_document(lines, filled, place)


def _is_attached(lines: Sequence[Line], filled: Sequence[int], place: int) -> bool:
    """ "(Kèm theo …)" stands below this title, with only the title's own lines between."""
    return any(is_attached_line(lines[i].text) for i in filled[place + 1 : place + 4])


def _opens_document(lines: Sequence[Line], filled: Sequence[int], place: int) -> bool:
    """The lines below a title look like the beginning of a document."""
    for index in filled[place + 1 : place + 1 + _LOOK_AHEAD]:
        text = lines[index].text
        if is_attached_line(text) or _BODY.match(fold(text[:40])) or find_marker(text):
            return True
        if lines[index].raw.count("\t") >= 2 or lines[index].raw.lstrip().startswith("|"):
            return True
    return _heads_table(lines, filled, place)


def _heads_table(lines: Sequence[Line], filled: Sequence[int], place: int) -> bool:
    """A table copied cell by cell begins below this title."""
    return any(opens_table(lines, i) for i in filled[place + 1 : place + 1 + _LOOK_AHEAD])


def _with_previous(
    titles: Sequence[tuple[int, TitleLine]],
) -> list[tuple[tuple[int, TitleLine], int]]:
    return [(here, titles[i - 1][0] if i else -1) for i, here in enumerate(titles)]


def _letterhead_start(lines: Sequence[Line], title: int, previous: int) -> int:
    start, seen = title, 0
    for index in range(title - 1, previous, -1):
        text = lines[index].text
        if not text:
            continue
        if seen >= _LETTERHEAD_LINES or not is_letterhead(text) or find_marker(text):
            break
        start, seen = index, seen + 1
    return start


def _last_filled(lines: Sequence[Line], start: int, end: int) -> int:
    while end > start and lines[end].blank:
        end -= 1
    return end
