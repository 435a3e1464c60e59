"""Looks of photos (dấu vân ảnh): kept when a photo comes in, caught up for those kept before."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PIL import UnidentifiedImageError

from lantoa.common import files
from lantoa.common.rules.likeness import quarters
from lantoa.plans.models import Evidence, PhotoPrint

if TYPE_CHECKING:
    from collections.abc import Iterable

NONE = "-"
"""Looked at, and too blank or damaged to be told from others."""
AT_ONCE = 50


def keep(evidence: Evidence, data: bytes) -> None:
    """Store what the photo looks like; `data` is the kept file."""
    _store(evidence, _look(data))


def copy(evidence: Evidence, of: Evidence) -> None:
    """The same file again looks the same."""
    _store(evidence, of.look)


def catch_up(now: datetime) -> None:
    """Look at some of the photos that were kept before looks were; run often, safe to repeat."""
    waiting = Evidence.objects.filter(
        kind=Evidence.Kind.PHOTO, look="", is_illustrative=False
    ).order_by("pk")
    for evidence in waiting[:AT_ONCE]:
        try:
            with evidence.file.open("rb") as kept:
                _store(evidence, _look(kept.read()))
        except OSError:
            _store(evidence, NONE)


def _look(data: bytes) -> str:
    try:
        return files.look_of(data) or NONE
    except (OSError, UnidentifiedImageError):
        return NONE


def _store(evidence: Evidence, look: str) -> None:
    evidence.look = look
    evidence.save(update_fields=["look"])
    PhotoPrint.objects.filter(evidence=evidence).delete()
    PhotoPrint.objects.bulk_create(_pieces(evidence, look))


def _pieces(evidence: Evidence, look: str) -> Iterable[PhotoPrint]:
    for place, bits in enumerate(quarters("" if look in {"", NONE} else look)):
        yield PhotoPrint(evidence=evidence, place=place, bits=bits)
