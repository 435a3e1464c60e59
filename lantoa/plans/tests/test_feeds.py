"""The personal calendar: own agency's deadlines only, by a token that can be renewed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lantoa.organisations.factories import make_actor, make_agency
from lantoa.organisations.models import Tenure
from lantoa.plans.factories import make_obligation, make_occurrence, make_plan
from lantoa.plans.selectors import feeds as reading
from lantoa.plans.services import feeds

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return make_actor(make_agency("UBND xã Bình An"))


def file(client, token: str, status: int = 200) -> str:
    response = client.get(reverse("feeds:calendar-file"), {"token": token})
    assert response.status_code == status
    return response.content.decode()


def token(officer) -> str:
    return reading.token_of(feeds.open_feed(by=officer))


def test_the_file_holds_what_the_own_agency_has_still_to_do(client, officer):
    duty = make_obligation(make_plan(state="active"), text="Gửi tin về cải cách hành chính")
    day = timezone.localdate() + timedelta(days=10)
    mine = make_occurrence(duty, agency=officer.agency, due_on=day)
    sent = {"state": "accepted", "submitted_at": timezone.now()}
    make_occurrence(duty, agency=officer.agency, due_on=day, **sent)
    make_occurrence(duty, agency=officer.agency, due_on=None)
    make_occurrence(duty, due_on=day)
    found = file(client, token(officer))
    assert found.count("BEGIN:VEVENT") == 1
    assert f"UID:ky-{mine.pk}@" in found and f"DTSTART;VALUE=DATE:{day:%Y%m%d}" in found
    assert "Hạn: Gửi tin về cải cách hành chính" in found.replace("\r\n ", "")


def test_moving_the_day_keeps_the_entry_s_name(client, officer):
    row = make_occurrence(agency=officer.agency, due_on=timezone.localdate())
    before = [line for line in file(client, token(officer)).split("\r\n") if "UID" in line]
    row.due_on += timedelta(days=30)
    row.save()
    after = [line for line in file(client, token(officer)).split("\r\n") if "UID" in line]
    assert before == after and len(before) == 1


def test_a_renewed_address_ends_the_old_one(client, officer, page):
    old = token(officer)
    page.sign_in(officer.user).get(reverse("plans:my-calendar"))
    assert old in "".join(field.get("value", "") for field in page.all("input"))
    page.post(reverse("plans:my-calendar"))
    page.client.logout()
    file(client, old, 404)
    file(client, token(officer))


def test_wrong_tokens_open_nothing(client, officer):
    good = token(officer)
    for wrong in ("", "1.1:abc", good[:-1], good.replace(".", "9.", 1)):
        file(client, wrong, 404)


def test_who_left_the_post_or_the_service_gets_nothing(client, officer):
    mine = token(officer)
    Tenure.objects.update(until=timezone.localdate())
    file(client, mine, 404)
    Tenure.objects.update(until=None)
    officer.user.is_active = False
    officer.user.save()
    file(client, mine, 404)
