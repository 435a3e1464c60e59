"""One part on its way into the tree (bố cục): where it may lie, its path, its heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .labels import names_what_follows, names_who, opens_with_label
from .lines import ends_sentence, is_upper
from .model import Paragraph, Section
from .numbering import (
    ARABIC,
    ARTICLE,
    CHAPTER,
    DOTTED,
    PART,
    PLAIN,
    RANK,
    ROMAN,
    UPPER,
    Marker,
)

_HEADING_WORDS = 25


@dataclass(slots=True)
class Node:
    section: Section
    style: str
    children: list[Node] = field(default_factory=list)


def is_bare_heading(node: Node) -> bool:
    """A heading with nothing below it yet, so that "1." can only open its own list."""
    section = node.section
    return bool(section.heading) and not section.paragraphs and not section.children


def follows(marker: Marker, node: Node) -> bool:
    before = Marker(node.style, node.section.label, "").number
    return before is not None and marker.number == before + 1


def last_line(node: Node) -> int:
    last = max((p.last_line for p in node.section.paragraphs), default=node.section.span[0])
    return max([last, *(child.section.span[1] for child in node.children[-1:])])


def lies_in(node: Node, label: str) -> bool:
    """ "3.1" lies in "3", "3.1.2" in "3.1"; only a chapter may stand above all of them."""
    parts = label.split(".")
    if node.style == DOTTED:
        return label.startswith(f"{node.section.label}.")
    if node.style == ARABIC:
        return node.section.label in {parts[0], parts[-2]}
    if node.style in {ROMAN, UPPER} and not label[0].isdigit():
        return parts[0] == node.section.label
    return RANK[node.style] <= RANK[UPPER] or node.style == PLAIN


def path_of(parent: str, marker: Marker, stack: Sequence[Node]) -> str:
    if marker.style in {PART, CHAPTER, ARTICLE} or not parent:
        return marker.label
    if marker.style == DOTTED:
        if not marker.label[0].isdigit():
            return marker.label
        outer = [n for n in stack if n.style not in {ARABIC, DOTTED}]
        return f"{outer[-1].section.path}.{marker.label}" if outer else marker.label
    return f"{parent}.{marker.label}"


def split_heading(marker: Marker) -> tuple[str, str]:
    """Heading and own text of a numbered line: a title is no sentence, a sentence no title."""
    rest = marker.rest
    if not rest:
        return "", ""
    head, colon, tail = rest.partition(":")
    if rest.endswith(":") or is_upper(rest):
        return rest, ""
    if colon and tail.strip() and _ends_at_colon(head, tail.strip()):
        return head.strip(), tail.strip()
    is_text = ends_sentence(rest) or len(rest.split()) > _HEADING_WORDS
    if colon and tail.strip() and is_text and names_what_follows(head):
        return head.strip(), tail.strip()
    if marker.style == ARTICLE and not ends_sentence(rest):
        return rest, ""
    if ends_sentence(rest):
        return "", rest
    return (rest, "") if len(rest.split()) <= 2 * _HEADING_WORDS else ("", rest)


def _ends_at_colon(head: str, tail: str) -> bool:
    """ "NHIỆM VỤ: Tập trung …", "Phòng Tư pháp: chủ trì …": what follows is text, however short."""
    if is_upper(head):
        return not is_upper(tail)
    return tail[0].islower() and names_who(head) and names_what_follows(head)


def settle(node: Node) -> None:
    """A short first sentence above other text is a heading; a lonely heading is the duty itself."""
    section = node.section
    for child in node.children:
        settle(child)
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
