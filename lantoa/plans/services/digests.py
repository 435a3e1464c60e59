"""Writing a digest (bản nhắc việc): its row, its reminders and its deliveries, together or not."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.urls import reverse

from lantoa.channels.adapters import protocol
from lantoa.channels.rules.messages import Item, Message, Section
from lantoa.channels.selectors import settings as wishes
from lantoa.channels.services import deliveries
from lantoa.channels.services.deliveries import Outgoing
from lantoa.plans.models import Digest, Reminder
from lantoa.plans.rules import digest_words
from lantoa.plans.rules.digest_words import SHOWN, Duty
from lantoa.plans.rules.reminding import COORDINATOR
from lantoa.plans.selectors.reminding import Draft

if TYPE_CHECKING:
    from lantoa.accounts.models import User
    from lantoa.channels.models import Preference

CHUNK = 200
FOOTER = "Thư gửi tự động. Đổi giờ nhận hoặc tạm dừng ở mục Thông báo, Cách nhận tin."


@dataclass(frozen=True, slots=True)
class Occasion:
    """What brings digests about: the day's run, or one act of urging by somebody (`mark`)."""

    kind: str
    on: date
    now: datetime
    mark: str
    by: User | None = None
    text: str = ""

    def key(self, draft: Draft) -> str:
        """One per recipient and occasion."""
        return f"{self.kind}:{self.mark}:{draft.contact.key}"

    @property
    def follow_up(self) -> bool:
        return self.kind == Digest.Kind.FOLLOW_UP


def daily(now: datetime, on: date) -> Occasion:
    """The day's run: one digest for a recipient on a day."""
    return Occasion(Digest.Kind.DAILY, on, now, on.isoformat())


def write(drafts: Sequence[Draft], occasion: Occasion) -> int:
    """Write what is not written yet; returns how many digests are new.

    Each part is one transaction: a run that dies leaves whole digests, and the next run the rest.
    """
    chosen = wishes.preferences(d.contact.person_id for d in drafts if d.contact.person_id)
    written = 0
    for start in range(0, len(drafts), CHUNK):
        part = [(one, outgoing(one, occasion, chosen)) for one in drafts[start : start + CHUNK]]
        written += _write_part([(one, sent) for one, sent in part if sent], occasion)
    return written


@transaction.atomic
def _write_part(part: Sequence[tuple[Draft, list[Outgoing]]], occasion: Occasion) -> int:
    run = uuid.uuid4().hex
    rows = [_digest(draft, occasion, run) for draft, _sent in part]
    Digest.objects.bulk_create(rows, ignore_conflicts=True)
    # Another worker may be writing the same day: only rows that carry this run's mark are ours.
    found = Digest.objects.filter(run=run, key__in=[row.key for row in rows])
    mine = dict(found.values_list("key", "pk"))
    reminders: list[Reminder] = []
    sent: list[Outgoing] = []
    for draft, messages in part:
        pk = mine.get(occasion.key(draft))
        if pk is not None:
            reminders += [
                Reminder(digest_id=pk, occurrence_id=duty.pk, days=(occasion.on - duty.due_on).days)
                for duty in draft.duties.values()
            ]
            sent += messages
    Reminder.objects.bulk_create(reminders, batch_size=5_000)
    deliveries.enqueue(sent, now=occasion.now)
    return len(mine)


def _digest(draft: Draft, occasion: Occasion, run: str) -> Digest:
    contact = draft.contact
    return Digest(
        key=occasion.key(draft),
        kind=occasion.kind,
        on=occasion.on,
        person_id=contact.person_id,
        agency_id=contact.agency_id,
        recipient=contact.name[:300],
        run=run,
        by=occasion.by,
    )


def outgoing(draft: Draft, occasion: Occasion, chosen: dict[int, Preference]) -> list[Outgoing]:
    """The messages of a digest, one per channel that reaches the recipient; none: unreachable."""
    message = message_of(draft, occasion)
    contact, key = draft.contact, occasion.key(draft)
    return [
        Outgoing(
            key=f"{key}:{channel}",
            source=key,
            channel=channel,
            message=message,
            recipient=contact.name,
            person_id=contact.person_id,
            address=contact.email,
        )
        for channel in channels_for(draft, chosen.get(contact.person_id or 0))
    ]


def channels_for(draft: Draft, wish: Preference | None) -> list[str]:
    """A notice for who has an account; e-mail for who has an address and has not declined it.

    A rule that names another channel has its message go there as well.
    """
    contact = draft.contact
    asked = draft.channels - {""}
    as_each_wishes = not asked or "" in draft.channels
    found = []
    if contact.has_account and (as_each_wishes or "workspace" in asked):
        found.append("workspace")
    declined = wish is not None and not wish.by_email
    if contact.email and not declined and (as_each_wishes or "email" in asked):
        found.append("email")
    found += sorted(asked - {"workspace", "email"})
    return [channel for channel in found if protocol.is_on(channel)]


def message_of(draft: Draft, occasion: Occasion) -> Message:
    """The neutral message: what is late, what comes, each with its address."""
    duties = list(draft.duties.values())
    several = len({duty.agency_id for duty in duties}) > 1
    sections = (
        _by_agency(duties)
        if several and len(duties) > SHOWN
        else tuple(_sections(duties, occasion.on, with_agency=several))
    )
    overseeing = COORDINATOR in draft.audiences or several
    url = f"{reverse('duties:duty-list')}?trang-thai=overdue" if overseeing else _mine()
    text = digest_words.headline(duties, today=occasion.on)
    return Message(
        subject=digest_words.subject(duties, follow_up=occasion.follow_up),
        text=f"{occasion.text.strip()}\n\n{text}".strip(),
        url=url,
        sections=sections,
        footer=FOOTER if draft.contact.person_id else "Thư gửi tự động.",
    )


def _sections(duties: Iterable[Duty], today: date, *, with_agency: bool) -> Iterable[Section]:
    for _code, title, rows in digest_words.grouped(duties):
        items = []
        for duty in rows[:SHOWN]:
            text, note = digest_words.line(duty, today=today, with_agency=with_agency)
            items.append(Item(text, note, reverse("duties:duty", args=[duty.pk])))
        rest = len(rows) - len(items)
        more = f"và {rest} việc khác" if rest else ""
        yield Section(f"{title} ({len(rows)})", tuple(items), more, _mine() if rest else "")


def _by_agency(duties: Sequence[Duty]) -> tuple[Section, ...]:
    rows = digest_words.by_agency(duties)
    every = reverse("duties:duty-list")
    items = tuple(
        Item(name, f"{count} việc", f"{every}?trang-thai=overdue&co-quan={pk}")
        for pk, name, count in rows[:SHOWN]
    )
    rest = len(rows) - len(items)
    more = f"và {rest} cơ quan khác" if rest else ""
    url = f"{every}?trang-thai=overdue" if rest else ""
    return (Section(f"Theo cơ quan ({len(rows)})", items, more, url),)


def _mine() -> str:
    return reverse("duties:my-agency")
