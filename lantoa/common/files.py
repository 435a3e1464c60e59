"""Files that people send (tệp tải lên): recognised by content, bounded, photos cleaned.

A photo loses its place and device data (personal data of who took it); its hash as sent is kept.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePath

from PIL import Image, ImageOps, UnidentifiedImageError

from lantoa.common.errors import DomainError

MAX_PIXELS = 60_000_000
LONGEST_EDGE = 2000
_HEADS = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"PK\x03\x04", "application/zip"),
)
_OFFICE = {
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt/presentation.xml": (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ),
}
PHOTOS = frozenset({"image/jpeg", "image/png", "image/webp", "image/heic"})


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
    return _office_type(data) if kind == "application/zip" else kind


def clean(*, name: str, data: bytes, limit: int) -> CleanFile:
    """Check and clean one file; raises one of this module's refusals."""
    name = PurePath(name.replace("\\", "/")).name[:200] or "tep"
    if len(data) > limit:
        raise FileTooLarge(name=name, limit=limit // (1024 * 1024))
    kind = media_type(data)
    if kind is None:
        raise FileNotAccepted(name=name)
    if kind in PHOTOS:
        stem = PurePath(name).stem or "anh"
        return CleanFile(f"{stem}.jpg", "image/jpeg", _clean_photo(name, data), sha256(data))
    return CleanFile(name, kind, data, sha256(data))


def _clean_photo(name: str, data: bytes) -> bytes:
    try:
        _allow_heic()
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > MAX_PIXELS:
                raise PhotoUnreadable(name=name)
            upright = ImageOps.exif_transpose(image).convert("RGB")
        upright.thumbnail((LONGEST_EDGE, LONGEST_EDGE))
        out = io.BytesIO()
        # A fresh encoding without `exif=` carries no place, time or device of the original.
        upright.save(out, "JPEG", quality=85, optimize=True)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise PhotoUnreadable(name=name) from error
    return out.getvalue()


def _allow_heic() -> None:
    from pillow_heif import register_heif_opener

    register_heif_opener()


def _office_type(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return None
    return next((kind for part, kind in _OFFICE.items() if part in names), None)
