"""The daily run of reminders (đợt nhắc việc), and the rules it follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from lantoa.channels.selectors import settings as wishes
from lantoa.common import access, audit
from lantoa.common.selectors.calendar import working_calendar
from lantoa.plans.errors import ReminderRuleTwice
from lantoa.plans.models import Plan, ReminderRule, ReminderRun
from lantoa.plans.selectors import reminding
from lantoa.plans.selectors.reminding import Reading
from lantoa.plans.services import digests

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.plans.rules.reminding import Rule


@dataclass(frozen=True, slots=True)
class Outcome:
    """`written` digests are new; `reading` tells who was left out and why."""

    written: int
    reading: Reading


def run(*, now: datetime) -> Outcome | None:
    """Write the digests of this hour, once; None outside the hours of sending or when done.

    The mark of the hour is written last: a run that died is done again, and what it had written
    already is not written twice.
    """
    local = timezone.localtime(now)
    if not wishes.sending_hours().is_open(local, working_calendar()):
        return None
    done = ReminderRun.objects.filter(on=local.date(), hour=local.hour)
    if done.exists():
        return None
    outcome = run_for_all(now=now, hour=local.hour)
    ReminderRun.objects.bulk_create(
        [ReminderRun(on=local.date(), hour=local.hour, digests=outcome.written)],
        ignore_conflicts=True,
    )
    return outcome


def run_for_all(*, now: datetime, hour: int | None = None) -> Outcome:
    """Write the digests of today that are not written yet; without an hour for everybody."""
    today = timezone.localdate(now)
    reading = reminding.of_day(today, hour=hour)
    written = digests.write(reading.drafts, digests.daily(now, today))
    return Outcome(written, reading)


@transaction.atomic
def set_rules(*, plan: Plan, rules: Sequence[Rule], by: Actor) -> None:
    """Replace the plan's rules; the audit row keeps what they were.

    A plan without any rule would fall back to the defaults, so all rules switched off is the way
    to silence.
    """
    access.require(by, "plans.review")
    keys = [(rule.days, rule.audience, rule.channel) for rule in rules]
    if len(set(keys)) < len(keys):
        raise ReminderRuleTwice()
    before = [_as_data(rule) for rule in reminding.rules_of(plan)]
    ReminderRule.objects.filter(plan=plan).delete()
    ReminderRule.objects.bulk_create(
        [
            ReminderRule(
                plan=plan,
                days=rule.days,
                every=rule.every,
                audience=rule.audience,
                channel=rule.channel,
                active=rule.active,
            )
            for rule in rules
        ]
    )
    data = {"before": before, "after": [_as_data(rule) for rule in rules]}
    audit.record("plans.reminder_rules_set", by=by, about=plan, data=data)


def _as_data(rule: Rule) -> dict[str, object]:
    return {
        "days": rule.days,
        "audience": rule.audience,
        "every": rule.every,
        "channel": rule.channel,
        "active": rule.active,
    }
