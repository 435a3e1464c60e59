"""What the page of a comparison shows (trang so sánh): two versions side by side, folded where
they are the same, and before them what is ordered otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from lantoa.documents.reading.changes import (
    Change,
    changes_of_files,
    substantive_changes,
)
from lantoa.documents.reading.diff import Comparison, compare
from lantoa.documents.reading.restored import restored
from lantoa.documents.reading.versions import counterparts, paragraphs_of, versions_in
from lantoa.documents.selectors import documents
from lantoa.documents.web.compare_rows import Rows, shown_rows

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest

    from lantoa.documents.models import SignedDocument
    from lantoa.documents.reading.model import Reading


@dataclass(frozen=True, slots=True)
class Version:
    """One of the two: what it is called, and the page its line numbers lead to."""

    name: str
    note: str
    url: str


@dataclass(frozen=True, slots=True)
class Compared:
    a: Version
    b: Version
    comparison: Comparison
    changes: list[Change]


def context(
    request: HttpRequest, document: SignedDocument, other: SignedDocument | None
) -> dict[str, Any]:
    """The comparison with the other document, else of the versions in the file, else a choice."""
    found = None
    reversed_ = request.GET.get("chieu") == "nguoc"
    if other is not None:
        found = _two_files(document, other, reversed_=reversed_)
    elif not request.GET.get("chon"):
        found = _one_file(document, reversed_=reversed_)
    return {
        "document": document,
        "found": found,
        "options": _options(request, document, other),
        "swap_url": _swap(other, reversed_=reversed_),
        "holds_two": found is not None and other is None,
        "crumbs": [
            (_("Văn bản nguồn"), ""),
            (document.name, reverse("documents:document", args=[document.pk])),
            (_("So sánh"), ""),
        ],
        **(_shown(found) if found else {}),
    }


def _shown(found: Compared) -> dict[str, Any]:
    rows = shown_rows(found.comparison, found.a.url, found.b.url)
    return {
        "rows": rows,
        "groups": _groups(found.changes, rows),
        "change_count": len(found.changes),
        "summary": _summary(found.comparison),
        "notes": [
            (found.a if note.version == "a" else found.b, note) for note in found.comparison.notes
        ],
    }


def _one_file(document: SignedDocument, *, reversed_: bool) -> Compared | None:
    reading = _reading(document)
    versions = versions_in(reading)
    if versions is None:
        return None
    draft, main = versions
    url = reverse("documents:document", args=[document.pk])
    first = Version(_("Bản dự thảo"), _("từ dòng %d") % draft.span[0], url)
    second = Version(_("Bản chính"), _("từ dòng %d") % main.span[0], url)
    if reversed_:
        draft, main, first, second = main, draft, second, first
    a, b = paragraphs_of(reading, [draft]), paragraphs_of(reading, [main])
    return Compared(first, second, compare(a, b), substantive_changes(draft, main))


def _two_files(one: SignedDocument, two: SignedDocument, *, reversed_: bool) -> Compared:
    """The document issued (else loaded) first is the old version, unless asked the other way."""
    old, new = sorted((one, two), key=lambda it: (_day(it), it.pk), reverse=reversed_)
    a, b = _reading(old), _reading(new)
    of_a, of_b = counterparts(a, b)
    comparison = compare(paragraphs_of(a, of_a), paragraphs_of(b, of_b))
    return Compared(_version(old), _version(new), comparison, changes_of_files(a, b))


def _reading(document: SignedDocument) -> Reading:
    return restored(document.reading, name=document.name, text=documents.lines(document))


def _version(document: SignedDocument) -> Version:
    day = f"{_day(document):%d/%m/%Y}"
    url = reverse("documents:document", args=[document.pk])
    return Version(document.name, _("ngày %s") % day, url)


def _day(document: SignedDocument) -> date:
    parts = restored(document.reading, name="", text=()).documents
    days = [part.date for part in parts if part.date]
    return days[0] if days else timezone.localdate(document.loaded_at)


def _groups(changes: Sequence[Change], rows: Rows) -> list[dict[str, Any]]:
    groups: dict[str, dict[str, Any]] = {}
    for one in changes:
        group = groups.setdefault(one.kind, {"kind": one.kind, "label": one.label, "changes": []})
        group["changes"].append((one, rows.anchor_of(one.a_line, one.b_line)))
    return list(groups.values())


def _summary(comparison: Comparison) -> str:
    counted = [
        (_("%d đoạn giống nhau"), comparison.count("equal")),
        (_("%d đoạn sửa"), comparison.count("changed")),
        (_("%d đoạn chuyển chỗ"), comparison.count("moved")),
        (_("%d đoạn bỏ"), comparison.count("removed")),
        (_("%d đoạn thêm"), comparison.count("added")),
    ]
    return ", ".join(words % count for words, count in counted if count) + "."


def _options(
    request: HttpRequest, document: SignedDocument, other: SignedDocument | None
) -> list[tuple[int, str, bool]]:
    """The documents to compare with, the newest first: file, title, day loaded."""
    chosen = other.pk if other else None
    shown = []
    for pk, name, title, loaded_at in documents.others(request.actor, document.pk):  # type: ignore[attr-defined]
        day = f"{timezone.localtime(loaded_at):%d/%m/%Y}"
        words = " · ".join(filter(None, [name, title, _("nạp %s") % day]))
        shown.append((pk, words, pk == chosen))
    return shown


def _swap(other: SignedDocument | None, *, reversed_: bool) -> str:
    wanted = {"voi": other.pk} if other else {}
    if not reversed_:
        wanted["chieu"] = "nguoc"
    return f"?{urlencode(wanted)}"
