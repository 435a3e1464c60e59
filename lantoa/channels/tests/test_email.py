"""E-mail over a real wire: what the reader gets, refusals, a server that is away."""

from __future__ import annotations

import socket

import pytest

from lantoa.channels.factories import make_delivery
from lantoa.channels.models import Delivery
from lantoa.channels.services import deliveries
from tests.mail_server import MailServer

pytestmark = pytest.mark.django_db


@pytest.fixture
def mail(settings):
    with MailServer() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.DEFAULT_FROM_EMAIL = "Lan Tỏa <lan-toa@thixa.example.vn>"
        settings.WAGTAILADMIN_BASE_URL = "https://ccxh.example.vn"
        yield server


def test_the_reader_gets_text_and_html_with_full_addresses(mail):
    row = make_delivery()
    assert deliveries.run().sent == 1
    (one,) = mail.received
    text, html = (one.mail.get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert one.to == row.address and one.mail["Subject"] == row.message["subject"]
    assert one.mail["Auto-Submitted"] == "auto-generated"
    for body in (text, html):
        assert "https://ccxh.example.vn/lam-viec/nhiem-vu/" in body and "Gửi tin, bài" in body


def test_a_repetition_has_the_same_id_and_date_and_another_message_another(mail):
    row, other = make_delivery(), make_delivery()
    deliveries.run()
    Delivery.objects.filter(pk=row.pk).update(state="waiting")
    deliveries.run()
    first, second, again = mail.received
    assert first.message_id == again.message_id != second.message_id
    assert first.mail["Date"] == again.mail["Date"]
    assert first.message_id.endswith("@thixa.example.vn>")
    row.refresh_from_db(), other.refresh_from_db()
    assert row.external_id == first.message_id


def test_a_mailbox_that_does_not_exist_fails_for_good_and_a_busy_one_is_tried_again(mail):
    gone, busy, fine = (make_delivery() for _ in range(3))
    mail.refuse = {gone.address: "550 no such user", busy.address: "451 try later"}
    tally = deliveries.run()
    assert (tally.sent, tally.failed, tally.later) == (1, 1, 1)
    gone.refresh_from_db(), busy.refresh_from_db()
    assert (gone.state, busy.state) == ("failed", "waiting")
    assert gone.error == "550 no such user" and busy.next_try_at > busy.created_at
    assert [one.to for one in mail.received] == [fine.address]


def test_a_lost_answer_is_tried_again_with_the_same_id(mail):
    make_delivery()
    mail.before_reply = lambda count: (_ for _ in ()).throw(ConnectionError) if count == 1 else None
    assert deliveries.run().later == 1
    Delivery.objects.update(next_try_at="2020-01-01T00:00+07:00")
    assert deliveries.run().sent == 1
    first, again = mail.received
    assert first.message_id == again.message_id


def test_while_the_server_is_away_everything_waits_and_no_attempt_is_lost(settings):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", closed.getsockname()[1]
        rows = [make_delivery() for _ in range(3)]
        tally = deliveries.run()
    assert tally.later == len(rows) and tally.stopped == {"email"}
    assert set(Delivery.objects.values_list("state", "attempts")) == {("waiting", 0)}


def test_a_subject_cannot_carry_headers_of_its_own(mail):
    message = make_delivery().message | {"subject": "Nhắc việc\nBcc: x@y.vn"}
    Delivery.objects.update(message=message)
    deliveries.run()
    assert mail.received[0].mail["Subject"] == "Nhắc việc Bcc: x@y.vn"
