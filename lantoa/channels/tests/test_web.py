"""Notices, the bell, preferences and the log of what was sent, as people see them."""

from __future__ import annotations

import pytest
from django.urls import reverse

from lantoa.channels.factories import make_delivery, make_notice
from lantoa.channels.models import Preference, SendingPolicy
from lantoa.organisations.factories import make_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return make_actor(role="officer")


@pytest.fixture
def coordinator():
    return make_actor(role="coordinator")


def test_the_bell_counts_what_is_unread_and_reading_empties_it(page, officer):
    first = make_notice(officer.user.person)
    make_notice(officer.user.person)
    make_notice()  # somebody else's
    url = reverse("channels:notice-list")
    page.sign_in(officer.user).get(url)
    assert page.all("a", class_="bell")[0].get("aria-label") == "2 thông báo chưa đọc"
    page.get(reverse("channels:notice", args=[first.pk]))
    assert "Gửi tin, bài tháng 3" in page.text
    assert page.all("a", class_="bell")[0].get("aria-label") == "1 thông báo chưa đọc"
    page.post(reverse("channels:notices-read"))
    assert "không có tin mới" in page.all("a", class_="bell")[0].get("aria-label")


def test_an_empty_list_says_when_something_comes(page, officer):
    page.sign_in(officer.user).get(reverse("channels:notice-list"))
    assert "Chưa có thông báo nào" in page.text


def test_a_long_list_costs_few_queries(page, officer, django_assert_max_num_queries):
    for _ in range(25):
        make_notice(officer.user.person)
    page.sign_in(officer.user)
    with django_assert_max_num_queries(9):
        page.get(reverse("channels:notice-list"))


def test_a_person_chooses_hour_and_pause(page, officer):
    url = reverse("channels:preference")
    data = {"digest_hour": "14", "paused_until": "2020-01-01"}
    page.sign_in(officer.user).post(url, data)
    assert "Ngày này đã qua" in page.text and not Preference.objects.exists()
    page.post(url, {**data, "paused_until": ""})
    found = Preference.objects.get()
    assert (found.by_email, found.digest_hour, found.person.user) == (False, 14, officer.user)


def test_the_log_shows_what_failed_and_sends_it_again(page, coordinator):
    row = make_delivery(state="failed", error="550 không có hộp thư này")
    make_delivery()
    page.sign_in(coordinator.user).get(reverse("channels:delivery-list"))
    assert row.recipient in page.text and "Không gửi được" in page.text
    page.get(reverse("channels:delivery", args=[row.pk]))
    assert "550 không có hộp thư này" in page.text
    page.post(reverse("channels:delivery-again", args=[row.pk]))
    assert "Chờ gửi" in page.text


def test_the_log_costs_few_queries(page, coordinator, django_assert_max_num_queries):
    for _ in range(20):
        make_delivery()
    page.sign_in(coordinator.user)
    with django_assert_max_num_queries(10):
        page.get(reverse("channels:delivery-list"))


def test_the_policy_keeps_a_window_to_send_in(page, coordinator):
    url = reverse("channels:policy")
    values = {"opens": "9", "closes": "8", "most_per_day": "2"}
    page.sign_in(coordinator.user).post(url, values)
    assert "Giờ kết thúc phải sau giờ bắt đầu." in page.text
    page.post(url, {**values, "closes": "17", "working_days_only": "on"})
    found = SendingPolicy.objects.get()
    assert (found.opens, found.closes, found.working_days_only) == (9, 17, True)
