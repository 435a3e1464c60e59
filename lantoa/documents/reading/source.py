"""A file becomes lines of text (tệp nguồn): sniffed by content, within limits, or refused."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lantoa.common.rules.vietnamese import nfc

from . import refusals
from .encoding import decode, from_legacy_fonts
from .errors import UnreadableFile
from .limits import MAX_BYTES, MAX_LINE, MAX_LINES
from .model import Signature, SourceFile
from .progress import Progress, unheard
from .sniffing import DOCX, HTML, PDF, TEXT, refuse_foreign

if TYPE_CHECKING:
    from .docx_layout import Layout

_NEWLINE = re.compile(r"\r\n|\r|\n")
# Anything a line may not hold: control characters, separators that other tools break lines at.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
# Spaces of print (no-break, thin, …) are spaces to a reader.
_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(slots=True)
class Extracted:
    """What the reader of one format took from the file."""

    media_type: str
    text: str
    pages: int | None = None
    ocr: bool = False
    signatures: list[Signature] = field(default_factory=list)
    layout: Layout | None = None


def load_file(path: Path, told: Progress = unheard) -> SourceFile:
    """The lines of a file; raises UnreadableFile with one sentence for what is no document."""
    try:
        if path.is_dir():
            raise refusals.is_directory(path.name or str(path))
        found = path.stat()
        if found.st_size > MAX_BYTES:
            raise refusals.too_large(found.st_size, MAX_BYTES)
        if not _gives_data(path, found.st_mode):
            raise refusals.no_regular_file(path.name)
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as problem:
        raise refusals.from_os(problem, os.fspath(path)) from None
    except ValueError:
        raise refusals.missing(os.fspath(path)) from None
    return load_bytes(data, name=path.name, told=told)


def load_bytes(data: bytes, *, name: str, told: Progress = unheard) -> SourceFile:
    """The lines of a file's bytes; `told` hears how many pages of a scan are done."""
    if len(data) > MAX_BYTES:
        raise refusals.too_large(len(data), MAX_BYTES)
    if not data.strip():
        raise refusals.empty()
    found = _extract(data, name, told)
    source = _source_of(found)(
        name,
        hashlib.sha256(data).hexdigest(),
        found.media_type,
        to_lines(found.text),
        found.pages,
        found.ocr,
        found.signatures,
    )
    if not any(line.strip() for line in source.text):
        raise refusals.empty()
    return source


def _source_of(found: Extracted) -> Callable[..., SourceFile]:
    """A Word file brings along how it is laid out."""
    if found.layout is None:
        return SourceFile
    from .docx_layout import WordFile

    return partial(WordFile, layout=found.layout)


def load_text(text: str, *, name: str) -> SourceFile:
    """The lines of text that is already decoded; an empty text has none."""
    data = text.encode("utf-8", "surrogatepass")
    return SourceFile(name, hashlib.sha256(data).hexdigest(), "text/plain", to_lines(text))


def to_lines(text: str) -> list[str]:
    """NFC lines, split at CR, LF and CRLF alone so that numbers agree with every editor."""
    if not text.isascii():
        text = _SPACES.sub(" ", _INVISIBLE.sub("", nfc(text)))
        text = _SURROGATE.sub("\ufffd", text)
    if text.count("\n") + text.count("\r") > 2 * MAX_LINES:
        raise refusals.too_many_lines(MAX_LINES)
    lines = _NEWLINE.split(_CONTROL.sub(" ", text))
    if lines and not lines[-1]:
        lines.pop()
    if len(lines) > MAX_LINES:
        raise refusals.too_many_lines(MAX_LINES)
    longest = max(map(len, lines), default=0)
    if longest > MAX_LINE:
        raise refusals.line_too_long(MAX_LINE)
    return lines


def _gives_data(path: Path, mode: int) -> bool:
    """A regular file, or the pipe of a shell's "<(…)"; a named pipe or a device may never end."""
    from_shell = stat.S_ISFIFO(mode) and os.fspath(path).startswith(("/dev/fd/", "/proc/"))
    return stat.S_ISREG(mode) or from_shell


def _extract(data: bytes, name: str, told: Progress) -> Extracted:
    kind = refuse_foreign(data)
    found = Extracted(kind, "") if kind == TEXT else _from_format(kind, data, told)
    if len(found.text) > MAX_BYTES:
        raise refusals.too_much_text(MAX_BYTES)
    if kind == TEXT:
        found.text = from_legacy_fonts(decode(data))
        if name.lower().endswith((".md", ".markdown")):
            found.media_type = "text/markdown"
    return found


def _from_format(kind: str, data: bytes, told: Progress) -> Extracted:
    """Each format's reader is imported when its first file comes."""
    if kind == DOCX:
        from .docx import text_of
        from .docx_layout import layout_of
        from .docx_package import Package

        package = Package(data)
        return Extracted(kind, text_of(package), layout=layout_of(package))
    if kind == HTML:
        from .html import extract_html

        return Extracted(kind, extract_html(data))
    if kind == PDF:
        from .pdf import extract_pdf

        pdf = extract_pdf(data, told)
        return Extracted(kind, from_legacy_fonts(pdf.text), pdf.pages, pdf.ocr, pdf.signatures)
    from .picture import extract_picture

    text, pages = extract_picture(data, told)
    return Extracted(kind, text, pages, ocr=True)


__all__ = ["MAX_BYTES", "UnreadableFile", "load_bytes", "load_file", "load_text", "to_lines"]
