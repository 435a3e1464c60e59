"""Who is late and whom urging would reach (đôn đốc); what a duty's page shows of reminding."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Max, QuerySet

from lantoa.channels.selectors import deliveries
from lantoa.common.rules.vietnamese import sort_key
from lantoa.organisations.selectors.contacts import Contact
from lantoa.plans.models import Digest, Obligation, Occurrence, Plan, Reminder
from lantoa.plans.rules.digest_words import Duty
from lantoa.plans.rules.reminding import HEAD, OFFICER, stage_label
from lantoa.plans.selectors.reminding import duties_of, reach

if TYPE_CHECKING:
    from lantoa.channels.models import Delivery


@dataclass(slots=True)
class LateAgency:
    """An agency with what is overdue, whom a message would reach, and when it was last urged."""

    pk: int
    name: str
    duties: list[Duty]
    contacts: list[Contact] = field(default_factory=list)
    last: datetime | None = None

    @property
    def oldest(self) -> date:
        return min(duty.due_on for duty in self.duties)


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the log: when, at which stage, who, and what became of each message."""

    digest: Digest
    days: int
    deliveries: list[Delivery]

    @property
    def stage(self) -> str:
        return stage_label(self.days)


def late(
    plan: Plan, *, today: date, agencies: Collection[int] = (), with_heads: bool = True
) -> list[LateAgency]:
    """The agencies with overdue work, the most first; only some of them if named."""
    rows: QuerySet[Any] = Occurrence.objects.filter(
        obligation__plan=plan, obligation__state=Obligation.State.ACTIVE, due_on__lt=today
    )
    if agencies:
        rows = rows.filter(agency_id__in=list(agencies))
    by_agency: dict[int, list[Duty]] = defaultdict(list)
    for duty in duties_of(rows, today=today):
        if duty.standing == "overdue":
            by_agency[duty.agency_id].append(duty)
    found = {
        pk: LateAgency(pk, duties[0].agency, sorted(duties, key=lambda d: (d.due_on, d.pk)))
        for pk, duties in by_agency.items()
    }
    _add_contacts(found, today, with_heads=with_heads)
    _add_last(found)
    return sorted(found.values(), key=lambda one: (-len(one.duties), sort_key(one.name)))


def urged_today(today: date) -> Counter[str]:
    """How often each recipient was urged today, by the key of `Contact`."""
    rows: QuerySet[Any] = Digest.objects.filter(kind=Digest.Kind.FOLLOW_UP, on=today)
    grouped = rows.order_by().values_list("person_id", "agency_id").annotate(n=Count("pk"))
    counts: Counter[str] = Counter()
    for person, agency, n in grouped:
        counts[f"p{person}" if person else f"a{agency}"] += n
    return counts


def of_duty(row: Occurrence, *, most: int = 20) -> list[Told]:
    """Every reminder of a duty, newest first, with what became of its messages."""
    reminders = (
        Reminder.objects.filter(occurrence=row)
        .select_related("digest", "digest__by")
        .order_by("-pk")[:most]
    )
    found = list(reminders)
    sent = deliveries.of_sources(reminder.digest.key for reminder in found)
    return [Told(one.digest, one.days, sent.get(one.digest.key, [])) for one in found]


def _add_contacts(found: dict[int, LateAgency], today: date, *, with_heads: bool) -> None:
    for audience in (OFFICER, HEAD) if with_heads else (OFFICER,):
        for pk, people in reach(set(found), audience, today).items():
            known = {contact.key for contact in found[pk].contacts}
            found[pk].contacts += [one for one in people if one.key not in known]


def _add_last(found: dict[int, LateAgency]) -> None:
    rows: QuerySet[Any] = Digest.objects.filter(
        kind=Digest.Kind.FOLLOW_UP, agency_id__in=list(found)
    )
    for pk, last in rows.order_by().values_list("agency_id").annotate(last=Max("created_at")):
        found[pk].last = last
