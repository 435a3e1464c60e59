"""Reading kept documents (văn bản nguồn), their lines and findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import QuerySet

from lantoa.common import access
from lantoa.common.errors import NotAllowed, NotFound
from lantoa.documents.models import Finding, SignedDocument

if TYPE_CHECKING:
    from lantoa.common.access import Actor

_PERMISSION = {"view": "documents.view", "load": "documents.load"}

NumberedLine = tuple[int, str]


def visible_to(actor: Actor) -> QuerySet[SignedDocument]:
    """Every official sees source documents: a duty cannot be trusted without its source."""
    return (
        SignedDocument.objects.all()
        if access.can(actor, "documents.view")
        else SignedDocument.objects.none()
    )


def get_for(actor: Actor, pk: int, *, to: str = "view") -> SignedDocument:
    """One document; unseen is not found, seen but barred is not allowed."""
    document = visible_to(actor).filter(pk=pk).first()
    if document is None:
        raise NotFound(document=pk)
    if not access.can(actor, _PERMISSION[to]):
        raise NotAllowed(permission=_PERMISSION[to])
    return document


def others(actor: Actor, pk: int) -> list[tuple[int, str, str, datetime]]:
    """Key, file, title and moment of loading of every other document, the newest first."""
    rows = visible_to(actor).exclude(pk=pk).order_by("-loaded_at", "-pk")
    title = "reading__documents__0__title"
    return [
        (key, name, title or "", loaded_at)
        for key, name, title, loaded_at in rows.values_list("pk", "name", title, "loaded_at")
    ]


def text_of(pk: int) -> SignedDocument:
    """The document with its lines but without its reading, which is large; the caller asked for
    it through a row that the actor may see. `scanned` tells whether its words were recognised."""
    scanned = models.F("reading__file__ocr")
    return SignedDocument.objects.defer("reading").annotate(scanned=scanned).get(pk=pk)


def other_versions(pk: int) -> list[range]:
    """The lines of the file that hold another version of a document, such as its draft."""
    parts = SignedDocument.objects.values_list("reading__documents", flat=True).get(pk=pk) or []
    return [
        range(part["span"][0], part["span"][1] + 1)
        for part in parts
        if part.get("version_of") is not None
    ]


def get_finding_for(actor: Actor, pk: int, *, to: str = "view") -> Finding:
    """One finding, through its document's rules."""
    finding = Finding.objects.filter(pk=pk).first()
    if finding is None:
        raise NotFound(finding=pk)
    finding.document = get_for(actor, finding.document_id, to=to)
    return finding


def lines(document: SignedDocument) -> list[str]:
    """The text by line; line n of the document is item n - 1."""
    return document.text.split("\n")


def excerpt(
    text_lines: Sequence[str], spans: Iterable[Sequence[int]], *, around: int = 0
) -> list[list[NumberedLine]]:
    """The lines of each span with their numbers, and `around` lines before and after."""
    found = []
    for first, last in spans:
        start, end = max(1, first - around), min(len(text_lines), last + around)
        found.append([(number, text_lines[number - 1]) for number in range(start, end + 1)])
    return found
