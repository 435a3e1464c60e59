"""Files waiting to be read: kept first, one worker a file, settled once, never lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from lantoa.common import audit
from lantoa.common.errors import NotAllowed
from lantoa.common.files import sha256
from lantoa.documents.errors import NotPutAway, NotRefused
from lantoa.documents.factories import kept_files, make_document, make_intake
from lantoa.documents.models import Intake
from lantoa.documents.services import reading_queue as queue
from lantoa.organisations.factories import make_actor

pytestmark = pytest.mark.django_db
DATA = b"%PDF-1.7 a scan"


@pytest.fixture
def clerk():
    return make_actor(role="coordinator")


def keep(clerk, *, at_once=False, name="quet.pdf", data=DATA):
    return queue.keep(name=name, data=data, owner=clerk.agency, by=clerk, at_once=at_once)


def over():
    return timezone.now() + queue.lease_time() + timedelta(seconds=1)


def test_the_untouched_file_is_kept_before_anybody_reads_it(clerk):
    row, new = keep(clerk)
    with row.file.open("rb") as file:
        assert file.read() == DATA
    assert (new, row.state, row.sha256, row.size) == (True, "waiting", sha256(DATA), len(DATA))
    assert (row.loaded_by, row.post) == (clerk.user, clerk.post)
    assert audit.history(row).get().verb == "documents.received"


def test_the_same_bytes_wait_once_under_any_name(clerk):
    row, _ = keep(clerk)
    files = kept_files()
    assert keep(make_actor(role="coordinator"), name="ban-sao.pdf") == (row, False)
    assert kept_files() == files
    assert Intake.objects.get().name == "quet.pdf"


def test_a_file_known_as_a_document_is_not_stored_twice(clerk):
    document = make_document("KẾ HOẠCH")
    row, _ = keep(clerk, data="KẾ HOẠCH".encode())
    assert row.file.name == document.file.name


def test_only_who_may_load_hands_files_in():
    with pytest.raises(NotAllowed):
        keep(make_actor(role="inspector"))
    assert not Intake.objects.exists()


def test_the_file_that_waited_longest_is_given_to_one_worker(clerk):
    first, second = make_intake(clerk), make_intake(clerk)
    now = timezone.now()
    assert [queue.claim(now=now), queue.claim(now=now)] == [first, second]
    assert queue.claim(now=now) is None
    first.refresh_from_db()
    assert (first.state, first.attempts) == ("reading", 1)


def test_who_reads_at_once_holds_the_lease_from_the_start(clerk):
    row, _ = keep(clerk, at_once=True)
    assert (row.state, queue.claim(now=timezone.now())) == ("reading", None)
    assert queue.claim(now=over()) == row


def test_each_page_renews_the_lease_and_is_seen(clerk):
    make_intake(clerk)
    row = queue.claim(now=timezone.now() - queue.lease_time())
    queue.progress_of(row)(2, 5)
    assert queue.claim(now=timezone.now()) is None
    row.refresh_from_db()
    assert (row.pages_done, row.pages) == (2, 5)


def test_who_lost_the_lease_settles_nothing(clerk):
    make_intake(clerk)
    slow = queue.claim(now=timezone.now())
    held = queue.claim(now=over())
    assert not queue.settle(slow, make_document())
    queue.refuse(slow, "Không đọc được.")
    queue.put_off(slow)
    with pytest.raises(queue.LeaseLost):
        queue.progress_of(slow)(1, 1)
    held.refresh_from_db()
    assert (held.state, held.error, held.pages) == ("reading", "", 0)
    assert queue.settle(held, make_document())


def test_a_file_that_ended_three_workers_is_not_given_to_a_fourth(clerk):
    row = make_intake(clerk, state="reading", attempts=3, leased_until=timezone.now())
    assert queue.claim(now=over()) is None
    row.refresh_from_db()
    assert row.state == "failed" and "3 lần" in row.error


def test_a_worker_told_to_stop_gives_the_file_back_uncounted(clerk):
    make_intake(clerk)
    row = queue.claim(now=timezone.now())
    queue.withdraw_attempt(row)
    assert queue.claim(now=timezone.now()) == row
    row.refresh_from_db()
    assert row.attempts == 1


def test_what_failed_is_read_again_when_asked_or_sent_again(clerk):
    row = make_intake(clerk, data=DATA, state="failed", attempts=3)
    queue.read_again(intake=row, by=clerk)
    row.refresh_from_db()
    assert (row.state, row.attempts, row.error) == ("waiting", 0, "")
    with pytest.raises(NotRefused):
        queue.read_again(intake=row, by=clerk)
    Intake.objects.update(state="failed", error="Hỏng.")
    assert keep(clerk)[0].state == "waiting"


def test_a_failed_file_is_put_away_and_comes_back(clerk):
    row = make_intake(clerk, state="failed")
    queue.put_away(intake=row, by=clerk)
    with pytest.raises(NotPutAway):
        queue.put_away(intake=row, by=clerk)
    assert row.file.storage.exists(row.file.name)
    assert queue.read_again(intake=row, by=clerk).state == "waiting"


def test_others_neither_retry_nor_put_away(clerk):
    row, other = make_intake(clerk, state="failed"), make_actor(role="leader")
    for action in (queue.read_again, queue.put_away):
        with pytest.raises(NotAllowed):
            action(intake=row, by=other)
