"""Amending a plan on screen, and what the public sees of it."""

from __future__ import annotations

from datetime import date, datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lantoa.plans.factories import make_amendment, make_obligation, make_occurrence
from lantoa.plans.models import Amendment, Obligation, Occurrence
from lantoa.plans.tests.town import Town

pytestmark = pytest.mark.django_db
DIRECTIVE = {"symbol": "215/CV-PNV", "issued_on": "2023-04-03", "about": "Việc gấp"}


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(datetime(2023, 4, 10, 3), tick=False):
        yield


@pytest.fixture
def town():
    return Town()


@pytest.fixture
def plan(town):
    return town.plan(state="active")


@pytest.fixture
def duty(town, plan):
    row = make_obligation(
        plan, lead=town.officer.agency, text="Treo băng rôn", due_kind="by_date",
        due_by=date(2023, 4, 20), due_text="trước ngày 21/4",
    )  # fmt: skip
    make_occurrence(row, agency=town.officer.agency, due_on=date(2023, 4, 20))
    return row


def at(name, pk) -> str:
    return reverse(f"plans:{name}", args=[pk])


def test_an_emergent_task_with_its_file_is_given_in_one_sitting(page, town, plan):
    url = at("emergent-add", plan.pk)
    page.sign_in(town.first.user).get(url)
    data = DIRECTIVE | {"text": "Phát tờ rơi", "due_on": "2023-04-28"}
    page.post(url, data, status=422)
    assert "Hãy chọn ít nhất một cơ quan" in page.text
    data["agencies"] = [str(one.pk) for one in town.communes]
    data["file"] = SimpleUploadedFile("cv.pdf", b"%PDF-1.4 noi dung")
    page.post(url, data)
    assert "Phát tờ rơi" in page.text and "Tải tệp văn bản" in page.text
    row = Occurrence.objects.filter(agency=town.officer.agency).get()
    page.sign_in(town.officer.user).get(reverse("duties:duty", args=[row.pk]))
    assert "Nhiệm vụ phát sinh, được giao theo 215/CV-PNV ngày 03/04/2023" in page.text
    made = Amendment.objects.get()
    answer = page.client.get(at("amendment-file", made.pk))
    assert b"".join(answer.streaming_content) == b"%PDF-1.4 noi dung"


def test_an_amendment_is_drawn_up_applied_and_seen_by_everybody(page, town, plan, duty):
    page.sign_in(town.first.user).post(at("amendment-add", plan.pk), DIRECTIVE)
    drawn = Amendment.objects.get()
    data = {"doi-duty": str(duty.pk), "doi-due_on": "2023-04-27", "doi-reason": "Chờ kinh phí"}
    page.post(at("change-move", drawn.pk), data | {"doi-reason": ""}, status=422)
    page.post(at("change-move", drawn.pk), data)
    public = reverse("portal:plan-changes", args=[plan.slug])
    assert "Chờ kinh phí" not in page.get(public).text
    page.post(at("amendment-publish", drawn.pk))
    page.client.logout()
    page.get(public)
    for words in ("Lần 2: văn bản 215/CV-PNV ngày 03/04/2023", "Dời hạn", "Chờ kinh phí",
                  "20/04/2023 → 27/04/2023"):  # fmt: skip
        assert words in page.text


def test_the_public_calendar_shows_what_moved_and_why(page, town, plan, duty):
    test_an_amendment_is_drawn_up_applied_and_seen_by_everybody(page, town, plan, duty)
    page.get(reverse("portal:plan-calendar", args=[plan.slug]) + "?thang=2023-04")
    assert "dời đến 27/04" in page.text and "Lý do: Chờ kinh phí" in page.text
    assert "Treo băng rôn · 0/1 xong" in page.text
    page.get(reverse("portal:plan-calendar", args=[plan.slug]) + "?thang=2023-06")
    assert "Tháng này không có việc nào đến hạn" in page.text


def test_a_revoked_duty_leaves_the_public_list_and_says_why(page, town, plan, duty):
    url = at("obligation-revoke", duty.pk)
    page.sign_in(town.first.user).get(url)
    page.post(url, DIRECTIVE | {"reason": "Cấp trên thực hiện"})
    assert Obligation.objects.get().state == "withdrawn"
    page.sign_in(town.officer.user).get(reverse("duties:my-agency"))
    assert "Không phải thực hiện nữa" in page.text
    page.get(reverse("duties:duty", args=[Occurrence.objects.get().pk]))
    assert "Được thu hồi theo 215/CV-PNV" in page.text
    page.get(reverse("portal:plan-changes", args=[plan.slug]))
    assert "Thu hồi" in page.text and "Cấp trên thực hiện" in page.text


def test_a_change_is_taken_out_of_the_draft_and_the_draft_is_dropped(page, town, plan, duty):
    drawn = make_amendment(plan)
    page.sign_in(town.first.user)
    page.post(at("change-reword", drawn.pk), {"sua-duty": duty.pk, "sua-text": "Treo cờ"})
    page.post(at("change-remove", drawn.pk), {"bo-duty": duty.pk, "bo-reason": "x"}, status=422)
    assert "đã có trong văn bản điều chỉnh này" in page.text
    page.post(at("change-drop", drawn.changes.get().pk))
    assert "Chưa có nội dung nào" in page.text
    page.post(at("amendment-drop", drawn.pk))
    assert Amendment.objects.get().state == "dropped"


def test_the_pages_of_amendments_ask_few_times(
    page, town, plan, duty, django_assert_max_num_queries
):
    for version in (2, 3, 4):
        make_amendment(plan, version=version)
    page.sign_in(town.first.user)
    with django_assert_max_num_queries(12):
        page.get(at("amendment-list", plan.pk))
    page.client.logout()
    for name in ("plan-changes", "plan-calendar"):
        with django_assert_max_num_queries(10):
            page.get(reverse(f"portal:{name}", args=[plan.slug]))
