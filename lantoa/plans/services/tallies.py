"""Counting a plan anew and folding what was added (đếm lại, gộp số đếm): the worker's part."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.db.models import Sum
from django.utils import timezone

from lantoa.plans.models import Occurrence, Plan, Tally
from lantoa.plans.models.tallying import COLUMNS, Counts, counted, write
from lantoa.plans.selectors.tallies import usable

if TYPE_CHECKING:
    from collections.abc import Iterator

AGENCIES_AT_ONCE = 100
SCOPES_AT_ONCE = 2_000
_SCOPE = ("plan_id", "axis", "agency_id", "obligation_id")
_GROUP = (*_SCOPE, "on", "early", "last")


def keep(now: datetime) -> None:
    """Count the plans that have no counts, then fold what was added to the others."""
    for plan in Plan.objects.exclude(confirmed_at=None):
        if not usable(plan, timezone.localdate(now)):
            recount(plan=plan)
    fold()


def recount(*, plan: Plan) -> int:
    """Count every row of the plan; boards use the kept counts from then on.

    All is read from one snapshot: a row and the count that its writer added are both in it or both
    not, whatever is written meanwhile.
    """
    with transaction.atomic():
        _one_snapshot()
        Tally.objects.filter(plan=plan).delete()
        of_duties: Counts = Counter()
        for counts in _by_agencies(plan):
            agencies = {key: n for key, n in counts.items() if key[2] is not None}
            write(Counter(agencies), folded=True)
            of_duties.update({key: n for key, n in counts.items() if key[2] is None})
        write(of_duties, folded=True)
        Plan.objects.filter(pk=plan.pk).update(counted_at=timezone.now())
    return sum(of_duties.values())


def fold() -> int:
    """Put the numbers of each group together; returns how many groups' owners were folded."""
    scopes = list(
        Tally.objects.filter(folded=False)
        .order_by()
        .values_list(*_SCOPE)
        .distinct()[:SCOPES_AT_ONCE]
    )
    for scope in scopes:
        _fold(dict(zip(_SCOPE, scope, strict=True)))
    return len(scopes)


@transaction.atomic
def _fold(scope: dict[str, object]) -> None:
    """Only the rows seen here are replaced; what others add meanwhile stays beside their sum."""
    rows = Tally.objects.filter(**_named(scope))
    seen = list(rows.select_for_update().values_list("pk", flat=True))
    sums = (
        Tally.objects.filter(pk__in=seen).order_by().values_list(*_GROUP).annotate(total=Sum("n"))
    )
    counts: Counts = Counter({row[:-1]: row[-1] for row in sums})
    Tally.objects.filter(pk__in=seen).delete()
    write(counts, folded=True)


def _named(scope: dict[str, object]) -> dict[str, object]:
    return {
        (f"{name}__isnull" if value is None else name): True if value is None else value
        for name, value in scope.items()
    }


def _by_agencies(plan: Plan) -> Iterator[Counts]:
    """The counts a hundred agencies at a time, so that a country's plan fits in memory."""
    rows = Occurrence.objects.filter(obligation__plan=plan)
    agencies = sorted(set(rows.order_by().values_list("agency_id", flat=True).distinct()))
    for at in range(0, len(agencies), AGENCIES_AT_ONCE):
        some = rows.filter(agency_id__in=agencies[at : at + AGENCIES_AT_ONCE])
        yield counted(some.order_by().values_list(*COLUMNS).iterator(chunk_size=5_000))


def _one_snapshot() -> None:
    """PostgreSQL reads committed rows anew for each statement unless told so before the first."""
    if connection.vendor == "postgresql" and not connection.savepoint_ids:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
