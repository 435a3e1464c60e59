"""Small pictures of photo evidence (ảnh thu nhỏ), made once and kept beside the photo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from PIL import UnidentifiedImageError

from lantoa.common import files

if TYPE_CHECKING:
    from lantoa.plans.models import Evidence


def of(evidence: Evidence) -> bytes | None:
    """The thumbnail of a photo; None when its file is missing or cannot be opened."""
    storage, original = evidence.file.storage, str(evidence.file.name)
    name = f"{original}.nho.jpg"
    if storage.exists(name):
        with storage.open(name) as kept:
            return bytes(kept.read())
    try:
        with storage.open(original) as photo:
            small = files.thumbnail(photo.read())
    except (OSError, UnidentifiedImageError):
        return None
    storage.save(name, ContentFile(small))
    return small
