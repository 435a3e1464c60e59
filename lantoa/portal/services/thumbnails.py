"""Small copies of public photos (ảnh thu nhỏ), made once, so that a phone loads little."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from PIL import Image

if TYPE_CHECKING:
    from lantoa.plans.models import Evidence

WIDTH = 640


def small(photo: Evidence) -> bytes:
    """The photo at most `WIDTH` pixels wide; kept beside the originals under its content's name."""
    store = storages["private"]
    name = f"thumbnails/{photo.original_sha256}-{WIDTH}.jpg"
    if store.exists(name):
        with store.open(name) as kept:
            return bytes(kept.read())
    data = _reduced(photo)
    store.save(name, ContentFile(data))
    return data


def _reduced(photo: Evidence) -> bytes:
    out = io.BytesIO()
    with photo.file.open("rb") as source, Image.open(source) as image:
        image.draft("RGB", (WIDTH, WIDTH * 3))
        image.thumbnail((WIDTH, WIDTH * 3))
        image.convert("RGB").save(out, "JPEG", quality=72, optimize=True, progressive=True)
    return out.getvalue()
