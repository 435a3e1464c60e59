"""Loading on screen: the progress of a slow file, what failed, the list of what is being read."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from lantoa.common.services import periodic
from lantoa.documents.factories import make_intake
from lantoa.documents.models import Intake
from lantoa.plans.models import Plan
from lantoa.plans.services import loading
from lantoa.plans.tests.test_loading import pdf
from lantoa.plans.tests.town import Town

pytestmark = pytest.mark.django_db
LIST = reverse("plans:loading-list")


@pytest.fixture
def town() -> Town:
    return Town()


@pytest.fixture
def open_page(page, town):
    return page.sign_in(town.first.user)


def url(row, name="loading"):
    return reverse(f"plans:{name}", args=[row.pk])


def test_a_slow_file_leads_to_its_progress_and_then_to_the_review(open_page):
    file = SimpleUploadedFile("ke-hoach.pdf", pdf())
    page = open_page.post(reverse("plans:plan-upload"), {"file": file})
    row = Intake.objects.get()
    assert page.response.redirect_chain[-1][0] == url(row)
    assert "Chờ đến lượt" in page.text and row.sha256 in page.text
    loading.run(timezone.now())
    review = reverse("plans:plan-review", args=[Plan.objects.get().pk])
    page = page.get(url(row), follow=True)
    assert page.response.redirect_chain == [(review, 302)]
    assert "Đã đọc “ke-hoach.pdf”: 3 dòng chờ xem" in page.text


def test_pages_done_are_shown_and_the_page_looks_again_without_script(open_page, town):
    periodic.beat(timezone.now())
    row = make_intake(town.second, state="reading", pages=12, pages_done=3)
    page = open_page.get(url(row))
    assert "Trang đã nhận dạng3/12 · 25%" in page.text
    assert page.all("meta", http_equiv="refresh")
    assert "Bộ xử lý nền chưa chạy" not in page.text


def test_a_script_that_looks_is_told_without_taking_the_message(open_page, town):
    plan = town.plan()
    row = make_intake(town.first, state="read", document=plan.document)
    open_page.get(url(row), status=204, headers={"X-Requested-With": "fetch"})
    assert "Đã đọc" in open_page.get(url(row), follow=True).text


def test_a_read_file_leads_to_its_plan_in_force(open_page, town):
    plan = town.plan(state="active")
    row = make_intake(town.first, state="read", document=plan.document)
    open_page.get(url(row), status=302)
    assert open_page.response.url == reverse("plans:plan", args=[plan.pk])


def test_who_waits_for_others_or_for_a_worker_is_told(open_page, town):
    make_intake(town.second)
    page = open_page.get(url(make_intake(town.first)))
    assert "Còn 1 văn bản khác đọc trước." in page.text
    assert "Bộ xử lý nền chưa chạy" in page.text


def test_a_failed_file_says_why_and_is_read_again(open_page, town):
    row = make_intake(town.first, state="failed", error="Tệp PDF bị hỏng.")
    page = open_page.get(url(row))
    assert "Tệp PDF bị hỏng." in page.text
    assert not page.all("meta", http_equiv="refresh")
    page = page.post(url(row, "loading-again"))
    assert page.response.redirect_chain[-1][0] == url(row)
    assert "Chờ đến lượt" in page.text


def test_the_file_is_handed_back_as_it_came(open_page, town):
    row = make_intake(town.first, data=b"%PDF-1.7 abc", name="quét.pdf", state="failed")
    answer = open_page.client.get(url(row, "loading-file"))
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 abc"
    assert answer["Content-Disposition"] == "attachment; filename*=UTF-8''qu%C3%A9t.pdf"


def test_a_failed_file_put_away_waits_at_the_end_of_the_list(open_page, town):
    row = make_intake(town.first, state="failed", name="hong.pdf")
    page = open_page.post(url(row, "loading-away"))
    assert "Không có văn bản nào đang đọc" in page.text and "Đã cất 1" in page.text
    assert page.all("a", href=url(row))


def test_the_list_asks_the_same_number_of_queries_for_many(
    open_page, town, django_assert_max_num_queries
):
    document = town.plan().document
    for number in range(30):
        make_intake(town.second, state=("waiting", "failed", "away")[number % 3])
        make_intake(town.second, state="read", document=document)
    with django_assert_max_num_queries(16):
        open_page.get(LIST)


def test_the_list_of_plans_shows_what_is_being_read(open_page, town):
    row = make_intake(town.second, state="reading", pages=4, pages_done=1, name="quet.pdf")
    page = open_page.get(reverse("plans:plan-list"))
    assert page.all("a", href=url(row)) and "1/4 trang" in page.text
    officer = page.sign_in(town.officer.user).get(reverse("plans:plan-list"))
    assert not officer.all("a", href=url(row))
