"""Duties (nhiệm vụ) in running text: one for each leaf paragraph of the numbered parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .assigning import gives_duties, is_given, never_gives_duties
from .attributes import is_attribute, with_attributes
from .classify import audiences_of, channels_of
from .default_lead import default_leads
from .dues import find_due
from .heading_dues import due_of_headings
from .labels import opens_with_label
from .model import Document, Due, Obligation, Paragraph, Party, Section
from .options import Options
from .parties import names_of_heading, parties_of_duty
from .references import squeeze
from .targets import find_target

_LEAD_IN = re.compile(r"(?::|như sau|sau đây|dưới đây)\s*[.:;]?\s*$")
_CLOSING = re.compile(
    r"^\W*(?:Trên đây là|UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Yêu cầu|Đề nghị|Căn cứ|Trong quá "
    r"trình|Nhận được|"
    r"Giao|Kế hoạch này|Chỉ thị này|Quyết định này)[\s\S]*(?:\./\.?|/\.)\s*$"
)
_NO_DUTY = re.compile(
    r"^\W*(?:(?:Ban hành|Phê duyệt)\s(?:kèm theo|Kế hoạch|Chương trình|Đề án|Quy)"
    r"|Căn cứ\s(?!.*,\s(?:các|UBND|Ủy ban|[Ss]ở|[Pp]hòng|thủ trưởng|đơn vị|cơ quan|địa phương|"
    r"từng|xây|"
    r"triển|tổ chức|chủ động|lựa chọn))"
    r"|(?:Quyết định|Chỉ thị|Kế hoạch|Nghị quyết) này (?:có hiệu lực|thay thế))"
)
_REQUEST = re.compile(r"^\W*(?:\d+[.)]\s*)?(?:Kính )?[Đđ]ề nghị\s")
_SEVERAL = 420
_WORDS = re.compile(r"[^\W\d_]{2}\W+[^\W\d_]")  # a mark or a bare number is no duty
_HEADING_WORDS = 12


@dataclass(frozen=True, slots=True)
class _Place:
    """A leaf paragraph, its path, and the headings over it, nearest first."""

    path: str
    paragraph: Paragraph
    headings: tuple[str, ...]


def find_obligations(
    document: Document, *, options: Options, year: int | None, addressees: Sequence[Party] = ()
) -> list[Obligation]:
    """The duties of the document's sections, in order; one for each leaf paragraph.

    Lead-in sentences, preambles and the closing sentence are no duties. When nobody is named, the
    addressees of a letter act, or the plan's own class of agencies, with lower confidence. Kinds
    that do not assign as a whole (a decision, a regulation, conclusions) give only those duties
    that name somebody; a report gives none.
    """
    if never_gives_duties(document.kind):
        return []
    whole = gives_duties(document.kind, document.title)
    default: Sequence[Party] = addressees
    if whole:
        default = default_leads(document.sections, options=options)
    places = list(_leaves(document.sections, ()))
    if places and _is_closing(places[-1], document):
        places = _without_closing(places)
    reader = _Reader(default, options, year)
    found = [
        (reader.obligation(place), place.headings)
        for place in places
        if not _NO_DUTY.match(place.paragraph.text)
    ]
    return [duty for duty, over in found if whole or is_given(document.kind, duty, over)]


def _leaves(sections: Sequence[Section], above: tuple[str, ...]) -> Iterator[_Place]:
    for section in sections:
        headings = (section.heading, *above) if section.heading else above
        paragraphs = _own(section)
        leads = _lead_ins(section)
        for index, paragraph in enumerate(paragraphs, start=1):
            over = [words for line, words in leads if line < paragraph.line][-1:]
            path = _path(section, index, len(paragraphs))
            yield _Place(path, paragraph, (*over, *headings))
        yield from _leaves(section.children, headings)


def _lead_ins(section: Section) -> list[tuple[int, str]]:
    """Paragraphs that name who does what follows: "* Văn phòng UBND xã:" over a list."""
    return [
        (paragraph.line, paragraph.text.rstrip(" :"))
        for paragraph in section.paragraphs[:-1]
        if paragraph.text.rstrip().endswith(":") and opens_with_label(paragraph.text)
    ]


def _own(section: Section) -> list[Paragraph]:
    """The section's paragraphs that are duties: of a section with parts, only its bullets."""
    paragraphs = with_attributes([p for p in section.paragraphs if _WORDS.search(p.text)])
    is_bare = not section.children and len(section.heading.split()) > _HEADING_WORDS
    if is_bare and not paragraphs:
        return [Paragraph(section.span[0], section.heading, section.span[1])]
    if paragraphs and is_attribute(paragraphs[0].text) and not section.children:
        head = Paragraph(section.span[0], section.heading)
        paragraphs = with_attributes([head, *paragraphs])
    if section.children:
        return [p for p in paragraphs if p.bullet]
    last = len(paragraphs) - 1
    return [p for at, p in enumerate(paragraphs) if at == last or not _is_lead_in(p)]


def _is_lead_in(paragraph: Paragraph) -> bool:
    return bool(_LEAD_IN.search(squeeze(paragraph.text)))


def _path(section: Section, index: int, count: int) -> str:
    if count == 1 and not (
        section.paragraphs and section.paragraphs[0].bullet and section.children
    ):
        return section.path
    joint = "" if section.path[-1:].islower() else "."
    return f"{section.path}{joint}{index}"


def _is_closing(last: _Place, document: Document) -> bool:
    text = squeeze(last.paragraph.text)
    return not last.paragraph.bullet and bool(_CLOSING.match(text)) and document.kind != "decision"


def _without_closing(places: list[_Place]) -> list[_Place]:
    """Drops the closing sentence; a section it leaves with one paragraph keeps its bare path."""
    *rest, last = places
    if not rest or rest[-1].headings != last.headings:
        return places
    before = rest[-1]
    stem = last.path.rstrip("0123456789").rstrip(".")
    if before.path in (f"{stem}.1", f"{stem}1"):
        rest[-1] = _Place(stem, before.paragraph, before.headings)
    return rest


class _Reader:
    """Reads place after place; what a heading says is read once for all duties under it."""

    def __init__(self, default: Sequence[Party], options: Options, year: int | None) -> None:
        self.default, self.options, self.year = default, options, year
        self._said: dict[tuple[str, ...], tuple[str, Due | None]] = {}

    def obligation(self, place: _Place) -> Obligation:
        text = squeeze(place.paragraph.text)
        responsible, said = self._of_headings(place.headings)
        parties = parties_of_duty(responsible, text, options=self.options, default=self.default)
        due = find_due(text, year=self.year, options=self.options)
        if due.kind == "unstated" and said:
            due = replace(said)
        has_lead = any(party.role == "lead" for party in parties)
        is_asked = any(party.role == "requested" for party in parties)
        is_default = bool(self.default) and self.default[0] in parties
        return Obligation(
            path=place.path,
            text=text,
            span=(place.paragraph.line, place.paragraph.last_line),
            parties=parties,
            due=due,
            binding="requested" if is_asked and not has_lead else "directed",
            confidence=_confidence(text, due, has_lead or is_asked, is_default),
            audiences=audiences_of(text, place.headings),
            channels=channels_of(text, place.headings),
            target=find_target(text),
        )

    def _of_headings(self, headings: tuple[str, ...]) -> tuple[str, Due | None]:
        """The heading that names who is responsible, and the due of the headings if one is."""
        if headings not in self._said:
            due = due_of_headings(headings, year=self.year, options=self.options)
            self._said[headings] = (_responsible(headings, self.options), due)
        return self._said[headings]


def _responsible(headings: Sequence[str], options: Options) -> str:
    """The nearest heading that names agencies; a request over it ("Đề nghị …") holds for it too."""
    for index, heading in enumerate(headings):
        names, role = names_of_heading(heading, options=options)
        if not names:
            continue
        is_asked = any(_REQUEST.match(above) for above in headings[index + 1 :])
        return f"Đề nghị {heading}" if is_asked and role == "lead" else heading
    return ""


def _confidence(text: str, due: Due, has_lead: bool, is_default: bool) -> float:
    """How sure lead and due are: a default lead, a loose due or several duties in one lower it."""
    sure = 0.95
    if not has_lead:
        sure -= 0.45
    elif is_default:
        sure -= 0.25
    if due.kind in ("standing", "triggered", "external"):
        sure -= 0.05
    if len(text) > _SEVERAL:
        sure -= 0.1
    return round(sure, 2)
