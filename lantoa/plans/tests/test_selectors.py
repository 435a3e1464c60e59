"""Who sees which duties, and that SQL and rule agree on how each stands."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import product

import pytest
from django.utils import timezone

from lantoa.common.errors import NotAllowed, NotFound
from lantoa.organisations.factories import make_actor, make_agency
from lantoa.plans.factories import make_evidence, make_obligation, make_occurrence, make_plan
from lantoa.plans.models import Obligation, Occurrence, Plan
from lantoa.plans.rules.states import LABELS
from lantoa.plans.selectors import board, evidence, obligations, occurrences, plans
from lantoa.plans.selectors.standings import sortable, with_standing

pytestmark = pytest.mark.django_db
TODAY = date(2023, 3, 10)
OVERSIGHT = ("coordinator", "leader", "inspector", "administrator")
OWN = ("officer", "head", "reader", "editor", "finance", "judge")


def on(days: int | None) -> date | None:
    return None if days is None else TODAY + timedelta(days=days)


def moment(days: int | None, hour: int = 12) -> datetime | None:
    day = on(days)
    return day and timezone.make_aware(datetime(day.year, day.month, day.day, hour))


def make_every_combination() -> int:
    duties = [
        make_obligation(binding=binding, revoked_on=on(revoked))
        for binding, revoked in product(("directed", "requested"), (None, 0, 1))
    ]
    rows = []
    for number, (duty, state, due, sent, hour, decided, more) in enumerate(
        product(
            duties,
            Occurrence.State.values,
            (None, -3, -1, 0, 1, 7, 8, 30),
            (-3, 0, 1),
            (0, 23),
            (None, -1, 0, 1),
            ((None, None), (-2, None), (1, 0), (0, 1), (None, -1)),
        )
    ):
        begun, excused = more
        rows.append(
            Occurrence(
                obligation=duty,
                agency=duty.plan.coordinator,
                period_key=str(number),
                period_label="Kỳ",
                starts_on=TODAY,
                due_on=on(due),
                state=state,
                begun_on=on(begun),
                excused_at=moment(excused, hour),
                return_reason="Ảnh mờ" if state == "returned" else "",
                submitted_at=None if state == "open" else moment(sent, hour),
                decided_at=moment(decided) if state in {"accepted", "returned"} else None,
            )
        )
    return len(Occurrence.objects.bulk_create(rows))


def test_the_standing_in_sql_is_the_rule_on_every_combination():
    count = make_every_combination()
    rows = list(with_standing(Occurrence.objects.select_related("obligation"), today=TODAY))
    wrong = [
        (row.state, row.due_on, row.submitted_at, row.decided_at, row.standing)
        for row in rows
        if row.standing != occurrences.standing_of(row, today=TODAY).code
    ]
    assert not wrong and len(rows) == count
    assert {row.standing for row in rows} == set(LABELS)


def test_urgency_follows_the_order_of_the_labels():
    make_every_combination()
    rows = sortable(with_standing(Occurrence.objects.all(), today=TODAY))
    found = dict(rows.values_list("urgency", "standing").distinct())
    assert [found[rank] for rank in sorted(found)] == list(LABELS)
    assert rows.order_by("due_order").last().due_on is None


@pytest.mark.parametrize("role", [*OVERSIGHT, *OWN])
def test_oversight_sees_all_duties_and_everybody_else_their_own(role):
    agency = make_agency()
    mine = make_occurrence(agency=agency)
    other = make_occurrence()
    seen = set(occurrences.visible_to(make_actor(agency, role=role)).values_list("pk", flat=True))
    assert seen == ({mine.pk, other.pk} if role in OVERSIGHT else {mine.pk})


@pytest.mark.parametrize("role", [*OVERSIGHT, *OWN])
@pytest.mark.parametrize(
    ("to", "allowed"),
    [
        ("view", {*OVERSIGHT, *OWN}),
        ("submit", {"officer", "head", "coordinator"}),
        ("decide", {"coordinator", "leader"}),
    ],
)
def test_what_a_post_may_do_with_a_duty_of_its_own_agency(role, to, allowed):
    agency = make_agency()
    row = make_occurrence(agency=agency)
    actor = make_actor(agency, role=role)
    if role in allowed:
        assert occurrences.get_for(actor, row.pk, to=to) == row
    else:
        with pytest.raises(NotAllowed):
            occurrences.get_for(actor, row.pk, to=to)


def test_another_agencys_duty_is_not_found_and_not_sent_for_by_the_coordinator():
    row = make_occurrence()
    item = make_evidence(row)
    stranger = make_actor()
    for get in (
        lambda: occurrences.get_for(stranger, row.pk),
        lambda: evidence.get_for(stranger, item.pk),
        lambda: obligations.get_for(stranger, row.obligation_id),
    ):
        with pytest.raises(NotFound):
            get()
    with pytest.raises(NotAllowed):
        occurrences.get_for(make_actor(role="coordinator"), row.pk, to="submit")


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_duties_of_a_plan_that_does_not_bind_are_seen_by_nobody(state):
    agency = make_agency()
    row = make_occurrence(make_obligation(make_plan(state=state), lead=agency), agency=agency)
    for actor in (make_actor(agency), make_actor(role="coordinator")):
        assert not occurrences.visible_to(actor).exists()
        assert not obligations.visible_to(actor).exists()
        with pytest.raises(NotFound):
            occurrences.get_for(actor, row.pk)


def test_a_duty_is_seen_by_who_has_a_part_in_it_or_carries_it_out():
    lead, carrying, stranger = make_agency(), make_agency(), make_agency()
    duty = make_obligation(lead=lead)
    make_occurrence(duty, agency=carrying)
    seen = [duty in obligations.visible_to(make_actor(one)) for one in (lead, carrying, stranger)]
    assert seen == [True, True, False]


def test_a_withdrawn_duty_leaves_the_lists_but_stays_readable():
    agency = make_agency()
    row = make_occurrence(agency=agency)
    Obligation.objects.filter(pk=row.obligation_id).update(state="withdrawn")
    actor = make_actor(agency)
    assert not occurrences.listed(actor, today=TODAY).exists()
    assert occurrences.get_for(actor, row.pk) == row


def test_drafts_are_seen_by_oversight_only_and_the_current_plan_binds():
    old, new = (make_plan(state="active", year=year) for year in (2022, 2023))
    draft = make_plan(year=2024)
    officer, coordinator = make_actor(), make_actor(role="coordinator")
    assert set(plans.visible_to(officer)) == {old, new}
    assert set(plans.visible_to(coordinator)) == {old, new, draft}
    assert plans.current(officer) == plans.current(coordinator) == new
    with pytest.raises(NotFound):
        plans.get_for(officer, draft.pk)
    with pytest.raises(NotAllowed):
        plans.get_for(officer, new.pk, to="oversee")


def test_the_board_adds_up_and_puts_the_latest_agency_first(django_assert_num_queries):
    plan = make_plan(state="active")
    late, early = make_agency("Phòng Ất"), make_agency("Phòng Ánh")
    duty = make_obligation(plan, nature="activity", lead=late)
    make_occurrence(duty, agency=late, due_on=on(-1))
    make_occurrence(duty, agency=early, due_on=on(-1), state="accepted")
    make_occurrence(duty, agency=early, due_on=on(40))
    make_occurrence(make_obligation(plan), agency=early, due_on=None)
    with django_assert_num_queries(2):
        found = board.of_plan(plan, today=TODAY)
    assert [row.name for row in found.agencies] == ["Phòng Ất", "Phòng Ánh"]
    assert (found.whole.total, found.whole.overdue, found.whole.done) == (3, 1, 1)
    assert (found.dated, found.undated) == (3, 1)
    assert [(row.year, row.month, row.progress.total) for row in found.months] == [
        (2023, 3, 2),
        (2023, 4, 1),
    ]
    everything = board.of_plan(plan, today=TODAY, dated_only=False)
    assert everything.whole.counts["standing"] == 1
    (activity,) = board.activities(plan, today=TODAY)
    assert (activity.leads, activity.standing, activity.due_on) == ("Phòng Ất", "overdue", on(40))


def test_the_board_can_be_seen_as_it_was():
    plan = make_plan(state="active")
    row = make_occurrence(make_obligation(plan), due_on=on(5), state="accepted")
    Occurrence.objects.filter(pk=row.pk).update(submitted_at=moment(2), decided_at=moment(4))
    counts = [
        next(code for code, n in board.of_plan(plan, today=on(day)).whole.counts.items() if n)
        for day in (-30, 0, 2, 3, 4, 90)
    ]
    assert counts == [
        "not_due", "due_soon", "submitted", "submitted", "done_on_time", "done_on_time",
    ]  # fmt: skip


def test_a_plan_whose_year_is_past_has_nothing_due_soon():
    plan = make_plan(state="active")
    duty = make_obligation(plan)
    for month in range(1, 13):
        make_occurrence(duty, due_on=date(2023, month, 24))
    counts = board.of_plan(plan, today=date(2026, 5, 1)).whole.counts
    assert (counts["overdue"], counts["due_soon"], counts["not_due"]) == (12, 0, 0)


def test_words_are_found_without_accents_in_code_and_text():
    plan = make_plan(state="active")
    wanted = make_obligation(plan, code="II.3.1", text="Phát thanh trên hệ thống truyền thanh")
    make_obligation(plan, code="II.3.2", text="Niêm yết bảng tin")
    for words in ("truyen thanh", "TRUYỀN  THANH", "ii.3.1"):
        assert obligations.matching(words, within=[plan.pk]) == [wanted.pk]


def test_what_waits_for_a_decision_comes_longest_first_with_its_evidence():
    plan = make_plan(state="active")
    duty = make_obligation(plan)
    newer = make_occurrence(duty, state="submitted", submitted_at=moment(-1))
    older = make_occurrence(duty, state="submitted", submitted_at=moment(-5))
    make_occurrence(duty, state="accepted")
    shown = make_evidence(older)
    make_evidence(older, withdrawn_at=timezone.now())
    rows, count = evidence.waiting(plan, limit=5)
    assert (rows, count) == ([older, newer], 2)
    assert rows[0].shown == [shown] and rows[1].shown == []
    assert evidence.waiting(plan, limit=1) == ([older], 2)


def test_periods_before_and_after_are_those_of_the_same_agency():
    agency = make_agency()
    duty = make_obligation(lead=agency)
    first, second, third = (
        make_occurrence(duty, agency=agency, starts_on=date(2023, month, 1)) for month in (1, 2, 3)
    )
    make_occurrence(duty, starts_on=date(2023, 2, 1))
    assert occurrences.siblings(second) == (first, third)
    assert occurrences.siblings(first) == (None, second)


def test_evidence_is_public_once_accepted_in_a_binding_plan():
    accepted = make_evidence(make_occurrence(state="accepted"))
    make_evidence(make_occurrence(state="accepted"), withdrawn_at=timezone.now())
    make_evidence(make_occurrence(state="submitted"))
    make_evidence(make_occurrence(make_obligation(make_plan(state="withdrawn")), state="accepted"))
    assert list(evidence.public()) == [accepted]
    assert evidence.latest_public(accepted.occurrence.obligation.plan) == [accepted]
    assert Plan.State.CLOSED in plans.IN_FORCE
