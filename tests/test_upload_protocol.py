"""The tus protocol as a client sees it: versions, offsets, refusals, broken bodies."""

from __future__ import annotations

import base64
import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lantoa.common.factories import make_upload
from lantoa.common.models import Upload
from lantoa.common.selectors import uploads as reading
from lantoa.organisations.factories import make_actor

pytestmark = pytest.mark.django_db
URL = "/lam-viec/tai-len/"
PART = "application/offset+octet-stream"


@pytest.fixture
def officer() -> Any:
    return make_actor()


@pytest.fixture
def send(officer) -> Any:
    """`send(method, url, body, **headers)` as the officer, speaking the protocol's version."""
    client = Client()
    client.force_login(officer.user, backend="django.contrib.auth.backends.ModelBackend")

    def one(method: str, url: str, body: bytes = b"", kind: str = PART, **headers: Any) -> Any:
        given = {"Tus-Resumable": "1.0.0"} | {k.replace("_", "-"): v for k, v in headers.items()}
        return client.generic(method, url, body, kind, headers=given)

    return one


def address(upload: Upload) -> str:
    return reverse("uploads:upload", args=[upload.token])


def test_a_file_is_announced_sent_in_parts_and_asked_after(send, officer):
    name = base64.b64encode("Ảnh hội nghị.jpg".encode()).decode()
    told = send("POST", URL, Upload_Length="6", Upload_Metadata=f"loai YQ==, filename {name}")
    where = told["Location"]
    assert (told.status_code, told["Upload-Offset"], told["Tus-Resumable"]) == (201, "0", "1.0.0")
    first = send("PATCH", where, b"abcd", Upload_Offset="0")
    assert (first.status_code, first["Upload-Offset"]) == (204, "4")
    assert "GMT" in first["Upload-Expires"]
    head = send("HEAD", where)
    assert (head.status_code, head["Upload-Offset"], head["Upload-Length"]) == (200, "4", "6")
    assert head["Cache-Control"] == "no-store"
    assert send("PATCH", where, b"ef", Upload_Offset="4")["Upload-Offset"] == "6"
    upload = Upload.objects.get()
    assert (upload.name, upload.user) == ("Ảnh hội nghị.jpg", officer.user)
    assert reading.content(upload) == b"abcdef"


def test_the_server_says_what_it_can_do(send, settings):
    settings.LANTOA_MAX_UPLOAD_BYTES = 5000
    told = send("OPTIONS", URL, Tus_Resumable="")
    assert told.status_code == 204
    assert told["Tus-Version"] == "1.0.0" and told["Tus-Max-Size"] == "5000"
    assert set(told["Tus-Extension"].split(",")) == {"creation", "expiration", "termination"}


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [
        ("PATCH", {"Upload_Offset": "0"}, 409),
        ("PATCH", {"Upload_Offset": "3", "Tus_Resumable": "0.2.2"}, 412),
        ("PATCH", {"Upload_Offset": "3", "kind": "text/plain"}, 415),
        ("PATCH", {"Upload_Offset": "-3"}, 400),
        ("PATCH", {"Upload_Offset": "3", "body": b"defghi"}, 413),
        ("PUT", {"Upload_Offset": "3"}, 405),
        ("HEAD", {"Tus_Resumable": "2.0.0"}, 412),
    ],
)
def test_what_breaks_the_protocol_is_refused(send, officer, method, headers, status):
    upload = make_upload(officer.user, b"abc", size=6)
    answer = send(method, address(upload), **({"body": b"def"} | headers))
    assert answer.status_code == status
    assert answer["Tus-Resumable"] == "1.0.0"
    assert answer.headers.get("Tus-Version") == ("1.0.0" if status == 412 else None)
    assert upload.parts.count() == 1
    assert reading.get_for(officer, upload.token).offset == 3


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Upload_Length": "5001"}, 413),
        ({"Upload_Length": "nhiều"}, 400),
        ({}, 400),
        ({"Upload_Length": "5", "Upload_Metadata": "filename không-phải"}, 400),
    ],
)
def test_an_announcement_that_cannot_be_kept_is_refused(send, settings, headers, status):
    settings.LANTOA_MAX_UPLOAD_BYTES = 5000
    assert send("POST", URL, **headers).status_code == status
    assert not Upload.objects.exists()


class CutOff(io.BytesIO):
    """A body whose line breaks after what it holds."""

    def read(self, *size: int) -> bytes:
        found = super().read(*size)
        if not found:
            raise ConnectionResetError
        return found


@pytest.mark.parametrize("body", [io.BytesIO, CutOff])
def test_what_arrived_of_a_body_that_was_cut_off_is_kept(officer, body):
    """Fewer bytes than announced, with and without an error of the line."""
    upload = make_upload(officer.user, b"abc", size=9)
    client = Client()
    client.force_login(officer.user, backend="django.contrib.auth.backends.ModelBackend")
    answer = client.request(
        REQUEST_METHOD="PATCH",
        PATH_INFO=address(upload),
        CONTENT_TYPE=PART,
        CONTENT_LENGTH="6",
        HTTP_TUS_RESUMABLE="1.0.0",
        HTTP_UPLOAD_OFFSET="3",
        **{"wsgi.input": body(b"de")},
    )
    assert (answer.status_code, answer["Upload-Offset"]) == (204, "5")
    last = upload.parts.get(offset=3)
    with last.file.open("rb") as file:
        assert file.read() == b"de"


def test_a_file_that_was_used_is_gone_and_a_dropped_one_unknown(send, officer):
    used, other = make_upload(officer.user, b"abc"), make_upload(officer.user, b"abc", size=6)
    Upload.objects.filter(pk=used.pk).update(used_at=used.touched_at)
    for method in ("HEAD", "PATCH", "DELETE"):
        answer = send(method, address(used), b"d", Upload_Offset="3")
        assert answer.status_code == 410 and "Upload-Offset" not in answer.headers
    assert send("DELETE", address(other)).status_code == 204
    assert send("HEAD", address(other)).status_code == 404


def test_a_client_without_patch_says_so_in_a_header(send, officer):
    upload = make_upload(officer.user, b"abc", size=6)
    more = {"Upload_Offset": "3", "X_HTTP_Method_Override": "PATCH"}
    assert send("POST", address(upload), b"def", **more)["Upload-Offset"] == "6"


def test_another_persons_upload_is_not_there(send):
    other = make_upload(make_actor().user, b"abc", size=6)
    for method in ("HEAD", "PATCH", "DELETE", "OPTIONS"):
        assert send(method, address(other), Upload_Offset="3").status_code == 404
    assert Upload.objects.get() == other


def test_no_request_is_taken_without_the_token_of_our_own_pages(officer):
    client = Client(enforce_csrf_checks=True)
    client.force_login(officer.user, backend="django.contrib.auth.backends.ModelBackend")
    upload = make_upload(officer.user, b"abc", size=6)
    given = {"Tus-Resumable": "1.0.0", "Upload-Offset": "3", "Upload-Length": "4"}
    for method, url in (("POST", URL), ("PATCH", address(upload)), ("DELETE", address(upload))):
        assert client.generic(method, url, b"def", PART, headers=given).status_code == 403
    assert Upload.objects.get().offset == 3


def test_a_part_costs_a_fixed_number_of_queries(send, officer, django_assert_max_num_queries):
    upload = make_upload(officer.user, b"abc", size=6)
    with django_assert_max_num_queries(14):
        send("PATCH", address(upload), b"def", Upload_Offset="3")
