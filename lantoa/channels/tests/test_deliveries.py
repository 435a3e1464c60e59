"""The queue: once per key, one worker per row, retries, doubt after a dead worker."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from lantoa.channels.adapters import protocol
from lantoa.channels.adapters.fake import FakeAdapter
from lantoa.channels.errors import DeliveryFailed, NotSettled
from lantoa.channels.factories import make_delivery, make_message
from lantoa.channels.models import Delivery, Notice
from lantoa.channels.services import deliveries
from lantoa.channels.services.deliveries import Outgoing
from lantoa.common.errors import NotAllowed
from lantoa.organisations.factories import make_actor, make_person

pytestmark = pytest.mark.django_db
NOW = datetime(2023, 3, 22, 3, tzinfo=UTC)  # ten o'clock in the office
LATER = NOW + timedelta(minutes=2)


@pytest.fixture(params=[True, False], ids=["repeatable", "not repeatable"])
def fake(request):
    adapter = FakeAdapter(repeatable=request.param)
    protocol.register(adapter)
    yield adapter
    protocol.unregister("fake")


def waiting(**values) -> Delivery:
    return make_delivery(channel="fake", next_try_at=NOW, **values)


def test_the_same_key_is_queued_once(fake):
    one = Outgoing("k:1", "k", "fake", make_message(), "Ông A", make_person().pk)
    deliveries.enqueue([one], now=NOW)
    deliveries.enqueue([one, one], now=NOW)
    assert Delivery.objects.count() == 1


def test_what_is_queued_at_night_goes_out_in_the_morning_but_notices_at_once(fake):
    night = datetime(2023, 3, 22, 15, tzinfo=UTC)
    person = make_person().pk
    for channel in ("fake", "workspace"):
        message = Outgoing(channel, "k", channel, make_message(), "Ông A", person)
        deliveries.enqueue([message], now=night)
    found = dict(Delivery.objects.values_list("channel", "next_try_at"))
    assert found["workspace"] == night
    assert timezone.localtime(found["fake"]).isoformat() == "2023-03-23T07:00:00+07:00"


def test_a_message_is_delivered_once_and_recorded(fake):
    row = waiting()
    assert deliveries.run(now=NOW).sent == 1
    assert deliveries.run(now=LATER).sent == 0
    row.refresh_from_db()
    assert (row.state, row.attempts, row.external_id) == ("sent", 1, "fake-1")
    assert [envelope.key for envelope in fake.taken] == [row.key]


def test_a_claimed_message_is_not_given_to_another_worker_before_its_lease_ends(fake):
    row = waiting()
    assert deliveries.claim(now=NOW) == [row]
    assert deliveries.claim(now=NOW) == []
    assert deliveries.claim(now=NOW + deliveries.lease_time() + timedelta(seconds=1)) == [row]


def test_a_worker_that_lost_its_lease_does_not_send(fake):
    waiting()
    (slow,) = deliveries.claim(now=NOW)
    over = NOW + deliveries.lease_time() + timedelta(seconds=1)
    deliveries.claim(now=over)
    deliveries._deliver(fake, [slow], deliveries.Tally(), over)
    assert fake.taken == []


def test_a_failure_is_tried_again_later_and_given_up_in_the_end(fake):
    row, moment = waiting(), NOW
    fake.failures = [DeliveryFailed("bận") for _ in range(20)]
    for _ in range(20):
        deliveries.run(now=moment)
        moment += timedelta(days=1)
    row.refresh_from_db()
    assert (row.state, row.error, row.attempts) == ("failed", "bận", 9)


def test_a_refusal_for_good_is_not_tried_again(fake):
    row = waiting()
    fake.failures = [DeliveryFailed("không có hộp thư này", retry=False)]
    deliveries.run(now=NOW)
    row.refresh_from_db()
    assert row.state == "failed"


def test_a_channel_out_of_reach_uses_up_no_attempt_and_is_asked_once(fake):
    rows = [waiting() for _ in range(3)]
    fake.failures = [DeliveryFailed("mất kết nối", down=True) for _ in range(3)]
    tally = deliveries.run(now=NOW)
    assert (tally.later, tally.stopped, len(fake.failures)) == (3, {"fake"}, 2)
    assert set(Delivery.objects.values_list("attempts", "state")) == {(0, "waiting")}
    fake.failures.clear()
    assert deliveries.run(now=NOW + timedelta(minutes=3)).sent == len(rows)


def test_a_lost_answer_is_repeated_only_where_the_reader_sees_it_once(fake):
    row = waiting()
    fake.failures = [DeliveryFailed("mất trả lời", unsure=True)]
    deliveries.run(now=NOW)
    row.refresh_from_db()
    assert row.state == ("waiting" if fake.repeatable else "uncertain")


def test_what_a_dead_worker_left_is_repeated_only_where_the_reader_sees_it_once(fake):
    row = waiting(state="sending", lease="x", leased_until=NOW, attempts=1)
    deliveries.run(now=LATER)
    row.refresh_from_db()
    assert row.state == ("sent" if fake.repeatable else "uncertain")
    assert len(fake.taken) == (1 if fake.repeatable else 0)


def test_a_notice_and_its_record_are_one_transaction():
    person = make_person()
    make_delivery(person, channel="workspace", key="n:1", next_try_at=NOW)
    deliveries.run(now=NOW)
    assert Notice.objects.get().key == "n:1"
    Delivery.objects.update(state="waiting")
    deliveries.run(now=LATER)
    assert Notice.objects.count() == 1


def test_mail_waits_while_no_server_is_named(settings):
    row = make_delivery(next_try_at=NOW)
    deliveries.run(now=NOW)
    row.refresh_from_db()
    assert row.state == "waiting"


def test_who_looks_after_sending_has_a_failed_message_sent_again(fake):
    row = waiting(state="failed", attempts=9)
    with pytest.raises(NotAllowed):
        deliveries.send_again(delivery=row, by=make_actor(role="officer"))
    deliveries.send_again(delivery=row, by=make_actor(role="coordinator"))
    assert deliveries.run().sent == 1
    with pytest.raises(NotSettled):
        deliveries.send_again(delivery=row, by=make_actor(role="coordinator"))


def test_a_doubt_is_settled_by_a_person(fake):
    row = waiting(state="uncertain")
    with pytest.raises(NotAllowed):
        deliveries.settle(delivery=row, by=make_actor(role="head"))
    assert deliveries.settle(delivery=row, by=make_actor(role="coordinator")).state == "sent"
