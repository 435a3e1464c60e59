import gzip

import pytest
from django.core.cache import cache
from django.urls import reverse

from lantoa.common import audit
from lantoa.organisations.factories import make_actor
from lantoa.plans.factories import make_plan
from lantoa.portal.factories import make_result

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_kept_pages():
    cache.clear()


@pytest.fixture
def plan():
    return make_plan(state="active", slug="ke-hoach-thu")


def test_second_reader_gets_the_kept_page_in_two_queries(client, plan, django_assert_num_queries):
    first = client.get("/")
    with django_assert_num_queries(2):
        second = client.get("/")
    assert second.content == first.content


def test_unchanged_page_is_not_sent_again(client, plan):
    tag = client.get("/").headers["ETag"]
    answer = client.get("/", headers={"If-None-Match": tag})
    assert (answer.status_code, answer.content) == (304, b"")


def test_a_write_shows_at_once(client, plan):
    before = client.get("/")
    photo = make_result(plan, caption="Lễ phát động tại chợ")
    audit.record("evidence.accepted", by=None, about=photo.occurrence)
    after = client.get("/")
    assert "Lễ phát động tại chợ" in after.content.decode()
    assert after.headers["ETag"] != before.headers["ETag"]


def test_page_is_compressed_for_who_takes_it(client, plan):
    plain = client.get("/")
    packed = client.get("/", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) * 2 < len(plain.content)


def test_a_page_for_a_session_is_never_shared(client, plan):
    client.get("/")
    client.force_login(make_actor().user, backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get("/")
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert "ETag" not in answer.headers


def test_reading_sets_no_cookie(client, plan):
    assert not client.get("/").cookies


def test_an_absent_page_is_not_kept(client):
    url = reverse("portal:plan", args=["chua-co"])
    assert client.get(url).status_code == 404
    make_plan(state="active", slug="chua-co")
    assert client.get(url).status_code == 200


@pytest.mark.parametrize(
    ("name", "most"),
    [("home", 16), ("plan-list", 6), ("plan", 14), ("obligation", 14), ("agency", 12)],
)
def test_queries_do_not_grow_with_the_plan(client, plan, name, most, django_assert_max_num_queries):
    results = [make_result(plan, code=f"IV.{at}") for at in range(8)]
    agency = results[0].occurrence.agency_id
    args = {
        "plan": [plan.slug],
        "obligation": [plan.slug, "IV.1"],
        "agency": [plan.slug, agency],
    }.get(name, [])
    with django_assert_max_num_queries(most):
        assert client.get(reverse(f"portal:{name}", args=args)).status_code == 200
