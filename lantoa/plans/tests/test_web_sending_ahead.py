"""Evidence whose files were sent ahead in pieces: attached once, kept when a form is refused."""

from __future__ import annotations

import hashlib
import io
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from lantoa.common import files
from lantoa.common.errors_uploads import UploadUsed
from lantoa.common.factories import make_upload
from lantoa.common.models import Upload
from lantoa.organisations.factories import make_actor, make_agency
from lantoa.plans.errors import EvidenceTwice
from lantoa.plans.factories import make_obligation, make_occurrence
from lantoa.plans.models import Evidence, Occurrence
from lantoa.plans.services import evidence

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> Any:
    return make_actor(make_agency("UBND xã Mẫu"))


@pytest.fixture
def duty(officer) -> Occurrence:
    return make_occurrence(make_obligation(lead=officer.agency), agency=officer.agency)


def photo(colour: str = "teal") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, "JPEG")
    return out.getvalue()


def url(duty: Occurrence) -> str:
    return reverse("duties:evidence-attach", args=[duty.pk])


def form(*uploads: Upload, **values: Any) -> dict[str, Any]:
    given = {"caption": "Băng rôn tại cổng", "happened_on": f"{timezone.localdate():%Y-%m-%d}"}
    return given | {"uploads": [one.token for one in uploads]} | values


def errors(page: Any) -> str:
    return " ".join("".join(e.itertext()) for e in page.all("span", class_="field__error"))


def test_a_file_sent_ahead_becomes_evidence_with_the_hash_of_what_was_sent(page, officer, duty):
    sent = photo()
    upload = make_upload(officer.user, sent, name="Ảnh hội nghị.JPG")
    page.sign_in(officer.user).post(url(duty), form(upload, gui="1"))
    item = duty.evidence.get()
    assert item.original_sha256 == hashlib.sha256(sent).hexdigest()
    assert (item.name, item.kind) == ("Ảnh hội nghị.jpg", "photo")
    assert Occurrence.objects.get(pk=duty.pk).state == "submitted"
    assert Upload.objects.get().used_at is not None


def test_the_same_form_sent_again_attaches_nothing_and_says_so(page, officer, duty):
    upload = make_upload(officer.user, photo())
    page.sign_in(officer.user).post(url(duty), form(upload))
    page.post(url(duty), form(upload), status=422)
    assert "“anh.jpg” đã được nhận ở lần gửi trước" in errors(page)
    assert duty.evidence.count() == 1


def test_a_refused_form_keeps_the_files_that_were_sent_ahead(page, officer, duty):
    upload = make_upload(officer.user, photo())
    page.sign_in(officer.user).post(url(duty), form(upload, caption=""), status=422)
    (box,) = page.all("input", name="uploads")
    assert box.get("value") == upload.token and box.get("checked") is not None
    assert "anh.jpg" in page.text and "Hãy chọn lại ảnh, tệp" not in errors(page)
    assert not Evidence.objects.exists()
    page.post(url(duty), form(upload))
    assert duty.evidence.count() == 1


@pytest.mark.parametrize(
    ("data", "size", "sentence"),
    [
        (photo(), 9000, "chưa tải lên hết"),
        (b"<script>", None, "Không nhận tệp “anh.jpg”"),
        (b"\xff\xd8\xff hong", None, "bị hỏng"),
    ],
)
def test_a_file_sent_ahead_is_checked_like_any_other(page, officer, duty, data, size, sentence):
    upload = make_upload(officer.user, data, size=size or len(data))
    page.sign_in(officer.user).post(url(duty), form(upload), status=422)
    assert sentence in errors(page)
    assert not Evidence.objects.exists() and Upload.objects.get().used_at is None


def test_another_persons_file_cannot_be_attached(page, officer, duty):
    upload = make_upload(make_actor().user, photo())
    page.sign_in(officer.user).post(url(duty), form(upload), status=422)
    assert "không còn giữ được" in errors(page) and "anh.jpg" not in errors(page)
    assert not Evidence.objects.exists()


def test_files_sent_ahead_and_files_in_the_form_go_together(page, officer, duty):
    first, second = make_upload(officer.user, photo()), make_upload(officer.user, photo())
    plain = io.BytesIO(photo("red"))
    plain.name = "do.jpg"
    page.sign_in(officer.user).post(url(duty), form(first, second, photos=[plain]))
    assert sorted(duty.evidence.values_list("name", flat=True)) == ["anh.jpg", "do.jpg"]
    assert not Upload.objects.filter(used_at=None).exists()


@pytest.mark.django_db(transaction=True)
def test_what_the_duty_refuses_leaves_the_file_to_be_sent_elsewhere(officer, duty):
    clean = files.clean(name="anh.jpg", data=photo(), limit=10**6)
    values = {"caption": "A", "happened_on": timezone.localdate(), "by": officer}
    first, again = make_upload(officer.user, photo()), make_upload(officer.user, photo())
    evidence.attach_many(occurrence=duty, files=[clean], uploads=[first.token], **values)
    with pytest.raises(EvidenceTwice):
        evidence.attach_many(occurrence=duty, files=[clean], uploads=[again.token], **values)
    again.refresh_from_db()
    assert again.used_at is None and again.parts.count() == 1
    with pytest.raises(UploadUsed):
        evidence.attach_many(occurrence=duty, files=[], uploads=[first.token], **values)
