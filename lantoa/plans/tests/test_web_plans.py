"""Loading, confirming and reading plans on screen."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lantoa.documents.factories import make_document, make_finding
from lantoa.documents.models import SignedDocument
from lantoa.plans.factories import make_draft_item, make_obligation
from lantoa.plans.models import Plan
from lantoa.plans.selectors import changes
from lantoa.plans.services import confirm, review
from lantoa.plans.tests.test_services_drafts import PLAN
from lantoa.plans.tests.town import Town, party

pytestmark = pytest.mark.django_db
MONTHLY = {"kind": "monthly", "text": "trước ngày 25", "day_of_month": 24}


@pytest.fixture
def town() -> Town:
    return Town()


@pytest.fixture
def open_page(page, town):
    return page.sign_in(town.first.user)


@pytest.fixture
def ready(town):
    """A draft of which every row is decided."""
    plan = town.plan(document=make_document(owner=town.authority))
    parties = [party("UBND các xã, phường", group=True)]
    make_draft_item(plan, state="accepted", code="IV.1", parties=parties, due=MONTHLY)
    make_draft_item(plan, state="rejected", code="IV.2", reason="Chỉ là lời dẫn")
    return plan


def url(name, thing):
    return reverse(f"plans:{name}", args=[thing.pk])


def send(page, data, *, name="ke-hoach.txt"):
    return page.post(reverse("plans:plan-upload"), {"file": SimpleUploadedFile(name, data)})


def test_an_empty_list_says_what_to_do(open_page):
    page = open_page.get(reverse("plans:plan-list"))
    assert "Chưa có kế hoạch nào đang thực hiện" in page.text
    assert page.all("a", href=reverse("plans:plan-upload"))


def test_officers_see_plans_in_force_only(page, town, ready):
    town.plan(state="active", title="Kế hoạch đang chạy")
    listed = page.sign_in(town.officer.user).get(reverse("plans:plan-list"))
    assert "Kế hoạch đang chạy" in listed.text
    assert ready.title not in listed.text
    assert not page.all("a", href=reverse("plans:plan-upload"))


def test_a_loaded_file_leads_to_its_review(open_page):
    page = send(open_page, PLAN.encode())
    plan = Plan.objects.get()
    assert page.response.redirect_chain[-1][0] == url("plan-review", plan)
    assert "3 dòng chờ xem" in page.text


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "a.txt", "Tệp này rỗng"),
        (PLAN.encode(), "a.exe", "Chỉ nhận tệp Word"),
        (b"\x00\x01" * 300, "a.docx", "Tệp không có nội dung chữ nào."),
        ("Thư mời dự tiệc.".encode(), "a.txt", "không có kế hoạch"),
    ],
)
def test_what_cannot_be_loaded_is_said_at_the_field(open_page, data, name, sentence):
    page = send(open_page, data, name=name)
    (error,) = page.all("span", id="id_file_error")
    said = " ".join("".join(error.itertext()).split())
    assert sentence in said
    assert not SignedDocument.objects.exists()


def test_the_same_file_again_links_to_the_first(open_page):
    send(open_page, PLAN.encode())
    page = send(open_page, PLAN.encode(), name="ban-sao.txt")
    assert "đã được nạp trước đó" in page.text
    assert page.all("a", href=url("plan", Plan.objects.get()))


def test_a_draft_put_away_waits_in_the_list(open_page, ready):
    page = open_page.post(url("plan-withdraw", ready))
    assert "Bản dự thảo đã cất" in page.text
    assert "Bản dự thảo đã cất" in open_page.get(url("plan", ready)).text
    page = open_page.post(url("plan-reopen", ready))
    assert page.response.redirect_chain[-1][0] == url("plan-review", ready)


def test_confirm_page_says_what_will_bind_and_what_is_left_out(open_page, ready):
    make_finding(ready.document, line=2, message="Ngày ghi khác nhau.", related=[])
    page = open_page.get(url("plan-confirm", ready))
    tiles = {" ".join("".join(t.itertext()).split()) for t in page.all(tag="div", class_="tile")}
    assert {"Cơ quan phải thực hiện2", "Kỳ có ngày hạn22"} <= tiles
    assert "Chỉ là lời dẫn" in page.text
    assert "Lỗi trong văn bản chưa ai xem" in page.text
    assert int(page.all("input", name="seen")[0].get("value")) == changes.mark(ready)


def test_what_stands_in_the_way_is_listed_with_its_address(open_page, ready):
    pending = make_draft_item(ready, code="IV.8")
    Plan.objects.filter(pk=ready.pk).update(issued_on=None)
    page = open_page.get(url("plan-confirm", ready))
    assert "Còn 1 dòng chưa xem." in page.text
    assert "Chưa có ngày ban hành." in page.text
    assert not page.all("input", name="seen")
    Plan.objects.filter(pk=ready.pk).update(issued_on=date(2023, 2, 14))
    review.accept(item=pending, version=1, by=Town().first)
    page = open_page.get(url("plan-confirm", ready))
    assert "Dòng IV.8 chưa rõ cơ quan chủ trì." in page.text
    assert page.all("a", href=url("row", pending))


def test_confirming_leads_to_the_board(open_page, ready):
    open_page.post(
        url("plan-confirm", ready), {"seen": changes.mark(ready)}, follow=False, status=302
    )
    assert open_page.response.url == url("board", ready)
    assert Plan.objects.get(pk=ready.pk).state == "active"


def test_changes_by_another_are_shown_before_confirming(open_page, town, ready):
    seen = changes.mark(ready)
    row = ready.draft_items.get(code="IV.1")
    review.edit(item=row, version=1, values={"text": "Đổi lời"}, by=town.second)
    page = open_page.post(url("plan-confirm", ready), {"seen": seen})
    assert f"{town.second.user} vừa thay đổi bản dự thảo này" in page.text
    assert "→ Đổi lời" in page.text
    assert Plan.objects.get(pk=ready.pk).state == "draft"
    again = page.all("input", name="seen")[0].get("value")
    page.post(url("plan-confirm", ready), {"seen": again}, follow=False, status=302)
    assert Plan.objects.get(pk=ready.pk).state == "active"


def test_the_second_to_confirm_sees_who_did_what(open_page, town, ready):
    seen = changes.mark(ready)
    confirm.confirm(plan=ready, seen=seen, by=town.second)
    page = open_page.post(url("plan-confirm", ready), {"seen": seen})
    assert f"{town.second.user} đã xác nhận kế hoạch này lúc" in page.text
    assert "Xác nhận kế hoạch" in page.text
    assert page.all("a", href=url("board", ready))


def test_what_the_document_says_of_itself_is_set_once(open_page, town, ready):
    form = {"title": "Kế hoạch A", "symbol": "1/KH-UBND", "issued_on": "2023-03-01", "year": 2023}
    data = {f"van-ban-{name}": value for name, value in form.items()}
    data["van-ban-seen"] = changes.mark(ready)
    bad = open_page.post(url("plan-describe", ready), {**data, "van-ban-year": "23"})
    assert "Năm phải từ 1990 đến 2200." in bad.text
    said = confirm.Description("Kế hoạch B", "", date(2023, 2, 1), 2023)
    confirm.describe(plan=ready, said=said, by=town.second)
    page = open_page.post(url("plan-describe", ready), data)
    assert "Kế hoạch B" in page.text
    assert page.all("input", name="van-ban-symbol")[0].get("value") == "1/KH-UBND"
    data["van-ban-seen"] = page.all("input", name="van-ban-seen")[0].get("value")
    open_page.post(url("plan-describe", ready), data)
    assert Plan.objects.get(pk=ready.pk).title == "Kế hoạch A"


def test_plan_page_lists_duties_by_nature(page, town, django_assert_max_num_queries):
    plan = town.plan(state="active")
    make_obligation(plan, lead=town.division, code="IV.2", text="Hướng dẫn", due_kind="standing")
    for number in range(40):
        make_obligation(plan, lead=town.communes[0], code=f"I.{number}", nature="goal")
    page.sign_in(town.officer.user)
    with django_assert_max_num_queries(14):
        page.get(url("plan", plan))
    heads = [" ".join("".join(h.itertext()).split()) for h in page.all("h2")]
    assert heads == ["Mục tiêu 40", "Trách nhiệm 1"]
    assert "Thường xuyên, không có ngày hạn" in page.text
    assert page.all("a", href=reverse("portal:plan", args=[plan.slug]))
    assert page.all("a", href=f"/lam-viec/van-ban/{plan.document_id}/#d3")


def test_drafts_are_not_open_to_officers(page, town, ready):
    page.sign_in(town.officer.user)
    for name in ("plan-confirm", "plan-describe", "row-add"):
        page.get(url(name, ready), status=404)
    page.get(url("plan", ready), status=404)
    page.post(url("plan-withdraw", ready), status=404)
    page.get(reverse("plans:plan-upload"), status=403)
