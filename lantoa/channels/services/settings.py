"""Writing preferences and the sending policy (tùy chọn nhận tin, quy định gửi)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from lantoa.channels.errors import QuietHoursEmpty
from lantoa.channels.models import Preference, SendingPolicy
from lantoa.common import access, audit
from lantoa.common.errors import NotAllowed
from lantoa.organisations.selectors import people

if TYPE_CHECKING:
    from lantoa.common.access import Actor


@dataclass(frozen=True, slots=True)
class PolicyValues:
    opens: int
    closes: int
    working_days_only: bool
    most_per_day: int


@transaction.atomic
def set_preference(
    *, by: Actor, by_email: bool, digest_hour: int, paused_until: date | None
) -> Preference:
    """One's own preference; nobody sets another's."""
    access.require(by, "channels.read")
    person = people.person_of(by.user)
    if person is None:
        raise NotAllowed()
    values = {"by_email": by_email, "digest_hour": digest_hour, "paused_until": paused_until}
    row, _made = Preference.objects.update_or_create(person=person, defaults=values)
    audit.record("channels.preference_set", by=by, about=row, data=values)
    return row


@transaction.atomic
def set_policy(*, by: Actor, values: PolicyValues) -> SendingPolicy:
    """When and how often this instance sends; what waits already keeps its moment."""
    access.require(by, "channels.manage")
    if values.opens >= values.closes:
        raise QuietHoursEmpty()
    written = {
        "opens": values.opens,
        "closes": values.closes,
        "working_days_only": values.working_days_only,
        "most_per_day": values.most_per_day,
    }
    row, _made = SendingPolicy.objects.update_or_create(pk=1, defaults=written)
    audit.record("channels.policy_set", by=by, about=row, data=written)
    return row
