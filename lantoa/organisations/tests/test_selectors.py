"""The register as of a day: who exists, who is meant, who came after, who acts."""

from datetime import date

import pytest

from lantoa.accounts.factories import make_user
from lantoa.common.errors import NotFound
from lantoa.organisations.factories import make_actor, make_agency, make_person, make_post
from lantoa.organisations.models import AgencyAlias, Tenure
from lantoa.organisations.selectors import agencies, people, successions
from lantoa.organisations.selectors.actors import actor_for
from lantoa.organisations.services import reorganisations
from lantoa.organisations.services.reorganisations import ReorganisationData

pytestmark = pytest.mark.django_db
DAY = date(2023, 3, 1)


@pytest.fixture
def town():
    return make_agency("Ủy ban nhân dân huyện An Hải", kind="people_committee")


def add(parent, name, kind="division", **values):
    return make_agency(name, kind=kind, parent=parent, **values)


def merge(old, new, on, code="dot-1"):
    data = ReorganisationData(code, "Sáp nhập", "merge", on, "Nghị quyết")
    return reorganisations.record(data=data, successions={old: [new]}, by=None)


@pytest.mark.parametrize(
    ("day", "there"),
    [
        (date(2019, 12, 31), False),
        (date(2020, 1, 1), True),
        (date(2024, 12, 31), True),
        (date(2025, 1, 1), False),
    ],
)
def test_agency_exists_from_its_first_day_up_to_its_last(day, there):
    agency = make_agency(valid_from=date(2020, 1, 1), valid_to=date(2025, 1, 1))
    assert agencies.as_of(day).filter(pk=agency.pk).exists() is there
    assert agencies.in_force(agency, day) is there


def test_same_name_in_two_districts_is_told_apart_by_the_authority(town):
    other = make_agency("Ủy ban nhân dân huyện An Lộc", kind="people_committee")
    here, there = add(town, "Phòng Nội vụ"), add(other, "Phòng Nội vụ")
    assert agencies.find("Phòng Nội vụ", DAY) is None
    assert agencies.find("phòng Nội vụ", DAY, under=town) == here
    assert agencies.find("Phòng Nội vụ", DAY, under=other) == there
    assert agencies.find("Phòng Nội vụ huyện An Lộc", DAY, under=town) == there


def test_a_bare_name_is_never_another_places_agency(town):
    other = make_agency("Ủy ban nhân dân huyện An Lộc", kind="people_committee")
    add(other, "Phòng Kinh tế")
    assert agencies.find("Phòng Kinh tế", DAY, under=town) is None


def test_agencies_of_the_superior_are_found_from_below():
    province = make_agency(
        "Ủy ban nhân dân tỉnh An Khánh", kind="people_committee", level="province"
    )
    district = add(province, "Ủy ban nhân dân huyện An Hải", "people_committee")
    home = add(province, "Sở Nội vụ", "department", level="province")
    assert agencies.find("Sở Nội vụ", DAY, under=district) == home
    assert agencies.find("UBND tỉnh", DAY, under=district) == province


def test_many_names_are_looked_up_with_two_queries(town, django_assert_num_queries):
    add(town, "Phòng Nội vụ")
    directory = agencies.directory(DAY)
    with django_assert_num_queries(2):
        assert all(directory.find("Phòng Nội vụ") for _ in range(20))


def test_expansion_opens_a_class_below_the_authority_on_the_day(town):
    other = make_agency("Ủy ban nhân dân huyện An Lộc", kind="people_committee")
    a = add(town, "Ủy ban nhân dân xã A", "commune", valid_to=date(2024, 1, 1))
    b = add(town, "Ủy ban nhân dân xã B", "commune")
    add(other, "Ủy ban nhân dân xã C", "commune")
    add(town, "Phòng Nội vụ")
    assert agencies.expand("UBND các xã, phường", under=town, on=DAY) == [a, b]
    assert agencies.expand("UBND các xã, phường", under=town, on=date(2024, 1, 1)) == [b]
    assert agencies.expand("các cơ quan, đơn vị liên quan", under=town, on=DAY) == []


def test_expansion_reaches_bodies_that_work_on_the_territory(town):
    party = make_agency("Huyện ủy An Hải", kind="party", area=town)
    office = make_agency("Ban Tuyên giáo Huyện ủy", kind="party", parent=party)
    commune = add(town, "Ủy ban nhân dân xã A", "commune")
    cell = make_agency("Đảng ủy xã A", kind="party", level="commune", parent=party, area=commune)
    assert set(agencies.expand("các cấp ủy", under=town, on=DAY)) == {party, cell}
    advising = "các cơ quan tham mưu, giúp việc Huyện ủy"
    assert agencies.expand(advising, under=town, on=DAY) == [office]


def test_expansion_follows_the_documents_own_short_form(town):
    division = add(town, "Phòng Nội vụ")
    commune = add(town, "Ủy ban nhân dân xã A", "commune")
    short = {"cơ quan, đơn vị": "các cơ quan, đơn vị và UBND các xã, phường"}
    found = agencies.expand("các cơ quan, đơn vị", under=town, on=DAY, definitions=short)
    assert set(found) == {division, commune}
    assert agencies.expand("các cơ quan, đơn vị", under=town, on=DAY) == [division]


def test_register_tells_a_reader_names_aliases_level_and_who_is_only_asked():
    agency = make_agency("Huyện đoàn An Hải", kind="mass_organisation", short_name="Huyện đoàn")
    AgencyAlias.objects.create(agency=agency, name="Đoàn Thanh niên huyện", folded="x")
    (known,) = agencies.register(DAY)
    assert known.name == "Huyện đoàn An Hải"
    assert known.aliases == ("Huyện đoàn", "Đoàn Thanh niên huyện")
    assert (known.level, known.requested) == ("district", True)


@pytest.mark.parametrize("text", ["noi vu", "Nội Vụ", "nv-huyen", "to chuc can bo", "phòng  nội"])
def test_directory_is_searched_with_and_without_accents(text):
    agency = make_agency("Phòng Nội vụ", code="nv-huyen")
    AgencyAlias.objects.create(
        agency=agency, name="Phòng Tổ chức cán bộ", folded="phong to chuc can bo"
    )
    make_agency("Phòng Tư pháp")
    assert list(agencies.matching(agencies.as_of(DAY), text)) == [agency]


def test_chain_of_mergers_leads_to_who_is_there_on_the_day():
    a, b = make_agency("Xã A", kind="commune"), make_agency("Xã B", kind="commune")
    c = make_agency("Phường C", kind="commune", valid_from=date(2025, 7, 1))
    merge(a, b, date(2024, 11, 1))
    merge(b, c, date(2025, 7, 1), code="dot-2")
    a.refresh_from_db()
    assert agencies.successors(a, date(2024, 10, 31)) == []
    assert agencies.successors(a, date(2024, 11, 1)) == [b]
    assert agencies.successor(a, date(2025, 7, 1)) == c
    assert agencies.predecessors(c) == [b, a]
    assert [turn.agencies for turn in successions.turns_after(a)] == [(b,)]


def test_agency_page_rows_are_for_those_with_a_post_and_missing_ones_not_found():
    actor = make_actor()
    with pytest.raises(NotFound):
        agencies.get_for(actor, 999_999)
    assert agencies.get_for(actor, actor.agency_id) == actor.agency


def test_actor_is_the_post_held_on_the_day():
    user = make_user()
    post = make_post(role="head")
    tenure = Tenure.objects.create(
        post=post, person=make_person(user=user), since=date(2023, 1, 1), until=date(2024, 1, 1)
    )
    assert actor_for(user, date(2022, 12, 31)) is None
    assert actor_for(user, date(2023, 1, 1)).post == tenure.post
    assert actor_for(user, date(2023, 12, 31)).role == "head"
    assert actor_for(user, date(2024, 1, 1)) is None


def test_actor_prefers_an_agency_in_force_and_then_the_latest_post():
    user = make_user()
    person = make_person(user=user)
    ended = make_agency(valid_to=date(2022, 1, 1))
    make_post(make_agency(), role="officer", holder=person, since=date(2020, 1, 1))
    make_post(ended, role="head", holder=person, since=date(2021, 6, 1))
    assert actor_for(user, DAY).role == "officer"
    make_post(make_agency(), role="editor", holder=person, since=date(2022, 6, 1))
    assert actor_for(user, DAY).role == "editor"


def test_actor_is_found_with_one_query(django_assert_num_queries):
    actor = make_actor()
    with django_assert_num_queries(1):
        found = actor_for(actor.user, DAY)
        assert (found.agency.name, str(found.post)) == (actor.agency.name, str(actor.post))


def test_holders_are_listed_by_given_name_and_by_role():
    agency = make_agency()
    for name, role in (("Trần Bình", "head"), ("Vũ An", "officer")):
        make_post(agency, role=role, holder=make_person(name))
    assert [one.person.full_name for one in people.holders(agency, DAY)] == ["Vũ An", "Trần Bình"]
    assert [one.post.role for one in people.holders(agency, DAY, role="head")] == ["head"]
