import re
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from django.urls import reverse

from lantoa.plans.factories import make_obligation, make_plan
from lantoa.portal.models import HomePage

pytestmark = pytest.mark.django_db


def locations(client):
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    return {element.text for element in root.iter() if element.tag.endswith("loc")}


def test_sitemap_lists_public_plans_and_duties_but_no_drafts(client):
    plan = make_plan(state="active", slug="cong-khai")
    make_plan(slug="ban-nhap")
    make_obligation(plan, code="IV.1.a")
    found = locations(client)
    assert "http://testserver/ke-hoach/cong-khai/" in found
    assert "http://testserver/ke-hoach/cong-khai/nhiem-vu/IV.1.a/" in found
    assert not any("ban-nhap" in address for address in found)


def test_sitemap_lists_an_editors_page_under_the_host_that_was_asked(client):
    home = HomePage.objects.get()
    home.add_child(instance=HomePage(title="Giới thiệu", slug="gioi-thieu"))
    assert "http://testserver/gioi-thieu/" in locations(client)


def test_robots_may_read_the_portal_and_nothing_else(client):
    text = client.get("/robots.txt").content.decode()
    for path in ("/lam-viec/", "/bien-tap/", "/dang-nhap/"):
        assert f"Disallow: {path}" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Disallow: /\n" not in text


def test_security_txt_names_a_contact_and_has_not_run_out(client, settings):
    settings.LANTOA_SECURITY_CONTACT = "mailto:an-toan@example.gov.vn"
    text = client.get(reverse("portal:security-txt")).content.decode()
    assert "Contact: mailto:an-toan@example.gov.vn" in text
    until = re.search(r"Expires: (\S+)Z", text)
    assert datetime.fromisoformat(until[1]).replace(tzinfo=UTC) > datetime.now(UTC)
