"""Loading a file: small text at once, the rest by the worker, and always one draft."""

from __future__ import annotations

import functools
from datetime import timedelta

import pytest
from django.utils import timezone

from lantoa.channels.models import Delivery
from lantoa.common import audit
from lantoa.common.errors import NotAllowed
from lantoa.documents.errors import DocumentUnreadable
from lantoa.documents.factories import kept_files
from lantoa.documents.models import Intake, SignedDocument
from lantoa.documents.services import reading_queue
from lantoa.documents.tests.pdf_files import Printed
from lantoa.plans.errors import AlreadyLoaded
from lantoa.plans.models import Plan
from lantoa.plans.services import drafts, loading
from lantoa.plans.tests.test_services_drafts import PLAN
from lantoa.plans.tests.town import Town

pytestmark = pytest.mark.django_db


@functools.cache
def pdf(*lines: str) -> bytes:
    printed = Printed().new_page()
    printed.lines(50, 80, lines or PLAN.splitlines())
    return printed.saved()


@pytest.fixture
def town() -> Town:
    return Town()


def send(town, data, *, name="ke-hoach.pdf", by=None):
    return loading.send(name=name, data=data, by=by or town.first)


def work():
    loading.run(timezone.now())


def test_small_text_is_read_while_the_person_waits(town):
    row = send(town, PLAN.encode(), name="ke-hoach.txt")
    plan = Plan.objects.get()
    assert (row.state, row.document) == ("read", plan.document)
    assert (plan.authority, plan.coordinator, plan.created_by) == (
        town.authority, town.division, town.first.user,
    )  # fmt: skip


def test_a_pdf_is_kept_first_and_read_by_the_worker(town):
    row = send(town, pdf())
    assert (row.state, Plan.objects.count()) == ("waiting", 0)
    work()
    row.refresh_from_db()
    plan = Plan.objects.get()
    assert (row.state, row.document, plan.symbol) == ("read", plan.document, "21/KH-UBND")
    assert plan.document.sha256 == row.sha256
    assert plan.document.file.name == row.file.name
    assert audit.history(plan).get().post_name == str(town.first.post)


def test_the_file_sent_twice_gives_one_draft(town):
    send(town, pdf())
    send(town, pdf(), name="ban-sao.pdf", by=town.second)
    work()
    assert Plan.objects.count() == Intake.objects.count() == 1
    with pytest.raises(AlreadyLoaded):
        send(town, pdf())


def test_a_file_that_the_command_line_took_meanwhile_gets_no_second_draft(town):
    row = send(town, pdf())
    plan = drafts.load(name="a.pdf", data=pdf(), by=town.second)
    work()
    row.refresh_from_db()
    assert (row.state, row.document) == ("read", plan.document)
    assert Plan.objects.count() == 1


def test_a_worker_that_lost_its_lease_opens_no_draft(town):
    send(town, pdf())
    slow = reading_queue.claim(now=timezone.now())
    over = timezone.now() + reading_queue.lease_time() + timedelta(seconds=1)
    held = reading_queue.claim(now=over)
    loading.attempt(slow)
    assert not Plan.objects.exists() and not SignedDocument.objects.exists()
    loading.attempt(held)
    held.refresh_from_db()
    assert (held.state, Plan.objects.count()) == ("read", 1)


def test_a_draft_put_away_is_opened_anew_from_the_same_file(town):
    send(town, pdf())
    work()
    drafts.withdraw(plan=Plan.objects.get(), by=town.first)
    assert send(town, pdf()).state == "read"
    assert Plan.objects.filter(state="draft").count() == 1
    assert SignedDocument.objects.count() == 1


def test_what_the_worker_cannot_read_stays_with_one_sentence_and_is_read_again(town):
    row = send(town, pdf("Thư mời dự tiệc tất niên của cơ quan."))
    work()
    row.refresh_from_db()
    assert (row.state, row.attempts) == ("failed", 1)
    assert row.error.endswith("giao nhiệm vụ nào.")
    assert not SignedDocument.objects.exists()
    assert row.file.storage.exists(row.file.name)
    reading_queue.read_again(intake=row, by=town.second)
    work()
    row.refresh_from_db()
    assert (row.state, row.loaded_by) == ("failed", town.second.user)


@pytest.mark.parametrize(
    "data",
    [b"", b"  \n", b"MZ\x90\x00" + bytes(200), b"\x00\x01" * 300, b"Th\xc6\xb0 m\xe1\xbb\x9di."],
)
def test_what_is_refused_at_once_leaves_nothing_behind(town, data):
    before = kept_files()
    with pytest.raises(DocumentUnreadable):
        send(town, data, name="ke-hoach.docx")
    assert kept_files() == before
    assert not Intake.objects.exists()


def test_a_fault_that_is_no_refusal_is_tried_again_later_and_given_up_in_the_end(town, caplog):
    row = send(town, pdf())
    row.file.storage.delete(row.file.name)
    for _ in range(reading_queue.MAX_ATTEMPTS + 1):
        Intake.objects.update(leased_until=None)
        work()
    row.refresh_from_db()
    assert (row.state, row.attempts) == ("failed", 3)
    assert f"reading of intake {row.pk} failed" in caplog.text


@pytest.mark.parametrize(
    ("text", "said"), [(PLAN, "Đã đọc xong “a.pdf”"), ("Thư mời.", "Chưa đọc được “a.pdf”")]
)
def test_who_left_a_slow_file_is_told_once_it_is_settled(town, text, said):
    row = send(town, pdf(*text.splitlines()), name="a.pdf")
    Intake.objects.update(created_at=timezone.now() - timedelta(minutes=2))
    work()
    (told,) = Delivery.objects.all()
    assert (told.message["subject"], told.person.user) == (said, town.first.user)
    assert told.message["url"].endswith(f"/nap/{row.pk}/")


def test_who_still_watches_gets_no_notice(town):
    send(town, pdf())
    work()
    assert not Delivery.objects.exists()


def test_the_worker_weighs_findings_as_the_instance_wants(town, settings, tmp_path):
    settings.DATA = tmp_path
    configuration = tmp_path / "lantoa.toml"
    configuration.write_text('[checks]\nmotto-missing = "loud"\n', encoding="utf-8")
    row = send(town, pdf())
    work()
    row.refresh_from_db()
    assert row.state == "failed" and "dòng 2" in row.error
    configuration.write_text('[checks]\nmotto-missing = "error"\n', encoding="utf-8")
    reading_queue.read_again(intake=row, by=town.first)
    work()
    found = Plan.objects.get().document.findings.get(code="motto-missing")
    assert found.severity == "error"


def test_only_coordinators_send(town):
    with pytest.raises(NotAllowed):
        send(town, pdf(), by=town.officer)
    assert not Intake.objects.exists()
