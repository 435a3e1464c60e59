"""Actions on many duties: what was shown is done, no more; counts, history and undo."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from lantoa.channels.models import Delivery
from lantoa.common.errors import NotAllowed
from lantoa.common.models import AuditEntry
from lantoa.organisations.factories import make_agency
from lantoa.plans.errors import (
    ActionDone,
    ActionIncomplete,
    ActionNotUndoable,
    ChoiceChanged,
    NothingChosen,
    TooManyRows,
)
from lantoa.plans.factories import make_obligation, make_occurrence
from lantoa.plans.models import BulkItem, DueMove, Occurrence
from lantoa.plans.rules.bulk import Details
from lantoa.plans.selectors import bulk as reading
from lantoa.plans.services import bulk, evidence, extensions
from lantoa.plans.tests.test_tallies import differences
from lantoa.plans.tests.town import Town

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def town():
    return Town()


@pytest.fixture
def plan(town):
    return town.plan(state="active", year=2026)


@pytest.fixture
def duty(plan, town):
    return make_obligation(plan, lead=town.communes[0])


def soon(days: int = 5) -> date:
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def rows(duty, town):
    """Two of a commune that are still open, one that was sent."""
    first, second = town.communes
    return [
        make_occurrence(duty, agency=first, due_on=soon(-3)),
        make_occurrence(duty, agency=second, due_on=soon()),
        make_occurrence(duty, agency=first, state="submitted", due_on=soon(), submitted_at=NOW),
    ]


def chosen(kind, rows, by, **details):
    action = bulk.gather(
        kind=kind, rows=Occurrence.objects.filter(pk__in=[r.pk for r in rows]), by=by
    )
    return bulk.show(action=action, details=Details(**details), by=by) if details else action


def outcomes(action) -> dict[int, str]:
    return dict(BulkItem.objects.filter(action=action).values_list("occurrence_id", "outcome"))


def verbs(row) -> list[str]:
    about = AuditEntry.objects.filter(about_type="plans.occurrence", about_id=row.pk)
    return list(about.order_by("pk").values_list("verb", flat=True))


def test_a_preview_writes_nothing_and_says_why_a_row_is_refused(rows, town):
    action = chosen("extend", rows, town.first, days=10, reason="Bão số 3")
    said = {i.occurrence_id: i.said for i in action.items.all()}
    assert outcomes(action) == {
        rows[0].pk: "planned", rows[1].pk: "planned", rows[2].pk: "refused",
    }  # fmt: skip
    assert said[rows[2].pk] == "Đã gửi minh chứng, đang chờ duyệt."
    assert not DueMove.objects.exists() and not AuditEntry.objects.exists()


def test_confirming_extends_what_was_shown_with_one_audit_row_each(rows, town, plan):
    action = chosen("extend", rows, town.first, days=10, reason="Bão số 3")
    bulk.confirm(action=action, shown=action.shown, by=town.first)
    again = Occurrence.objects.get(pk=rows[0].pk)
    assert (again.due_on, again.first_due_on) == (soon(7), soon(-3))
    assert verbs(rows[0]) == verbs(rows[1]) == ["deadlines.extended"]
    assert verbs(rows[2]) == []
    assert differences(plan) == []


def test_a_row_that_changed_after_the_preview_is_told_and_left_out(rows, town):
    action = chosen("extend", rows, town.first, days=10, reason="Bão số 3")
    extensions.extend(occurrence=rows[0], until=soon(60), reason="Khác", by=town.second)
    bulk.confirm(action=action, shown=action.shown, by=town.first)
    assert outcomes(action)[rows[0].pk] == "left_out" and outcomes(action)[rows[1].pk] == "done"
    left = action.items.get(occurrence=rows[0])
    assert str(town.second.user) in left.said and "gia hạn" in left.said
    assert Occurrence.objects.get(pk=rows[0].pk).due_on == soon(60)


def test_the_same_preview_is_not_carried_out_twice(rows, town):
    action = chosen("extend", rows, town.first, days=10, reason="Bão số 3")
    bulk.confirm(action=action, shown=action.shown, by=town.first)
    with pytest.raises(ActionDone):
        bulk.confirm(action=action, shown=action.shown, by=town.first)
    assert DueMove.objects.count() == 2


def test_a_preview_that_was_worked_out_anew_must_be_looked_at_again(rows, town):
    old = chosen("extend", rows, town.first, days=10, reason="Bão số 3").shown
    action = BulkItem.objects.first().action
    bulk.show(action=action, details=Details(days=20, reason="Bão số 3"), by=town.first)
    with pytest.raises(ChoiceChanged):
        bulk.confirm(action=action, shown=old, by=town.first)
    assert not DueMove.objects.exists()


def test_undoing_an_extension_restores_the_day_and_keeps_both_moves(rows, town, plan):
    action = chosen("extend", rows, town.first, days=10, reason="Bão số 3")
    bulk.confirm(action=action, shown=action.shown, by=town.first)
    extensions.extend(occurrence=rows[1], until=soon(90), reason="Khác", by=town.second)
    bulk.undo(action=action, reason="Nhầm", by=town.first)
    assert outcomes(action)[rows[0].pk] == "undone" and outcomes(action)[rows[1].pk] == "stays"
    back = Occurrence.objects.get(pk=rows[0].pk)
    assert (back.due_on, back.first_due_on) == (soon(-3), None)
    assert list(back.moves.values_list("kind", flat=True)) == ["extended", "undone"]
    assert Occurrence.objects.get(pk=rows[1].pk).due_on == soon(90)
    assert differences(plan) == []


def test_accepting_many_can_be_undone_unless_somebody_decided_anew(duty, town, plan):
    sent = [
        make_occurrence(
            duty, agency=town.communes[0], state="submitted", due_on=soon(), submitted_at=NOW
        )
        for _ in range(2)
    ]
    action = chosen("accept", sent, town.first)
    bulk.confirm(action=action, shown=action.shown, by=town.first)
    assert [Occurrence.objects.get(pk=row.pk).state for row in sent] == ["accepted"] * 2
    evidence.reconsider(occurrence=sent[1], reason="Xem lại", by=town.second)
    evidence.accept(occurrence=sent[1], by=town.second)
    bulk.undo(action=action, reason="Nhầm", by=town.first)
    assert [Occurrence.objects.get(pk=row.pk).state for row in sent] == ["submitted", "accepted"]
    assert differences(plan) == []


def test_reminding_sends_one_message_a_person_and_cannot_be_undone(rows, town, duty):
    more = make_occurrence(duty, agency=town.communes[0], due_on=soon(-1))
    action = chosen("remind", [*rows, more], town.first, text="Đề nghị làm ngay.")
    bulk.confirm(action=action, shown=action.shown, by=town.first)
    subject = Delivery.objects.get().message["subject"]
    assert subject == "Đôn đốc: 2 việc quá hạn cần thực hiện ngay"
    assert verbs(more) == ["deadlines.urged"] and verbs(rows[1]) == []
    assert "chưa có người nhận" in action.items.get(occurrence=rows[1]).said
    with pytest.raises(ActionNotUndoable):
        bulk.undo(action=action, reason="Nhầm", by=town.first)


def test_rows_taken_out_are_not_touched_and_can_be_taken_in_again(rows, town):
    action = chosen("extend", rows, town.first, days=10, reason="Bão số 3")
    bulk.take_out(action=action, keys=[action.items.get(occurrence=rows[0]).pk], by=town.first)
    assert outcomes(action)[rows[0].pk] == "taken_out"
    bulk.put_back(action=action, by=town.first)
    assert outcomes(action)[rows[0].pk] == "planned"


def test_an_officer_may_do_none_of_it_and_others_do_not_confirm_mine(rows, town):
    with pytest.raises(NotAllowed):
        chosen("extend", rows, town.officer)
    action = chosen("extend", rows, town.first, days=10, reason="Bão số 3")
    with pytest.raises(NotAllowed):
        bulk.confirm(action=action, shown=action.shown, by=town.second)
    assert not DueMove.objects.exists()


BOTH = {"days": 3, "until": "2030-01-01", "reason": "Bão"}


@pytest.mark.parametrize("details", [{"days": 3}, {"reason": "Bão"}, BOTH])
def test_an_extension_needs_one_way_to_a_day_and_a_reason(rows, town, details):
    with pytest.raises(ActionIncomplete):
        chosen("extend", rows, town.first, **details)


def test_nothing_chosen_and_too_much_chosen_are_refused(rows, town, monkeypatch):
    with pytest.raises(NothingChosen):
        chosen("accept", [], town.first)
    monkeypatch.setattr("lantoa.plans.rules.bulk.MOST", 2)
    with pytest.raises(TooManyRows):
        chosen("accept", rows, town.first)


def test_the_own_office_is_not_extended_by_its_own_coordinator(duty, town):
    own = make_occurrence(duty, agency=town.division, due_on=soon())
    action = chosen("extend", [own], town.first, days=10, reason="Bão số 3")
    assert outcomes(action) == {own.pk: "refused"}


def test_working_out_many_rows_asks_few_questions(duty, town, django_assert_max_num_queries):
    many = [make_occurrence(duty, agency=make_agency(), due_on=soon()) for _ in range(30)]
    action = chosen("extend", many, town.first)
    with django_assert_max_num_queries(8):
        bulk.show(action=action, details=Details(days=2, reason="Bão"), by=town.first)
    assert reading.counts(action) == {"planned": 30}
