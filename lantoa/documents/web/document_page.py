"""What the page of a source document shows (trang văn bản nguồn): parts, lines, findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.common import access
from lantoa.documents.selectors import documents
from lantoa.documents.web import signatures_page

if TYPE_CHECKING:
    from django.http import HttpRequest

    from lantoa.documents.models import Finding, SignedDocument

KINDS = {
    "decision": gettext_lazy("Quyết định"),
    "plan": gettext_lazy("Kế hoạch"),
    "appendix": gettext_lazy("Phụ lục"),
    "programme": gettext_lazy("Chương trình"),
    "directive": gettext_lazy("Chỉ thị"),
    "report": gettext_lazy("Báo cáo"),
    "announcement": gettext_lazy("Thông báo"),
    "official_letter": gettext_lazy("Công văn"),
    "regulation": gettext_lazy("Quy chế"),
    "other": gettext_lazy("Văn bản khác"),
}


@dataclass(frozen=True, slots=True)
class LineShown:
    number: int
    text: str
    starts: str = ""
    findings: list[Finding] = field(default_factory=list)
    related: list[Finding] = field(default_factory=list)

    @property
    def marked(self) -> bool:
        return bool(self.findings or self.related)


@dataclass(frozen=True, slots=True)
class PartShown:
    """One of the documents in the file; another version of a plan says so."""

    label: str
    title: str
    first: int
    last: int
    other_version: bool


def context(request: HttpRequest, document: SignedDocument) -> dict[str, Any]:
    """The whole text; a finding stands at its own line and is pointed to from related ones."""
    found = list(document.findings.select_related("seen_by"))
    parts = list(_parts(document))
    actor = request.actor  # type: ignore[attr-defined]
    return {
        "document": document,
        "parts": parts,
        "lines": list(_lines(document, found, parts)),
        "groups": grouped(found),
        "unseen": sum(one.seen_at is None for one in found),
        "count": len(found),
        "may_mark": access.can(actor, "documents.load"),
        "facts": _facts(document),
        "scanned": bool(document.reading.get("file", {}).get("ocr")),
        "signatures": list(signatures_page.shown(document)),
        "next": request.path,
        "crumbs": [(_("Văn bản nguồn"), ""), (document.name, "")],
    }


def grouped(findings: list[Finding]) -> list[tuple[str, str, list[Finding]]]:
    """(severity, its word, its findings), the gravest first."""
    groups = []
    for severity in ("error", "warning", "note"):
        found = [one for one in findings if one.severity == severity]
        if found:
            groups.append((severity, found[0].get_severity_display(), found))
    return groups


def _parts(document: SignedDocument) -> Iterator[PartShown]:
    for one in document.reading.get("documents", []):
        first, last = one["span"]
        other = one.get("version_of") is not None
        label = KINDS.get(one["kind"], KINDS["other"])
        if other:
            label = _("%s, bản khác (dự thảo)") % label
        yield PartShown(str(label), one["title"], first, last, other)


def _lines(
    document: SignedDocument, found: list[Finding], parts: list[PartShown]
) -> Iterator[LineShown]:
    own: dict[int, list[Finding]] = {}
    related: dict[int, list[Finding]] = {}
    for one in found:
        own.setdefault(one.line, []).append(one)
        for line in {other["line"] for other in one.related} - {one.line}:
            related.setdefault(line, []).append(one)
    starts = {part.first: part.label for part in parts}
    for number, text in enumerate(documents.lines(document), start=1):
        yield LineShown(
            number, text, starts.get(number, ""), own.get(number, []), related.get(number, [])
        )


def _facts(document: SignedDocument) -> list[tuple[str, str]]:
    size = document.size / 1024
    loaded = f"{timezone.localtime(document.loaded_at):%d/%m/%Y}"
    return [
        (_("Tệp gốc"), document.name),
        (_("Dung lượng"), f"{size:.0f} KB" if size >= 1 else _("dưới 1 KB")),
        (_("Nạp ngày"), loaded),
        (_("Mã kiểm tra SHA-256"), document.sha256),
        *_pages(document.reading.get("file", {})),
    ]


def _pages(file: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if file.get("pages"):
        yield _("Số trang"), str(file["pages"])
