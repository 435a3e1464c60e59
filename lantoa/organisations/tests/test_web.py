"""The register's screens: who may open them, what they say, how many queries they take."""

from datetime import date

import pytest
from django.urls import reverse

from lantoa.accounts.factories import make_user
from lantoa.organisations.factories import make_actor, make_agency, make_person, make_post
from lantoa.organisations.services import agencies, reorganisations
from lantoa.organisations.services.reorganisations import ReorganisationData

pytestmark = pytest.mark.django_db
LIST = "organisations:agency-list"
DAY = date(2025, 7, 1)


@pytest.fixture
def town():
    return make_agency("Ủy ban nhân dân huyện An Hải", kind="people_committee")


@pytest.fixture
def signed_in(page, town):
    actor = make_actor(town, role="reader")
    return page.sign_in(actor.user)


def merged(old_name="Ủy ban nhân dân xã Cũ", new_name="Ủy ban nhân dân xã Mới"):
    old = make_agency(old_name, kind="commune")
    new = make_agency(new_name, kind="commune", valid_from=DAY)
    data = ReorganisationData("dot-1", "Sắp xếp năm 2025", "merge", DAY, "Nghị quyết số 1/NQ")
    return old, new, reorganisations.record(data=data, successions={old: [new]}, by=None)


@pytest.mark.parametrize("name", ["agency-list", "reorganisation-list"])
def test_who_is_not_signed_in_is_sent_to_sign_in(client, name):
    answer = client.get(reverse(f"organisations:{name}"))
    assert answer.status_code == 302
    assert reverse("accounts:sign-in") in answer.url


def test_a_person_without_a_post_is_refused(page):
    page.sign_in(make_user()).get(reverse(LIST), status=403)


def test_directory_shows_the_day_asked_for(signed_in):
    old, new, _ = merged()
    before = signed_in.get(reverse(LIST) + "?ngay=2025-06-30").text
    assert old.name in before
    assert new.name not in before
    after = signed_in.get(reverse(LIST) + "?ngay=2025-07-01").text
    assert new.name in after
    assert old.name not in after


def test_directory_is_searched_without_accents_and_filtered_by_kind(signed_in, town):
    make_agency("Phòng Tư pháp", parent=town)
    make_agency("Đảng ủy xã Tư", kind="party")
    text = signed_in.get(reverse(LIST) + "?tim=tu+phap").text
    assert "Phòng Tư pháp" in text
    assert "Đảng ủy xã Tư" not in text
    assert "Đảng ủy xã Tư" in signed_in.get(reverse(LIST) + "?loai=party").text


def test_directory_offers_the_last_day_before_each_reorganisation(signed_in):
    merged()
    tabs = signed_in.get(reverse(LIST) + "?tim=xa&ngay=2025-06-30").all("a", aria_current="page")
    offered = {"".join(tab.itertext()).strip(): tab.get("href") for tab in tabs}
    assert offered["Đến 30/06/2025"] == "?tim=xa&ngay=2025-06-30"
    assert signed_in.all("input", name="ngay", value="2025-06-30", type="hidden")


def test_empty_directory_says_what_to_do(signed_in):
    assert "chọn một ngày khác" in signed_in.get(reverse(LIST) + "?ngay=1950-01-01").text


@pytest.mark.parametrize("day", ["31/12/2024", "2024-02-31", "hôm nay", "9999-99-99"])
def test_a_day_that_is_no_date_counts_as_today(signed_in, town, day):
    assert town.name in signed_in.get(reverse(LIST), data={"ngay": day}).text


def test_directory_takes_few_queries_however_long(signed_in, town, django_assert_max_num_queries):
    for number in range(60):
        make_agency(f"Ủy ban nhân dân xã {number}", kind="commune", parent=town)
    with django_assert_max_num_queries(8):
        signed_in.get(reverse(LIST))


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_directory_is_downloaded(signed_in, kind):
    answer = signed_in.get(reverse(LIST) + f"?xuat={kind}").response
    assert f".{kind}" in answer.headers["Content-Disposition"]


def test_agency_page_tells_names_people_and_validity(signed_in, town):
    agency = make_agency("Phòng Nội vụ huyện An Hải", short_name="Phòng Nội vụ", parent=town)
    agencies.add_alias(agency=agency, name="Phòng Tổ chức", by=None)
    make_post(agency, title="Trưởng phòng", holder=make_person("Vũ An", is_illustrative=True))
    make_post(agency, title="Phó Trưởng phòng")
    text = signed_in.get(reverse("organisations:agency", args=[agency.pk])).text
    for said in ("Phòng Tổ chức", "Vũ An", "Trưởng phòng", "dữ liệu minh họa", "đến nay"):
        assert said in text
    assert "Chưa có người giữ" in text


def test_page_of_an_ended_agency_leads_to_its_successor_and_back(signed_in):
    old, new, _ = merged()
    ended = signed_in.get(reverse("organisations:agency", args=[old.pk])).text
    assert "không còn hoạt động" in ended
    assert "đến hết 30/06/2025" in ended
    assert f"Chuyển thành: {new.name}" in ended
    assert f"Từ: {old.name}" in signed_in.get(reverse("organisations:agency", args=[new.pk])).text


def test_agency_page_takes_few_queries(signed_in, django_assert_max_num_queries):
    _, new, _ = merged()
    for number in range(20):
        make_post(new, title=f"Công chức {number}", holder=make_person())
    url = reverse("organisations:agency", args=[new.pk])
    with django_assert_max_num_queries(12):
        signed_in.get(url)


def test_unknown_agency_and_reorganisation_are_not_found(signed_in):
    for name in ("agency", "reorganisation"):
        signed_in.get(reverse(f"organisations:{name}", args=[999_999]), status=404)


def test_reorganisation_is_a_table_of_old_and_new(signed_in, django_assert_max_num_queries):
    old, new, event = merged()
    assert event.name in signed_in.get(reverse("organisations:reorganisation-list")).text
    with django_assert_max_num_queries(8):
        text = signed_in.get(reverse("organisations:reorganisation", args=[event.pk])).text
    for said in (old.name, new.name, "Nghị quyết số 1/NQ", "đến hết 30/06/2025"):
        assert said in text


def test_reorganisation_table_is_downloaded(signed_in):
    old, new, event = merged()
    url = reverse("organisations:reorganisation", args=[event.pk])
    answer = signed_in.get(url + "?xuat=csv").response
    assert f"{old.name},{new.name}" in answer.content.decode("utf-8-sig")
