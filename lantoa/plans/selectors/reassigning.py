"""What giving duties to another agency would mean for chosen rows (giao, đổi cơ quan)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from lantoa.common.rules.vietnamese import sort_key
from lantoa.organisations.selectors import agencies
from lantoa.plans.models import Assignment, BulkAction, Obligation, Occurrence, Plan
from lantoa.plans.rules.assigning import LEAD, Order, Standing, verdict
from lantoa.plans.rules.bulk import Details, Verdict, refused
from lantoa.plans.selectors.amendments import agency_choices

if TYPE_CHECKING:
    from collections.abc import Mapping

Parts = list[tuple[int, int, str]]
SAME = "Đã tính ở dòng khác của cùng nhiệm vụ."


def verdicts(rows: Sequence[Any], details: Details) -> dict[int, tuple[Verdict, Any]]:
    """For each row what would happen, and what else was looked at; a duty is changed once."""
    view = _View(rows, details)
    seen: set[Any] = set()
    found: dict[int, tuple[Verdict, Any]] = {}
    for row in rows:
        once = (row.obligation_id, row.agency_id if details.way == LEAD else 0)
        said = refused(SAME) if once in seen else view.verdict(row)
        seen.add(once)
        found[row.pk] = (said, view.looked_at(row))
    return found


def still_to_do(obligations: Iterable[int], since: date) -> QuerySet[Occurrence]:
    """The periods of these duties that are neither sent nor excused, due from that day on."""
    return Occurrence.objects.filter(
        Q(due_on__gte=since) | Q(due_on__isnull=True),
        obligation_id__in=list(obligations),
        state__in=(Occurrence.State.OPEN, Occurrence.State.RETURNED),
        excused_at=None,
    )


def choices(action: BulkAction) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Who may be given the chosen duties, and who coordinates them today."""
    duties = Obligation.objects.filter(occurrences__bulk_items__action=action)
    every: dict[int, str] = {}
    plans = Plan.objects.filter(obligations__in=duties).select_related("authority").distinct()
    for plan in plans:
        every |= dict(agency_choices(plan))
    helping = Assignment.objects.filter(obligation__in=duties, role="coordinating", until=None)
    names = agencies.named(helping.values_list("agency_id", flat=True).distinct())
    ordered = sorted(every.items(), key=lambda pair: sort_key(pair[1]))
    return ordered, [(one.pk, one.label) for one in names]


class _View:
    """Everything that the verdicts need, in four queries whatever the number of rows."""

    def __init__(self, rows: Sequence[Any], details: Details) -> None:
        duties = {row.obligation_id for row in rows}
        self.today = timezone.localdate()
        self.order = _order(details)
        self.parts: dict[int, Parts] = defaultdict(list)
        held = Assignment.objects.filter(obligation_id__in=duties, until=None).order_by("pk")
        for duty, pk, agency, role in held.values_list("obligation_id", "pk", "agency_id", "role"):
            self.parts[duty].append((pk, agency, role))
        self.open: dict[int, list[tuple[int, str, int]]] = defaultdict(list)
        columns = ("obligation_id", "agency_id", "period_key", "pk")
        for duty, *rest in (
            still_to_do(duties, self.order.since).order_by("pk").values_list(*columns)
        ):
            self.open[duty].append((rest[0], rest[1], rest[2]))
        theirs = Occurrence.objects.filter(obligation_id__in=duties, agency_id=self.order.to)
        self.taken: dict[int, set[str]] = defaultdict(set)
        for duty, key in theirs.values_list("obligation_id", "period_key"):
            self.taken[duty].add(key)

    def verdict(self, row: Any) -> Verdict:
        return verdict(self.order, self._standing(row), today=self.today)

    def looked_at(self, row: Any) -> Any:
        return self.parts[row.obligation_id], self.open[row.obligation_id]

    def _standing(self, row: Any) -> Standing:
        duty = row.obligation
        roles: dict[int, set[str]] = defaultdict(set)
        for _pk, agency, role in self.parts[duty.pk]:
            roles[agency].add(role)
        rows = self.open[duty.pk]
        return Standing(
            running=duty.state == Obligation.State.ACTIVE and duty.plan.state == Plan.State.ACTIVE,
            holder=row.agency_id,
            holder_name=row.agency.label,
            roles=_frozen(roles),
            passing=frozenset(key for agency, key, _pk in rows if agency == row.agency_id),
            open=frozenset(key for _agency, key, _pk in rows),
            taken=frozenset(self.taken[duty.pk]),
        )


def _frozen(roles: Mapping[int, set[str]]) -> dict[int, frozenset[str]]:
    return {agency: frozenset(held) for agency, held in roles.items()}


def _order(details: Details) -> Order:
    since = date.fromisoformat(details.since)
    names = {one.pk: one.label for one in agencies.named([details.agency, details.instead_of])}
    in_force = agencies.as_of(since) & agencies.as_of(timezone.localdate())
    return Order(
        way=details.way,
        to=details.agency,
        to_name=names.get(details.agency, ""),
        since=since,
        in_force=in_force.filter(pk=details.agency).exists(),
        instead_of=details.instead_of,
        instead_name=names.get(details.instead_of, ""),
    )
