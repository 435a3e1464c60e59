"""Files that people send (tệp tải lên): recognised by content, bounded, photos cleaned.

A photo loses its place and device data (personal data of who took it); its hash as sent is kept.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePath

from PIL import Image, ImageOps, UnidentifiedImageError

from lantoa.common.errors import DomainError
from lantoa.common.rules import likeness
from lantoa.common.rules.vietnamese import nfc

MAX_PIXELS = 60_000_000
LONGEST_EDGE = 2000
_HEADS = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"PK\x03\x04", "application/zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
)
_OFFICE = {
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt/presentation.xml": (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ),
}
_OLD_OFFICE = {
    "WordDocument": "application/msword",
    "Workbook": "application/vnd.ms-excel",
}
_EXTENSIONS = {
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/vnd.ms-excel": ".xls",
    **dict(zip(_OFFICE.values(), (".docx", ".xlsx", ".pptx"), strict=True)),
}
PHOTOS = frozenset({"image/jpeg", "image/png", "image/webp", "image/heic"})
# What Pillow and its plug-ins raise on damaged pictures, besides their own two.
_DAMAGED = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    IndexError,
    RuntimeError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


class FileTooLarge(DomainError):
    code = "file-too-large"
    message = "Tệp “{name}” lớn hơn {limit} MB. Hãy chọn tệp nhỏ hơn."


class FileNotAccepted(DomainError):
    code = "file-not-accepted"
    message = "Không nhận tệp “{name}”. Hãy gửi ảnh (JPG, PNG, WebP, HEIC), PDF, Word, Excel."


class PhotoUnreadable(DomainError):
    code = "photo-unreadable"
    message = "Ảnh “{name}” bị hỏng hoặc quá lớn nên không mở được. Hãy chụp hoặc chọn lại."


@dataclass(frozen=True, slots=True)
class CleanFile:
    """What is kept: `data` may differ from what was sent, `sha256` is of what was sent."""

    name: str
    media_type: str
    data: bytes
    sha256: str

    @property
    def is_photo(self) -> bool:
        return self.media_type.startswith("image/")


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def media_type(data: bytes) -> str | None:
    """The type by content; None for what is not accepted, whatever its name says."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp" and data[8:12] in {b"heic", b"heix", b"mif1", b"msf1", b"hevc"}:
        return "image/heic"
    kind = next((kind for head, kind in _HEADS if data.startswith(head)), None)
    if kind == "application/x-ole-storage":
        return _old_office_type(data)
    return _office_type(data) if kind == "application/zip" else kind


def clean(*, name: str, data: bytes, limit: int) -> CleanFile:
    """Check and clean one file; raises one of this module's refusals."""
    name = _plain_name(name)
    if len(data) > limit:
        raise FileTooLarge(name=name, limit=limit // (1024 * 1024))
    kind = media_type(data)
    if kind is None:
        raise FileNotAccepted(name=name)
    if kind in PHOTOS:
        stem = PurePath(name).stem or "anh"
        return CleanFile(f"{stem}.jpg", "image/jpeg", _clean_photo(name, data), sha256(data))
    # The name a person downloads must not promise another program than the content has.
    return CleanFile(str(PurePath(name).with_suffix(_EXTENSIONS[kind])), kind, data, sha256(data))


def thumbnail(data: bytes, edge: int = 480) -> bytes:
    """A small JPEG of a kept photo, for lists on a weak line."""
    with Image.open(io.BytesIO(data)) as image:
        small = image.convert("RGB")
    small.thumbnail((edge, edge))
    out = io.BytesIO()
    small.save(out, "JPEG", quality=78, optimize=True)
    return out.getvalue()


def look_of(data: bytes) -> str:
    """The look of a picture by which copies of it are found (`rules.likeness`); "" if blank."""
    with Image.open(io.BytesIO(data)) as image:
        grey = image.convert("L").resize((9, 8), Image.Resampling.BOX)
    return likeness.look(grey.tobytes())


def _plain_name(name: str) -> str:
    """The last part of the path, in NFC (phones send NFD), without control characters."""
    last = nfc(name.replace("\\", "/")).rsplit("/", 1)[-1]
    return "".join(c for c in last if c.isprintable()).strip(". ")[-200:] or "tep"


def _clean_photo(name: str, data: bytes) -> bytes:
    try:
        _allow_heic()
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > MAX_PIXELS:
                raise PhotoUnreadable(name=name)
            upright = _on_white(ImageOps.exif_transpose(image))
        upright.thumbnail((LONGEST_EDGE, LONGEST_EDGE))
        out = io.BytesIO()
        # A fresh encoding without `exif=` carries no place, time or device of the original.
        upright.save(out, "JPEG", quality=85, optimize=True)
    except _DAMAGED as error:
        raise PhotoUnreadable(name=name) from error
    return out.getvalue()


def _on_white(image: Image.Image) -> Image.Image:
    """Screenshots have clear parts, which JPEG would turn black."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    clear = image.convert("RGBA")
    paper = Image.new("RGB", clear.size, "white")
    paper.paste(clear, mask=clear.getchannel("A"))
    return paper


def _allow_heic() -> None:
    from pillow_heif import register_heif_opener

    register_heif_opener()


def _office_type(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return None
    if any(name.endswith("vbaProject.bin") for name in names):
        return None  # a document that carries macros
    return next((kind for part, kind in _OFFICE.items() if part in names), None)


def _old_office_type(data: bytes) -> str | None:
    """Word and Excel before 2007: an OLE container with a stream of that name (UTF-16)."""
    return next(
        (kind for stream, kind in _OLD_OFFICE.items() if stream.encode("utf-16-le") in data), None
    )
