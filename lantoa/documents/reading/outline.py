"""The tree of numbered parts (bố cục): chapters, items and points with their own paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lantoa.common.rules.vietnamese import fold

from .body import is_basis
from .kinds import is_formula
from .labels import opens_with_label
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
    PLAIN,
    RANK,
    ROMAN,
    SMALL_ROMAN,
    UPPER,
    Marker,
)
from .outline_parts import (
    Node,
    follows,
    is_bare_heading,
    last_line,
    lies_in,
    path_of,
    settle,
    split_heading,
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
_MAX_PLAIN = 160
_MAX_DEPTH = 12


def build_outline(pieces: Sequence[Piece], noticed: Noticed) -> list[Section]:
    """The sections of a document's body; text before the first numbered part is its preamble."""
    builder = _Builder(noticed)
    for piece in pieces:
        builder.take(piece)
    return builder.finish()


class _Builder:
    def __init__(self, noticed: Noticed) -> None:
        self.noticed = noticed
        self.top: list[Node] = []
        self.stack: list[Node] = []
        self.paths: dict[str, tuple[int, Piece]] = {}
        self.plain_heading: Piece | None = None
        self.plain = 0
        self.preamble: list[Paragraph] = []
        self.last: tuple[Section, Paragraph] | None = None

    def take(self, piece: Piece) -> None:
        marker = piece.marker
        if self._is_plain_heading(piece):
            self._leave_plain_heading()
            self.plain_heading = piece
            return
        if self.plain_heading is not None:
            self._open_plain(self.plain_heading, piece)
        self._leave_plain_heading()
        if marker is None or marker.style == BULLET:
            self._paragraph(piece, marker)
        else:
            self._section(piece, self._settle(marker))

    def _is_plain_heading(self, piece: Piece) -> bool:
        """A line in capitals without a number, where nothing above it has one (đầu mục in hoa)."""
        if piece.marker or not is_upper(piece.text) or len(piece.text) > _MAX_PLAIN:
            return False
        high = any(RANK[n.style] <= RANK[ARTICLE] or n.style in {ROMAN, UPPER} for n in self.stack)
        return not high and not is_formula(piece.text)

    def _open_plain(self, heading: Piece, following: Piece) -> None:
        marker = following.marker
        if marker is None:
            opens = opens_with_label(heading.text.capitalize()) and not is_basis(following.text)
        else:
            opens = marker.style == BULLET or marker.number == 1
        if not opens:
            return
        self.plain_heading = None
        self.stack.clear()
        self.plain += 1
        words = heading.text.rstrip(" :")
        path = self._unique(str(self.plain), heading)
        section = Section("", path, words, (heading.line, heading.last_line))
        node = Node(section, PLAIN)
        self.top.append(node)
        self.stack.append(node)
        self.last = None

    def _leave_plain_heading(self) -> None:
        """It headed nothing: a paragraph like any other."""
        piece, self.plain_heading = self.plain_heading, None
        if piece is not None:
            self._paragraph(piece, None)

    def finish(self) -> list[Section]:
        self._leave_plain_heading()
        self._drop_closing()
        for node in self.top:
            settle(node)
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
        path = self._unique(path_of(parent, marker, self.stack), piece)
        section = Section(label, path, "", (piece.line, piece.last_line))
        heading, body = split_heading(marker)
        section.heading = heading
        if body:
            paragraph = Paragraph(piece.line, body, piece.last_line)
            section.paragraphs.append(paragraph)
            self.last = (section, paragraph)
        else:
            self.last = None
        node = Node(section, marker.style)
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
            while self.stack and not lies_in(self.stack[-1], marker.label):
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
        if top.style == marker.style and marker.number == 1 and not deep and is_bare_heading(top):
            return len(self.stack)
        if marker.number == 1 and not deep and self._begins_anew(same[-1]):
            return len(self.stack)
        following = [i for i in same if follows(marker, self.stack[i])]
        if len(following) > 1 and ends_sentence(marker.rest):
            return following[-1]
        return (following or same)[0]

    def _begins_anew(self, open_list: int) -> bool:
        """ "1." after "1.", "2." of the same style opens a list inside the last of them.

        Right after "1." it is the same number twice, unless that part introduces what follows.
        """
        top, node = self.stack[-1], self.stack[open_list]
        number = Marker(node.style, node.section.label, "").number or 0
        introduced = bool(top.section.paragraphs) and top.section.paragraphs[-1].text.endswith(":")
        return introduced or number > 1

    def _close_for_number(self, marker: Marker) -> None:
        """A "1." below "a)" opens a list of its own; a later number goes on with an outer one."""
        if marker.number == 1:
            return
        while self.stack and RANK[self.stack[-1].style] > RANK[marker.style]:
            self.stack.pop()
        while self.stack and self.stack[-1].style == DOTTED:
            self.stack.pop()

    def _unique(self, path: str, piece: Piece) -> str:
        count, first = self.paths.get(path, (0, piece))
        self.paths[path] = (count + 1, first)
        if count == 0:
            return path
        self.noticed.repeated_labels.append(
            Notice(piece.line, piece.text[:80], first.line, first.text[:80])
        )
        return f"{path}({count + 1})"

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
            node.section.span = (first, last_line(node))


def has_labels(sections: Sequence[Section]) -> bool:
    """Whether any part is numbered at all."""
    return any(section.label or has_labels(section.children) for section in sections)


def closes(text: str) -> bool:
    """ "Trên đây là …", "Phòng Nội vụ đề nghị các đơn vị phối hợp thực hiện./.": the last words."""
    return bool(_CLOSING.match(fold(text)) or _ASKS_ALL.match(text))
