"""The gallery shows every component, keeps the rules of every page, and its list exports."""

import re
from pathlib import Path

import pytest
from django.urls import reverse

from lantoa.organisations.factories import make_actor

COMPONENTS = Path(__file__).parents[2] / "common/templates/ui"
# Parts of other components, and what only stands in the head or on the sign-in page.
ELSEWHERE = {"head", "signin_card"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def gallery(page):
    page.sign_in(make_actor().user)
    return page.get(reverse("workspace:gallery"))


def test_every_component_file_appears(gallery):
    html = gallery.response.content.decode()
    shown = set(re.findall(r'data-ui="(\w+)"', html))
    files = {path.stem for path in COMPONENTS.glob("*.html") if not path.stem.startswith("_")}
    assert files - ELSEWHERE == shown - ELSEWHERE


def test_the_sign_in_page_shows_the_sign_in_card(page):
    html = page.get(reverse("accounts:sign-in")).response.content.decode()
    assert 'data-ui="signin_card"' in html


def test_filters_narrow_the_sample_table_and_stay_in_its_links(page):
    page.sign_in(make_actor().user)
    page.get(reverse("workspace:gallery"), data={"trang-thai": "overdue"})
    links = [a.get("href", "") for a in page.all("a") if "sap=" in a.get("href", "")]
    assert links and all("trang-thai=overdue" in link for link in links)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_sample_table_downloads(page, kind):
    page.sign_in(make_actor().user)
    page.get(reverse("workspace:gallery"), data={"xuat": kind})
    assert f".{kind}" in page.response["Content-Disposition"]


def test_a_page_of_the_shell_offers_the_way_out_and_to_the_content(gallery):
    assert gallery.all("a", class_="skip")[0].get("href") == "#noi-dung"
    assert gallery.all("main", id="noi-dung")
    forms = gallery.all("form", action=reverse("accounts:sign-out"))
    assert forms and forms[0].get("method") == "post"
