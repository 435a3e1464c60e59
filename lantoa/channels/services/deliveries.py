"""The queue of messages (hàng đợi gửi tin): enqueue once, claim with a lease, record the outcome.

No transaction is open while the outside world is called. See docs/decisions on what happens to a
message whose worker dies between "handed over" and "recorded".
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from lantoa.channels.adapters import protocol
from lantoa.channels.adapters.protocol import Adapter, Envelope, Send
from lantoa.channels.errors import DeliveryFailed, NotSettled
from lantoa.channels.models import Delivery
from lantoa.channels.rules.messages import Message
from lantoa.channels.rules.retrying import wait_after
from lantoa.channels.selectors.settings import sending_hours
from lantoa.common import access, audit
from lantoa.common.selectors.calendar import working_calendar

if TYPE_CHECKING:
    from lantoa.common.access import Actor

logger = logging.getLogger("lantoa.channels")

BATCH = 50
PAUSE_WHEN_DOWN = timedelta(minutes=2)
_State = Delivery.State
_UNSURE = "Bộ gửi dừng đột ngột khi đang gửi; chưa rõ tin đã tới hay chưa."


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What a caller asks to have delivered; the same `key` again is the same delivery."""

    key: str
    source: str
    channel: str
    message: Message
    recipient: str
    person_id: int | None = None
    address: str = ""


@dataclass(slots=True)
class Tally:
    """What a run did, by outcome."""

    sent: int = 0
    later: int = 0
    failed: int = 0
    uncertain: int = 0
    stopped: set[str] = field(default_factory=set)


def lease_time() -> timedelta:
    """How long a claimed message is left to its worker before another may take it."""
    return timedelta(seconds=settings.LANTOA_LEASE_SECONDS)


def enqueue(messages: Iterable[Outgoing], *, now: datetime) -> int:
    """Queue messages whose key is new, for the first moment at which their channel may send.

    Call inside the transaction of what gives rise to them. Returns how many were handed in.
    """
    hours = sending_hours()
    opens = hours.earliest(timezone.localtime(now), working_calendar())
    local = {name for name, adapter in protocol.known().items() if adapter.local}
    rows = [
        Delivery(
            key=one.key,
            source=one.source,
            channel=one.channel,
            person_id=one.person_id,
            recipient=one.recipient[:300],
            address=one.address,
            message=one.message.as_data(),
            next_try_at=now if one.channel in local else opens,
        )
        for one in messages
    ]
    Delivery.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
    return len(rows)


def recover(now: datetime) -> int:
    """Settle what a dead worker left "sending": tried again where that is harmless, else uncertain.

    Harmless: the channel shows a repetition with the same key once.
    """
    lost = Delivery.objects.filter(state=_State.SENDING, leased_until__lt=now)
    repeatable = [name for name, adapter in protocol.known().items() if adapter.repeatable]
    freed = {"lease": "", "leased_until": None, "error": _UNSURE}
    again = lost.filter(channel__in=repeatable).update(state=_State.WAITING, **freed)
    return again + lost.update(state=_State.UNCERTAIN, **freed)


def claim(*, now: datetime, limit: int = BATCH, but: Iterable[str] = ()) -> list[Delivery]:
    """Take the next waiting messages for this worker alone; another worker gets others.

    PostgreSQL skips rows that somebody is claiming; SQLite lets one writer in at a time.
    """
    lease = uuid.uuid4().hex
    channels = [name for name in protocol.known() if protocol.is_on(name) and name not in but]
    free = Q(leased_until=None) | Q(leased_until__lt=now)
    skip = connection.features.has_select_for_update_skip_locked
    with transaction.atomic():
        rows = list(
            Delivery.objects.select_for_update(skip_locked=skip)
            .filter(free, state=_State.WAITING, next_try_at__lte=now, channel__in=channels)
            .order_by("next_try_at", "pk")[:limit]
        )
        for row in rows:
            row.lease, row.leased_until = lease, now + lease_time()
        Delivery.objects.filter(pk__in=[row.pk for row in rows]).update(
            lease=lease, leased_until=now + lease_time()
        )
    return rows


def waiting() -> int:
    """How many messages are still to be sent, now or later."""
    return Delivery.objects.filter(state__in=(_State.WAITING, _State.SENDING)).count()


def run(*, budget: timedelta = timedelta(seconds=45), now: datetime | None = None) -> Tally:
    """Deliver what is due until nothing is left or the time is used up."""
    tally, fixed = Tally(), now
    end = timezone.now() + budget
    recover(fixed or timezone.now())
    while timezone.now() < end:
        rows = claim(now=fixed or timezone.now(), but=tally.stopped)
        if not rows:
            break
        by_channel: dict[str, list[Delivery]] = {}
        for row in rows:
            by_channel.setdefault(row.channel, []).append(row)
        for channel, mine in by_channel.items():
            _deliver(protocol.known()[channel], mine, tally, fixed)
    return tally


def _deliver(adapter: Adapter, rows: list[Delivery], tally: Tally, now: datetime | None) -> None:
    if adapter.local:
        _deliver_here(adapter, rows, tally, now or timezone.now())
        return
    left = list(rows)
    try:
        with adapter.session() as send:
            while left:
                _hand_over(adapter, send, left[0], tally, now or timezone.now())
                left.pop(0)
    except DeliveryFailed as failure:
        tally.stopped.add(adapter.channel)
        tally.later += len(left)
        _give_back(left, failure, now or timezone.now())
        logger.warning("channel %s: %s", adapter.channel, failure)


@transaction.atomic
def _deliver_here(adapter: Adapter, rows: list[Delivery], tally: Tally, now: datetime) -> None:
    """Messages into this database and their record are one transaction: there is no doubt."""
    held = Delivery.objects.select_for_update().filter(
        pk__in=[row.pk for row in rows], lease=rows[0].lease, state=_State.WAITING
    )
    done: list[int] = []
    with adapter.session() as send:
        for row in held:
            try:
                send(_envelope(row))
            except DeliveryFailed as failure:
                _mark_sending(row, now)
                _record_failure(adapter, row, failure, tally, now)
            else:
                done.append(row.pk)
    Delivery.objects.filter(pk__in=done).update(
        state=_State.SENT, sent_at=now, attempts=F("attempts") + 1, error="",
        lease="", leased_until=None,
    )  # fmt: skip
    tally.sent += len(done)


def _hand_over(adapter: Adapter, send: Send, row: Delivery, tally: Tally, now: datetime) -> None:
    if not _mark_sending(row, now):
        return  # the lease ran out and another worker has it
    try:
        external_id = send(_envelope(row))
    except DeliveryFailed as failure:
        if failure.down and not failure.unsure:
            raise
        _record_failure(adapter, row, failure, tally, now)
    else:
        # Whoever holds the row now: it is known to have been taken.
        Delivery.objects.filter(pk=row.pk).update(
            state=_State.SENT, sent_at=now, external_id=external_id[:200], error="",
            lease="", leased_until=None,
        )  # fmt: skip
        tally.sent += 1


def _mark_sending(row: Delivery, now: datetime) -> bool:
    return bool(
        _held(row).update(
            state=_State.SENDING, attempts=F("attempts") + 1, leased_until=now + lease_time()
        )
    )


def _held(row: Delivery) -> QuerySet[Delivery]:
    return Delivery.objects.filter(pk=row.pk, lease=row.lease, state=_State.WAITING)


def _record_failure(
    adapter: Adapter, row: Delivery, failure: DeliveryFailed, tally: Tally, now: datetime
) -> None:
    wait = wait_after(row.attempts + 1)
    values: dict[str, object] = {"error": str(failure), "lease": "", "leased_until": None}
    if failure.unsure and not adapter.repeatable:
        values["state"] = _State.UNCERTAIN
        tally.uncertain += 1
    elif not failure.retry or wait is None:
        values["state"] = _State.FAILED
        tally.failed += 1
    else:
        moment = timezone.localtime(now + wait)
        values["state"] = _State.WAITING
        values["next_try_at"] = sending_hours().earliest(moment, working_calendar())
        tally.later += 1
    Delivery.objects.filter(pk=row.pk, state=_State.SENDING).update(**values)


def _give_back(rows: list[Delivery], failure: DeliveryFailed, now: datetime) -> None:
    """The channel is out of reach: nothing was handed over, and no attempt is used up."""
    leases = {row.lease for row in rows}
    mine = Delivery.objects.filter(pk__in=[row.pk for row in rows], lease__in=leases)
    freed = {
        "state": _State.WAITING,
        "error": str(failure),
        "lease": "",
        "leased_until": None,
        "next_try_at": now + PAUSE_WHEN_DOWN,
    }
    mine.filter(state=_State.SENDING).update(attempts=F("attempts") - 1, **freed)
    mine.filter(state=_State.WAITING).update(**freed)


def _envelope(row: Delivery) -> Envelope:
    return Envelope(
        key=row.key,
        message=Message.from_data(row.message),
        recipient=row.recipient,
        address=row.address,
        person_id=row.person_id,
        written_at=timezone.localtime(row.created_at),
    )


@transaction.atomic
def send_again(*, delivery: Delivery, by: Actor) -> Delivery:
    """Queue a message anew that failed, or of which a person found out that it did not arrive."""
    access.require(by, "channels.manage")
    row = Delivery.objects.select_for_update().get(pk=delivery.pk)
    if row.state not in {_State.FAILED, _State.UNCERTAIN}:
        raise NotSettled()
    row.state, row.attempts, row.next_try_at = _State.WAITING, 0, timezone.now()
    row.save(update_fields=["state", "attempts", "next_try_at"])
    audit.record("deliveries.sent_again", by=by, about=row)
    return row


@transaction.atomic
def settle(*, delivery: Delivery, by: Actor) -> Delivery:
    """Note that a message of which it was not clear did arrive."""
    access.require(by, "channels.manage")
    row = Delivery.objects.select_for_update().get(pk=delivery.pk)
    if row.state != _State.UNCERTAIN:
        raise NotSettled()
    row.state, row.sent_at = _State.SENT, timezone.now()
    row.save(update_fields=["state", "sent_at"])
    audit.record("deliveries.settled", by=by, about=row)
    return row
