"""Evidence that is stated, proof that serves several duties, and proof that was seen before."""

from __future__ import annotations

import io
from datetime import date

import pytest
from PIL import Image, ImageDraw

from lantoa.common import audit, files
from lantoa.common.errors import NotAllowed
from lantoa.organisations.factories import make_actor, make_agency
from lantoa.plans.errors import (
    CaptionMissing,
    DateInFuture,
    EvidenceLocked,
    EvidenceTwice,
    StatementIncomplete,
)
from lantoa.plans.factories import make_evidence, make_occurrence
from lantoa.plans.models import Evidence, PhotoPrint
from lantoa.plans.selectors import alike
from lantoa.plans.services import evidence, photo_prints, stated_evidence
from lantoa.plans.services.stated_evidence import Statement

pytestmark = pytest.mark.django_db
DAY = date(2023, 3, 20)
LINK = Statement("link", "Bài trên cổng", DAY, url="https://ninhmau.gov.vn/tin/1")


@pytest.fixture
def officer():
    return make_actor(make_agency())


@pytest.fixture
def coordinator():
    return make_actor(role="coordinator")


@pytest.fixture
def duty(officer):
    return make_occurrence(agency=officer.agency)


def drawn(*, quality: int = 90, size: tuple[int, int] = (900, 600), moved: int = 0) -> bytes:
    """A picture with something in it; the same one in another size or compression."""
    image = Image.new("RGB", (900, 600), "white")
    pen = ImageDraw.Draw(image)
    for number in range(12):
        left = (number * 173 + moved) % 800
        pen.rectangle((left, number * 45, left + 160, number * 45 + 90), fill=(number * 20, 90, 60))
    out = io.BytesIO()
    image.resize(size).save(out, "JPEG", quality=quality)
    return out.getvalue()


def photo(**how) -> files.CleanFile:
    return files.clean(name="anh.jpg", data=drawn(**how), limit=10**7)


def sent_photo(row, by, **how) -> Evidence:
    return evidence.attach(
        occurrence=row, file=photo(**how), caption="Bảng tin", happened_on=DAY, by=by
    )


@pytest.mark.parametrize(
    "statement",
    [
        LINK,
        Statement("dispatch", "Kế hoạch của xã", DAY, number="12/KH-UBND", detail="UBND xã"),
        Statement("article", "Một cửa gần dân", DAY, detail="Đài truyền thanh xã"),
        Statement("event", "Hội nghị phổ biến", DAY, detail="Hội trường", people=45),
    ],
)
def test_every_kind_is_proof_enough_to_send_the_duty(duty, officer, statement):
    row = stated_evidence.add_and_submit(occurrence=duty, statement=statement, by=officer)
    item = row.evidence.get()
    assert row.state == "submitted" and row.done_on == DAY
    assert (item.kind, item.caption, item.people) == (
        statement.kind, statement.caption, statement.people,
    )  # fmt: skip
    assert [entry.verb for entry in audit.history(duty)] == [
        "evidence.submitted", "evidence.attached",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("statement", "refusal"),
    [
        (Statement("link", "Bài", DAY), StatementIncomplete),
        (Statement("link", "Bài", DAY, url="ninhmau.gov.vn"), StatementIncomplete),
        (Statement("article", "Bài", DAY, url="javascript:x", detail="Cổng"), StatementIncomplete),
        (Statement("dispatch", "Công văn", DAY), StatementIncomplete),
        (Statement("event", "Hội nghị", DAY), StatementIncomplete),
        (Statement("link", " ", DAY, url=LINK.url), CaptionMissing),
        (Statement("link", "Bài", date(2999, 1, 1), url=LINK.url), DateInFuture),
    ],
)
def test_a_statement_that_says_too_little_adds_nothing(duty, officer, statement, refusal):
    with pytest.raises(refusal):
        stated_evidence.add(occurrence=duty, statement=statement, by=officer)
    assert not duty.evidence.exists()


@pytest.mark.parametrize("role", ["reader", "inspector"])
def test_who_may_not_send_states_nothing(duty, role):
    with pytest.raises(NotAllowed):
        stated_evidence.add(occurrence=duty, statement=LINK, by=make_actor(duty.agency, role=role))


def test_the_same_page_twice_in_one_duty_is_refused_however_it_is_written(duty, officer):
    stated_evidence.add(occurrence=duty, statement=LINK, by=officer)
    again = Statement("link", "Vẫn bài ấy", DAY, url="http://www.ninhmau.gov.vn/tin/1/#dau")
    with pytest.raises(EvidenceTwice):
        stated_evidence.add(occurrence=duty, statement=again, by=officer)


def test_one_proof_serves_several_duties_each_decided_by_itself(duty, officer, coordinator):
    item = sent_photo(duty, officer)
    others = [make_occurrence(agency=officer.agency) for _number in range(2)]
    made = stated_evidence.serve_also(item=item, occurrences=others, by=officer, submit=True)
    assert [copy.same_as for copy in made] == [item, item]
    assert {copy.file.name for copy in made} == {item.file.name}
    evidence.accept(occurrence=others[0], by=coordinator)
    others[1].refresh_from_db()
    assert others[1].state == "submitted" and not stated_evidence.serve_also(
        item=item, occurrences=[], by=officer
    )


def test_a_duty_that_has_the_proof_already_is_passed_over(duty, officer):
    item = sent_photo(duty, officer)
    other = make_occurrence(agency=officer.agency)
    assert len(stated_evidence.serve_also(item=item, occurrences=[other], by=officer)) == 1
    assert stated_evidence.serve_also(item=item, occurrences=[other], by=officer) == []


def test_proof_is_not_lent_to_another_agency_or_to_a_duty_that_was_sent(duty, officer):
    item = sent_photo(duty, officer)
    with pytest.raises(NotAllowed):
        stated_evidence.serve_also(item=item, occurrences=[make_occurrence()], by=officer)
    with pytest.raises(NotAllowed):
        stated_evidence.serve_also(item=item, occurrences=[], by=make_actor())
    closed = make_occurrence(agency=officer.agency, state="submitted")
    with pytest.raises(EvidenceLocked):
        stated_evidence.serve_also(item=item, occurrences=[closed], by=officer)


def test_a_photo_sent_by_two_agencies_is_recognised_after_recompression(duty, officer, coordinator):
    mine = sent_photo(duty, officer)
    other = make_actor(make_agency())
    theirs = sent_photo(make_occurrence(agency=other.agency), other, quality=40, size=(450, 300))
    unlike = sent_photo(make_occurrence(agency=other.agency), other, moved=311)
    found = alike.of_items(coordinator, [mine, unlike])
    assert [one.item for one in found[mine.pk]] == [theirs]
    assert not found[mine.pk][0].exact and unlike.pk not in found


def test_an_agency_is_told_only_of_its_own_proof(duty, officer):
    mine = sent_photo(duty, officer)
    other = make_actor(make_agency())
    sent_photo(make_occurrence(agency=other.agency), other)
    assert alike.of_items(officer, [mine]) == {}
    again = sent_photo(make_occurrence(agency=officer.agency), officer)
    assert [one.item for one in alike.of_items(officer, [mine])[mine.pk]] == [again]


def test_proof_lent_on_purpose_is_marked_as_shared(duty, officer, coordinator):
    item = sent_photo(duty, officer)
    other = make_occurrence(agency=officer.agency)
    stated_evidence.serve_also(item=item, occurrences=[other], by=officer)
    (told,) = alike.of_items(coordinator, [item])[item.pk]
    assert told.exact and told.shared


def test_look_alikes_cost_the_same_however_many_items(
    duty, officer, coordinator, django_assert_num_queries
):
    items = [sent_photo(duty, officer, moved=number * 97) for number in range(4)]
    with django_assert_num_queries(3):
        alike.of_items(coordinator, items)


def test_blank_pictures_look_like_nothing(duty, officer, coordinator):
    out = io.BytesIO()
    Image.new("RGB", (900, 600), "teal").save(out, "JPEG")
    blank = files.clean(name="anh.jpg", data=out.getvalue(), limit=10**7)
    item = evidence.attach(
        occurrence=duty, file=blank, caption="Trống", happened_on=DAY, by=officer
    )
    assert item.look == photo_prints.NONE and not item.prints.exists()


def test_photos_kept_before_are_looked_at_once(duty, officer):
    old = make_evidence(duty, data=drawn(), kind="photo", media_type="image/jpeg")
    broken = make_evidence(duty, data=b"no picture", kind="photo")
    photo_prints.catch_up(None)
    old.refresh_from_db()
    broken.refresh_from_db()
    assert old.look == files.look_of(drawn()) and broken.look == photo_prints.NONE
    assert PhotoPrint.objects.count() == 4
    photo_prints.catch_up(None)
    assert PhotoPrint.objects.count() == 4
