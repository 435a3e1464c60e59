"""Writes of the register: each rule once allowed and once refused, always on record."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from lantoa.accounts.factories import make_user
from lantoa.common import audit
from lantoa.common.errors import NotAllowed
from lantoa.organisations import errors, jobs
from lantoa.organisations.factories import make_actor, make_agency, make_person, make_post
from lantoa.organisations.models import Agency, Reorganisation, Tenure
from lantoa.organisations.services import agencies, people, reorganisations
from lantoa.organisations.services.agencies import AgencyData
from lantoa.organisations.services.people import PersonData
from lantoa.organisations.services.reorganisations import ReorganisationData
from lantoa.organisations.signals import reorganisation_recorded

pytestmark = pytest.mark.django_db
DAY = date(2025, 7, 1)
DATA = AgencyData("phong-a", "Phòng  A", "division", "district", date(2020, 1, 1))
EVENT = ReorganisationData("dot-1", "Sáp nhập", "merge", DAY, "Nghị quyết số 1/NQ")


@pytest.fixture
def admin():
    return make_actor(role="administrator")


def test_agency_is_created_with_its_place_and_search_key(admin):
    town = make_agency("Ủy ban nhân dân huyện An Hải", kind="people_committee")
    agency = agencies.create(data=replace(DATA, parent=town), by=admin)
    assert (agency.name, agency.place, agency.folded_name) == (
        "Phòng A",
        "huyện An Hải",
        "phong a",
    )
    assert audit.history(agency).get().verb == "organisations.created"


@pytest.mark.parametrize("role", ["officer", "head", "leader", "inspector", "reader"])
def test_only_coordinator_and_administrator_change_the_register(role):
    agencies.create(data=DATA, by=make_actor(role="coordinator"))
    actor = make_actor(role=role)
    with pytest.raises(NotAllowed):
        agencies.create(data=replace(DATA, code="phong-b"), by=actor)
    with pytest.raises(NotAllowed):
        reorganisations.record(data=EVENT, successions={}, by=actor)
    with pytest.raises(NotAllowed):
        people.add_person(data=PersonData("Vũ An"), by=actor)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"name": " "}, errors.NameMissing),
        ({"valid_to": date(2020, 1, 1)}, errors.ValidityReversed),
        ({"code": "phong-cu"}, errors.CodeTaken),
    ],
)
def test_agency_with_wrong_data_is_refused(admin, change, error):
    make_agency(code="phong-cu")
    with pytest.raises(error):
        agencies.create(data=replace(DATA, **change), by=admin)
    assert not Agency.objects.filter(name="Phòng A").exists()


def test_superior_must_be_in_force_on_the_first_day(admin):
    ended = make_agency(valid_to=date(2019, 1, 1))
    with pytest.raises(errors.ParentNotInForce):
        agencies.create(data=replace(DATA, parent=ended), by=admin)


def test_update_keeps_the_code_and_records_what_changed(admin):
    agency = agencies.create(data=DATA, by=admin)
    agencies.update(agency=agency, data=replace(DATA, phone="0258 1"), by=admin)
    assert audit.history(agency).first().data == {"phone": ["", "0258 1"]}
    with pytest.raises(errors.CodeTaken):
        agencies.update(agency=agency, data=replace(DATA, code="khac"), by=admin)


def test_update_without_change_leaves_no_trace(admin):
    agency = agencies.create(data=DATA, by=admin)
    agencies.update(agency=agency, data=DATA, by=admin)
    assert audit.history(agency).count() == 1


def test_an_agency_cannot_be_put_below_its_own_division(admin):
    agency = agencies.create(data=DATA, by=admin)
    below = make_agency(parent=agency, valid_from=date(2020, 1, 1))
    make_agency(parent=below)
    for superior in (below, agency):
        with pytest.raises(errors.ParentLoop):
            agencies.update(agency=agency, data=replace(DATA, parent=superior), by=admin)


def test_agency_is_closed_once_and_after_those_below_it(admin):
    agency = agencies.create(data=DATA, by=admin)
    below = make_agency(parent=agency)
    with pytest.raises(errors.ChildrenInForce, match="Còn 1 cơ quan"):
        agencies.close(agency=agency, on=DAY, by=admin)
    agencies.close(agency=below, on=DAY, by=admin)
    agencies.close(agency=agency, on=DAY, by=admin)
    agency.refresh_from_db()
    assert (agency.valid_to, agency.last_day) == (DAY, date(2025, 6, 30))
    with pytest.raises(errors.AlreadyClosed):
        agencies.close(agency=agency, on=DAY, by=admin)


def test_agency_is_not_closed_before_it_began(admin):
    agency = agencies.create(data=DATA, by=admin)
    with pytest.raises(errors.ValidityReversed):
        agencies.close(agency=agency, on=DATA.valid_from, by=admin)


def test_alias_is_added_once_and_not_if_it_is_a_neighbours_name(admin):
    town = make_agency("Ủy ban nhân dân huyện An Hải", kind="people_committee")
    one, two = make_agency("Phòng A", parent=town), make_agency("Phòng B", parent=town)
    first = agencies.add_alias(agency=one, name=" Phòng  AA ", by=admin)
    assert agencies.add_alias(agency=one, name="Phòng AA", by=admin) == first
    for taken in ("phòng aa", "PHÒNG A"):
        with pytest.raises(errors.AliasTaken):
            agencies.add_alias(agency=two, name=taken, by=admin)
    with pytest.raises(errors.NameMissing):
        agencies.add_alias(agency=two, name=" ", by=admin)


def test_one_account_belongs_to_one_person(admin):
    user = make_user()
    person = people.add_person(data=PersonData(" Vũ  An ", user=user), by=admin)
    assert (person.full_name, person.folded_name) == ("Vũ An", "vu an")
    with pytest.raises(errors.AccountTaken, match="Vũ An"):
        people.add_person(data=PersonData("Trần Bình", user=user), by=admin)
    with pytest.raises(errors.NameMissing):
        people.add_person(data=PersonData(""), by=admin)


def test_vacant_post_is_filled_and_a_held_one_is_not(admin):
    post = people.open_post(agency=make_agency(), title="Trưởng phòng", role="head", by=admin)
    tenure = people.appoint(person=make_person("Vũ An"), post=post, since=DAY, by=admin)
    with pytest.raises(errors.PostTaken, match="Vũ An giữ từ ngày 01/07/2025"):
        people.appoint(person=make_person(), post=post, since=DAY + timedelta(9), by=admin)
    people.end_tenure(tenure=tenure, on=DAY + timedelta(30), by=admin)
    people.appoint(person=make_person(), post=post, since=DAY + timedelta(30), by=admin)
    assert audit.history(tenure).count() == 2


def test_nobody_is_appointed_before_a_tenure_already_recorded(admin):
    post = make_post(holder=make_person(), since=DAY)
    with pytest.raises(errors.PostTaken):
        people.appoint(person=make_person(), post=post, since=DAY - timedelta(30), by=admin)


def test_nobody_is_appointed_into_a_tenure_that_has_ended_since(admin):
    post = make_post(holder=make_person(), since=DAY)
    people.end_tenure(tenure=post.tenures.get(), on=DAY + timedelta(30), by=admin)
    with pytest.raises(errors.PostTaken):
        people.appoint(person=make_person(), post=post, since=DAY + timedelta(29), by=admin)


def test_nobody_is_appointed_to_an_agency_that_has_ended(admin):
    post = make_post(make_agency(valid_to=DAY))
    with pytest.raises(errors.AgencyNotInForce):
        people.appoint(person=make_person(), post=post, since=DAY, by=admin)


def test_tenure_ends_once_and_not_before_it_began(admin):
    post = make_post(holder=make_person(), since=DAY)
    tenure = post.tenures.get()
    with pytest.raises(errors.ValidityReversed):
        people.end_tenure(tenure=tenure, on=DAY, by=admin)
    people.end_tenure(tenure=tenure, on=DAY + timedelta(1), by=admin)
    with pytest.raises(errors.TenureAlreadyEnded):
        people.end_tenure(tenure=tenure, on=DAY + timedelta(2), by=admin)


def test_two_open_tenures_in_one_post_are_refused_by_the_database():
    post = make_post(holder=make_person())
    with pytest.raises(IntegrityError), transaction.atomic():
        Tenure.objects.create(post=post, person=make_person(), since=DAY)


def test_merger_ends_the_old_opens_the_new_and_is_announced(
    admin, django_capture_on_commit_callbacks
):
    heard = []
    reorganisation_recorded.connect(
        receiver := lambda reorganisation, **kwargs: heard.append(reorganisation)
    )
    a, b = make_agency("Xã A", kind="commune"), make_agency("Xã B", kind="commune")
    made = AgencyData("xa-c", "Ủy ban nhân dân xã C", "commune", "commune", DAY)
    with django_capture_on_commit_callbacks(execute=True):
        event = reorganisations.record(data=EVENT, successions={a: [made], b: [made]}, by=admin)
    reorganisation_recorded.disconnect(receiver)
    new = Agency.objects.get(code="xa-c")
    a.refresh_from_db()
    assert (a.valid_to, new.valid_from) == (DAY, DAY)
    assert event.successions.filter(successor=new).count() == 2
    assert heard == [event]
    assert audit.history(a).get().data == {"on": "2025-07-01", "reorganisation": "dot-1"}


def test_broken_reorganisation_is_refused_whole_with_its_reasons(admin):
    a, b = make_agency("Xã A", kind="commune"), make_agency("Xã B", kind="commune")
    made = AgencyData("xa-c", "Ủy ban nhân dân xã C", "commune", "commune", DAY)
    with pytest.raises(errors.ReorganisationRefused, match="Xã B đang có 0 cơ quan") as refusal:
        reorganisations.record(data=EVENT, successions={a: [made], b: []}, by=admin)
    assert [problem.code for problem in refusal.value.data["problems"]] == ["successor-count"]
    a.refresh_from_db()
    assert a.valid_to is None
    assert not Agency.objects.filter(code="xa-c").exists()
    assert not Reorganisation.objects.exists()


def test_reorganisation_is_recorded_once(admin):
    a, b = make_agency(), make_agency()
    reorganisations.record(data=EVENT, successions={a: [b]}, by=admin)
    with pytest.raises(errors.ReorganisationRecorded):
        reorganisations.record(data=EVENT, successions={b: [a]}, by=admin)


def test_dissolved_agency_has_a_line_without_successor(admin):
    agency = make_agency()
    event = replace(EVENT, kind="dissolve")
    recorded = reorganisations.record(data=event, successions={agency: []}, by=admin)
    line = recorded.successions.get()
    assert (line.predecessor, line.successor) == (agency, None)


def test_nightly_check_notes_an_overlap_once():
    post = make_post(holder=make_person(), since=date(2020, 1, 1))
    second = Tenure.objects.create(
        post=post, person=make_person(), since=date(2021, 1, 1), until=date(2021, 2, 1)
    )
    for _ in range(2):
        jobs.check_tenures(timezone.now())
    assert [entry.verb for entry in audit.history(second)] == ["organisations.tenures-overlap"]
    assert audit.history(post.tenures.get(until=None)).count() == 0
