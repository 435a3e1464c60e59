"""Acting on many duties from the list: choose, look, confirm, undo, all by plain posts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lantoa.organisations.factories import make_agency
from lantoa.plans.factories import make_bulk_action, make_obligation, make_occurrence
from lantoa.plans.models import BulkAction, Occurrence
from lantoa.plans.tests.town import Town

pytestmark = pytest.mark.django_db
LIST, CHOOSE = "/lam-viec/nhiem-vu/danh-sach/", "/lam-viec/nhiem-vu/hang-loat/chon/"


@pytest.fixture
def town():
    return Town()


@pytest.fixture
def rows(town):
    """Thirty open duties of thirty agencies: more than one page."""
    duty = make_obligation(town.plan(state="active"), code="IV.7")
    day = timezone.localdate() + timedelta(days=3)
    return [make_occurrence(duty, agency=make_agency(), due_on=day) for _ in range(30)]


def chosen() -> set[int]:
    return set(BulkAction.objects.get().items.values_list("occurrence_id", flat=True))


def test_the_list_offers_what_the_post_may_do_and_nothing_to_an_officer(page, town, rows):
    page.sign_in(town.first.user).get(LIST)
    assert {b.get("value") for b in page.all("button", name="kieu")} >= {"extend", "accept"}
    assert len(page.all("input", name="chon")) == 25
    page.sign_in(town.officer.user).get(LIST)
    assert not page.all("button", name="kieu") and not page.all("input", name="chon")


def test_another_day_is_only_looked_at(page, town, rows):
    page.sign_in(town.first.user).get(f"{LIST}?ngay=2023-03-20")
    assert not page.all("button", name="kieu")


def test_ticked_rows_the_page_or_all_but_the_ticked_are_chosen(page, town, rows):
    page.sign_in(town.first.user)
    ticked = [str(row.pk) for row in rows[:2]]
    on_page = ",".join(str(row.pk) for row in rows[:25])
    sent = {"kieu": "extend", "loc": "ma=IV.7", "chon": ticked, "dong": on_page}
    for scope, expected in (("danh-dau", rows[:2]), ("trang", rows[:25]), ("tat-ca", rows[2:])):
        BulkAction.objects.all().delete()
        page.post(CHOOSE, {**sent, "pham-vi": scope})
        assert chosen() == {row.pk for row in expected}


def test_rows_outside_the_filter_are_not_chosen_whatever_is_sent(page, town, rows):
    page.sign_in(town.first.user)
    sent = {"kieu": "extend", "loc": "ma=KHAC", "chon": [str(rows[0].pk)]}
    page.post(CHOOSE, {**sent, "pham-vi": "danh-dau"})
    assert not BulkAction.objects.exists() and "Chưa chọn việc nào." in page.text


def test_from_choice_to_undo_by_plain_posts(page, town, rows):
    page.sign_in(town.first.user)
    page.post(CHOOSE, {"kieu": "extend", "chon": [str(row.pk) for row in rows[:3]]})
    url = reverse("duties:bulk", args=[BulkAction.objects.get().pk])
    page.post(url, {"days": "10", "reason": ""}, status=422)
    assert "Hãy ghi rõ lý do." in page.text
    page.post(url, {"days": "10", "reason": "Bão số 3"})
    assert "Sẽ thực hiện 3 việc." in page.text
    out = [box.get("value") for box in page.all("input", name="dong")][:1]
    page.post(f"{url}bo-ra/", {"dong": out})
    shown = page.all("input", name="xem")[0].get("value")
    page.post(f"{url}thuc-hien/", {"xem": shown})
    assert "Đã gia hạn 2 việc." in page.text
    page.post(f"{url}thuc-hien/", {"xem": shown})
    assert "không thực hiện lại" in page.text
    page.post(f"{url}hoan-tac/", {"reason": ""}, status=422)
    page.post(f"{url}hoan-tac/", {"reason": "Nhầm đợt"})
    assert "Đã hoàn tác 2 việc." in page.text
    assert not Occurrence.objects.filter(first_due_on__isnull=False).exists()


def test_anothers_action_is_not_found(page, town, rows):
    action = make_bulk_action(town.first.user, rows[0])
    page.sign_in(town.second.user)
    page.get(reverse("duties:bulk", args=[action.pk]), status=404)
    page.post(reverse("duties:bulk-confirm", args=[action.pk]), status=404)


def test_the_preview_asks_the_database_few_times(page, town, rows, django_assert_max_num_queries):
    action = make_bulk_action(town.first.user, *rows)
    page.sign_in(town.first.user).get(LIST)
    with django_assert_max_num_queries(11):
        page.get(reverse("duties:bulk", args=[action.pk]))


def test_my_last_actions_are_listed(page, town, rows):
    make_bulk_action(town.first.user, rows[0], kind="extend")
    page.sign_in(town.first.user).get(reverse("duties:bulk-list"))
    assert "Gia hạn" in page.text


def test_the_matrix_chooses_where_ticked_rows_and_columns_cross(page, town, rows):
    duty = rows[0].obligation
    other = make_occurrence(make_obligation(duty.plan), agency=rows[0].agency)
    page.sign_in(town.first.user).get(reverse("plans:matrix", args=[duty.plan_id]))
    assert page.all("input", name="hang") and page.all("input", name="cot")
    hidden = {f.get("name"): f.get("value") for f in page.all("input", type="hidden")}
    ticks = {"hang": [str(row.agency_id) for row in rows[:2]], "cot": [str(duty.pk)]}
    page.post(CHOOSE, {**hidden, **ticks, "pham-vi": "o", "kieu": "extend"})
    assert chosen() == {rows[0].pk, rows[1].pk} and other.pk not in chosen()


def test_the_board_takes_everything_that_waits_to_a_preview(page, town, rows):
    duty = rows[0].obligation
    sent = [
        make_occurrence(duty, agency=make_agency(), state="submitted", submitted_at=timezone.now())
        for _ in range(2)
    ]
    page.sign_in(town.first.user).get(reverse("plans:board", args=[duty.plan_id]))
    url = next(f.get("action") for f in page.all("form") if "kieu=accept" in f.get("action", ""))
    page.post(url)
    assert chosen() == {row.pk for row in sent} and "Chấp nhận 2 việc" in page.text


def test_giving_duties_asks_for_agency_day_and_reason(page, town, rows):
    page.sign_in(town.first.user)
    page.post(CHOOSE, {"kieu": "assign", "chon": [str(rows[0].pk)]})
    url = reverse("duties:bulk", args=[BulkAction.objects.get().pk])
    page.post(url, {"way": "instead", "reason": "Theo văn bản"}, status=422)
    assert "Hãy chọn cơ quan nhận." in page.text and "Theo văn bản" in page.text
    today = timezone.localdate().isoformat()
    sent = {"way": "add", "agency": town.office.pk, "since": today, "reason": "Theo văn bản"}
    page.post(url, sent)
    assert "chủ trì 30 kỳ" in page.text
