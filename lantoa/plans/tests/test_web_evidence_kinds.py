"""Stating a proof, letting it serve other duties, and seeing look-alikes, on screen."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from lantoa.organisations.factories import make_actor, make_agency
from lantoa.plans.factories import make_evidence, make_obligation, make_occurrence
from lantoa.plans.models import Evidence

pytestmark = pytest.mark.django_db
LINK = {
    "url": "https://ninhmau.gov.vn/tin/1",
    "caption": "Một cửa gần dân",
    "happened_on": "2023-03-19",
}


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2023-03-20T03:00:00+00:00", tick=False):
        yield


@pytest.fixture
def officer():
    return make_actor(make_agency("UBND xã Mẫu"))


@pytest.fixture
def duty(officer):
    obligation = make_obligation(lead=officer.agency, text="Treo băng rôn tại trụ sở")
    return make_occurrence(obligation, agency=officer.agency)


def url(name, row):
    return reverse(f"duties:{name}", args=[row.pk])


def test_an_address_is_proof_without_any_file(page, officer, duty):
    page.sign_in(officer.user).get(url("duty", duty))
    assert url("evidence-state", duty) in [a.get("href") for a in page.all("a")]
    page.get(url("evidence-state", duty))
    page.post(url("evidence-state", duty) + "?loai=link", LINK | {"gui": "1"})
    duty.refresh_from_db()
    item = duty.evidence.get()
    assert duty.state == "submitted" and item.happened_on == date(2023, 3, 19)
    assert LINK["url"] in [a.get("href") for a in page.all("a")]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("link", "Hãy nhập địa chỉ trang."),
        ("dispatch", "Hãy nhập số, ký hiệu văn bản."),
        ("article", "Hãy ghi nơi đăng, phát"),
        ("event", "Hãy ghi địa điểm tổ chức."),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(
    page, officer, duty, kind, said
):
    page.sign_in(officer.user)
    typed = {"caption": "Hội nghị quý I", "happened_on": "2023-03-19"}
    page.post(url("evidence-state", duty) + f"?loai={kind}", typed, status=422)
    assert said in page.text and "Hội nghị quý I" in page.text
    assert not Evidence.objects.exists()


def test_a_title_that_cannot_be_fetched_loses_nothing(page, officer, duty):
    page.sign_in(officer.user)
    typed = {"url": "http://127.0.0.1:9/tin", "caption": "Tự gõ", "tieu-de": "1"}
    page.post(url("evidence-state", duty) + "?loai=link", typed, status=200)
    assert "mạng nội bộ" in page.text and "Tự gõ" in page.text
    assert page.all("input", name="url")[0].get("value") == "http://127.0.0.1:9/tin"


def test_one_proof_is_used_for_another_open_duty(page, officer, duty):
    item = make_evidence(duty)
    other = make_occurrence(make_obligation(lead=officer.agency), agency=officer.agency)
    elsewhere = make_occurrence()
    page.sign_in(officer.user).get(url("evidence-serve", item))
    values = [box.get("value") for box in page.all("input", name="rows")]
    assert str(other.pk) in values and str(elsewhere.pk) not in values
    page.post(url("evidence-serve", item), {}, status=422)
    page.post(url("evidence-serve", item), {"rows": [str(other.pk)], "gui": "1"})
    other.refresh_from_db()
    assert other.state == "submitted" and other.evidence.get().same_as == item


def test_the_coordinator_sees_that_another_agency_sent_the_same(page, officer, duty):
    make_evidence(duty, data=b"same")
    theirs = make_occurrence(agency=make_agency("UBND xã Bên"), period_label="Tháng 2/2023")
    make_evidence(theirs, data=b"same")
    page.sign_in(make_actor(role="coordinator").user).get(url("duty", duty))
    assert "Cùng một minh chứng" in page.text
    assert url("duty", theirs) in [a.get("href") for a in page.all("a")]
    page.sign_in(officer.user).get(url("duty", duty))
    assert "Cùng một minh chứng" not in page.text


def test_the_page_of_a_duty_names_audiences_and_channels_in_words(page, officer):
    duty = make_obligation(lead=officer.agency, audiences=["citizens"], channels=["noticeboard"])
    row = make_occurrence(duty, agency=officer.agency)
    page.sign_in(officer.user).get(url("duty", row))
    assert "Người dân" in page.text and "Bảng tin công cộng" in page.text
    assert "citizens" not in page.text and "noticeboard" not in page.text
