"""Taking a document in (nạp văn bản): read first, store the untouched file only if it reads."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from lantoa.common import access, audit
from lantoa.common.files import FileTooLarge, sha256
from lantoa.documents.errors import DocumentUnreadable
from lantoa.documents.models import Finding, SignedDocument
from lantoa.documents.reading import refusals
from lantoa.documents.reading.configuration import (
    NAME,
    BadConfiguration,
    Configuration,
    read_configuration,
)
from lantoa.documents.reading.errors import UnreadableFile
from lantoa.documents.reading.options import KnownAgency, Options
from lantoa.documents.reading.progress import Progress, unheard
from lantoa.documents.reading.reader import read_source
from lantoa.documents.reading.sniffing import DOCX, HTML, TEXT, refuse_foreign
from lantoa.documents.reading.source import MAX_BYTES, load_bytes
from lantoa.documents.selectors import learned
from lantoa.documents.services import learning
from lantoa.organisations.selectors import agencies

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.documents.reading.model import Reading, SourceFile
    from lantoa.organisations.models import Agency

QUICK_BYTES = {TEXT: 300_000, HTML: 300_000, DOCX: 1_000_000}


def bytes_of(path: Path) -> bytes:
    """A file on disk, or the sentence why it cannot be opened."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise DocumentUnreadable(f"Không mở được tệp {path.name}.") from error


def admit(*, name: str, data: bytes) -> str:
    """The kind of file, by its first bytes; raises what can be told of it without reading it."""
    _bound(name, data)
    try:
        if not data.strip():
            raise refusals.empty()
        return refuse_foreign(data)
    except UnreadableFile as error:
        raise DocumentUnreadable(str(error)) from error


def largest() -> int:
    """The largest file in bytes that is taken: what may be sent here, and what reading allows."""
    return min(settings.LANTOA_MAX_UPLOAD_BYTES, MAX_BYTES)


def is_quick(*, kind: str, size: int) -> bool:
    """Whether a file is read while the person waits: small text and Word, no PDF, no picture."""
    return size <= QUICK_BYTES.get(kind, 0)


def known(data: bytes) -> SignedDocument | None:
    """The document of exactly these bytes, when it was read before."""
    return SignedDocument.objects.filter(sha256=sha256(data)).first()


def take_in(
    *,
    name: str,
    data: bytes,
    owner: Agency,
    by: Actor | None,
    source: SourceFile | None = None,
    right: str = "documents.load",
) -> SignedDocument:
    """Read and keep a document with its findings; the same file is kept once.

    `source` are its lines where they were taken already. `right` is the permission asked for: who
    may file a plan of an agency may have it read, although only coordinators load documents as
    such. Raises `FileTooLarge`, or `DocumentUnreadable` with the reader's sentence; then nothing
    is stored.
    """
    if by is not None:
        access.require(by, right)
    _bound(name, data)
    found = known(data)
    if found is not None:
        return found
    reading = read(name=name, data=data, owner=owner, source=source)
    ending = Path(name).suffix[:10]
    kept = SignedDocument(file=None)
    kept.file.save(f"{reading.file.sha256[:16]}{ending}", ContentFile(data), save=False)
    stored = str(kept.file.name)
    try:
        return store(name=name, size=len(data), reading=reading, stored=stored, owner=owner, by=by)
    except IntegrityError:
        # Two people sent the same file at the same moment; the first one's is kept.
        kept.file.storage.delete(stored)
        return SignedDocument.objects.get(sha256=reading.file.sha256)


def read(
    *,
    name: str,
    data: bytes,
    owner: Agency,
    source: SourceFile | None = None,
    told: Progress = unheard,
) -> Reading:
    """Read twice: the first reading tells the day whose register the second one needs.

    Raises `DocumentUnreadable` with the reader's sentence.
    """
    try:
        source = source or load_bytes(data, name=name, told=told)
    except UnreadableFile as error:
        raise DocumentUnreadable(str(error)) from error
    first = read_source(source)
    days = [document.date for document in first.documents if document.date]
    options = _options(days[0] if days else timezone.localdate(), owner)
    return first if options == Options() else read_source(source, options=options)


def hold(document: SignedDocument) -> None:
    """Lock the document's row until the end of the transaction, so that it is used once."""
    SignedDocument.objects.select_for_update().only("pk").get(pk=document.pk)


def drop_unless_kept(document: SignedDocument) -> None:
    """Remove the stored file of a document whose row was rolled back."""
    if not SignedDocument.objects.filter(sha256=document.sha256).exists():
        document.file.storage.delete(str(document.file.name))


@transaction.atomic
def store(
    *, name: str, size: int, reading: Reading, stored: str, owner: Agency, by: Actor | None
) -> SignedDocument:
    """Keep what was read of the file that is `stored` already, with its findings."""
    document = SignedDocument(
        name=name[:255],
        sha256=reading.file.sha256,
        media_type=reading.file.media_type,
        size=size,
        file=stored,
        text="\n".join(reading.file.text),
        reading=reading.as_dict(),
        owner=owner,
        loaded_by=by.user if by else None,
    )
    document.save(force_insert=True)
    Finding.objects.bulk_create(
        Finding(
            document=document,
            position=position,
            code=found.code,
            severity=found.severity,
            message=found.message,
            line=found.line,
            quote=found.quote,
            related=[{"line": item.line, "quote": item.quote} for item in found.related],
            suggestion=found.suggestion or "",
        )
        for position, found in enumerate(reading.findings)
    )
    counts = {"sha256": document.sha256, "findings": len(reading.findings)}
    learning.count_used(authority=owner, reading=reading)
    audit.record("documents.loaded", by=by, about=document, data=counts)
    return document


def _bound(name: str, data: bytes) -> None:
    if len(data) > largest():
        raise FileTooLarge(name=name, limit=largest() // 1_000_000)


def _options(on: date, owner: Agency) -> Options:
    """What the register knew on the day of the document, for names change with reorganisations,
    and what people of the authority taught."""
    rules = list(learned.active(owner))
    wanted = _configuration()
    return Options(
        severities=wanted.severities,
        before_is_strict=wanted.before_is_strict is not False,
        phrases=learned.phrases(rules),
        classes=learned.class_names(rules),
        register=tuple(
            KnownAgency(
                name=agency.name,
                aliases=tuple(agency.aliases),
                level=agency.level,
                requested=agency.requested,
            )
            for agency in agencies.register(on)
        ),
    )


def _configuration() -> Configuration:
    """What this instance wants checked: `lantoa.toml` beside its data, if there is one."""
    path = Path(settings.DATA) / NAME
    if not path.is_file():
        return Configuration()
    try:
        return read_configuration(path)
    except BadConfiguration as error:
        raise DocumentUnreadable(str(error)) from error
