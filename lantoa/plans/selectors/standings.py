"""The computed standing as SQL (trạng thái), so that boards count without loading rows.

Holds the same rule as `rules.states.standing`; a test compares the two on every combination.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Case, CharField, F, Q, QuerySet, Value, When
from django.db.models.functions import TruncDate

from lantoa.plans.models import Occurrence
from lantoa.plans.rules.states import SOON_DAYS


def with_standing(rows: QuerySet[Occurrence], *, today: date) -> QuerySet[Occurrence]:
    """Each row annotated with `standing`, one of `states.LABELS`."""
    accepted = Q(state=Occurrence.State.ACCEPTED)
    late = Q(due_on__isnull=False, sent_on__gt=F("due_on"))
    soon = today + timedelta(days=SOON_DAYS)
    return rows.annotate(sent_on=TruncDate("submitted_at")).annotate(
        standing=Case(
            When(accepted & late, then=Value("done_late")),
            When(accepted, then=Value("done_on_time")),
            When(state=Occurrence.State.SUBMITTED, then=Value("submitted")),
            When(obligation__binding="requested", then=Value("no_information")),
            When(due_on__lt=today, then=Value("overdue")),
            When(state=Occurrence.State.RETURNED, then=Value("returned")),
            When(due_on__isnull=True, then=Value("standing")),
            When(due_on__lte=soon, then=Value("due_soon")),
            default=Value("not_due"),
            output_field=CharField(),
        )
    )
