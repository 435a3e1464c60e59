"""The coordinator's board and the first page: who is sent where, and that numbers open."""

from __future__ import annotations

import io
from datetime import date, datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from lantoa.organisations.factories import make_actor, make_agency
from lantoa.plans.factories import make_evidence, make_obligation, make_occurrence, make_plan
from lantoa.plans.models import Occurrence, Plan

pytestmark = pytest.mark.django_db
DAY = "?ngay=2023-03-20"


@pytest.fixture
def plan() -> Plan:
    return make_plan(state="active", title="Kế hoạch tuyên truyền năm 2023")


@pytest.fixture
def coordinator(plan):
    return make_actor(plan.coordinator, role="coordinator")


@pytest.fixture
def duties(plan) -> list[Occurrence]:
    """One overdue, one due soon, one waiting, one without a day; three agencies."""
    activity = make_obligation(plan, nature="activity", lead=make_agency("Phòng Ất"))
    late, soon, sent = (make_agency(f"UBND xã {name}") for name in ("Muộn", "Sắp", "Gửi"))
    make_evidence(
        waiting := make_occurrence(
            activity, agency=sent, state="submitted", submitted_at=_noon(2023, 3, 10)
        )
    )
    return [
        make_occurrence(activity, agency=late, due_on=date(2023, 3, 1)),
        make_occurrence(activity, agency=soon, due_on=date(2023, 3, 24)),
        waiting,
        make_occurrence(make_obligation(plan), agency=late, due_on=None),
    ]


def _noon(*day: int) -> datetime:
    return timezone.make_aware(datetime(*day, 12))


def board(plan: Plan, query: str = "") -> str:
    return reverse("plans:board", args=[plan.pk]) + query


def links(page) -> list[str]:
    return [a.get("href") for a in page.all("a") if "danh-sach" in a.get("href", "")]


def test_the_board_says_who_is_late_on_the_day_seen(page, plan, coordinator, duties):
    page.sign_in(coordinator.user).get(board(plan, DAY))
    assert "1 việc quá hạn ở 1/3 cơ quan." in page.text
    assert "Đang xem tại ngày 20/03/2023" in page.text
    page.get(board(plan, "?ngay=2023-02-20"))
    assert "Không có việc nào quá hạn." in page.text


def test_every_number_of_the_board_opens_to_as_many_rows(page, plan, coordinator, duties):
    page.sign_in(coordinator.user).get(board(plan, DAY))
    numbered = [
        (a.get("href"), int("".join(a.find("*[2]").itertext())))
        for a in page.all("a", class_="tile")
    ]
    for a in page.all("td"):
        inner = a.find("a")
        if inner is not None and "".join(inner.itertext()).isdigit():
            numbered.append((inner.get("href"), int("".join(inner.itertext()))))
    assert len(numbered) >= 10
    for url, count in numbered:
        page.get(url)
        assert page.response.context["table"].page.paginator.count == count, url


def test_bars_and_months_open_too_and_keep_the_day(page, plan, coordinator, duties):
    page.sign_in(coordinator.user).get(board(plan, DAY))
    found = links(page)
    assert any("thang=2023-03" in url for url in found)
    assert any("trang-thai=due_soon" in url for url in found)
    assert all("ngay=2023-03-20" in url and "han=co" in url for url in found if "ke-hoach" in url)


def test_the_switch_adds_duties_without_a_day(page, plan, coordinator, duties):
    page.sign_in(coordinator.user).get(board(plan, DAY))
    assert "0/3 việc" in page.text
    page.get(board(plan, DAY + "&pham-vi=tat-ca"))
    assert "0/4 việc" in page.text and "Thường xuyên" in page.text


def test_the_queue_accepts_with_one_tap_and_comes_back(page, plan, coordinator, duties):
    page.sign_in(coordinator.user).get(board(plan))
    (form,) = [f for f in page.all("form") if "chap-nhan" in f.get("action", "")]
    back = next(field.get("value") for field in form.iter("input") if field.get("name") == "next")
    page.post(form.get("action"), {"next": back})
    assert page.response.redirect_chain == [(board(plan, "?"), 302)]
    assert "Đã chấp nhận minh chứng của UBND xã Gửi" in page.text
    assert Occurrence.objects.get(pk=duties[2].pk).state == "accepted"
    assert not [f for f in page.all("form") if "chap-nhan" in f.get("action", "")]


def test_a_foreign_address_to_come_back_to_is_ignored(page, plan, coordinator, duties):
    page.sign_in(coordinator.user)
    url = reverse("duties:evidence-accept", args=[duties[2].pk])
    page.post(url, {"next": "https://vi-du.vn/"}, follow=False, status=302)
    assert page.response["Location"] == reverse("duties:duty", args=[duties[2].pk])


@pytest.mark.parametrize("role", ["leader", "inspector", "administrator"])
def test_oversight_sees_the_board_and_only_who_decides_may_accept(page, plan, duties, role):
    page.sign_in(make_actor(role=role).user).get(board(plan))
    forms = [f for f in page.all("form") if "chap-nhan" in f.get("action", "")]
    assert bool(forms) == (role == "leader")


def test_the_focus_activity_shows_its_most_pressing_standing(page, plan, coordinator, duties):
    page.sign_in(coordinator.user).get(board(plan, DAY))
    (row,) = page.response.context["activities"].page
    assert (row.standing, row.leads, row.progress.total) == ("overdue", "Phòng Ất", 3)
    assert reverse("duties:obligation", args=[row.obligation.pk]) + DAY in [
        a.get("href") for a in page.all("a")
    ]


def test_agencies_can_be_sorted(page, plan, coordinator, duties):
    page.sign_in(coordinator.user).get(board(plan, DAY + "&sap=ten"))
    assert [row.title for row in page.response.context["agencies"].rows] == [
        "UBND xã Gửi",
        "UBND xã Muộn",
        "UBND xã Sắp",
    ]


def test_the_export_has_a_sheet_for_each_part(page, plan, coordinator, duties):
    page.sign_in(coordinator.user).get(board(plan, DAY + "&xuat=xlsx"))
    book = load_workbook(io.BytesIO(page.response.content))
    assert book.sheetnames[1:] == ["Các cơ quan, đơn vị", "Theo tháng", "Hoạt động trọng điểm"]
    rows = list(book["Các cơ quan, đơn vị"].iter_rows(values_only=True))
    assert rows[2][:2] == ("UBND xã Muộn", 1)


def test_a_past_year_has_nothing_due_soon(page, plan, coordinator, duties):
    page.sign_in(coordinator.user).get(board(plan))
    assert page.response.context["board"].whole.counts["due_soon"] == 0
    assert "2 việc quá hạn" in page.text


def test_a_draft_says_what_to_do_before_it_has_a_board(page, coordinator):
    draft = make_plan(state="draft")
    page.sign_in(coordinator.user).get(board(draft))
    assert "Kế hoạch chưa được xác nhận" in page.text
    assert reverse("plans:plan-review", args=[draft.pk]) in [a.get("href") for a in page.all("a")]


def test_the_board_asks_the_database_few_times(
    page, plan, coordinator, duties, django_assert_max_num_queries
):
    for _number in range(5):
        waiting = make_occurrence(make_obligation(plan), state="submitted")
        make_evidence(waiting, added_by=make_actor().user)
    page.sign_in(coordinator.user)
    with django_assert_max_num_queries(18):
        page.get(board(plan))


def test_a_day_that_cannot_be_read_is_today(page, plan, coordinator, duties):
    page.sign_in(coordinator.user)
    for query in ("?ngay=2023-02-31", "?ngay=hom-qua", "?ngay="):
        page.get(board(plan, query))
        assert "Đang xem tại ngày" not in page.text


# The first page


def test_oversight_starts_at_the_board_and_officers_at_their_work(page, plan, coordinator):
    home = reverse("workspace:home")
    page.sign_in(coordinator.user).get(home, status=302)
    assert page.response["Location"] == board(plan)
    page.sign_in(make_actor().user).get(home, status=302)
    assert page.response["Location"] == reverse("duties:my-agency")


def test_without_a_plan_the_first_page_says_what_to_do(page):
    home = reverse("workspace:home")
    coordinator = make_actor(role="coordinator").user
    page.sign_in(coordinator).get(home)
    assert reverse("plans:plan-upload") in [a.get("href") for a in page.all("a")]
    draft = make_plan(state="draft")
    page.get(home)
    assert reverse("plans:plan-review", args=[draft.pk]) in [a.get("href") for a in page.all("a")]
    page.sign_in(make_actor().user).get(home)
    assert "Chưa có kế hoạch nào được giao" in page.text
    assert draft.title not in page.text
