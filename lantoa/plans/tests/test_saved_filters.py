"""Saved filters of the duty list: per person, named, taken away and brought back."""

from __future__ import annotations

import pytest
from django.urls import reverse

from lantoa.common.errors import NotFound
from lantoa.organisations.factories import make_actor
from lantoa.plans.errors import FilterNameMissing, FilterNameTaken, TooManyFilters
from lantoa.plans.models import SavedFilter
from lantoa.plans.services import saved_filters as services

pytestmark = pytest.mark.django_db
LIST = "/lam-viec/nhiem-vu/danh-sach/"


@pytest.fixture
def officer():
    return make_actor()


def test_a_choice_is_kept_opened_removed_and_brought_back(page, officer):
    page.sign_in(officer.user).get(LIST + "?trang-thai=overdue&trang=2")
    (query,) = [field.get("value") for field in page.all("input") if field.get("name") == "query"]
    page.post(reverse("duties:filter-save"), {"ten": " Quá  hạn ", "query": query})
    assert page.response.redirect_chain[-1][0] == LIST + "?trang-thai=overdue"
    kept = SavedFilter.objects.get()
    assert (kept.name, kept.query) == ("Quá hạn", "trang-thai=overdue")
    page.get(LIST)
    assert LIST + "?trang-thai=overdue" in [a.get("href") for a in page.all("a")]
    page.post(reverse("duties:filter-remove", args=[kept.pk]))
    assert "Đã bỏ bộ lọc “Quá hạn”" in page.text
    page.post(reverse("duties:filter-bring-back", args=[kept.pk]))
    assert LIST + "?trang-thai=overdue" in [a.get("href") for a in page.all("a")]


def test_a_name_that_cannot_be_used_says_so_and_loses_nothing(page, officer):
    services.keep(name="Của tôi", query="han=co", by=officer)
    page.sign_in(officer.user)
    page.post(reverse("duties:filter-save"), {"ten": "Của tôi", "query": "trang-thai=overdue"})
    assert "Bạn đã có bộ lọc tên “Của tôi”" in page.text
    assert page.response.redirect_chain[-1][0] == LIST + "?trang-thai=overdue"


def test_names_are_checked(officer, monkeypatch):
    with pytest.raises(FilterNameMissing):
        services.keep(name="  ", query="", by=officer)
    kept = services.keep(name="A", query="", by=officer)
    with pytest.raises(FilterNameTaken):
        services.keep(name="A", query="x=1", by=officer)
    services.remove(pk=kept.pk, by=officer)
    services.keep(name="A", query="x=1", by=officer)
    with pytest.raises(FilterNameTaken):
        services.bring_back(pk=kept.pk, by=officer)
    monkeypatch.setattr(services, "MOST", 1)
    with pytest.raises(TooManyFilters):
        services.keep(name="B", query="", by=officer)


def test_another_person_s_filter_is_not_found(officer, page):
    kept = services.keep(name="A", query="", by=officer)
    stranger = make_actor(officer.agency)
    for service in (services.remove, services.bring_back):
        with pytest.raises(NotFound):
            service(pk=kept.pk, by=stranger)
    page.sign_in(stranger.user)
    page.post(reverse("duties:filter-remove", args=[kept.pk]), status=404)
