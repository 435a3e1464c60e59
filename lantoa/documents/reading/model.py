"""What reading a document yields: plain values that mirror `document.schema.json`.

Line numbers count from 1 in the extracted text; a span is (first line, last line), both inclusive.
Every text is NFC; names and phrases are as written in the source, with white space normalised.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any, Literal

SCHEMA_VERSION = 1

Span = tuple[int, int]
Severity = Literal["error", "warning", "note"]
PartyRole = Literal["lead", "coordinating", "advised", "requested", "invited"]
Binding = Literal["directed", "requested"]
Status = Literal["issued", "draft", "unknown"]
Verdict = Literal["sound", "added", "broken", "unknown"]
DueKind = Literal[
    "by_date",
    "within_period",
    "weekly",
    "monthly",
    "quarterly",
    "yearly",
    "standing",
    "external",
    "triggered",
    "unstated",
]


@dataclass(slots=True)
class Signature:
    """A digital signature (chữ ký số) in a PDF, as far as the file alone can tell.

    `intact` says that the digest and the signature fit the bytes they cover; whether the signer's
    certificate is trusted, valid or revoked is not examined.
    """

    signer: str | None
    organisation: str | None = None
    time: datetime | None = None
    covers_whole_file: bool = False
    changed_after: bool = False
    intact: bool | None = None
    issuer: str | None = None
    kind: str = ""

    @property
    def verdict(self) -> Verdict:
        """The gravest thing that the file alone lets one say of the signature."""
        if self.intact is None:
            return "unknown"
        if not self.intact:
            return "broken"
        return "sound" if self.covers_whole_file and not self.changed_after else "added"


@dataclass(slots=True)
class SourceFile:
    """The file as it came: its identity and the lines of text taken from it."""

    name: str
    sha256: str
    media_type: str
    text: list[str]
    pages: int | None = None
    ocr: bool = False
    signatures: list[Signature] = field(default_factory=list)


@dataclass(slots=True)
class Reference:
    """One citation of a document: "Quyết định số 12/QĐ-UBND ngày 10/01/2023 của …"."""

    text: str
    line: int
    symbol: str | None
    date: date | None
    kind: str | None = None
    issuer: str | None = None
    title: str | None = None


@dataclass(slots=True)
class Due:
    """A due phrase as a typed rule; `by` is the last day on which the duty is on time."""

    kind: DueKind
    text: str
    start: date | None = None
    by: date | None = None
    day_of_month: int | None = None
    rrule: str | None = None
    external_symbol: str | None = None


@dataclass(slots=True)
class Party:
    """An agency, or a class of agencies (`group`), and what it has to do with the duty."""

    name: str
    role: PartyRole
    group: bool = False


@dataclass(slots=True)
class Target:
    """A measurable target (chỉ tiêu), such as 100 % of civil servants."""

    value: float
    unit: str
    of: str | None = None


@dataclass(slots=True)
class Paragraph:
    """One paragraph of a section's own text; `line` is where it begins."""

    line: int
    text: str
    last_line: int = 0
    bullet: bool = False

    def __post_init__(self) -> None:
        self.last_line = max(self.last_line, self.line)


@dataclass(slots=True)
class Section:
    """A numbered part: label "3.1", path "II.3.1"; `paragraphs` are its own, not its children's."""

    label: str
    path: str
    heading: str
    span: Span
    paragraphs: list[Paragraph] = field(default_factory=list)
    children: list[Section] = field(default_factory=list)


@dataclass(slots=True)
class Obligation:
    """A duty (nhiệm vụ) found in running text."""

    path: str
    text: str
    span: Span
    parties: list[Party]
    due: Due
    binding: Binding
    confidence: float
    audiences: list[str] = field(default_factory=list)
    channels: list[str] = field(default_factory=list)
    target: Target | None = None


@dataclass(slots=True)
class Activity:
    """A row of an appendix table, rejoined across page breaks (hoạt động trọng điểm)."""

    number: int
    task: str
    forms: list[str]
    assignment: str
    parties: list[Party]
    due: Due
    spans: list[Span]
    confidence: float = 1.0


@dataclass(slots=True)
class Document:
    """One document of a file: the decision, its plan, its appendix, another version of the plan."""

    kind: str
    title: str
    status: Status
    span: Span
    parent: int | None = None
    version_of: int | None = None
    number: str | None = None
    symbol: str | None = None
    date: date | None = None
    place: str | None = None
    issuer: str | None = None
    signer: str | None = None
    legal_bases: list[Reference] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    obligations: list[Obligation] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)


@dataclass(slots=True)
class Related:
    """Another place in the text that a finding speaks of."""

    line: int
    quote: str


@dataclass(slots=True)
class Finding:
    """Something a clerk must see: where, what, why. A signed text is never silently repaired."""

    code: str
    severity: Severity
    message: str
    line: int
    quote: str
    column: int | None = None
    related: list[Related] = field(default_factory=list)
    suggestion: str | None = None


@dataclass(slots=True)
class Reading:
    """All that was understood of one file."""

    file: SourceFile
    documents: list[Document]
    findings: list[Finding]

    def as_dict(self) -> dict[str, Any]:
        """The JSON form of `document.schema.json`, version 1."""
        source = self.file
        file: dict[str, Any] = {
            "name": source.name,
            "sha256": source.sha256,
            "media_type": source.media_type,
            "lines": len(source.text),
            "pages": source.pages,
            "ocr": source.ocr,
        }
        if source.signatures:
            file["signatures"] = [
                {**_plain(signature), "verdict": signature.verdict}
                for signature in source.signatures
            ]
        return {
            "schema_version": SCHEMA_VERSION,
            "file": file,
            "documents": [_plain(document) for document in self.documents],
            "findings": [_plain(finding) for finding in self.findings],
        }


def _plain(value: Any) -> Any:
    return _jsonable(asdict(value))


def _jsonable(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _jsonable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_jsonable(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value
