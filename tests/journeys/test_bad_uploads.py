"""A file that cannot be read is told in one sentence on the page, and nothing is kept of it."""

import io
import zipfile

import pytest

from lantoa.documents.models import SignedDocument
from lantoa.organisations.factories import make_actor, make_agency
from lantoa.plans.models import Plan

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def docx() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:document>" + "<w:p/>" * 5000 + "</w:document>")
    return out.getvalue()


FILES = {
    "anh.docx": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "cut.docx": docx()[:120],
    "rong.txt": b"",
    "nhi-phan.txt": bytes(range(256)) * 40,
    "hinh.png": b"\x89PNG\r\n\x1a\n" + bytes(2000),
}


def test_bad_files_are_refused_with_a_sentence(visit):
    authority = make_agency("Ủy ban nhân dân thị xã Thử", kind="people_committee")
    actor = make_actor(make_agency(parent=authority), role="coordinator")
    visitor = visit().sign_in(actor.user.username, "mat-khau-thu")
    for name, data in FILES.items():
        visitor.open("/lam-viec/ke-hoach/tai-len/")
        sent = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
        visitor.page.locator("input[type=file]").set_input_files(sent)
        visitor.press("Nạp và đọc văn bản")
        visitor.page.wait_for_load_state("load")
        said = visitor.page.locator(".field__error, [data-errors], .alert").first.inner_text()
        assert len(said) > 20, name
        assert "Traceback" not in visitor.page.content()
    assert not SignedDocument.objects.exists()
    assert not Plan.objects.exists()
