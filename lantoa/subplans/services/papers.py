"""The issued document of a sub-plan (văn bản đã ban hành): number, day, signer and its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from lantoa.common import audit, files
from lantoa.subplans.errors import IssuedInFuture
from lantoa.subplans.rules.parts import GENERAL
from lantoa.subplans.services.rows import lock_own

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.common.files import CleanFile
    from lantoa.subplans.models import SubPlan


@dataclass(frozen=True, slots=True)
class Paper:
    """What the agency says of its document, and parts stated once for the whole plan."""

    title: str
    symbol: str
    issued_on: date | None
    signer: str
    general: Mapping[str, str]


@transaction.atomic
def describe(
    *, sub_plan: SubPlan, paper: Paper, file: CleanFile | None = None, by: Actor
) -> SubPlan:
    """Keep number, day, signer, general parts and, when one came, the file; an earlier file stays
    with the versions that were sent with it."""
    if paper.issued_on is not None and paper.issued_on > timezone.localdate():
        raise IssuedInFuture()
    locked = lock_own(sub_plan, by)
    locked.title, locked.symbol = paper.title.strip()[:500], paper.symbol.strip()[:60]
    locked.issued_on, locked.signer = paper.issued_on, paper.signer.strip()[:160]
    locked.general = {part: paper.general.get(part, "").strip() for part in GENERAL}
    if file is not None:
        store(locked, file)
    locked.save()
    data = {"symbol": locked.symbol, "issued_on": locked.issued_on, "file": locked.file_name}
    audit.record("subplans.described", by=by, about=locked, data=data)
    return locked


def clean(*, name: str, data: bytes) -> CleanFile | None:
    """The file as it may be kept as evidence; None for a kind that only the reader takes (.txt)."""
    try:
        return files.clean(name=name, data=data, limit=settings.LANTOA_MAX_UPLOAD_BYTES)
    except files.FileNotAccepted:
        return None


def store(sub_plan: SubPlan, file: CleanFile) -> None:
    """Put the file into the private storage and name it on the unsaved row."""
    sub_plan.file.save(file.name, ContentFile(file.data), save=False)
    sub_plan.file_name, sub_plan.media_type = file.name, file.media_type
    sub_plan.sha256 = file.sha256


def kept(sub_plan: SubPlan) -> CleanFile:
    """The stored file again, as evidence takes it."""
    with sub_plan.file.open("rb") as stored:
        data = stored.read()
    return files.CleanFile(sub_plan.file_name, sub_plan.media_type, data, sub_plan.sha256)
