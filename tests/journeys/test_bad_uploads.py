"""A file that cannot be read is told in one sentence on the page, and no document is made of it."""

import io
import zipfile

import pytest
from django.utils import timezone

from lantoa.documents.models import Intake, SignedDocument
from lantoa.organisations.factories import make_actor, make_agency
from lantoa.plans.models import Plan
from lantoa.plans.services import loading

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def docx() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:document>" + "<w:p/>" * 5000 + "</w:document>")
    return out.getvalue()


# What is told at once, and what only the worker finds out: that file is kept.
AT_ONCE = {
    "cut.docx": docx()[:120],
    "rong.txt": b"",
    "nhi-phan.txt": bytes(range(256)) * 40,
}
LATER = {"hinh.docx": b"\x89PNG\r\n\x1a\n" + bytes(2000)}


def test_bad_files_are_refused_with_a_sentence(visit):
    authority = make_agency("Ủy ban nhân dân thị xã Thử", kind="people_committee")
    actor = make_actor(make_agency(parent=authority), role="coordinator")
    visitor = visit().sign_in(actor.user.username, "mat-khau-thu")
    for name, data in (AT_ONCE | LATER).items():
        visitor.open("/lam-viec/ke-hoach/tai-len/")
        sent = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
        visitor.page.locator("input[type=file]").set_input_files(sent)
        visitor.press("Nạp và đọc văn bản")
        visitor.page.wait_for_load_state("load")
        if name in LATER:
            visitor.sees("Chờ đến lượt").barrier_free()
            loading.run(timezone.now())
            visitor.page.get_by_text("Chưa đọc được văn bản này").wait_for()
        said = visitor.page.locator(".field__error, [data-errors], .alert").first.inner_text()
        assert len(said) > 20, name
        assert "Traceback" not in visitor.page.content()
    assert list(Intake.objects.values_list("name", "state")) == [("hinh.docx", "failed")]
    assert not SignedDocument.objects.exists()
    assert not Plan.objects.exists()
