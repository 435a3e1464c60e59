"""Marking a finding as seen (đã xem điểm cần kiểm tra)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from lantoa.common import access, audit

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.documents.models import Finding


@transaction.atomic
def mark_seen(*, finding: Finding, seen: bool, by: Actor) -> Finding:
    """A person looked at it, or takes that back; the finding itself stays."""
    access.require(by, "documents.load")
    finding.seen_at = timezone.now() if seen else None
    finding.seen_by = by.user if seen else None
    finding.save(update_fields=["seen_at", "seen_by"])
    verb = "documents.finding_seen" if seen else "documents.finding_reopened"
    data = {"code": finding.code, "line": finding.line}
    audit.record(verb, by=by, about=finding.document, data=data)
    return finding
