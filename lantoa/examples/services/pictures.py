"""Files of the invented evidence (tệp minh chứng minh họa), drawn once and shared by many rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import storages

from lantoa.common.files import sha256
from lantoa.examples.services import drawing
from lantoa.plans.services.past_results import KeptFile

FOLDER = "evidence/minh-hoa"
PAPER = "paper"


def keep(content: Mapping[str, Any]) -> dict[str, KeptFile]:
    """A picture for each scene of the data file and one paper; kept files are used again."""
    mark = content["mark"]
    kept = {
        kind: _keep(f"{kind}.jpg", "image/jpeg", drawing.scene(kind, label, mark))
        for kind, label in content["pictures"].items()
    }
    kept[PAPER] = keep_paper(content)
    return kept


def keep_paper(content: Mapping[str, Any]) -> KeptFile:
    """The one paper alone."""
    paper = content["paper"]
    data = drawing.paper(paper["title"], paper["lines"], content["mark"])
    return _keep(f"{PAPER}.pdf", "application/pdf", data)


def _keep(name: str, media_type: str, data: bytes) -> KeptFile:
    store = storages["private"]
    path = f"{FOLDER}/{name}"
    if not store.exists(path):
        path = store.save(path, ContentFile(data))
    return KeptFile(path, name, media_type, len(data), sha256(data))
