"""Evidence: attach, send, take back, decide; each rule once allowed and once refused."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone
from PIL import Image

from lantoa.common import audit, files
from lantoa.common.errors import NotAllowed
from lantoa.organisations.factories import make_actor, make_agency
from lantoa.plans.errors import (
    CaptionMissing,
    DateInFuture,
    EvidenceLocked,
    EvidenceMissing,
    EvidenceTwice,
    NotDecided,
    NotWaitingForDecision,
    OwnEvidence,
    ReasonMissing,
)
from lantoa.plans.factories import make_evidence, make_occurrence
from lantoa.plans.models import Evidence, Occurrence
from lantoa.plans.services import evidence, thumbnails

pytestmark = pytest.mark.django_db
LIMIT = 1024 * 1024


def photo(colour: str = "teal") -> files.CleanFile:
    out = io.BytesIO()
    Image.new("RGB", (900, 600), colour).save(out, "JPEG")
    return files.clean(name="anh.jpg", data=out.getvalue(), limit=LIMIT)


@pytest.fixture
def officer():
    return make_actor(make_agency())


@pytest.fixture
def coordinator():
    return make_actor(role="coordinator")


@pytest.fixture
def duty(officer) -> Occurrence:
    return make_occurrence(agency=officer.agency)


@pytest.fixture
def sent(duty, officer) -> Occurrence:
    make_evidence(duty)
    return evidence.submit(occurrence=duty, by=officer)


def attach(duty, by, **values):
    given = {"file": photo(), "caption": "Niêm yết bảng tin", "happened_on": date(2023, 3, 20)}
    return evidence.attach(occurrence=duty, by=by, **(given | values))


def verbs(duty) -> list[str]:
    return [entry.verb for entry in audit.history(duty)]


def test_a_photo_is_kept_with_caption_day_hash_and_who(duty, officer):
    item = attach(duty, officer)
    assert (item.kind, item.caption, item.added_by) == ("photo", "Niêm yết bảng tin", officer.user)
    assert item.original_sha256 == photo().sha256 and item.file.size == item.size
    assert verbs(duty) == ["evidence.attached"]
    assert Occurrence.objects.get(pk=duty.pk).state == "open"


@pytest.mark.parametrize(
    ("values", "refusal"),
    [({"caption": "  "}, CaptionMissing), ({"happened_on": date(2999, 1, 1)}, DateInFuture)],
)
def test_evidence_without_caption_or_of_a_day_to_come_is_refused(duty, officer, values, refusal):
    with pytest.raises(refusal):
        attach(duty, officer, **values)
    assert not Evidence.objects.exists() and verbs(duty) == []


def test_evidence_of_today_is_taken_by_local_time(duty, officer):
    # 18:30 in London is already tomorrow in Vietnam.
    with time_machine.travel("2023-03-20T18:30:00+00:00", tick=False):
        assert attach(duty, officer, happened_on=date(2023, 3, 21)).pk


def test_the_same_file_twice_in_one_duty_is_refused_until_the_first_is_withdrawn(duty, officer):
    first = attach(duty, officer)
    with pytest.raises(EvidenceTwice):
        attach(duty, officer)
    evidence.withdraw(evidence=first, by=officer)
    assert attach(duty, officer).pk != first.pk
    assert attach(make_occurrence(agency=officer.agency), officer).pk


def test_several_files_are_added_all_or_none(duty, officer):
    many = {"caption": "Hội nghị", "happened_on": date(2023, 3, 20), "by": officer}
    attach(duty, officer, file=photo("red"))
    with pytest.raises(EvidenceTwice):
        evidence.attach_many(occurrence=duty, files=[photo("blue"), photo("red")], **many)
    assert duty.evidence.count() == 1
    evidence.attach_many(occurrence=duty, files=[photo("blue"), photo("blue")], **many)
    assert duty.evidence.count() == 2


def test_adding_and_sending_is_one_step(duty, officer):
    row = evidence.attach_and_submit(
        occurrence=duty, files=[photo()], caption="X", happened_on=date(2023, 3, 20), by=officer
    )
    assert (row.state, row.done_on, row.submitted_by) == (
        "submitted",
        date(2023, 3, 20),
        officer.user,
    )
    assert verbs(duty) == ["evidence.submitted", "evidence.attached"]


def test_what_cannot_be_sent_is_not_added(duty, officer):
    with pytest.raises(EvidenceMissing):
        evidence.attach_and_submit(
            occurrence=duty, files=[], caption="X", happened_on=date(2023, 3, 20), by=officer
        )
    assert not duty.evidence.exists() and verbs(duty) == []


@pytest.mark.parametrize("role", ["reader", "inspector", "administrator", "leader"])
def test_posts_without_the_right_add_nothing_even_in_their_own_agency(duty, role):
    with pytest.raises(NotAllowed):
        attach(duty, make_actor(duty.agency, role=role))


def test_another_agency_adds_nothing_not_even_the_coordinator(duty, coordinator):
    for by in (make_actor(), coordinator):
        with pytest.raises(NotAllowed):
            attach(duty, by)


def test_sending_needs_evidence_that_was_not_withdrawn(duty, officer):
    item = attach(duty, officer)
    evidence.withdraw(evidence=item, by=officer)
    with pytest.raises(EvidenceMissing):
        evidence.submit(occurrence=duty, by=officer)
    evidence.bring_back(evidence=item, by=officer)
    assert evidence.submit(occurrence=duty, by=officer).state == "submitted"


def test_a_sent_duty_is_locked_until_it_comes_back(sent, officer, coordinator):
    item = sent.evidence.get()
    for change in (
        lambda: attach(sent, officer),
        lambda: evidence.withdraw(evidence=item, by=officer),
        lambda: evidence.bring_back(evidence=item, by=officer),
        lambda: evidence.submit(occurrence=sent, by=officer),
    ):
        with pytest.raises(EvidenceLocked):
            change()
    evidence.send_back(occurrence=sent, reason="Ảnh mờ", by=coordinator)
    assert attach(sent, officer).pk


def test_a_sending_can_be_taken_back_before_a_decision(sent, officer, coordinator):
    row = evidence.recall(occurrence=sent, by=officer)
    assert (row.state, row.submitted_at, row.done_on) == ("open", None, None)
    assert attach(row, officer).pk
    evidence.submit(occurrence=row, by=officer)
    evidence.accept(occurrence=row, by=coordinator)
    with pytest.raises(NotWaitingForDecision):
        evidence.recall(occurrence=row, by=officer)
    with pytest.raises(NotAllowed):
        evidence.recall(occurrence=row, by=make_actor())


@pytest.mark.parametrize("role", ["coordinator", "leader"])
def test_evidence_is_accepted_by_who_may_decide(sent, role):
    by = make_actor(role=role)
    row = evidence.accept(occurrence=sent, by=by)
    assert (row.state, row.decided_by) == ("accepted", by.user)
    assert verbs(sent)[0] == "evidence.accepted"


@pytest.mark.parametrize("role", ["officer", "head", "inspector", "administrator", "editor"])
def test_nobody_else_decides(sent, role):
    by = make_actor(role=role)
    for decide in (
        lambda: evidence.accept(occurrence=sent, by=by),
        lambda: evidence.send_back(occurrence=sent, reason="Ảnh mờ", by=by),
        lambda: evidence.reconsider(occurrence=sent, by=by),
    ):
        with pytest.raises(NotAllowed):
            decide()


def test_nobody_decides_on_what_they_sent_themselves():
    coordinator = make_actor(role="coordinator")
    duty = make_occurrence(agency=coordinator.agency)
    make_evidence(duty)
    evidence.submit(occurrence=duty, by=coordinator)
    with pytest.raises(OwnEvidence):
        evidence.accept(occurrence=duty, by=coordinator)
    with pytest.raises(OwnEvidence):
        evidence.send_back(occurrence=duty, reason="Ảnh mờ", by=coordinator)
    evidence.accept(occurrence=duty, by=make_actor(role="leader"))
    with pytest.raises(OwnEvidence):
        evidence.reconsider(occurrence=duty, by=coordinator)


def test_a_return_says_why_and_the_duty_may_be_sent_again(sent, officer, coordinator):
    with pytest.raises(ReasonMissing):
        evidence.send_back(occurrence=sent, reason="  ", by=coordinator)
    row = evidence.send_back(occurrence=sent, reason="Ảnh mờ", by=coordinator)
    assert (row.state, row.return_reason) == ("returned", "Ảnh mờ")
    again = evidence.submit(occurrence=row, by=officer)
    assert (again.state, again.decided_at, again.decided_by) == ("submitted", None, None)


def test_a_decision_is_made_once_and_can_be_undone(sent, coordinator):
    with pytest.raises(NotDecided):
        evidence.reconsider(occurrence=sent, by=coordinator)
    evidence.accept(occurrence=sent, by=coordinator)
    with pytest.raises(NotWaitingForDecision):
        evidence.send_back(occurrence=sent, reason="Ảnh mờ", by=coordinator)
    with pytest.raises(ReasonMissing):
        evidence.reconsider(occurrence=sent, reason="  ", by=coordinator)
    row = evidence.reconsider(occurrence=sent, reason="Ảnh của phường khác", by=coordinator)
    assert audit.history(sent)[0].data == {"reason": "Ảnh của phường khác"}
    assert (row.state, row.decided_at) == ("submitted", None)
    assert evidence.accept(occurrence=row, by=coordinator).state == "accepted"


def test_the_moment_of_sending_counts_not_that_of_accepting(duty, officer, coordinator):
    make_evidence(duty)
    with time_machine.travel("2023-03-24T16:59:00+00:00", tick=False):
        evidence.submit(occurrence=duty, by=officer)
    row = evidence.accept(occurrence=duty, by=coordinator)
    assert timezone.localdate(row.submitted_at) == duty.due_on
    assert row.decided_at > row.submitted_at + timedelta(days=1)


def test_a_thumbnail_is_made_once_and_missing_files_have_none(duty, officer):
    item = attach(duty, officer)
    small = thumbnails.of(item)
    with Image.open(io.BytesIO(small)) as image:
        assert max(image.size) == 480
    item.file.storage.delete(item.file.name)
    assert thumbnails.of(item) == small
    assert thumbnails.of(make_evidence(duty, kind="photo", name="x.jpg")) is None
