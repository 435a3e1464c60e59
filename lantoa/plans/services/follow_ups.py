"""Urging agencies that are late (đôn đốc): messages to their people, and the official letter."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from lantoa.channels.selectors import settings as wishes
from lantoa.common import access, audit
from lantoa.common.selectors.calendar import working_calendar
from lantoa.common.services import official_letter
from lantoa.common.services.letter_parts import (
    Grid,
    Group,
    Letterhead,
    OfficialLetter,
    Paragraph,
    Signature,
)
from lantoa.organisations.selectors import people
from lantoa.plans.errors import NobodyToUrge
from lantoa.plans.models import Digest, Plan
from lantoa.plans.rules import letter_words
from lantoa.plans.rules.digest_words import Duty
from lantoa.plans.rules.letter_words import About
from lantoa.plans.rules.titles import short
from lantoa.plans.selectors import follow_ups
from lantoa.plans.selectors.follow_ups import LateAgency
from lantoa.plans.selectors.reminding import Draft
from lantoa.plans.services import digests
from lantoa.plans.services.digests import Occasion

if TYPE_CHECKING:
    from lantoa.common.access import Actor

LONGEST = 160
"""Signs of a duty's text in the letter's table; the plan itself has the rest."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`written`: people told; `spared`: were urged often enough today; `silent`: agencies that
    have nobody to write to."""

    written: int
    spared: list[str]
    silent: list[str]


@transaction.atomic
def send(
    *,
    plan: Plan,
    agencies: Collection[int],
    mark: str,
    by: Actor,
    text: str = "",
    with_heads: bool = False,
    now: datetime | None = None,
) -> Outcome:
    """Tell the people of these agencies what is overdue; the same `mark` again sends nothing.

    Who was urged as often today as the policy allows is spared and named.
    """
    access.require(by, "plans.follow_up")
    now = now or timezone.now()
    today = timezone.localdate(now)
    found = follow_ups.late(plan, today=today, agencies=agencies, with_heads=with_heads)
    drafts, spared = _drafts(found, today)
    occasion = Occasion(Digest.Kind.FOLLOW_UP, today, now, mark, by=by.user, text=text[:1000])
    again = Digest.objects.filter(key__startswith=f"{Digest.Kind.FOLLOW_UP}:{mark}:").exists()
    written = 0 if again else digests.write(drafts, occasion)
    if not written and not again and not spared:
        raise NobodyToUrge()
    silent = [one.name for one in found if not one.contacts]
    data = {"agencies": [one.pk for one in found], "people": written, "heads": with_heads}
    if written:
        audit.record("plans.followed_up", by=by, about=plan, data=data)
    return Outcome(written, spared, silent)


def _drafts(found: Sequence[LateAgency], today: date) -> tuple[list[Draft], list[str]]:
    most, urged = wishes.policy().most_per_day, follow_ups.urged_today(today)
    drafts: dict[str, Draft] = {}
    spared: dict[str, str] = {}
    for agency in found:
        for contact in agency.contacts:
            if urged[contact.key] >= most:
                spared[contact.key] = contact.name
                continue
            draft = drafts.setdefault(contact.key, Draft(contact))
            draft.duties |= {duty.pk: duty for duty in agency.duties}
    return [drafts[key] for key in sorted(drafts)], list(spared.values())


def letter(*, plan: Plan, agencies: Collection[int], by: Actor, today: date) -> bytes:
    """The official follow-up letter as a Word draft: number and signature are the clerk's."""
    access.require(by, "plans.follow_up")
    found = follow_ups.late(plan, today=today, agencies=agencies)
    if not found:
        raise NobodyToUrge()
    return official_letter.write(_letter(plan, found, today))


def _letter(plan: Plan, found: Sequence[LateAgency], today: date) -> OfficialLetter:
    follower, authority = plan.coordinator, plan.authority
    about = About(
        title=plan.title,
        symbol=plan.symbol,
        issued_on=plan.issued_on,
        issuer=authority.name,
        follower=follower.name,
        year=plan.year,
    )
    count = sum(len(one.duties) for one in found)
    asked, end = letter_words.closing(about, today=today, calendar=working_calendar())
    own = follower.pk == authority.pk
    return OfficialLetter(
        head=Letterhead(
            issuer=follower.name,
            superior="" if own else authority.name,
            place=letter_words.place_name(follower.place or authority.place),
            day=today,
        ),
        summary=letter_words.summary(about),
        body=[
            Paragraph(letter_words.opening(about, duties=count, agencies=len(found), today=today)),
            _table(found, today),
            Paragraph(asked),
            Paragraph(end),
        ],
        signature=_signature(plan, today),
        addressees=letter_words.addressees([one.name for one in found]),
        recipients=("Như trên",) if own else ("Như trên", f"{authority.name} (để báo cáo)"),
    )


def _table(found: Sequence[LateAgency], today: date) -> Grid:
    rows: list[Sequence[str] | Group] = []
    for agency in found:
        rows.append(Group(f"{agency.name} ({len(agency.duties)} nhiệm vụ)"))
        rows += [_row(number, duty, today) for number, duty in enumerate(agency.duties, start=1)]
    header = ("TT", "Nhiệm vụ", "Kỳ", "Hạn", "Quá hạn (ngày)")
    return Grid(header, rows, (11, 78, 25, 24, 22), centred=frozenset({0, 2, 3, 4}))


def _row(number: int, duty: Duty, today: date) -> Sequence[str]:
    days = str((today - duty.due_on).days)
    return (str(number), short(duty.text, LONGEST), duty.period, f"{duty.due_on:%d/%m/%Y}", days)


def _signature(plan: Plan, today: date) -> Signature:
    authority, title = letter_words.signer(plan.coordinator.kind)
    holders = people.holders(plan.coordinator, today, role="head")
    name = holders[0].person.full_name if len(holders) == 1 else ""
    return Signature(title=title, name=name, authority=authority)
