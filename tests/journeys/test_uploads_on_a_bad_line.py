"""A photo sent from a phone whose line breaks: it goes on where it was and is kept once."""

from __future__ import annotations

import hashlib
import io
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from PIL import Image
from playwright.sync_api import Route, expect

from lantoa.common.models import Upload, UploadPart
from lantoa.organisations.factories import make_actor, make_agency
from lantoa.plans.factories import make_obligation, make_occurrence
from lantoa.plans.models import Evidence
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
CAPTION = "Treo băng rôn ở nhà văn hóa thôn 3"
PATCHES = "**/lam-viec/tai-len/*/"
LEFT = """() => new Promise((done) => {
    const ask = indexedDB.open("lantoa-uploads");
    ask.onsuccess = () => {
        const all = ask.result.transaction("bytes").objectStore("bytes").count();
        all.onsuccess = () => { ask.result.close(); done(all.result); };
    };
})"""


def photo() -> bytes:
    out = io.BytesIO()
    Image.effect_noise((2400, 1800), 60).convert("RGB").save(out, "JPEG", quality=92)
    return out.getvalue()


class Line:
    """Lets so many parts through and then breaks."""

    def __init__(self, context: Any, *, parts: int) -> None:
        self.left, self.offsets = parts, []
        context.route(PATCHES, self.carry)

    def carry(self, route: Route) -> None:
        if route.request.method == "PATCH":
            self.left -= 1
        if self.left < 0:
            return route.abort("connectionreset")
        if route.request.method == "PATCH":
            self.offsets.append(int(route.request.headers["upload-offset"]))
        return route.continue_()


def begin(officer: Visitor, duty: str, sent: bytes) -> None:
    """Everything is typed and chosen, and half of the photo has gone when the line breaks."""
    officer.open(duty).barrier_free()
    officer.page.get_by_label("Chú thích").fill(CAPTION)
    given = {"name": "Ảnh hội nghị.jpg", "mimeType": "image/jpeg", "buffer": sent}
    officer.page.locator("input[name=photos]").set_input_files(given)
    officer.sees("Mất mạng, sẽ gửi tiếp khi có mạng")
    officer.press("Gửi minh chứng")
    officer.sees("Đang tải nốt 1 tệp, xong sẽ tự gửi").sees("Ảnh hội nghị.jpg (")
    officer.barrier_free()


def refuse_once(officer: Visitor) -> None:
    """A form that the server refuses comes back with the file still chosen."""
    day = officer.page.get_by_label("Ngày thực hiện")
    day.fill(f"{timezone.localdate() + timedelta(days=1):%Y-%m-%d}")
    officer.press("Gửi minh chứng")
    officer.sees("Ngày thực hiện không thể sau hôm nay.").sees("Đã tải lên, chưa gửi")
    expect(officer.page.locator("input[type=checkbox][name=uploads]")).to_have_count(0)
    officer.failures.clear()  # the refusal's 422
    day.fill(f"{timezone.localdate():%Y-%m-%d}")


def drop_one(officer: Visitor) -> None:
    """What was picked by mistake is taken away here and on the server."""
    wrong = {"name": "nham.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 nham"}
    officer.page.locator("input[name=attachments]").set_input_files(wrong)
    expect(officer.page.locator("[data-stand=done]")).to_have_count(2)
    with officer.page.expect_response(lambda answer: answer.request.method == "DELETE"):
        officer.press("Bỏ nham.pdf")
    expect(officer.page.locator("[data-stand]")).to_have_count(1)


def test_a_photo_goes_on_where_the_line_broke_and_is_kept_once(visit):
    actor = make_actor(make_agency("UBND xã Xa"))
    row = make_occurrence(make_obligation(lead=actor.agency), agency=actor.agency)
    duty, sent = f"/lam-viec/nhiem-vu/{row.pk}/", photo()
    officer = visit(390, 844).sign_in(actor.user.username, "mat-khau-thu")
    context = officer.page.context
    broken = Line(context, parts=2)
    begin(officer, duty, sent)
    before = set(UploadPart.objects.values_list("pk", flat=True))
    arrived = Upload.objects.get().offset
    assert len(before) == 2 and 0 < arrived < len(sent) / 2

    officer.page.close()
    context.unroute(PATCHES, broken.carry)
    mended = Line(context, parts=99)
    officer = Visitor(context.new_page(), officer.base).open(duty)
    officer.sees("Ảnh hội nghị.jpg (").sees("Đã tải lên, chưa gửi").barrier_free()
    expect(officer.page.get_by_label("Chú thích")).to_have_value(CAPTION)
    assert mended.offsets[0] == arrived
    assert before < set(UploadPart.objects.values_list("pk", flat=True))
    assert sum(UploadPart.objects.values_list("size", flat=True)) == len(sent)

    refuse_once(officer)
    drop_one(officer)
    officer.press("Gửi minh chứng")
    officer.sees("Chờ duyệt").barrier_free()
    item = Evidence.objects.get()
    assert (item.caption, item.name) == (CAPTION, "Ảnh hội nghị.jpg")
    assert item.original_sha256 == hashlib.sha256(sent).hexdigest()
    assert Upload.objects.get().used_at is not None
    officer.page.wait_for_function(f"() => ({LEFT})().then((left) => left === 0)")
