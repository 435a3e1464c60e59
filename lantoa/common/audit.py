"""Recording a write (ghi nhật ký) in the same transaction as the write itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.common.models import AuditEntry


def record(
    verb: str,
    *,
    by: Actor | None,
    about: models.Model,
    data: Mapping[str, Any] | None = None,
) -> AuditEntry:
    """Add one audit row; `by=None` is the system itself. Call inside the caller's transaction."""
    entry = _entry(verb, by, about, data)
    entry.save(force_insert=True)
    return entry


def record_many(
    verb: str, *, by: Actor | None, about: list[tuple[models.Model, Mapping[str, Any]]]
) -> None:
    """Add one audit row for each (row, data) in a single statement."""
    from lantoa.common.models import AuditEntry

    AuditEntry.objects.bulk_create(
        [_entry(verb, by, row, data) for row, data in about], batch_size=500
    )


def history(about: models.Model) -> models.QuerySet[AuditEntry]:
    """The audit rows of one row, newest first."""
    from lantoa.common.models import AuditEntry

    return AuditEntry.objects.filter(about_type=_type_of(about), about_id=about.pk).order_by(
        "-at", "-pk"
    )


def _entry(
    verb: str, by: Actor | None, about: models.Model, data: Mapping[str, Any] | None
) -> AuditEntry:
    from lantoa.common.models import AuditEntry

    return AuditEntry(
        verb=verb,
        user=by.user if by else None,
        user_name=str(by.user) if by else "Hệ thống",
        post_name=str(by.post)[:300] if by else "",
        agency_name=by.agency.name[:300] if by else "",
        about_type=_type_of(about),
        about_id=about.pk,
        about_name=str(about)[:300],
        data=_plain(data or {}),
    )


def _type_of(row: models.Model) -> str:
    return row._meta.label_lower


def _plain(data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: value.isoformat() if isinstance(value, date) else value for key, value in data.items()
    }
