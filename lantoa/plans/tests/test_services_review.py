"""Reviewing rows: each change once allowed and once refused, and two people at one row."""

from __future__ import annotations

import pytest

from lantoa.common import audit
from lantoa.common.errors import NotAllowed
from lantoa.plans.errors import (
    MergeIntoItself,
    PlanNotDraft,
    ReasonMissing,
    RowChangedMeanwhile,
    SplitNeedsTwo,
    TextMissing,
)
from lantoa.plans.factories import make_draft_item, make_plan
from lantoa.plans.models import DraftItem
from lantoa.plans.services import restructure, review
from lantoa.plans.tests.town import Town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> Town:
    return Town()


@pytest.fixture
def item(town) -> DraftItem:
    return make_draft_item(town.plan(), lead="Phòng Nội vụ", text="Gửi tin, bài hằng tháng")


def test_accepting_a_row_records_who_and_raises_its_version(town, item):
    done = review.accept(item=item, version=1, by=town.first)
    assert (done.state, done.version, done.changed_by) == ("accepted", 2, town.first.user)
    entry = audit.history(item).get()
    assert entry.verb == "plans.row_accepted"
    assert entry.data == {"before": {"state": "pending"}, "after": {"state": "accepted"}}


def test_only_coordinators_review(town, item):
    for actor in (town.inspector, town.officer):
        with pytest.raises(NotAllowed):
            review.accept(item=item, version=1, by=actor)
    assert DraftItem.objects.get(pk=item.pk).version == 1


def test_rows_of_a_binding_plan_are_closed(town):
    row = make_draft_item(town.plan(state="active"))
    with pytest.raises(PlanNotDraft):
        review.reject(item=row, version=1, reason="trùng", by=town.first)


def test_second_person_sees_what_the_first_changed(town, item):
    mine = DraftItem.objects.get(pk=item.pk)
    review.edit(item=item, version=1, values={"text": "Gửi tin hằng quý"}, by=town.first)
    with pytest.raises(RowChangedMeanwhile) as refused:
        review.reject(item=mine, version=1, reason="trùng", by=town.second)
    assert str(town.first.user) in refused.value.text
    assert item.code in refused.value.text
    (entry,) = refused.value.data["changes"]
    assert entry.data["before"]["text"] == "Gửi tin, bài hằng tháng"
    assert entry.data["after"]["text"] == "Gửi tin hằng quý"
    assert DraftItem.objects.get(pk=item.pk).state == "accepted"


def test_rejecting_needs_a_reason_and_can_be_taken_back(town, item):
    with pytest.raises(ReasonMissing):
        review.reject(item=item, version=1, reason="  ", by=town.first)
    out = review.reject(item=item, version=1, reason="Chỉ là lời dẫn", by=town.first)
    assert (out.state, out.reason) == ("rejected", "Chỉ là lời dẫn")
    back = review.restore(item=out, version=2, by=town.second)
    assert (back.state, back.reason, back.version) == ("pending", "", 3)


def test_editing_keeps_only_real_changes_in_the_record(town, item):
    values = {"text": "Gửi tin", "nature": "duty", "binding": "directed"}
    done = review.edit(item=item, version=1, values=values, by=town.first)
    assert (done.text, done.state) == ("Gửi tin", "accepted")
    assert set(audit.history(item).get().data["after"]) == {"text", "state"}


@pytest.mark.parametrize("text", ["", "   "])
def test_text_of_a_row_is_never_empty(town, item, text):
    with pytest.raises(TextMissing):
        review.edit(item=item, version=1, values={"text": text}, by=town.first)


def test_state_cannot_be_edited_in_through_the_fields(town, item):
    with pytest.raises(ValueError, match="not editable"):
        review.edit(item=item, version=1, values={"state": "merged"}, by=town.first)


def test_merging_lends_the_source_lines_and_restoring_returns_them(town, item):
    other = make_draft_item(item.plan, spans=[[9, 9], [3, 3]])
    merged = restructure.merge(item=other, into=item, version=1, by=town.first)
    item.refresh_from_db()
    assert (merged.state, merged.merged_into) == ("merged", item)
    assert (item.spans, item.version) == ([[3, 3], [9, 9]], 2)
    back = review.restore(item=merged, version=2, by=town.first)
    item.refresh_from_db()
    assert (back.state, back.merged_into_id, item.spans) == ("pending", None, [[3, 3]])


def test_a_row_merges_only_into_a_living_row_of_its_plan(town, item):
    stranger = make_draft_item(make_plan())
    dead = make_draft_item(item.plan, state="rejected", reason="trùng")
    for into in (item, stranger, dead):
        with pytest.raises(MergeIntoItself):
            restructure.merge(item=item, into=into, version=1, by=town.first)
    assert DraftItem.objects.get(pk=item.pk).state == "pending"


def test_stale_merge_changes_neither_row(town, item):
    other = make_draft_item(item.plan, spans=[[9, 9]])
    review.accept(item=DraftItem.objects.get(pk=other.pk), version=1, by=town.second)
    with pytest.raises(RowChangedMeanwhile):
        restructure.merge(item=other, into=item, version=1, by=town.first)
    assert DraftItem.objects.get(pk=item.pk).spans == [[3, 3]]


def test_splitting_gives_each_part_the_same_parties_and_lines(town, item):
    parts = ["Gửi tin", "", " Gửi bài ", "Gửi ảnh"]
    rows = restructure.split(item=item, version=1, parts=parts, by=town.first)
    assert [row.text for row in rows] == ["Gửi tin", "Gửi bài", "Gửi ảnh"]
    assert [row.code for row in rows] == [item.code, f"{item.code}-2", f"{item.code}-3"]
    assert all(row.parties == item.parties and row.spans == [[3, 3]] for row in rows)
    assert all(row.state == "accepted" for row in rows)
    assert list(item.plan.draft_items.values_list("text", flat=True)) == [r.text for r in rows]


def test_splitting_needs_two_parts(town, item):
    with pytest.raises(SplitNeedsTwo):
        restructure.split(item=item, version=1, parts=["Một phần", " "], by=town.first)


def test_missing_duties_are_added_with_their_own_codes(town, item):
    first = review.add(plan=item.plan, values={"text": "Báo cáo quý"}, by=town.first)
    second = review.add(plan=item.plan, values={"text": "Báo cáo năm"}, by=town.first)
    assert (first.code, second.code, second.state) == ("BS.1", "BS.2", "accepted")
    assert second.position > first.position > item.position
    with pytest.raises(TextMissing):
        review.add(plan=item.plan, values={"text": " "}, by=town.first)


def test_accepting_many_leaves_rows_that_moved_meanwhile(town, item):
    moved, decided = make_draft_item(item.plan), make_draft_item(item.plan, state="accepted")
    seen = {item.pk: 1, moved.pk: 1, decided.pk: 1, make_draft_item().pk: 1}
    review.edit(item=moved, version=1, values={"text": "Mới"}, by=town.second)
    review.restore(item=moved, version=2, by=town.second)
    assert review.accept_many(plan=item.plan, items=seen, by=town.first) == 1
    states = dict(item.plan.draft_items.values_list("pk", "state"))
    assert states == {item.pk: "accepted", moved.pk: "pending", decided.pk: "accepted"}
