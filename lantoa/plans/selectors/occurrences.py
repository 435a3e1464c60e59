"""Reading duties by agency and period (việc của đơn vị): own rows, or all for oversight."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Max, Min, Q, QuerySet
from django.utils import timezone

from lantoa.common import access
from lantoa.common.errors import NotAllowed, NotFound
from lantoa.common.rules.periods import Period, PeriodKind, periods_between
from lantoa.common.rules.vietnamese import sort_key
from lantoa.plans.models import Obligation, Occurrence
from lantoa.plans.rules.states import Facts, Standing, standing
from lantoa.plans.selectors.plans import IN_FORCE
from lantoa.plans.selectors.standings import with_standing

if TYPE_CHECKING:
    from lantoa.common.access import Actor

PeriodOfDuty = tuple[date, str, str]
"""First day, key and label."""

_PERMISSION = {
    "view": "plans.view",
    "submit": "evidence.submit",
    "decide": "evidence.decide",
    "ask": "deadlines.ask",
    "rule": "deadlines.decide",
}
MOST_OPEN = 200
"""More open duties than any office chooses among at once."""
_OWN = frozenset({"submit", "ask"})


def visible_to(actor: Actor) -> QuerySet[Occurrence]:
    """An agency sees its own duties; coordinator, leaders and inspectors see all."""
    rows = Occurrence.objects.filter(obligation__plan__state__in=IN_FORCE)
    if access.can(actor, "plans.oversee"):
        return rows
    return rows.filter(agency_id=actor.agency_id)


def listed(actor: Actor, *, today: date) -> QuerySet[Occurrence]:
    """What lists show: visible rows of duties in effect or revoked by a document, with standing.

    A duty withdrawn without a document stays readable at its address and is expected of nobody;
    a revoked one is listed as adjusted (điều chỉnh), so that officials see what became of it.
    """
    in_effect = Q(obligation__state=Obligation.State.ACTIVE)
    rows = visible_to(actor).filter(in_effect | Q(obligation__revoked_on__isnull=False))
    shown = with_standing(rows, today=today)
    return shown.select_related("obligation__plan", "agency", "inherited_from")


def spread(rows: QuerySet[Any]) -> tuple[list[tuple[int, str]], list[Period]]:
    """Among these rows, in one question: the agencies that have a duty, in dictionary order, and
    every month from the first to the last due day."""
    by_agency = rows.order_by().values_list("agency_id", "agency__name")
    found = list(by_agency.annotate(first=Min("due_on"), last=Max("due_on")))
    agencies = sorted(((pk, name) for pk, name, *_ in found), key=lambda pair: sort_key(pair[1]))
    days = [day for *_, first, last in found for day in (first, last) if day is not None]
    months = periods_between(PeriodKind.MONTH, min(days), max(days)) if days else []
    return agencies, list(months)


def periods_of(
    actor: Actor, obligation: Obligation, *, today: date
) -> tuple[list[PeriodOfDuty], dict[str, int]]:
    """The periods of a duty in their order, and how many of its rows are in each standing."""
    rows: QuerySet[Any] = listed(actor, today=today).filter(obligation=obligation)
    counts: dict[str, int] = {}
    periods: set[PeriodOfDuty] = set()
    for starts_on, key, label, code, count in (
        rows.order_by()
        .values_list("starts_on", "period_key", "period_label", "standing")
        .annotate(n=Count("pk"))
    ):
        periods.add((starts_on, key, label))
        counts[code] = counts.get(code, 0) + count
    return sorted(periods), counts


def in_periods(
    actor: Actor, obligation: Obligation, keys: list[str], today: date
) -> list[Occurrence]:
    """The rows of a duty in these periods, of all agencies that the actor sees."""
    rows = listed(actor, today=today).filter(obligation=obligation, period_key__in=keys)
    return list(rows.order_by("pk"))


def get_for(actor: Actor, pk: int, *, to: str = "view") -> Occurrence:
    """One duty in one period; `to` is view, submit or ask (own agency only), decide or
    rule (on its deadline)."""
    row = (
        visible_to(actor)
        .select_related(
            "obligation__plan__document",
            "obligation__plan__coordinator",
            "obligation__plan__confirmed_by",
            "obligation__added_by",
            "obligation__revoked_by",
            "agency",
            "submitted_by",
            "decided_by",
        )
        .filter(pk=pk)
        .first()
    )
    if row is None:
        raise NotFound(occurrence=pk)
    if not may(actor, row, to=to):
        raise NotAllowed(permission=_PERMISSION[to])
    return row


def may(actor: Actor, row: Occurrence, *, to: str) -> bool:
    """Whether the actor's post may do this with a row it sees; only its own agency sends."""
    barred = to in _OWN and row.agency_id != actor.agency_id
    return not barred and access.can(actor, _PERMISSION[to])


def standing_of(row: Occurrence, *, today: date) -> Standing:
    """The standing of one row; its obligation must be loaded."""
    return standing(facts_of(row), today=today)


def facts_of(row: Occurrence) -> Facts:
    """What the rule of standings must know of one row; its obligation must be loaded."""
    return Facts(
        row.state,
        row.due_on,
        row.obligation.binding,
        _day(row.submitted_at),
        _day(row.decided_at),
        row.begun_on,
        _day(row.excused_at),
        row.obligation.revoked_on,
    )


def open_of(actor: Actor, *, leaving_out: int) -> list[Occurrence]:
    """What the actor's agency may still send something for, but one; nearest due day first."""
    rows = Occurrence.objects.filter(
        agency_id=actor.agency_id,
        state__in=[Occurrence.State.OPEN, Occurrence.State.RETURNED],
        excused_at=None,
        obligation__state=Obligation.State.ACTIVE,
        obligation__plan__state__in=IN_FORCE,
    ).exclude(pk=leaving_out)
    return list(rows.select_related("obligation__plan").order_by("due_on", "pk")[:MOST_OPEN])


def siblings(row: Occurrence) -> tuple[Occurrence | None, Occurrence | None]:
    """The same duty of the same agency in the period before and in the one after."""
    rows = list(
        Occurrence.objects.filter(obligation_id=row.obligation_id, agency_id=row.agency_id)
        .order_by("starts_on", "due_on", "pk")
        .only("pk", "period_label")
    )
    at = next(index for index, one in enumerate(rows) if one.pk == row.pk)
    before = rows[at - 1] if at else None
    return before, rows[at + 1] if at + 1 < len(rows) else None


def _day(moment: object) -> date | None:
    return timezone.localdate(moment) if moment else None  # type: ignore[arg-type]
