"""The screens of a reorganisation: prepare, see what moves, confirm."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from lantoa.organisations.models import Agency
from lantoa.plans.factories import make_handover, make_obligation, make_occurrence
from lantoa.plans.models import Handover, HandoverChoice, Occurrence
from lantoa.plans.tests.town import Town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> Town:
    return Town()


def work(town) -> Occurrence:
    duty = make_obligation(town.plan(state="active"), lead=town.communes[0])
    return make_occurrence(duty, agency=town.communes[0])


def url(name: str, made: Handover) -> str:
    return reverse(f"handovers:{name}", args=[made.pk])


def test_a_merger_is_prepared_previewed_and_confirmed_on_screen(page, town):
    row = work(town)
    page.sign_in(town.first.user).get(reverse("handovers:list"))
    asked = {"name": "Sắp xếp cấp xã", "kind": "merge", "effective_on": "2023-07-01"}
    page.post(reverse("handovers:new"), asked | {"legal_basis": "12/NQ-HĐND"})
    made = Handover.objects.get()
    old = [agency.pk for agency in town.communes]
    page.post(url("add-agencies", made), {"old": old, "new_names": "UBND xã Mới"})
    assert "UBND xã Mới (lập mới)" in page.text
    made.refresh_from_db()
    page.post(url("confirm", made), {"seen": made.version})
    assert "Đã bàn giao" in page.text
    row.refresh_from_db()
    assert row.agency.name == "UBND xã Mới"
    page.get(reverse("duties:duty-list"))
    assert "nhận từ Ủy ban nhân dân xã Bình An" in page.text


def test_each_number_opens_to_as_many_rows(page, town):
    work(town)
    made = make_handover(old=town.communes[0], heir=town.communes[1])
    page.sign_in(town.first.user).get(url("one", made))
    numbered = [
        (a.get("href"), int("".join(a.itertext()).split()[0]))
        for a in page.all("a")
        if "/dong/" in a.get("href", "") and "co-quan" in a.get("href", "")
    ]
    assert len(numbered) >= 3
    for address, count in numbered:
        page.get(address)
        assert len(page.all("tr")) - 1 == count, address


def test_a_refusal_is_said_and_what_was_ticked_is_kept(page, town):
    made = make_handover()
    page.sign_in(town.first.user)
    page.post(url("add-agencies", made), {"new_names": "UBND xã Mới"})
    assert "Hãy chọn ít nhất một cơ quan được sắp xếp." in page.text
    assert "UBND xã Mới" in page.text


def test_the_second_of_two_people_is_told_who_confirmed(page, town):
    work(town)
    made = make_handover(old=town.communes[0], heir=town.communes[1])
    page.sign_in(town.first.user).post(url("confirm", made), {"seen": made.version})
    page.sign_in(town.second.user).post(url("confirm", made), {"seen": made.version})
    assert f"{town.first.user} đã xác nhận" in page.text


def test_a_split_asks_which_successor_takes_each_duty(page, town):
    row = work(town)
    made = make_handover(old=town.communes[0], heir=town.communes[1], kind="split")
    other = made.lines.create(position=2, predecessor=town.communes[0], successor=town.office)
    page.sign_in(town.first.user).get(url("one", made))
    name = f"viec-{town.communes[0].pk}-{row.obligation_id}"
    assert page.all("select", name=name)
    page.post(url("choose", made), {name: other.pk})
    assert HandoverChoice.objects.get().line == other


def test_dropping_can_be_undone(page, town):
    made = make_handover(old=town.communes[0], heir=town.communes[1])
    page.sign_in(town.first.user).post(url("drop", made))
    assert "Lấy lại bản chuẩn bị" in page.text
    page.post(url("take-up", made))
    assert Handover.objects.get().state == "draft"


def test_the_pages_stay_within_their_queries(page, town, django_assert_max_num_queries):
    for _ in range(12):
        work(town)
    made = make_handover(old=town.communes[0], heir=town.communes[1])
    page.sign_in(town.first.user)
    with django_assert_max_num_queries(30):
        page.get(url("one", made))
    with django_assert_max_num_queries(20):
        page.get(url("rows", made))
    with django_assert_max_num_queries(12):
        page.get(reverse("handovers:list"))


def test_the_board_marks_what_a_successor_inherited(page, town):
    row = work(town)
    made = make_handover(old=town.communes[0], heir=town.communes[1], effective_on=date(2023, 7, 1))
    page.sign_in(town.first.user).post(url("confirm", made), {"seen": made.version})
    page.get(reverse("plans:board", args=[row.obligation.plan_id]))
    assert "Nhận bàn giao" in page.text
    assert Agency.objects.get(pk=town.communes[0].pk).valid_to == date(2023, 7, 1)


def test_every_button_in_a_table_carries_the_token_against_forgery(page, town):
    made = make_handover()
    made.lines.create(position=1, predecessor=town.communes[0])
    for address in (url("one", made), reverse("handovers:list")):
        page.sign_in(town.first.user).get(address)
        forms = [form for form in page.all("form") if form.get("method") == "post"]
        bare = [
            form.get("action")
            for form in forms
            if not any(one.get("name") == "csrfmiddlewaretoken" for one in form.iter("input"))
        ]
        assert not bare
