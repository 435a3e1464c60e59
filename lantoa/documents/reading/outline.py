"""The tree of numbered parts (bố cục): chapters, items and points with their own paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lantoa.common.rules.vietnamese import fold

from .labels import names_what_follows, opens_with_label
from .lines import ends_sentence, is_upper
from .model import Paragraph, Section
from .noticed import Notice, Noticed
from .numbering import (
    ARABIC,
    ARTICLE,
    BULLET,
    CHAPTER,
    DIVISION,
    DOTTED,
    LETTER,
    LETTERS,
    PAREN,
    PART,
    RANK,
    ROMAN,
    SMALL_ROMAN,
    UPPER,
    Marker,
)
from .paragraphs import Piece

_CLOSING = re.compile(
    r"(?:tren day la|trong qua trinh|yeu cau|de nghi|uy ban nhan dan|ubnd|hoi dong nhan dan|"
    r"can cu (?:ke hoach|chuong trinh|chi thi|noi dung)|nhan duoc|giao |thu truong cac|so |bo |"
    r"chi thi nay|ke hoach nay|quyet dinh nay)"
)
_ASKS_ALL = re.compile(
    r"[^.:;]{2,90}\b(?:thông báo|đề nghị|yêu cầu|kính mong|rất mong|trân trọng)\b[^:;]{0,240}"
    r"\b(?:biết|thực hiện|phối hợp|triển khai|quan tâm|chỉ đạo|kết quả)\b[^:;]{0,40}"
    r"(?:\./\.?|/\.)\s*$"
)
_HEADING_WORDS = 25
_MAX_DEPTH = 12


@dataclass(slots=True)
class _Node:
    section: Section
    style: str
    children: list[_Node] = field(default_factory=list)


def build_outline(pieces: Sequence[Piece], noticed: Noticed) -> list[Section]:
    """The sections of a document's body; text before the first numbered part is its preamble."""
    builder = _Builder(noticed)
    for piece in pieces:
        builder.take(piece)
    return builder.finish()


class _Builder:
    def __init__(self, noticed: Noticed) -> None:
        self.noticed = noticed
        self.top: list[_Node] = []
        self.stack: list[_Node] = []
        self.paths: dict[str, int] = {}
        self.preamble: list[Paragraph] = []
        self.last: tuple[Section, Paragraph] | None = None

    def take(self, piece: Piece) -> None:
        marker = piece.marker
        if marker is None or marker.style == BULLET:
            self._paragraph(piece, marker)
        else:
            self._section(piece, self._settle(marker))

    def finish(self) -> list[Section]:
        self._drop_closing()
        for node in self.top:
            _finish(node)
        return [node.section for node in self.top]

    def _settle(self, marker: Marker) -> Marker:
        """ "i)" after "h)" is a letter, after "a)" of a deeper list it may be a small Roman one."""
        if marker.style == LETTER and marker.label in {"i", "v", "x"}:
            open_letter = next((n for n in reversed(self.stack) if n.style == LETTER), None)
            before = LETTERS.find(open_letter.section.label) if open_letter else -2
            in_roman = any(n.style == SMALL_ROMAN for n in self.stack)
            if in_roman or LETTERS.find(marker.label) - before != 1:
                return Marker(SMALL_ROMAN, marker.label, marker.rest)
        if marker.style == ROMAN and marker.label == "I":
            upper = [n for n in self.stack if n.style == UPPER]
            if upper and upper[-1].section.label == "H" and self.stack[0].style == UPPER:
                return Marker(UPPER, marker.label, marker.rest)
        return marker

    def _paragraph(self, piece: Piece, marker: Marker | None) -> None:
        text = marker.rest if marker else piece.text
        paragraph = Paragraph(piece.line, text, piece.last_line, marker is not None)
        if not self.stack:
            self.preamble.append(paragraph)
            return
        section = self.stack[-1].section
        if self._is_title_line(section, piece, marker):
            section.heading = f"{section.heading} {text}".strip()
        else:
            section.paragraphs.append(paragraph)
            self.last = (section, paragraph)
        self._stretch(piece.last_line)

    def _is_title_line(self, section: Section, piece: Piece, marker: Marker | None) -> bool:
        """The words of "Chương II" or "Mục 1" stand on the next line."""
        if marker or section.heading or section.paragraphs:
            return False
        return self.stack[-1].style in {PART, CHAPTER, DIVISION} and not ends_sentence(piece.text)

    def _section(self, piece: Piece, marker: Marker) -> None:
        self._close_to(marker)
        label = marker.label
        parent = self.stack[-1].section.path if self.stack else ""
        path = self._unique(_path(parent, marker, self.stack), piece)
        section = Section(label, path, "", (piece.line, piece.last_line))
        heading, body = _split_heading(marker)
        section.heading = heading
        if body:
            paragraph = Paragraph(piece.line, body, piece.last_line)
            section.paragraphs.append(paragraph)
            self.last = (section, paragraph)
        else:
            self.last = None
        node = _Node(section, marker.style)
        if self.stack:
            self.stack[-1].children.append(node)
            self.stack[-1].section.children.append(section)
        else:
            self.top.append(node)
        self.stack.append(node)
        self._stretch(piece.last_line)

    def _close_to(self, marker: Marker) -> None:
        """Leave the parts that a part of this style cannot lie in."""
        if marker.style == DOTTED:
            while self.stack and not _dotted_parent(self.stack[-1], marker.label):
                self.stack.pop()
            return
        same = self._sibling(marker)
        if same is not None:
            del self.stack[same:]
            return
        rank = RANK[marker.style]
        while (
            self.stack and RANK[self.stack[-1].style] > rank and marker.style not in {ARABIC, PAREN}
        ):
            self.stack.pop()
        if marker.style in {ARABIC, PAREN}:
            self._close_for_number(marker)

    def _sibling(self, marker: Marker) -> int | None:
        """Where in the stack the list stands that this label goes on; None when it opens one."""
        same = [i for i, node in enumerate(self.stack) if node.style == marker.style]
        if not same:
            return None
        top = self.stack[-1]
        deep = len(self.stack) >= _MAX_DEPTH
        if top.style == marker.style and marker.number == 1 and not deep and _is_bare_heading(top):
            return len(self.stack)
        following = [i for i in same if _follows(marker, self.stack[i])]
        if len(following) > 1 and ends_sentence(marker.rest):
            return following[-1]
        return (following or same)[0]

    def _close_for_number(self, marker: Marker) -> None:
        """A "1." below "a)" opens a list of its own; a later number goes on with an outer one."""
        if marker.number == 1:
            return
        while self.stack and RANK[self.stack[-1].style] > RANK[marker.style]:
            self.stack.pop()
        while self.stack and self.stack[-1].style == DOTTED:
            self.stack.pop()

    def _unique(self, path: str, piece: Piece) -> str:
        count = self.paths.get(path, 0) + 1
        self.paths[path] = count
        if count == 1:
            return path
        self.noticed.repeated_labels.append(Notice(piece.line, piece.text[:80]))
        return f"{path}({count})"

    def _stretch(self, last_line: int) -> None:
        for node in self.stack:
            first, last = node.section.span
            node.section.span = (first, max(last, last_line))

    def _drop_closing(self) -> None:
        """The closing sentence after the last item binds nobody by itself: "Trên đây là …"."""
        if self.last is None:
            return
        section, paragraph = self.last
        own = paragraph is section.paragraphs[0] and paragraph.line == section.span[0]
        if paragraph.bullet or own or not closes(paragraph.text):
            return
        section.paragraphs.remove(paragraph)
        for node in reversed(self.stack):
            first, _ = node.section.span
            node.section.span = (first, _last_line(node))


def closes(text: str) -> bool:
    """ "Trên đây là …", "Phòng Nội vụ đề nghị các đơn vị phối hợp thực hiện./.": the last words."""
    return bool(_CLOSING.match(fold(text)) or _ASKS_ALL.match(text))


def _is_bare_heading(node: _Node) -> bool:
    """A heading with nothing below it yet, so that "1." can only open its own list."""
    section = node.section
    return bool(section.heading) and not section.paragraphs and not section.children


def _follows(marker: Marker, node: _Node) -> bool:
    before = Marker(node.style, node.section.label, "").number
    return before is not None and marker.number == before + 1


def _last_line(node: _Node) -> int:
    last = max((p.last_line for p in node.section.paragraphs), default=node.section.span[0])
    return max([last, *(child.section.span[1] for child in node.children[-1:])])


def _dotted_parent(node: _Node, label: str) -> bool:
    """ "3.1" lies in "3", "3.1.2" in "3.1"; only a chapter may stand above all of them."""
    parts = label.split(".")
    if node.style == DOTTED:
        return label.startswith(f"{node.section.label}.")
    if node.style == ARABIC:
        return node.section.label in {parts[0], parts[-2]}
    if node.style in {ROMAN, UPPER} and not label[0].isdigit():
        return parts[0] == node.section.label
    return RANK[node.style] <= RANK[UPPER]


def _path(parent: str, marker: Marker, stack: Sequence[_Node]) -> str:
    if marker.style in {PART, CHAPTER, ARTICLE} or not parent:
        return marker.label
    if marker.style == DOTTED:
        if not marker.label[0].isdigit():
            return marker.label
        outer = [n for n in stack if n.style not in {ARABIC, DOTTED}]
        return f"{outer[-1].section.path}.{marker.label}" if outer else marker.label
    return f"{parent}.{marker.label}"


def _split_heading(marker: Marker) -> tuple[str, str]:
    """Heading and own text of a numbered line: a title is no sentence, a sentence no title."""
    rest = marker.rest
    if not rest:
        return "", ""
    head, colon, tail = rest.partition(":")
    if rest.endswith(":") or is_upper(rest):
        return rest, ""
    is_text = ends_sentence(rest) or len(rest.split()) > _HEADING_WORDS
    if colon and tail.strip() and is_text and names_what_follows(head):
        return head.strip(), tail.strip()
    if marker.style == ARTICLE and not ends_sentence(rest):
        return rest, ""
    if ends_sentence(rest):
        return "", rest
    return (rest, "") if len(rest.split()) <= 2 * _HEADING_WORDS else ("", rest)


def _finish(node: _Node) -> None:
    """A short first sentence above other text is a heading; a lonely heading is the duty itself."""
    section = node.section
    for child in node.children:
        _finish(child)
    more = len(section.paragraphs) > 1 or bool(section.children)
    if not section.heading and section.paragraphs and more:
        first = section.paragraphs[0]
        opens = first.line == section.span[0]
        if opens and len(first.text.split()) <= 10 and opens_with_label(first.text):
            section.heading = first.text.rstrip(" .;")
            section.paragraphs.pop(0)
    if section.heading and not section.paragraphs and not section.children:
        words = section.heading.split()
        if len(words) >= 6 and not is_upper(section.heading) and not section.heading.endswith(":"):
            section.paragraphs = [Paragraph(section.span[0], section.heading, section.span[1])]
            section.heading = ""
    section.heading = section.heading.rstrip(" :")
