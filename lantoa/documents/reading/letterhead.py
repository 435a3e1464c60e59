"""Above the title (phần đầu trang nhất): issuer, number and symbol, place and date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from lantoa.common.rules.vietnamese import fold

from . import dates
from .lines import Line, is_upper

NUMBER = re.compile(
    r"\bSố\s*:?\s*(?P<number>\d{1,6}(?:\s?/\s?(?:19|20)\d\d)?|[.…_\s]*)\s*(?P<sign>[-/])\s*"
    r"(?P<code>[A-ZĐƯÔ][\w&]*(?:\s?[-/.]\s?[A-ZĐƯÔ][\w&]*)*)",
)
PLACE = re.compile(
    r"(?P<place>[A-ZĐÂÊÔƠƯ][\w'’. \-]{1,40}?)\s*,\s*"
    r"(?:(?:ngày|NGÀY)\s*[\d.…_\s]*(?:tháng|THÁNG)|(?:ngày\s+)?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4})"
)
DRAFT = re.compile(r"^\W*(?:ban )?du thao\b")
_BLANK_DATE = re.compile(r"ngày[\s.…_]*tháng[\s.…_]*năm|ngày[\s.…_]+tháng", re.IGNORECASE)
# A line that begins so names another body; any other goes on with the name above it.
_BODY = re.compile(
    r"(?:cong doan|nghiep doan|uy ban (?!mat tran$)|ubnd|ubmt|mttq|hdnd|hoi dong|bo|so|cuc"
    r"|tong cuc|chi cuc|vu|"
    r"ban (?!hanh)|phong (?!thu|chong|chay)|van phong|trung tam|(?:tinh|thanh|thi|huyen|quan|dang) "
    r"uy|dang bo|chi bo|cong an|mat tran|hoi|lien doan|lien minh|lien hiep|doan|"
    r"(?:tinh|thanh|thi|huyen) doan|truong|hoc vien|vien|benh vien|kho bac|thue|bao hiem|buu dien|"
    r"ngan hang|toa an|thanh tra|dai|bao|thu tuong|chinh phu|quoc hoi|chu tich|cong ty|"
    r"tong cong ty|tap doan|hiep hoi|tong lien doan|thu vien|bao tang)\b"
)
_NO_BODY = re.compile(r"(?:so\s*[:\d/]|hoa toc|thuong khan|khan|mat|toi mat|tuyet mat)\b|\W*$")
_MOTTO_WORDS = (
    "cong hoa xa hoi chu nghia viet nam",
    "doc lap tu do hanh phuc",
    "dang cong san viet nam",
)
# The motto beside an agency on one line, whole or broken at the end of the line.
_MOTTO = re.compile(
    r"\bcộng h(?:òa|oà)(?:\s+xã(?:\s+hội(?:\s+chủ(?:\s+nghĩa(?:\s+việt(?:\s+nam)?)?)?)?)?)?$"
    r"|\bcộng h(?:òa|oà) xã hội chủ nghĩa việt nam\b"
    r"|\bđộc lập\s*[-–.]\s*tự do(?:\s*[-–.]\s*hạnh phúc)?|\bđảng cộng sản việt nam\b",
    re.IGNORECASE,
)
_COLUMNS = re.compile(r"\t+|\s{3,}|\s*\|\s*")
_STAR = re.compile(r"^\*\s+(?=[^*\s])")
_BLANKS = re.compile(r"(Số\s?:?|ngày|tháng|năm)[^\S\t]{2,}")
_HALF_DATE = re.compile(r"(?:,|ngày(?:\s+\d{1,2})?|tháng(?:\s+\d{1,2})?|năm)$")
_REST_OF_DATE = re.compile(r"(?:ngày|tháng|năm|\d)\b")


@dataclass(slots=True)
class Letterhead:
    """What stands above the title; what is not said or left blank stays empty."""

    number: str | None = None
    symbol: str | None = None
    date: date | None = None
    place: str | None = None
    draft_mark: bool = False
    blank_number: bool = False
    agencies: list[str] = field(default_factory=list)

    @property
    def issuer(self) -> str | None:
        """The issuing body: the last of the names, below that of its superior."""
        name = self.agencies[-1] if self.agencies else ""
        return " ".join(name.split()).strip(" -*_,") or None

    def take(self, cell: str, *, names: bool = True) -> None:
        """Read one cell; `names`: it may hold the name of a body."""
        folded = fold(cell)
        self.draft_mark = self.draft_mark or bool(DRAFT.match(folded))
        number = NUMBER.search(cell)
        rest = cell
        if number:
            rest = f"{cell[: number.start()]} {cell[number.end() :]}".strip()
            if not (self.symbol or self.blank_number):
                self._set_number(number)
        place = PLACE.search(rest)
        if place and self.place is None:
            self.place = " ".join(place["place"].split())
        if self.date is None and (place or "ngay" in folded):
            self.date = dates.find_date(rest)
        self.blank_number = self.blank_number or bool(_BLANK_DATE.search(rest))
        if names and not number and not place:
            self._name(_without_motto(cell))

    def _set_number(self, match: re.Match[str]) -> None:
        number = re.sub(r"\s", "", match["number"]).strip(".…_")
        if not number:
            self.blank_number = True
            return
        self.number = number.split("/")[0]
        self.symbol = number + match["sign"] + re.sub(r"\s", "", match["code"])

    def _name(self, cell: str) -> None:
        folded = fold(cell)
        if not is_upper(cell) or DRAFT.match(folded) or _NO_BODY.match(folded):
            return
        before = self.agencies[-1] if self.agencies else ""
        if not before or _BODY.match(folded):
            if cell[0].isalpha():
                self.agencies.append(cell)
        else:
            self.agencies[-1] = f"{before} {cell}"


def columns(raw: str) -> list[str]:
    """The cells of a two-column head that was flattened into one line."""
    # A number or a day left blank by the drafter is no gap between columns.
    raw = _BLANKS.sub(lambda match: f"{match[1]} ", _STAR.sub("- ", raw.strip()))
    return [cell for cell in (part.strip(" *_") for part in _COLUMNS.split(raw)) if cell]


def head_cells(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """The cells of these lines, each with its index; words broken over two lines are one cell."""
    pending: tuple[int, str] | None = None
    before: Line | None = None
    for index, line in enumerate(lines):
        if line.blank:
            before = None
            continue
        for place, cell in enumerate(columns(line.raw)):
            if pending and place == 0 and _goes_on(before, pending[1], cell):
                pending = (pending[0], f"{pending[1]} {cell}")
                continue
            if pending:
                yield pending
            pending = (index, cell)
        before = line
    if pending:
        yield pending


def _goes_on(before: Line | None, cell: str, after: str) -> bool:
    if before is None:
        return False
    if before.open and not NUMBER.search(cell):
        return True
    return bool(_HALF_DATE.search(cell) and _REST_OF_DATE.match(after))


def _without_motto(cell: str) -> str:
    words = " ".join(re.findall(r"[a-z]+", fold(cell)))
    if " " in words and any(f" {words} " in f" {motto} " for motto in _MOTTO_WORDS):
        return ""
    return _MOTTO.sub("", cell).strip(" -–*_")
