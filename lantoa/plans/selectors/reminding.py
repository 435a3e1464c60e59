"""Who would be reminded of what (nhắc việc) on a day: for the run and for its preview."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Max, QuerySet

from lantoa.channels.selectors import settings as wishes
from lantoa.common.selectors.calendar import working_calendar
from lantoa.organisations.selectors import contacts
from lantoa.organisations.selectors.contacts import Contact
from lantoa.plans.models import Digest, Obligation, Occurrence, Plan, ReminderRule
from lantoa.plans.rules.digest_words import Duty
from lantoa.plans.rules.reminding import (
    COORDINATOR,
    DEFAULTS,
    HEAD,
    OFFICER,
    OPEN,
    Call,
    Line,
    Rule,
    calls,
    due_days,
    window,
)
from lantoa.plans.selectors.standings import with_standing

if TYPE_CHECKING:
    from lantoa.channels.models import Preference

ROLES = {
    OFFICER: ("officer", "coordinator", "head"),
    HEAD: ("head",),
    COORDINATOR: ("coordinator",),
}
"""Whose holders stand for an audience; of the first role that is held only."""


@dataclass(slots=True)
class Draft:
    """One digest to be written: whom for, by which channels (empty: as they wish), about what."""

    contact: Contact
    audiences: set[str] = field(default_factory=set)
    channels: set[str] = field(default_factory=set)
    duties: dict[int, Duty] = field(default_factory=dict)


@dataclass(slots=True)
class Reading:
    """`later`: their hour has not come; `paused`: they asked for quiet; `nobody`: agencies
    without anybody to write to."""

    drafts: list[Draft] = field(default_factory=list)
    later: int = 0
    paused: int = 0
    nobody: set[int] = field(default_factory=set)


def rules_of(plan: Plan) -> list[Rule]:
    """The plan's own rules, or the defaults where nobody has set any."""
    own = [
        Rule(row.days, row.audience, row.every, row.channel, row.active)
        for row in ReminderRule.objects.filter(plan=plan)
    ]
    return own or list(DEFAULTS)


def of_day(today: date, *, hour: int | None = None) -> Reading:
    """The digests of a day that are still to be written for those whose hour has come.

    Without an hour everybody's has. Who already has the day's digest is left out, and so is what
    was in the window of an earlier one.
    """
    reading, gathered = Reading(), _Gathering(today)
    for plan in Plan.objects.filter(state=Plan.State.ACTIVE).select_related("coordinator"):
        gathered.add(plan)
    drafts = gathered.drafts
    reading.nobody = gathered.nobody
    since = _last_digests(drafts, today)
    chosen = wishes.preferences(d.contact.person_id for d in drafts.values() if d.contact.person_id)
    opens = wishes.sending_hours().opens
    for key in sorted(drafts):
        draft = gathered.after(key, since.get(key))
        wish = chosen.get(draft.contact.person_id or 0)
        if not draft.duties:
            continue
        if wish and wish.paused_until and wish.paused_until >= today:
            reading.paused += 1
        elif hour is not None and _hour_of(wish, opens) > hour:
            reading.later += 1
        else:
            reading.drafts.append(draft)
    return reading


class _Gathering:
    """Calls of all plans, by recipient."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.calendar = working_calendar()
        self.working_days = wishes.policy().working_days_only
        self.drafts: dict[str, Draft] = {}
        self.nobody: set[int] = set()
        self._spoken: dict[str, dict[int, date]] = defaultdict(dict)
        self._channels: dict[str, dict[int, str]] = defaultdict(dict)

    def add(self, plan: Plan) -> None:
        rules = [rule for rule in rules_of(plan) if rule.active]
        since, upto = window(self.today)
        spoken = {
            rule: due_days(
                rule, since=since, upto=upto, calendar=self.calendar,
                working_days=self.working_days,
            )
            for rule in rules
        }  # fmt: skip
        days = {day for found in spoken.values() for day in found}
        duties = {duty.pk: duty for duty in open_duties(plan, days, today=self.today)}
        lines = [Line(d.pk, d.agency_id, d.due_on) for d in duties.values()]
        found = calls(rules, lines, spoken)
        people = self._people(plan, found)
        for call in found:
            agency = plan.coordinator_id if call.audience == COORDINATOR else call.line.agency_id
            reached = people[call.audience].get(agency, [])
            if not reached:
                self.nobody.add(agency)
            for contact in reached:
                self._note(contact, call, duties[call.line.occurrence_id])

    def after(self, key: str, last: date | None) -> Draft:
        """The recipient's draft without what an earlier digest has already spoken of."""
        draft, spoken = self.drafts[key], self._spoken[key]
        if last is not None:
            draft.duties = {pk: d for pk, d in draft.duties.items() if spoken[pk] > last}
        draft.channels = {self._channels[key][pk] for pk in draft.duties}
        return draft

    def _people(self, plan: Plan, found: Iterable[Call]) -> dict[str, dict[int, list[Contact]]]:
        wanted: dict[str, set[int]] = defaultdict(set)
        for call in found:
            agency = plan.coordinator_id if call.audience == COORDINATOR else call.line.agency_id
            wanted[call.audience].add(agency)
        return {who: reach(agencies, who, self.today) for who, agencies in wanted.items()}

    def _note(self, contact: Contact, call: Call, duty: Duty) -> None:
        draft = self.drafts.setdefault(contact.key, Draft(contact))
        draft.audiences.add(call.audience)
        draft.duties[duty.pk] = duty
        spoken = self._spoken[contact.key]
        spoken[duty.pk] = max(call.speaks_on, spoken.get(duty.pk, call.speaks_on))
        self._channels[contact.key][duty.pk] = call.channel


def reach(agency_ids: Collection[int], audience: str, on: date) -> dict[int, list[Contact]]:
    """Who stands for the audience in each agency: holders of a post, else the agency's mailbox."""
    found: dict[int, list[Contact]] = {}
    left = set(agency_ids)
    for role in ROLES[audience]:
        if left:
            found.update(contacts.holding(left, (role,), on))
            left -= set(found)
    if left:
        found.update({pk: [one] for pk, one in contacts.mailboxes(left).items()})
    return found


def open_duties(plan: Plan, due_on: Collection[date], *, today: date) -> list[Duty]:
    """What is not done among the duties due on these days, in the words a digest needs."""
    rows: QuerySet[Any] = Occurrence.objects.filter(
        obligation__plan=plan, obligation__state=Obligation.State.ACTIVE, due_on__in=list(due_on)
    )
    return duties_of(rows, today=today)


def duties_of(rows: QuerySet[Any], *, today: date) -> list[Duty]:
    """These rows as a digest needs them; what is sent, done or expected of nobody is left out."""
    waiting = rows.filter(state__in=(Occurrence.State.OPEN, Occurrence.State.RETURNED))
    judged: QuerySet[Any] = with_standing(waiting, today=today)
    standing = judged.filter(standing__in=OPEN)
    columns = ("pk", "obligation_id", "period_label", "due_on", "standing", "agency_id")
    values = list(standing.order_by().values_list(*columns))
    texts = dict(
        Obligation.objects.filter(pk__in={row[1] for row in values}).values_list("pk", "text")
    )
    names = contacts.labels({row[5] for row in values})
    return [
        Duty(pk, texts[duty], period, due, code, agency, names[agency])
        for pk, duty, period, due, code, agency in values
    ]


def _last_digests(drafts: Collection[str], today: date) -> dict[str, date]:
    """The day of each recipient's last daily digest within the window."""
    rows: QuerySet[Any] = Digest.objects.filter(
        kind=Digest.Kind.DAILY, on__gt=window(today)[0], on__lte=today
    )
    found: dict[str, date] = {}
    grouped = rows.order_by().values_list("person_id", "agency_id").annotate(last=Max("on"))
    for person, agency, last in grouped:
        found[f"p{person}" if person else f"a{agency}"] = last
    return {key: found[key] for key in drafts if key in found}


def _hour_of(wish: Preference | None, opens: int) -> int:
    return max(wish.digest_hour if wish else wishes.DEFAULT_HOUR, opens)
