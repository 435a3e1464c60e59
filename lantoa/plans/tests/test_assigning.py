"""Giving duties to other agencies: what passes on, what stays, counts, and the way back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from lantoa.common.errors import NotAllowed
from lantoa.organisations.factories import make_agency
from lantoa.plans.errors import (
    AgencyNotInForce,
    AssignmentWorkedOn,
    DateInFuture,
    DutyNotExpected,
    PartTaken,
    ReasonMissing,
)
from lantoa.plans.factories import make_evidence, make_obligation, make_occurrence
from lantoa.plans.models import Assignment, Occurrence
from lantoa.plans.rules import assigning as rules
from lantoa.plans.rules.bulk import Details
from lantoa.plans.services import assigning, bulk
from lantoa.plans.services.assigning import Order
from lantoa.plans.tests.test_tallies import differences
from lantoa.plans.tests.town import Town

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = timezone.localdate()
ASKED = rules.Order(rules.LEAD, 2, "UBND xã Mới", date(2023, 6, 1), in_force=True)
DUTY = rules.Standing(
    running=True, holder=1, holder_name="UBND xã Cũ", roles={1: frozenset({"lead"})},
    passing=frozenset({"q3"}), open=frozenset({"q3", "q4"}), taken=frozenset(),
)  # fmt: skip


@pytest.mark.parametrize(
    ("order", "duty", "refused", "said"),
    [
        ({}, {}, False, "UBND xã Cũ → UBND xã Mới từ ngày 01/06/2023; 1 kỳ"),
        ({"way": rules.ADD}, {}, False, "chủ trì 2 kỳ"),
        ({"way": rules.COORDINATING}, {}, False, "phối hợp từ ngày 01/06/2023"),
        ({}, {"running": False}, True, "không còn hiệu lực"),
        ({"since": date(2023, 7, 2)}, {}, True, "sau hôm nay"),
        ({"in_force": False}, {}, True, "không hoạt động vào ngày 01/06/2023"),
        ({}, {"roles": {2: frozenset({"lead"})}}, True, "đang chủ trì"),
        ({}, {"holder": 2}, True, "đang chủ trì"),
        ({}, {"passing": frozenset()}, True, "Không có kỳ nào"),
        ({}, {"taken": frozenset({"q3"})}, True, "đã có việc cùng kỳ"),
        ({"way": rules.COORDINATING}, {"roles": {2: frozenset({"lead"})}}, True, "đã tham gia"),
        ({"way": rules.INSTEAD, "instead_of": 3, "instead_name": "Phòng Ất"}, {}, True,
         "Phòng Ất không phối hợp"),
        ({"way": rules.INSTEAD, "instead_of": 3, "instead_name": "Phòng Ất"},
         {"roles": {3: frozenset({"coordinating"})}}, False, "Phòng Ất → UBND xã Mới"),
    ],
)  # fmt: skip
def test_what_would_happen_to_a_duty_or_why_not(order, duty, refused, said):
    from dataclasses import replace

    found = rules.verdict(replace(ASKED, **order), replace(DUTY, **duty), today=date(2023, 7, 1))
    assert found.refused is refused and said in found.said


@pytest.fixture
def town():
    return Town()


@pytest.fixture
def plan(town):
    return town.plan(state="active", year=TODAY.year, issued_on=TODAY - timedelta(days=90))


@pytest.fixture
def duty(plan, town):
    return make_obligation(plan, lead=town.communes[0])


def day(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.fixture
def rows(duty, town):
    """Of the commune: one period past and not done, one sent, two to come."""
    first = town.communes[0]
    return [
        make_occurrence(duty, agency=first, due_on=day(-20), period_key="q1"),
        make_occurrence(
            duty, agency=first, due_on=day(10), period_key="q2", state="submitted", submitted_at=NOW
        ),
        make_occurrence(duty, agency=first, due_on=day(20), period_key="q3"),
        make_occurrence(duty, agency=first, due_on=day(90), period_key="q4"),
    ]


def order(town, to=None, since=TODAY, reason="Theo văn bản 15/UBND-NV") -> Order:
    return Order((to or town.communes[1]).pk, since, reason)


def holders(rows) -> list[int]:
    found = dict(Occurrence.objects.values_list("pk", "agency_id"))
    return [found[row.pk] for row in rows]


def parts(duty) -> list[tuple]:
    return list(duty.assignments.order_by("pk").values_list("agency_id", "role", "until"))


def test_changing_the_lead_passes_on_what_is_to_come_and_keeps_the_past(duty, rows, town, plan):
    old, new = (one.pk for one in town.communes)
    assigning.change_lead(obligation=duty, old=old, order=order(town), by=town.first)
    assert holders(rows) == [old, old, new, new]
    assert parts(duty) == [(old, "lead", day(-1)), (new, "lead", None)]
    assert Occurrence.objects.get(pk=rows[2].pk).inherited_from_id == old
    assert differences(plan) == []


def test_undoing_brings_the_periods_and_the_part_back(duty, rows, town, plan):
    old, new = (one.pk for one in town.communes)
    made = assigning.change_lead(obligation=duty, old=old, order=order(town), by=town.first)
    assigning.undo(obligation=duty, made=made, reason="Nhầm", by=town.first)
    assert holders(rows) == [old] * 4
    assert parts(duty) == [(old, "lead", None), (new, "lead", TODAY)]
    assert Occurrence.objects.get(pk=rows[2].pk).inherited_from_id is None
    assert differences(plan) == []
    assigning.change_lead(obligation=duty, old=old, order=order(town), by=town.first)
    assert holders(rows) == [old, old, new, new]


def test_what_somebody_has_worked_on_is_not_taken_from_them(duty, rows, town):
    old = town.communes[0].pk
    made = assigning.change_lead(obligation=duty, old=old, order=order(town), by=town.first)
    make_evidence(rows[2])
    with pytest.raises(AssignmentWorkedOn):
        assigning.undo(obligation=duty, made=made, reason="Nhầm", by=town.first)
    assert holders(rows)[2] == town.communes[1].pk


def test_one_more_lead_gets_every_period_still_to_be_done_and_loses_them_again(
    duty, rows, town, plan
):
    new = town.communes[1].pk
    made = assigning.add_lead(obligation=duty, order=order(town), by=town.first)
    theirs = Occurrence.objects.filter(agency_id=new)
    assert set(theirs.values_list("period_key", flat=True)) == {"q3", "q4"}
    assert differences(plan) == []
    assigning.undo(obligation=duty, made=made, reason="Nhầm", by=town.first)
    assert not theirs.exists() and Occurrence.objects.count() == 4
    assert differences(plan) == []


def test_a_helper_is_replaced_and_its_time_stays_on_record(duty, rows, town):
    helper = make_agency("Phòng Ất", parent=town.authority)
    assigning.coordinate(obligation=duty, order=order(town, helper, day(-5)), by=town.first)
    assigning.coordinate(
        obligation=duty, order=order(town, town.office), instead_of=helper.pk, by=town.first
    )
    helping = Assignment.objects.filter(role="coordinating").order_by("pk")
    assert [(one.agency_id, one.until) for one in helping] == [
        (helper.pk, day(-1)), (town.office.pk, None),
    ]  # fmt: skip


def test_a_wrong_order_is_refused_and_changes_nothing(duty, rows, town):
    ended = make_agency(parent=town.authority, valid_to=day(-30))
    old, change = town.communes[0].pk, assigning.change_lead
    for wrong, error in (
        (order(town, ended), AgencyNotInForce),
        (order(town, since=day(1)), DateInFuture),
        (order(town, reason=" "), ReasonMissing),
        (order(town, town.communes[0]), PartTaken),
    ):
        with pytest.raises(error):
            change(obligation=duty, old=old, order=wrong, by=town.first)
    with pytest.raises(DutyNotExpected):
        change(obligation=duty, old=town.office.pk, order=order(town), by=town.first)
    with pytest.raises(NotAllowed):
        change(obligation=duty, old=old, order=order(town), by=town.officer)
    assert holders(rows) == [old] * 4 and len(parts(duty)) == 1


def test_many_rows_of_one_duty_are_given_once_and_undone_together(duty, rows, town, plan):
    every = Occurrence.objects.filter(pk__in=[row.pk for row in rows])
    action = bulk.gather(kind="assign", rows=every, by=town.first)
    details = Details(
        way=rules.LEAD, agency=town.communes[1].pk, since=TODAY.isoformat(), reason="Văn bản 15"
    )
    shown = bulk.show(action=action, details=details, by=town.first).shown
    assert sorted(action.items.values_list("outcome", flat=True)) == ["planned"] + ["refused"] * 3
    bulk.confirm(action=action, shown=shown, by=town.first)
    assert holders(rows)[2:] == [town.communes[1].pk] * 2
    bulk.undo(action=action, reason="Nhầm", by=town.first)
    assert holders(rows) == [town.communes[0].pk] * 4 and differences(plan) == []


def test_a_duty_given_to_somebody_else_meanwhile_is_left_out(duty, rows, town):
    every = Occurrence.objects.filter(pk=rows[3].pk)
    action = bulk.gather(kind="assign", rows=every, by=town.first)
    details = Details(
        way=rules.COORDINATING, agency=town.communes[1].pk, since=TODAY.isoformat(),
        reason="Văn bản 15",
    )  # fmt: skip
    shown = bulk.show(action=action, details=details, by=town.first).shown
    assigning.coordinate(obligation=duty, order=order(town, town.office), by=town.second)
    bulk.confirm(action=action, shown=shown, by=town.first)
    assert action.items.get().outcome == "left_out"
    assert not duty.assignments.filter(agency=town.communes[1]).exists()
