"""Nightly checks of the register (rà soát hằng đêm)."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from lantoa.common.services import periodic
from lantoa.organisations.services import checks

logger = logging.getLogger("lantoa.organisations")


def check_tenures(now: datetime) -> None:
    """Two people in one post on one day: noted in the audit log and in the server's log."""
    for first, second in checks.note_overlapping_tenures():
        logger.warning("tenures %s and %s overlap in post %s", first.pk, second.pk, first.post_id)


def register_jobs() -> None:
    periodic.register("organisations.check-tenures", check_tenures, every=timedelta(days=1))
