"""Lines that a merged row lends to the row that took it in (gộp dòng), and their way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F
from django.utils import timezone

from lantoa.common import audit
from lantoa.plans.models import DraftItem

if TYPE_CHECKING:
    from lantoa.common.access import Actor

TOOK_IN, GAVE_BACK = "plans.row_took_in", "plans.row_gave_back"


def take_in(*, host: DraftItem, item: DraftItem, by: Actor) -> None:
    """The kept row gains the other's source lines; which ones is recorded, so they can go back."""
    gained = [span for span in item.spans if span not in host.spans]
    _write(host, sorted([*host.spans, *gained]), by)
    data = {"row": item.pk, "code": item.code, "spans": gained}
    audit.record(TOOK_IN, by=by, about=host, data=data)


def give_back(*, host: DraftItem, item: DraftItem, by: Actor) -> None:
    """The lines that the kept row had only from this one leave it again."""
    entry = audit.history(host).filter(verb=TOOK_IN, data__row=item.pk).first()
    gained = entry.data["spans"] if entry else []
    _write(host, [span for span in host.spans if span not in gained], by)
    data = {"row": item.pk, "code": item.code, "spans": gained}
    audit.record(GAVE_BACK, by=by, about=host, data=data)


def _write(host: DraftItem, spans: list[list[int]], by: Actor) -> None:
    DraftItem.objects.filter(pk=host.pk).update(
        spans=spans, version=F("version") + 1, changed_by=by.user, changed_at=timezone.now()
    )
    host.refresh_from_db()
