"""The computed standing as SQL (trạng thái), so that boards count without loading rows.

Holds the same rule as `rules.states.standing`; a test compares the two on every combination.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import (
    Case,
    CharField,
    DateField,
    F,
    IntegerField,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from lantoa.plans.models import Occurrence
from lantoa.plans.rules.states import LABELS, SOON_DAYS


class LocalDay(TruncDate):
    """The day of a moment in the office's time zone.

    Django asks Python for it row by row on SQLite, which is most of the time a board takes. There
    SQLite's own `date` does, with the zone's offset; Vietnam has had one offset since 1975.
    """

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        inner, params = compiler.compile(self.lhs)
        offset = timezone.localtime().utcoffset() or timedelta()
        return f"date({inner}, %s)", [*params, f"{offset.total_seconds() / 60:+.0f} minutes"]


def with_standing(rows: QuerySet[Occurrence], *, today: date) -> QuerySet[Occurrence]:
    """Each row with its `standing` at the end of that day, one of `states.LABELS`."""
    return rows.annotate(sent_on=LocalDay("submitted_at")).annotate(standing=_standing(today))


def sortable(rows: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
    """Rows that carry their standing, with `urgency` (the most pressing is 0) and `due_order`.

    The two databases disagree on where an absent day sorts; here it is always last.
    """
    ranks = [When(standing=code, then=Value(rank)) for rank, code in enumerate(LABELS)]
    return rows.annotate(
        urgency=Case(*ranks, output_field=IntegerField()),
        due_order=Coalesce("due_on", Value(date.max, output_field=DateField())),
    )


def _standing(today: date) -> Case:
    state = Occurrence.State
    midnight = timezone.make_aware(datetime.combine(today + timedelta(days=1), time()))
    sent = Q(submitted_at__lt=midnight)
    decided_later = Q(decided_at__gte=midnight)
    undecided = Q(state=state.SUBMITTED) | Q(
        decided_later, state__in=(state.ACCEPTED, state.RETURNED)
    )
    accepted, returned = Q(sent, state=state.ACCEPTED), Q(sent, state=state.RETURNED)
    late = Q(due_on__isnull=False, sent_on__gt=F("due_on"))
    directed = ~Q(obligation__binding="requested")
    soon = today + timedelta(days=SOON_DAYS)
    decided = accepted & (Q(decided_at__isnull=True) | Q(decided_at__lt=midnight))
    return Case(
        When(decided & late, then=Value("done_late")),
        When(decided, then=Value("done_on_time")),
        When(obligation__revoked_on__lte=today, then=Value("adjusted")),
        When(excused_at__lt=midnight, then=Value("excused")),
        When(sent & undecided, then=Value("submitted")),
        When(directed & Q(due_on__lt=today), then=Value("overdue")),
        When(returned, then=Value("returned")),
        When(~directed & ~Q(begun_on__lte=today), then=Value("no_information")),
        When(~directed, then=Value("in_progress")),
        When(due_on__isnull=True, then=Value("standing")),
        When(due_on__lte=soon, then=Value("due_soon")),
        When(begun_on__lte=today, then=Value("in_progress")),
        default=Value("not_due"),
        output_field=CharField(),
    )
