"""Sending evidence from a phone, deciding on it, and handing out its files."""

from __future__ import annotations

import io
from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from lantoa.organisations.factories import make_actor, make_agency
from lantoa.plans.factories import make_evidence, make_obligation, make_occurrence
from lantoa.plans.models import Evidence, Occurrence
from lantoa.plans.services import evidence

pytestmark = pytest.mark.django_db
TODAY = "2023-03-20"


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2023-03-20T03:00:00+00:00", tick=False):
        yield


@pytest.fixture
def officer():
    return make_actor(make_agency("UBND xã Mẫu"))


@pytest.fixture
def coordinator():
    return make_actor(role="coordinator")


@pytest.fixture
def duty(officer) -> Occurrence:
    obligation = make_obligation(lead=officer.agency, text="Treo băng rôn tại trụ sở")
    return make_occurrence(obligation, agency=officer.agency)


@pytest.fixture
def sent(duty, officer) -> Occurrence:
    make_evidence(duty)
    return evidence.submit(occurrence=duty, by=officer)


def photo(name: str = "anh.jpg", colour: str = "teal") -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (640, 480), colour).save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/jpeg")


def pdf(name: str = "bien-ban.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"%PDF-1.7 thu", content_type="application/pdf")


def sending(**values) -> dict:
    given = {"caption": "Băng rôn tại cổng trụ sở", "happened_on": TODAY, "gui": "1"}
    return {"photos": [photo()]} | given | values


def url(name: str, row, query: str = "") -> str:
    return reverse(f"duties:{name}", args=[row.pk]) + query


def state_of(row) -> str:
    return Occurrence.objects.get(pk=row.pk).state


def read(page) -> bytes:
    """The file; having read it the test client closes it without closing the database."""
    return b"".join(page.response.streaming_content)


def errors(page) -> str:
    return " ".join(
        "".join(element.itertext()) for element in page.all("span", class_="field__error")
    )


def test_the_form_is_ready_to_send_at_once(page, officer, duty):
    page.sign_in(officer.user).get(url("duty", duty))
    (caption,) = page.all("textarea", name="caption")
    assert caption.text.strip() == "Treo băng rôn tại trụ sở (Tháng 3/2023)"
    assert [f.get("value") for f in page.all("input", name="happened_on")] == [TODAY]
    (camera,) = page.all("input", name="photos")
    assert camera.get("capture") == "environment" and camera.get("accept") == "image/*"
    (files,) = page.all("input", name="attachments")
    assert files.get("multiple") is not None and ".pdf" in files.get("accept")


def test_a_photo_and_a_file_are_added_and_sent_in_one_post(page, officer, duty):
    page.sign_in(officer.user).post(url("evidence-attach", duty), sending(attachments=[pdf()]))
    assert page.response.redirect_chain == [(url("duty", duty), 302)]
    assert state_of(duty) == "submitted"
    assert sorted(duty.evidence.values_list("kind", flat=True)) == ["file", "photo"]
    assert "Đã gửi minh chứng" in page.text and "Chờ duyệt" in page.text
    assert "Gửi duyệt" in page.text


def test_evidence_can_be_kept_first_and_sent_later(page, officer, duty):
    page.sign_in(officer.user).post(url("evidence-attach", duty), sending(gui=""))
    assert state_of(duty) == "open" and "chưa gửi duyệt" in page.text
    item = duty.evidence.get()
    page.post(url("evidence-withdraw", item))
    assert "Minh chứng đã rút" in page.text
    page.post(url("evidence-bring-back", item))
    page.post(url("evidence-submit", duty))
    assert state_of(duty) == "submitted"
    page.post(url("evidence-recall", duty))
    assert state_of(duty) == "open"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"caption": "  "}, "Hãy ghi chú thích: đã làm gì, ở đâu."),
        ({"happened_on": "2023-03-21"}, "Ngày thực hiện không thể sau hôm nay."),
        ({"happened_on": ""}, "Hãy ghi ngày thực hiện."),
        ({"happened_on": "hôm qua"}, "Hãy ghi ngày theo dạng ngày/tháng/năm."),
        ({"photos": []}, "Hãy chụp hoặc chọn ít nhất một ảnh, tệp."),
        (
            {"photos": [SimpleUploadedFile("bai.html", b"<script>alert(1)</script>")]},
            "Không nhận tệp “bai.html”.",
        ),
        (
            {"photos": [SimpleUploadedFile("hong.jpg", b"\xff\xd8\xff\xe0 hong")]},
            "Ảnh “hong.jpg” bị hỏng",
        ),
        ({"attachments": [SimpleUploadedFile("to.pdf", b"%PDF-" + b"0" * 2000)]}, "lớn hơn"),
        ({"attachments": [SimpleUploadedFile("rong.pdf", b"")]}, "rỗng"),
    ],
)
def test_wrong_input_is_said_at_the_field_and_nothing_typed_is_lost(
    page, officer, duty, settings, values, sentence
):
    settings.LANTOA_MAX_UPLOAD_BYTES = 20_000 if "attachments" not in values else 1000
    typed = sending(**({"caption": "Đã gõ một câu dài"} | values))
    page.sign_in(officer.user).post(url("evidence-attach", duty), typed, status=422)
    assert sentence in errors(page)
    (caption,) = page.all("textarea", name="caption")
    assert caption.text.strip() == typed["caption"].strip()
    assert not Evidence.objects.exists() and state_of(duty) == "open"


def test_files_that_must_be_chosen_again_are_named(page, officer, duty):
    page.sign_in(officer.user)
    page.post(url("evidence-attach", duty), sending(caption=""), status=422)
    assert "Hãy chọn lại ảnh, tệp" in errors(page)


def test_a_file_sent_twice_is_refused_with_its_name(page, officer, duty):
    page.sign_in(officer.user).post(url("evidence-attach", duty), sending(gui=""))
    page.post(url("evidence-attach", duty), sending(), status=422)
    assert "“anh.jpg” đã có trong minh chứng" in errors(page)
    assert duty.evidence.count() == 1 and state_of(duty) == "open"


def test_a_page_left_open_after_sending_gets_the_sentence(page, officer, sent):
    page.sign_in(officer.user).post(url("evidence-attach", sent), sending(), status=422)
    assert "Việc này đã gửi duyệt" in page.text and "Băng rôn tại cổng trụ sở" in page.text
    assert sent.evidence.count() == 1


def test_a_return_needs_a_reason_which_the_office_then_reads(page, officer, coordinator, sent):
    page.sign_in(coordinator.user)
    page.post(url("evidence-send-back", sent), {"reason": " "}, status=422)
    assert "Hãy ghi rõ lý do." in errors(page) and state_of(sent) == "submitted"
    page.post(url("evidence-send-back", sent), {"reason": "Ảnh chưa thấy bảng tin"})
    page.sign_in(officer.user).get(url("duty", sent))
    assert "Cần bổ sung" in page.text and page.text.count("Ảnh chưa thấy bảng tin") == 2
    page.post(url("evidence-attach", sent), sending())
    assert state_of(sent) == "submitted"


def test_a_decision_can_be_taken_back(page, coordinator, sent):
    page.sign_in(coordinator.user).post(url("evidence-accept", sent))
    assert state_of(sent) == "accepted"
    page.post(url("evidence-reconsider", sent), {"reason": ""}, status=422)
    assert state_of(sent) == "accepted" and "Hãy ghi rõ lý do đưa việc" in errors(page)
    page.post(url("evidence-reconsider", sent), {"reason": "Gửi nhầm kỳ"})
    assert state_of(sent) == "submitted" and "Đưa về chờ duyệt" in page.text


def test_who_sent_it_is_told_that_somebody_else_decides(page):
    coordinator = make_actor(role="coordinator")
    row = make_occurrence(agency=coordinator.agency)
    make_evidence(row)
    evidence.submit(occurrence=row, by=coordinator)
    page.sign_in(coordinator.user).get(url("duty", row))
    assert "không tự duyệt được" in page.text
    page.post(url("evidence-accept", row), status=422)
    assert state_of(row) == "submitted"


# Files


def test_a_photo_is_shown_inline_and_in_small(page, officer, duty):
    page.sign_in(officer.user).post(url("evidence-attach", duty), sending(gui=""))
    item = duty.evidence.get()
    page.get(url("evidence-file", item))
    answer = page.response
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("inline")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "private" in answer["Cache-Control"]
    whole = read(page)
    page.get(url("evidence-file", item, "?nho=1"))
    assert page.response["Content-Type"] == "image/jpeg" and page.response.content != whole


@pytest.mark.parametrize(
    ("media_type", "shown", "sent_as"),
    [
        ("application/pdf", "inline", "application/pdf"),
        ("application/msword", "attachment", "application/octet-stream"),
        ("text/html", "attachment", "application/octet-stream"),
        ("image/svg+xml", "attachment", "application/octet-stream"),
    ],
)
def test_only_pictures_and_pdf_are_shown_by_the_browser(
    page, officer, duty, media_type, shown, sent_as
):
    item = make_evidence(duty, media_type=media_type, name="biên bản.bin")
    page.sign_in(officer.user).get(url("evidence-file", item))
    answer = page.response
    read(page)
    assert answer["Content-Type"] == sent_as
    assert answer["Content-Disposition"].startswith(shown)
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_files_are_for_those_who_see_the_duty(page, duty, coordinator):
    item = make_evidence(duty)
    page.sign_in(make_actor().user).get(url("evidence-file", item), status=404)
    page.sign_in(coordinator.user).get(url("evidence-file", item))
    read(page)
    page.client.logout()
    page.get(url("evidence-file", item), status=302)


def test_a_lost_file_is_not_found_instead_of_a_fault(page, officer, duty):
    item = make_evidence(duty, kind="photo", media_type="image/jpeg", happened_on=date(2023, 3, 1))
    item.file.storage.delete(item.file.name)
    page.sign_in(officer.user)
    for query in ("", "?nho=1"):
        page.get(url("evidence-file", item, query), status=404)
