"""A .docx as a zip of XML parts (gói tệp Word), opened within limits and without entities."""

from __future__ import annotations

import io
import zipfile
import zlib
from functools import cached_property
from typing import Any

from . import refusals

MAX_PART = 60_000_000
MAX_EXPANDED = 100_000_000
MAX_ENTRIES = 5_000
_MAX_RATIO = 300
_CHUNK = 1 << 16

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def w(name: str) -> str:
    """A name of WordprocessingML in lxml's notation."""
    return f"{{{_MAIN}}}{name}"


def whole_number(text: str | None, default: int) -> int:
    """The value of an attribute that should be a whole number; anything else is the default."""
    digits = (text or "").removeprefix("-")
    return int(text or "") if digits.isascii() and digits.isdigit() and len(digits) < 9 else default


class Package:
    """The parts of one file that reading needs; everything else in it stays closed."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            names = self._zip.namelist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise refusals.broken_docx() from None
        self._check_sizes()
        self._main = self._main_part(names)

    @cached_property
    def body(self) -> Any:
        """The body of the main part."""
        root = self.part(self._main)
        body = root.find(w("body")) if root is not None else None
        if body is None:
            raise refusals.broken_docx()
        return body

    @cached_property
    def styles(self) -> Any:
        """The style definitions, or None."""
        return self.part("word/styles.xml")

    @cached_property
    def numbering(self) -> Any:
        """The definitions of automatic numbering, or None."""
        return self.part("word/numbering.xml")

    def part(self, name: str) -> Any:
        """The root element of a part, or None when the file has no such part."""
        if name not in self._zip.namelist():
            return None
        return _parse(self._read(name))

    def _main_part(self, names: list[str]) -> str:
        """Word calls it word/document.xml; other programs name theirs in the relationships."""
        if "word/document.xml" in names:
            return "word/document.xml"
        relations = self.part("_rels/.rels")
        for relation in relations if relations is not None else ():
            target = relation.get("Target", "").lstrip("/")
            is_main = relation.get("Type", "").endswith("/officeDocument")
            if is_main and target in names and target.startswith("word/"):
                return str(target)
        raise self._other_zip(names)

    def _check_sizes(self) -> None:
        entries = self._zip.infolist()
        declared = sum(entry.file_size for entry in entries)
        packed = sum(entry.compress_size for entry in entries) or 1
        if len(entries) > MAX_ENTRIES or declared > MAX_EXPANDED:
            raise refusals.too_much_text(MAX_EXPANDED)
        if declared > 5_000_000 and declared / packed > _MAX_RATIO:
            raise refusals.too_much_text(MAX_EXPANDED)

    def _read(self, name: str) -> bytes:
        """The part, read in pieces: what a zip declares about its size is not believed."""
        pieces, size = [], 0
        try:
            with self._zip.open(name) as stream:
                while piece := stream.read(_CHUNK):
                    size += len(piece)
                    if size > MAX_PART:
                        raise refusals.too_much_text(MAX_PART)
                    pieces.append(piece)
        except RuntimeError:
            raise refusals.encrypted() from None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
            raise refusals.broken_docx() from None
        return b"".join(pieces)

    def _other_zip(self, names: list[str]) -> Exception:
        folders = {name.split("/")[0] for name in names}
        if "xl" in folders:
            return refusals.foreign("bảng tính Excel", "an Excel workbook", code="not-docx")
        if "ppt" in folders:
            return refusals.foreign("bài trình chiếu", "a presentation", code="not-docx")
        if "mimetype" in names and "content.xml" in names:
            return refusals.foreign("tệp OpenDocument", "an OpenDocument file", code="not-docx")
        return refusals.not_docx()


def _parse(data: bytes) -> Any:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(data.replace(_STRICT.encode(), _MAIN.encode()), parser)
    except etree.XMLSyntaxError as problem:
        if "depth" in str(problem).lower():
            raise refusals.too_deep() from None
        raise (refusals.unsafe_xml() if b"<!ENTITY" in data else refusals.broken_docx()) from None
    # Word never writes a document type; only an attack needs one.
    if root.getroottree().docinfo.doctype:
        raise refusals.unsafe_xml()
    return root
