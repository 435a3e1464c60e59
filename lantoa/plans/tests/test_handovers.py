"""Handing work over in a reorganisation: nothing is lost, history stays, only once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from lantoa.common.errors import NotAllowed
from lantoa.organisations.errors import ReorganisationRefused
from lantoa.organisations.factories import make_actor, make_agency
from lantoa.organisations.models import Agency, Tenure
from lantoa.plans.errors_handover import (
    HandoverAlreadyConfirmed,
    HandoverChangedMeanwhile,
    HandoverNotDraft,
    HandoverTooEarly,
)
from lantoa.plans.factories import (
    make_draft_item,
    make_evidence,
    make_obligation,
    make_occurrence,
)
from lantoa.plans.models import Assignment, Evidence, Occurrence
from lantoa.plans.rules.handing_over import Work, fates
from lantoa.plans.selectors import handovers
from lantoa.plans.selectors.occurrences import standing_of
from lantoa.plans.services import handover as handing
from lantoa.plans.services import reorganising
from lantoa.plans.services.parties import Resolver
from lantoa.plans.services.reorganising import HandoverData
from lantoa.plans.tests.town import Town, party

pytestmark = pytest.mark.django_db
DAY = date(2023, 7, 1)


@pytest.fixture
def town() -> Town:
    return Town()


def prepared(town, *, kind="merge", old=None, heirs=(), new=("UBND xã Mới",), on=DAY):
    data = HandoverData("Sắp xếp cấp xã", kind, on, "12/NQ-HĐND")
    made = reorganising.prepare(data=data, by=town.first)
    return reorganising.add_lines(
        handover=made,
        predecessors=town.communes if old is None else old,
        successors=heirs,
        new_names=new,
        by=town.first,
    )


def confirm(town, made):
    return reorganising.confirm(handover=made, seen=made.version, by=town.first)


def open_work(town, plan=None):
    """One duty and period open in both communes, each with its own evidence."""
    duty = make_obligation(plan or town.plan(state="active"), lead=town.communes[0])
    rows = [
        make_occurrence(duty, agency=agency, period_key="2023-07", due_on=date(2023, 7, 20))
        for agency in town.communes
    ]
    for row in rows:
        make_evidence(row)
    return duty, rows


@pytest.mark.parametrize(
    ("old", "own", "outcomes"),
    [
        (["open"], None, ["moved"]),
        (["open", "open"], None, ["moved", "merged"]),
        (["open", "submitted"], None, ["merged", "moved"]),
        (["accepted", "open"], None, ["kept", "moved"]),
        (["open"], "open", ["merged"]),
        (["open"], "accepted", ["ended"]),
    ],
)
def test_open_rows_move_or_merge_and_accepted_ones_stay(old, own, outcomes):
    rows = [Work(n, 1, "k", state, DAY, "9") for n, state in enumerate(old)]
    theirs = [Work(99, 1, "k", own, DAY, "9")] if own else []
    found = {fate.key: fate.outcome for fate in fates(rows, theirs)}
    assert [found[n] for n in range(len(old))] == outcomes


def test_two_open_rows_of_one_duty_become_one_with_both_evidence_sets(town):
    _duty, rows = open_work(town)
    files = {item.pk for row in rows for item in row.evidence.all()}
    confirm(town, prepared(town))
    heir = Agency.objects.get(name="UBND xã Mới")
    kept = Occurrence.objects.get(agency=heir)
    assert {item.pk for item in kept.evidence.all()} == files
    assert kept.inherited_from in town.communes
    folded = Occurrence.objects.exclude(pk=kept.pk).get()
    assert standing_of(folded, today=timezone.localdate()).code == "excused"


def test_nothing_is_lost_and_accepted_history_is_untouched(town):
    duty, _rows = open_work(town)
    done = make_occurrence(duty, agency=town.communes[0], state="accepted", period_key="2023-03")
    make_evidence(done)
    before = Occurrence.objects.values().get(pk=done.pk)
    rows, files = Occurrence.objects.count(), Evidence.objects.count()
    made = prepared(town)
    shown = handing.preview(made)
    counts = confirm(town, made)
    assert sum(counts.values()) == len(shown.entries) == made.items.count()
    works = made.items.filter(kind__in=["occurrence", "history"])
    assert works.count() == rows == Occurrence.objects.count()
    assert Evidence.objects.count() == files
    assert Occurrence.objects.values().get(pk=done.pk) == before


def test_people_go_on_in_the_successor_and_assignments_pass(town):
    duty, _rows = open_work(town)
    confirm(town, prepared(town))
    heir = Agency.objects.get(name="UBND xã Mới")
    held = Tenure.objects.get(person=town.officer.user.person, until=None)
    assert (held.post.agency, held.since, held.post.role) == (heir, DAY, "officer")
    now = Assignment.objects.get(obligation=duty, until=None)
    assert (now.agency, now.role, now.since) == (heir, "lead", DAY)
    old = Assignment.objects.get(obligation=duty, agency=town.communes[0])
    assert old.until == DAY - timedelta(days=1)


def test_a_draft_that_names_an_ended_agency_means_its_successor(town):
    draft = town.plan()
    item = make_draft_item(draft, parties=[party("UBND xã Bình An")])
    made = prepared(town)
    entry = next(e for e in handing.preview(made).entries if e.kind == "draft_row")
    assert entry.about == item.pk
    confirm(town, made)
    heir = Agency.objects.get(name="UBND xã Mới")
    assert Resolver(plan=draft).agencies(item.parties[0]) == [heir.pk]


def test_a_split_agency_gives_each_duty_to_whom_was_chosen(town):
    first, second = open_work(town)[0], open_work(town)[0]
    made = prepared(town, kind="split", old=town.communes[:1], new=("Xã Đông", "Xã Tây"))
    _east, west = handovers.lines_of(made)
    made = reorganising.choose(handover=made, choices=[(second.pk, west.pk)], by=town.first)
    confirm(town, made)
    by_duty = {
        row.obligation_id: row.agency.name
        for row in Occurrence.objects.exclude(inherited_from=None)
    }
    assert by_duty == {first.pk: "Xã Đông", second.pk: "Xã Tây"}


def test_dissolved_without_successor_the_work_to_come_is_expected_no_more(town):
    _duty, rows = open_work(town)
    confirm(town, prepared(town, kind="dissolve", new=()))
    rows[0].refresh_from_db()
    assert rows[0].agency == town.communes[0]
    assert rows[0].excused_at is not None
    assert rows[0].evidence.count() == 1


def test_a_wrong_number_of_successors_is_refused_and_nothing_is_written(town):
    open_work(town)
    made = prepared(town, new=("Xã Đông", "Xã Tây"))
    with pytest.raises(ReorganisationRefused):
        confirm(town, made)
    made.refresh_from_db()
    assert made.state == "draft"
    assert not Agency.objects.filter(name="Xã Đông").exists()
    assert not Occurrence.objects.exclude(inherited_from=None).exists()


def test_confirming_twice_is_refused_with_who_and_when(town):
    open_work(town)
    made = prepared(town)
    confirm(town, made)
    with pytest.raises(HandoverAlreadyConfirmed, match=str(town.first.user)):
        reorganising.confirm(handover=made, seen=made.version, by=town.second)
    with pytest.raises(HandoverAlreadyConfirmed):
        reorganising.drop(handover=made, by=town.second)


def test_what_another_person_changed_meanwhile_must_be_seen_first(town):
    made = prepared(town)
    reorganising.remove_agency(handover=made, predecessor_id=town.communes[0].pk, by=town.second)
    with pytest.raises(HandoverChangedMeanwhile):
        reorganising.confirm(handover=made, seen=made.version, by=town.first)


def test_a_draft_is_dropped_and_taken_up_again_but_not_confirmed_between(town):
    made = reorganising.drop(handover=prepared(town), by=town.first)
    with pytest.raises(HandoverNotDraft):
        confirm(town, made)
    made = reorganising.take_up(handover=made, by=town.first)
    confirm(town, made)
    assert Agency.objects.filter(name="UBND xã Mới").exists()


def test_it_is_not_confirmed_before_its_day_nor_by_an_officer(town):
    made = prepared(town, on=timezone.localdate() + timedelta(days=1))
    with pytest.raises(HandoverTooEarly):
        confirm(town, made)
    with pytest.raises(NotAllowed):
        reorganising.confirm(handover=made, seen=made.version, by=make_actor(make_agency()))


def test_the_board_counts_follow_the_work_to_the_successor(town):
    plan = town.plan(state="active")
    open_work(town, plan)
    confirm(town, prepared(town))
    heir = Agency.objects.get(name="UBND xã Mới")
    assert handovers.inherited(plan) == {heir.pk: 1}
