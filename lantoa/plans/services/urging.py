"""Urging about chosen duties (đôn đốc các việc đã chọn): one message for each recipient."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from lantoa.channels.selectors import settings as wishes
from lantoa.common import access, audit
from lantoa.plans.models import Digest
from lantoa.plans.selectors import urging
from lantoa.plans.selectors.follow_ups import urged_today
from lantoa.plans.selectors.reminding import Draft
from lantoa.plans.services import digests
from lantoa.plans.services.digests import Occasion

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.plans.models import Occurrence


@transaction.atomic
def urge(
    *, rows: Sequence[Occurrence], mark: str, by: Actor, text: str = "", with_heads: bool = False
) -> set[int]:
    """Tell the people of these rows' agencies; returns the rows that somebody was told of.

    The same `mark` again writes nothing. Who was urged as often today as allowed is spared.
    """
    access.require(by, "plans.follow_up")
    now = timezone.now()
    today = timezone.localdate(now)
    found = urging.pressing([row.pk for row in rows], today)
    people = urging.contacts_of(set(found), with_heads, today)
    most, urged = wishes.policy().most_per_day, urged_today(today)
    drafts: dict[str, Draft] = {}
    told: set[int] = set()
    for agency, duties in found.items():
        for contact in people[agency]:
            if urged[contact.key] < most:
                draft = drafts.setdefault(contact.key, Draft(contact))
                draft.duties |= {duty.pk: duty for duty in duties}
                told |= {duty.pk for duty in duties}
    occasion = Occasion(Digest.Kind.FOLLOW_UP, today, now, mark, by=by.user, text=text[:1000])
    digests.write([drafts[key] for key in sorted(drafts)], occasion)
    said = {"caption": text[:1000]}
    audit.record_many(
        "deadlines.urged", by=by, about=[(row, said) for row in rows if row.pk in told]
    )
    return told
