"""A mark that changes whenever anything a public page shows may have changed (số đời dữ liệu)."""

from __future__ import annotations

from django.db.models import Max

from lantoa.common.models import AuditEntry
from lantoa.portal.models import HomePage


def mark() -> str:
    """Every write leaves an audit row, and every edit of the first page a revision."""
    newest = AuditEntry.objects.aggregate(newest=Max("pk"))["newest"] or 0
    page = HomePage.objects.aggregate(revision=Max("live_revision"), at=Max("last_published_at"))
    return f"{newest}.{page['revision'] or 0}.{page['at'] or ''}"
