"""When to send and how a person wants it (quy định gửi, tùy chọn): rows, or the defaults."""

from __future__ import annotations

from collections.abc import Iterable

from lantoa.channels.models import Preference, SendingPolicy
from lantoa.channels.rules.quiet import SendingHours

DEFAULT_HOUR = 8


def policy() -> SendingPolicy:
    """The instance's policy; an unsaved row of defaults when nobody has set one."""
    return SendingPolicy.objects.first() or SendingPolicy(pk=1)


def sending_hours(found: SendingPolicy | None = None) -> SendingHours:
    """When messages may go out."""
    found = found or policy()
    return SendingHours(found.opens, found.closes, found.working_days_only)


def preference_of(person_id: int) -> Preference:
    """The person's preference, or an unsaved one with the defaults."""
    found = Preference.objects.filter(person_id=person_id).first()
    return found or Preference(person_id=person_id)


def preferences(person_ids: Iterable[int]) -> dict[int, Preference]:
    """The preferences that people have set; who has none keeps the defaults."""
    wanted = set(person_ids)
    rows = Preference.objects.all() if len(wanted) > 500 else _some(wanted)
    return {row.person_id: row for row in rows if row.person_id in wanted}


def _some(wanted: set[int]) -> Iterable[Preference]:
    return Preference.objects.filter(person_id__in=wanted)
