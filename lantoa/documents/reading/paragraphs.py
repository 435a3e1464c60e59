"""Paragraphs (đoạn văn) out of lines: hard-wrapped lines and page-broken sentences are rejoined."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .lines import Line, ends_sentence, is_upper, starts_lower
from .noticed import Notice, Noticed
from .numbering import (
    BULLET,
    DOTTED,
    LETTER,
    LETTERS,
    ROMAN,
    Marker,
    find_marker,
    roman_value,
)

_WRAP_LIMIT = 140
_CLOSES = re.compile(r"Trên đây là|Trong quá trình (?:thực hiện|triển khai)")
_OPEN_END = re.compile(
    r"(?:,|[-–(]|\b(?:của|và|hoặc|về|tại|theo|do|với|cho|các|những|trên|trong|để|bằng|từ|đến))$"
)
_OPEN_NUMBER = re.compile(r"(?:\bsố|\bngày|\bĐiều|\bkhoản|\btháng|\bnăm|\bquý)$")
# Words that only begin a name: no heading ends with them.
_HALF_NAME = re.compile(
    r"(?:^|\s)(?:[Ss]ở|Bộ|[Bb]an|[Pp]hòng|Cục|Vụ|Viện|Hội|Đoàn|Đảng|[UỦ][ủỷy]|[UỦ]y ban|Uỷ ban|"
    r"Công|Trung|[Vv]ăn|Thanh|Kho|Bưu|Bảo|Bảo hiểm|Liên|Chi|Tổng|[Tt]rường|Đài|Báo|Thủ|Chủ|Giám|"
    r"Chánh|[Đđ]ề|[Cc]ác|[Hh]ội đồng|[Mm]ặt|Tòa|Ngân|Hiệp|Liên đoàn|Liên minh|Quỹ|Trạm|"
    r"[Cc]ơ|[Đđ]ơn|[Tt]hành phố trực|thông tin điện)$"
)
# "3. Thanh tra Sở" is a whole name on its line, unless the Sở's own field begins the next.
_WHOLE_NAME = re.compile(
    r"^\W*\w{1,4}[.)]\s+(?:Thanh tra|Văn phòng|Chánh Văn phòng|Chánh Thanh tra|Giám đốc|Lãnh đạo) "
    r"(?:Sở|Bộ|Cục|Ban)$"
)
_FIELD = re.compile(
    r"(?:Nội vụ|Tài chính|Tư pháp|Y tế|Xây dựng|Công [Tt]hương|Nông nghiệp|Giáo dục|Văn "
    r"hóa|Khoa học|"
    r"Dân tộc|Ngoại giao|Ngoại vụ|Quốc phòng|Công an|Du lịch|Thông tin|Lao động|Kế hoạch"
    r"|Giao thông|"
    r"Tài nguyên|Quản lý|Tổ chức|Tuyên giáo|Xây dựng Đảng|Dân vận|Thường vụ|Chỉ đạo|Chấp hành)\b"
)
_BLOCKS = 0.85
# "3." or "a)" alone on its line: the words of the part stand on the next.
_BARE_LABEL = re.compile(r"(?:(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,4})[.)]|[a-zđ]\)|[-+•])$")


@dataclass(slots=True)
class Piece:
    """A joined paragraph: its text, its marker, and where each of its lines begins in the text."""

    text: str
    lines: list[int]
    offsets: list[int] = field(default_factory=lambda: [0])
    marker: Marker | None = None
    after_blank: bool = False

    @property
    def line(self) -> int:
        return self.lines[0]

    @property
    def last_line(self) -> int:
        return self.lines[-1]

    def line_at(self, offset: int) -> int:
        """The line of the file on which this offset of the joined text stands."""
        return self.lines[max(0, bisect_right(self.offsets, offset) - 1)]


class _Parts:
    """Grows one paragraph without copying its text for every line."""

    def __init__(self, line: Line, marker: Marker | None, after_blank: bool) -> None:
        self.texts, self.lines, self.offsets = [line.text], [line.number], [0]
        self.size, self.marker, self.after_blank = len(line.text), marker, after_blank
        self._upper: bool | None = None
        self.bare = bool(_BARE_LABEL.match(line.text))

    def add(self, line: Line) -> None:
        self.offsets.append(self.size + 1)
        self.size += 1 + len(line.text)
        self.lines.append(line.number)
        self.texts.append(line.text)
        self._upper = self.upper and is_upper(line.text)

    @property
    def upper(self) -> bool:
        """Whether all of it stands in capitals; asked only where a line may go on."""
        if self._upper is None:
            self._upper = is_upper(self.texts[0])
        return self._upper

    def begin_anew(self, line: Line) -> None:
        """Its words begin in this line: the first held only a label."""
        self._upper = is_upper(line.text)

    def piece(self) -> Piece:
        text = " ".join(self.texts)
        is_read = len(self.texts) > 1 and (self.marker or self.bare)
        marker = find_marker(text) if is_read else self.marker
        return Piece(text, self.lines, self.offsets, marker, self.after_blank)


def join_paragraphs(lines: Sequence[Line], noticed: Noticed) -> list[Piece]:
    """The paragraphs of these lines, in order; a sentence cut by a page or a wrap is one again."""
    joiner = _Joiner(lines, noticed)
    for line in lines:
        joiner.take(line)
    return joiner.finish()


def wrap_width(lines: Sequence[Line]) -> int:
    """The column at which lines were wrapped by hand or by OCR; 0 when lines are paragraphs."""
    lengths = sorted(len(line.raw.rstrip()) for line in lines if not line.blank)
    if len(lengths) < 12 or lengths[int(len(lengths) * 0.97)] > _WRAP_LIMIT:
        return 0
    width = lengths[int(len(lengths) * 0.99)]
    cut = sum(
        1
        for here, after in pairwise(lines)
        if len(here.text) > 0.7 * width
        and not ends_sentence(here.text)
        and starts_lower(after.text)
    )
    return width if width >= 40 and cut >= 0.05 * len(lengths) else 0


def stands_in_blocks(lines: Sequence[Line]) -> bool:
    """True when an empty line parts all paragraphs, so that any other break says nothing."""
    marked = parted = cut = 0
    for before, here in pairwise(lines):
        if here.blank:
            continue
        if find_marker(here.text):
            marked += 1
            parted += before.blank
        elif not before.blank and starts_lower(here.text) and not ends_sentence(before.text):
            cut += 1
    return marked >= 4 and cut >= marked / 4 and parted >= _BLOCKS * marked


class _Joiner:
    """Takes line after line; knows whether the text is wrapped and which numbers it has seen."""

    def __init__(self, lines: Sequence[Line], noticed: Noticed) -> None:
        self.width, self.noticed = wrap_width(lines), noticed
        self.in_blocks = stands_in_blocks(lines)
        self.pieces: list[Piece] = []
        self.current: _Parts | None = None
        self.previous: Line | None = None
        self.blank = True
        self.seen: set[tuple[str, str]] = set()

    def take(self, line: Line) -> None:
        if line.blank:
            self.blank = True
            return
        marker = find_marker(line.text)
        if marker and not self._opens(marker, line):
            marker = None
        if self._lacks_words() and marker is None:
            self._fill(line)
        elif self.current and self.previous and marker is None and self._continues(line):
            self._tell(line, self.previous)
            self.current.add(line)
        else:
            self._start(line, marker)
        self.previous, self.blank = line, False

    def _lacks_words(self) -> bool:
        return self.current is not None and self.current.bare and len(self.current.texts) == 1

    def _fill(self, line: Line) -> None:
        assert self.current is not None
        self.current.add(line)
        marker = find_marker(f"{self.current.texts[0]} {line.text}")
        self.current.begin_anew(line)
        if marker:
            self.current.marker = marker
            self.seen.add((marker.style, marker.label))

    def finish(self) -> list[Piece]:
        if self.current:
            self.pieces.append(self.current.piece())
        return self.pieces

    def _start(self, line: Line, marker: Marker | None) -> None:
        if self.current:
            self.pieces.append(self.current.piece())
        self.current = _Parts(line, marker, self.blank)
        if marker:
            self.seen.add((marker.style, marker.label))

    def _tell(self, line: Line, previous: Line) -> None:
        if self.blank:
            self.noticed.rejoined_paragraphs.append(
                Notice(line.number, line.text[:80], previous.number, previous.text[-80:])
            )

    def _is_full(self, line: Line) -> bool:
        """The first word of this line no longer fitted before it: the break says nothing."""
        if self.blank or self.previous is None:
            return False
        if self.previous.open or (self.in_blocks and not self._is_other_face(line)):
            return True
        if not self.width:
            return False
        before, after = self.previous.raw.rstrip(), line.raw.split(maxsplit=1)[0]
        return len(before) + 1 + len(after) > self.width

    def _is_other_face(self, line: Line) -> bool:
        """Capitals or a bold heading have ended, and the text below has begun."""
        assert self.previous is not None
        if self.current is None or self.current.upper != is_upper(line.text):
            return True
        ended = self.current.marker is not None and self.previous.raw.rstrip().endswith("**")
        return ended and not starts_lower(line.text)

    def _opens(self, marker: Marker, line: Line) -> bool:
        """A wrapped line may begin with "20.", "XII)" or "- xã hội" and still open nothing."""
        if not self._is_full(line) or self.previous is None:
            return True
        if marker.style == BULLET and ends_sentence(self.previous.text):
            return True
        if marker.style == BULLET:
            heads = self.current is not None and self.current.marker is not None
            return marker.label == "-" and heads and not starts_lower(marker.rest)
        return marker.number == 1 or any(
            (marker.style, before) in self.seen for before in _labels_before(marker)
        )

    def _continues(self, line: Line) -> bool:
        assert self.previous is not None
        assert self.current is not None
        before, after = self.previous.text, line.text
        if self._is_full(line) and not (ends_sentence(before) and _CLOSES.match(after)):
            return not self.current.upper or is_upper(after)
        if ends_sentence(before):
            return False
        if starts_lower(after):
            return not self.current.upper
        if not is_upper(after) and (
            _OPEN_END.search(before) or (after[:1].isdigit() and _OPEN_NUMBER.search(before))
        ):
            return True
        if not self.blank and not self.current.upper and _cuts_name(before, after):
            return True
        return not self.blank and self._goes_on_unmarked(before, after)

    def _goes_on_unmarked(self, before: str, after: str) -> bool:
        assert self.current is not None
        if self.current.upper and is_upper(after) and self.current.marker is not None:
            return True
        nearly_full = bool(self.width) and len(before) >= 0.8 * self.width
        return nearly_full and self.current.upper == is_upper(after)


def _cuts_name(before: str, after: str) -> bool:
    """The break lies inside the name of a body: "Ủy ban Mặt trận" / "Tổ quốc Việt Nam"."""
    if _WHOLE_NAME.search(before) and not _FIELD.match(after):
        return False
    if _HALF_NAME.search(before):
        return True
    return before.endswith("Mặt trận") and after.startswith("Tổ quốc")


def _labels_before(marker: Marker) -> list[str]:
    """The labels that can stand before this one in its list."""
    if marker.style == DOTTED:
        head, _, last = marker.label.rpartition(".")
        return [f"{head}.{int(last) - 1}"] if last.isdigit() else []
    if marker.style == LETTER:
        place = LETTERS.find(marker.label)
        return list(LETTERS[max(0, place - 2) : place])
    if marker.style == ROMAN:
        return [label for label in _ROMANS if roman_value(label) == (marker.number or 0) - 1]
    if marker.label.isdigit():
        return [str(int(marker.label) - 1)]
    return [marker.label[:-1] + chr(ord(marker.label[-1]) - 1)]


_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")
