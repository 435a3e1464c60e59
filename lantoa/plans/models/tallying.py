"""Keeps the counts true (giữ số đếm): every way of writing occurrences passes here.

Here and not in services, because a count that one forgotten service leaves behind is a wrong
board; see the decision on kept counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from lantoa.plans.models.tally import Tally
from lantoa.plans.rules.states import Facts
from lantoa.plans.rules.tallies import ends_of

COUNTED = frozenset(
    {"obligation", "obligation_id", "agency", "agency_id", "due_on", "state"}
    | {"submitted_at", "decided_at", "begun_on", "excused_at"}
)
COLUMNS = (
    "obligation__plan_id", "obligation_id", "agency_id", "obligation__binding",
    "obligation__state", "obligation__revoked_on",
    "state", "due_on", "submitted_at", "decided_at", "begun_on", "excused_at",
)  # fmt: skip
DECIDING = frozenset({"plan", "plan_id", "binding", "state", "revoked_on"})
MOST = 5_000
"""More rows than this in one update are not followed one by one: the plan is counted anew."""

Key = tuple[int, str, int | None, int | None, date | None, str, str]
Counts = Counter[Key]


class Tallied(models.QuerySet[Any]):
    """Rows whose bulk writes keep the counts."""

    def bulk_create(self, objs: Iterable[Any], *args: Any, **options: Any) -> list[Any]:
        rows = list(objs)
        with transaction.atomic(using=self.db):
            made = super().bulk_create(rows, *args, **options)
            if options.get("ignore_conflicts") or options.get("update_conflicts"):
                forget({row.obligation.plan_id for row in rows})
            else:
                counts = counted(values_of(row) for row in rows)
                write(counts)
        return made

    def update(self, **values: Any) -> int:
        if not COUNTED & set(values):
            return super().update(**values)
        with transaction.atomic(using=self.db):
            keys = list(self.order_by().values_list("pk", flat=True)[: MOST + 1])
            if len(keys) > MOST:
                forget(set(self.order_by().values_list("obligation__plan_id", flat=True)))
                return super().update(**values)
            same = self.model._base_manager.filter(pk__in=keys)
            before = same.select_for_update(of=("self",)).order_by("pk")
            counts = counted(before.values_list(*COLUMNS), sign=-1)
            changed = super().update(**values)
            counts.update(counted(same.values_list(*COLUMNS)))
            write(counts)
        return changed

    def delete(self) -> tuple[int, dict[str, int]]:
        with transaction.atomic(using=self.db):
            write(counted(self.order_by().values_list(*COLUMNS), sign=-1))
            return super().delete()


class TalliedRow(models.Model):
    """A row whose own writes keep the counts."""

    objects = Tallied.as_manager()

    class Meta:
        abstract = True

    def save(self, **options: Any) -> None:  # type: ignore[override]
        fields = options.get("update_fields")
        if fields is not None and not COUNTED & set(fields):
            return super().save(**options)
        with transaction.atomic():
            counts = Counter() if self._state.adding else self._counted(-1)
            super().save(**options)
            counts.update(self._counted(1))
            write(counts)
        return None

    def delete(self, **options: Any) -> tuple[int, dict[str, int]]:  # type: ignore[override]
        with transaction.atomic():
            write(self._counted(-1))
            return super().delete(**options)

    def _counted(self, sign: int) -> Counts:
        mine = type(self)._base_manager.filter(pk=self.pk)
        return counted(mine.values_list(*COLUMNS), sign=sign)


class CountedDuties(models.QuerySet[Any]):
    """Duties whose bulk changes have their plans counted anew."""

    def update(self, **values: Any) -> int:
        if DECIDING & set(values):
            forget(set(self.order_by().values_list("plan_id", flat=True)))
        return super().update(**values)


class CountedDuty(models.Model):
    """A duty whose withdrawal or other binding changes the counts of all its rows at once."""

    objects = CountedDuties.as_manager()

    class Meta:
        abstract = True

    def save(self, **options: Any) -> None:  # type: ignore[override]
        fields = options.get("update_fields")
        if self._state.adding or (fields is not None and not DECIDING & set(fields)):
            return super().save(**options)
        kept = ("plan_id", "binding", "state", "revoked_on")
        before = type(self)._base_manager.filter(pk=self.pk).values_list(*kept).first()
        super().save(**options)
        if before is not None and before != tuple(getattr(self, name) for name in kept):
            forget({before[0], self.plan_id})  # type: ignore[attr-defined]
        return None


def counted(values: Iterable[tuple[Any, ...]], *, sign: int = 1) -> Counts:
    """How many of these rows (`COLUMNS`) fall into each group, on every axis."""
    counts: Counts = Counter()
    for row in values:
        for key in keys_of(row):
            counts[key] += sign
    return counts


def keys_of(values: tuple[Any, ...]) -> Iterator[Key]:
    """The groups one row belongs to; a row of a withdrawn duty belongs to none.

    A duty that is to end on a day to come counts as running; on that day its plan is counted anew.
    """
    plan, obligation, agency, binding, effect, revoked, state, due_on, *happened = values
    if effect != "active":
        return
    sent, decided, begun, excused = happened
    if revoked is not None and revoked > timezone.localdate():
        revoked = None
    days = (_day(sent), _day(decided), begun, _day(excused), revoked)
    early, last = ends_of(Facts(state, due_on, binding, *days))
    month = due_on.replace(day=1) if due_on else None
    yield plan, Tally.Axis.AGENCY_MONTH.value, agency, None, month, early, last
    if early != last:
        yield plan, Tally.Axis.AGENCY_DAY.value, agency, None, due_on, early, last
    yield plan, Tally.Axis.DUTY_DAY.value, None, obligation, due_on, early, last


def write(counts: Counts, *, folded: bool = False) -> None:
    """Add what changed; groups that come out even need no row."""
    Tally.objects.bulk_create(
        [
            Tally(
                plan_id=plan,
                axis=axis,
                agency_id=agency,
                obligation_id=obligation,
                on=on,
                early=early,
                last=last,
                n=n,
                folded=folded,
            )
            for (plan, axis, agency, obligation, on, early, last), n in counts.items()
            if n
        ],
        batch_size=2_000,
    )


def forget(plans: Iterable[int]) -> None:
    """Have these plans' rows counted one by one until the job has counted them anew."""
    from lantoa.plans.models.plan import Plan

    Plan.objects.filter(pk__in=set(plans)).update(counted_at=None)


def values_of(row: Any) -> tuple[Any, ...]:
    """The `COLUMNS` of a row that is not written yet."""
    duty = row.obligation
    return (
        duty.plan_id, duty.pk, row.agency_id, duty.binding, duty.state, duty.revoked_on,
        row.state, row.due_on, row.submitted_at, row.decided_at, row.begun_on, row.excused_at,
    )  # fmt: skip


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None
