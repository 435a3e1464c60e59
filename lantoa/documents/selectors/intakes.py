"""Files handed in to be read (lượt nạp): what waits, is being read, or could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from lantoa.common import access
from lantoa.common.errors import NotFound
from lantoa.documents.models import Intake

if TYPE_CHECKING:
    from lantoa.common.access import Actor

OPEN = (Intake.State.WAITING, Intake.State.READING, Intake.State.FAILED)


def visible_to(actor: Actor) -> QuerySet[Intake]:
    """Who may load documents sees all that were handed in, a colleague's too."""
    rows = Intake.objects.select_related("loaded_by")
    return rows if access.can(actor, "documents.load") else rows.none()


def get_for(actor: Actor, pk: int) -> Intake:
    """One file handed in; unseen is not found."""
    row = visible_to(actor).filter(pk=pk).first()
    if row is None:
        raise NotFound(intake=pk)
    return row


def open_to(actor: Actor) -> QuerySet[Intake]:
    """What is not read yet, the newest first."""
    return visible_to(actor).filter(state__in=OPEN)


def before(row: Intake) -> int:
    """How many files are read before this one."""
    waiting = (Intake.State.WAITING, Intake.State.READING)
    return Intake.objects.filter(state__in=waiting, pk__lt=row.pk).count()
