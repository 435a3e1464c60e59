"""No reminder is lost or seen twice when the worker is killed, again and again, or has company.

Processes of their own against this test's database, and real SMTP on the loopback.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from lantoa.accounts.models import User
from lantoa.channels.models import Delivery, Notice, SendingPolicy
from lantoa.organisations.factories import LONG_AGO
from lantoa.organisations.models import Agency, Person, Post, Tenure
from lantoa.plans.factories import make_obligation, make_plan
from lantoa.plans.models import Digest, Occurrence, Reminder
from tests.journeys.processes import database_address
from tests.mail_server import MailServer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
AGENCIES = 210  # more than one part of the run
LEASE = 1


@pytest.fixture
def mail():
    with MailServer() as server:
        yield server


@pytest.fixture
def agencies():
    """As many agencies, each with a person who has an account, an address and a duty."""
    SendingPolicy.objects.create(pk=1, opens=0, closes=24, working_days_only=False)
    duty = make_obligation(make_plan(state="active"))
    made = Agency.objects.bulk_create(
        Agency(name=f"Xã {n}", code=f"xa-{n}", kind="commune", level="commune", valid_from=LONG_AGO)
        for n in range(AGENCIES)
    )
    users = User.objects.bulk_create(User(username=f"can-bo-{n}") for n in range(AGENCIES))
    people = Person.objects.bulk_create(
        Person(full_name=f"Cán bộ {n}", email=f"can-bo-{n}@xa.example.vn", user=user)
        for n, user in enumerate(users)
    )
    posts = Post.objects.bulk_create(Post(agency=one, title="C", role="officer") for one in made)
    Tenure.objects.bulk_create(
        Tenure(post=post, person=person, since=LONG_AGO)
        for post, person in zip(posts, people, strict=True)
    )
    due_on = timezone.localdate() + timedelta(days=1)
    period = {"period_key": "k", "period_label": "Kỳ", "starts_on": due_on, "due_on": due_on}
    Occurrence.objects.bulk_create(
        Occurrence(obligation=duty, agency=one, **period) for one in made
    )


class Runs:
    """Starts `lantoa remind` on the test's database and kills it."""

    def __init__(self, mail: MailServer, folder: Path, *, lease: int = LEASE) -> None:
        left_out = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
        self.mail = mail
        self.environment = {k: v for k, v in os.environ.items() if k not in left_out} | {
            "LANTOA_DATA": str(folder),
            "DATABASE_URL": database_address(connection),
            "LANTOA_SMTP_URL": mail.url,
            "LANTOA_LEASE_SECONDS": str(lease),
        }

    def start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "lantoa.cli", "remind"]
        return subprocess.Popen(
            command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    def to_the_end(self) -> None:
        process = self.start()
        out, problems = process.communicate(timeout=120)
        assert process.returncode == 0, (out, problems)

    def kill_while_writing(self) -> None:
        """As soon as the first digests can be seen."""
        process = self.start()
        while not Digest.objects.exists() and process.poll() is None:
            time.sleep(0.002)
        _kill(process)
        process.communicate(timeout=120)

    def kill_at(self, more: int) -> None:
        """When so many more messages were taken: the sender has not been told of the last one."""
        wanted = len(self.mail.received) + more
        process = self.start()
        self.mail.before_reply = lambda count: _kill(process) if count == wanted else None
        process.communicate(timeout=120)
        self.mail.before_reply = lambda count: None
        self.rest()

    def kill_after(self, more: int) -> None:
        """Somewhere in the stream of messages, wherever that happens to be."""
        wanted = len(self.mail.received) + more
        process = self.start()
        while len(self.mail.received) < wanted and process.poll() is None:
            time.sleep(0.001)
        _kill(process)
        process.communicate(timeout=120)

    def rest(self) -> None:
        """Until what the dead worker held is free."""
        time.sleep(LEASE + 0.2)


def _kill(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.kill(process.pid, signal.SIGKILL)


def test_every_reader_sees_one_message_however_often_the_worker_is_killed(mail, agencies, tmp_path):
    runs = Runs(mail, tmp_path)
    runs.kill_while_writing()
    for more in (1, 40):
        runs.kill_at(more)
    runs.kill_after(60)
    runs.rest()
    runs.to_the_end()
    boxes = mail.mailboxes
    assert {address: len(box) for address, box in boxes.items()} == {
        f"can-bo-{number}@xa.example.vn": 1 for number in range(AGENCIES)
    }
    assert Digest.objects.count() == Reminder.objects.count() == AGENCIES
    assert Notice.objects.count() == AGENCIES
    assert set(Delivery.objects.values_list("state", flat=True)) == {"sent"}
    # On the wire only what a dying worker held is repeated, and then to the letter.
    repeated = len(mail.received) - AGENCIES
    assert 2 <= repeated <= 3
    said = {(one.message_id, one.mail.get_body(("plain",)).get_content()) for one in mail.received}
    assert len(said) == AGENCIES


def test_two_workers_at_once_share_the_work_and_repeat_nothing(mail, agencies, tmp_path):
    runs = Runs(mail, tmp_path, lease=60)
    both = [runs.start(), runs.start()]
    outcomes = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0], outcomes
    assert len(mail.received) == len(mail.mailboxes) == AGENCIES
    assert Digest.objects.count() == Notice.objects.count() == AGENCIES
