"""How the documents of a file belong together: issued with which, a version of which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lantoa.common.rules.vietnamese import search_key

from .heading import Heading
from .kinds import KINDS
from .model import Document, Status
from .noticed import Notice, Noticed
from .tail import Tail

_WITH = re.compile(
    r"(?:kem theo|dinh kem)\s+(?:cong van\s+|van ban\s+)?"
    r"(?P<kind>[a-z ]{2,40}?)(?:\s+so\b|\s+\d|\s+nay|$)"
)
_SAME_TITLE = 0.9


@dataclass(slots=True)
class Part:
    """One document with what its head and foot said and how many reviewers' marks it carries."""

    document: Document
    heading: Heading
    tail: Tail
    marks: int


def relate(parts: Sequence[Part], noticed: Noticed) -> None:
    """Set parent, version_of and status of every document."""
    for index, part in enumerate(parts):
        part.document.status = _own_status(part)
        part.document.parent = _parent(parts, index)
    _versions(parts, noticed)
    for index, part in enumerate(parts):
        _inherit(parts, index, part)


def _own_status(part: Part) -> Status:
    """Number, day and signature make a document issued; marks, blanks and "dự thảo" a draft."""
    heading, document = part.heading, part.document
    if heading.head.draft_mark or part.marks:
        return "draft"
    if document.number and document.date:
        return "issued"
    if heading.head.blank_number:
        return "draft"
    return "unknown"


def _parent(parts: Sequence[Part], index: int) -> int | None:
    """The document named in "(Kèm theo …)"; an appendix without that line belongs to what precedes.

    The words decide, not the number: a wrong number there is a finding, not another parent.
    """
    document, attached = parts[index].document, parts[index].heading.attached
    named = _WITH.search(search_key(attached)) if attached else None
    if named:
        kind = KINDS.get(named["kind"].strip().removesuffix(" so"))
        before = [i for i in range(index) if kind is None or parts[i].document.kind == kind]
        return before[-1] if before else None
    if document.kind == "appendix":
        before = [i for i in range(index) if parts[i].document.kind != "appendix"]
        return before[-1] if before else None
    return None


def _versions(parts: Sequence[Part], noticed: Noticed) -> None:
    """Two documents of one kind with one title are versions; the draft one points at the other."""
    for index, part in enumerate(parts):
        twin = next((i for i in range(index) if _same(parts[i].document, part.document)), None)
        if twin is None:
            continue
        main, other = _main_first(parts, twin, index)
        if parts[main].document.version_of is None:
            parts[other].document.version_of = main
            first, second = parts[twin].document, part.document
            noticed.second_versions.append(
                Notice(second.span[0], second.title[:120], first.span[0], first.title[:120])
            )


def _main_first(parts: Sequence[Part], first: int, second: int) -> tuple[int, int]:
    """The issued version leads; with equal evidence the one that stands first."""
    rank = {"issued": 0, "unknown": 1, "draft": 2}

    def evidence(index: int) -> tuple[bool, int, bool]:
        document = parts[index].document
        packaged = document.parent is not None and document.parent == index - 1
        return (not packaged, rank[document.status], index > min(first, second))

    main = min(first, second, key=evidence)
    return main, second if main == first else first


def same_title(a: Document, b: Document) -> bool:
    """Titles with nearly the same words; an untitled document has no twin."""
    one, two = set(search_key(a.title).split()), set(search_key(b.title).split())
    return bool(one and two) and len(one & two) >= _SAME_TITLE * max(len(one), len(two))


def _same(a: Document, b: Document) -> bool:
    return a.kind == b.kind and a.kind != "appendix" and same_title(a, b)


def _inherit(parts: Sequence[Part], index: int, part: Part) -> None:
    """A plan issued with a signed decision is issued; a second copy without one is the draft."""
    document = part.document
    if document.version_of is not None:
        main = parts[document.version_of].document
        if document.status == "unknown" or (
            document.parent == main.parent and main.parent is not None
        ):
            document.status = "draft"
        if document.status == "draft":
            document.parent = None
        return
    if document.parent is None:
        return
    parent = parts[document.parent].document
    if document.status == "unknown" or parent.status == "issued":
        document.status = parent.status
    document.issuer = document.issuer or parent.issuer
