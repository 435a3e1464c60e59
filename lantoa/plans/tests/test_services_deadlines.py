"""Extensions, excuses, pauses, lock days: each allowed once, refused once, and what stays kept."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from lantoa.common.errors import NotAllowed
from lantoa.common.files import CleanFile
from lantoa.common.models import AuditEntry
from lantoa.common.rules.calendar import WorkingCalendar
from lantoa.organisations.factories import make_actor
from lantoa.plans import errors
from lantoa.plans.factories import make_evidence, make_obligation, make_occurrence
from lantoa.plans.models import DueMove, Occurrence
from lantoa.plans.selectors import occurrences
from lantoa.plans.selectors.deadlines import judged
from lantoa.plans.services import evidence, excuses, extensions, pauses, windows
from lantoa.plans.tests.town import Town

pytestmark = pytest.mark.django_db
DUE = date(2023, 3, 24)
LATER = date(2023, 4, 10)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(datetime(2023, 3, 20, 3), tick=False):
        yield


@pytest.fixture
def town():
    return Town()


@pytest.fixture
def row(town):
    duty = make_obligation(
        town.plan(state="active"),
        lead=town.officer.agency,
        due_kind="monthly",
        due_text="trước ngày 25 hằng tháng",
        due_day_of_month=24,
    )
    return make_occurrence(duty, agency=town.officer.agency, due_on=DUE)


def again(row) -> Occurrence:
    return Occurrence.objects.select_related("obligation__plan", "agency").get(pk=row.pk)


def verbs(row) -> list[str]:
    found = AuditEntry.objects.filter(about_type="plans.occurrence", about_id=row.pk)
    return list(found.order_by("pk").values_list("verb", flat=True))


def asked(row, by, until=LATER):
    return extensions.ask(occurrence=row, until=until, reason="Chờ tài liệu", by=by)


# Extensions


def test_a_granted_extension_keeps_the_old_day_and_the_reason(town, row):
    request = asked(row, town.officer)
    assert again(row).due_on == DUE
    extensions.grant(extension=request, by=town.first)
    now = again(row)
    assert (now.due_on, now.first_due_on) == (LATER, DUE)
    move = DueMove.objects.get()
    kept = (move.kind, move.old_due_on, move.new_due_on, move.reason)
    assert kept == ("extended", DUE, LATER, "Chờ tài liệu")
    assert verbs(row) == ["deadlines.extension_asked", "deadlines.extension_granted"]


def test_the_coordinator_may_grant_another_day_but_not_an_earlier_one(town, row):
    request = asked(row, town.officer)
    with pytest.raises(errors.DayNotLater):
        extensions.grant(extension=request, until=DUE, by=town.first)
    extensions.grant(extension=request, until=date(2023, 3, 31), by=town.first)
    assert again(row).due_on == date(2023, 3, 31)


def test_a_refused_extension_moves_nothing_and_says_why(town, row):
    request = asked(row, town.officer)
    with pytest.raises(errors.ReasonMissing):
        extensions.refuse(extension=request, said=" ", by=town.first)
    extensions.refuse(extension=request, said="Việc gấp", by=town.first)
    assert again(row).due_on == DUE and not DueMove.objects.exists()
    with pytest.raises(errors.AlreadyAnswered):
        extensions.grant(extension=request, by=town.first)


def test_only_the_own_agency_asks_and_once_at_a_time(town, row):
    with pytest.raises(NotAllowed):
        asked(row, make_actor())
    with pytest.raises(NotAllowed):
        asked(row, make_actor(town.officer.agency, role="reader"))
    request = asked(row, town.officer)
    with pytest.raises(errors.AlreadyAsked):
        asked(row, town.officer)
    extensions.withdraw(extension=request, by=town.officer)
    assert asked(row, town.officer).state == "asked"


def test_who_asked_does_not_answer_and_an_officer_never_does(town):
    duty = make_obligation(town.plan(state="active"), lead=town.division)
    own = make_occurrence(duty, agency=town.division, due_on=DUE)
    request = asked(own, town.first)
    with pytest.raises(errors.OwnRequest):
        extensions.grant(extension=request, by=town.first)
    with pytest.raises(NotAllowed):
        extensions.grant(extension=request, by=town.officer)
    assert extensions.grant(extension=request, by=town.second).granted_for == LATER


@pytest.mark.parametrize("until", [DUE, date(2023, 3, 1)])
def test_a_day_that_is_no_later_is_refused(town, row, until):
    with pytest.raises(errors.DayNotLater):
        asked(row, town.officer, until)


def test_what_has_no_day_or_is_sent_cannot_be_extended(town, row):
    plan = row.obligation.plan
    undated = make_occurrence(make_obligation(plan), agency=row.agency, due_on=None)
    sent = make_occurrence(make_obligation(plan), agency=row.agency, state="submitted")
    with pytest.raises(errors.NoDeadline):
        asked(undated, town.officer)
    with pytest.raises(errors.DutyNotExpected):
        asked(sent, town.officer)


# Excuses


def test_an_agreed_excuse_ends_the_duty_until_it_is_expected_again(town, row):
    request = excuses.ask(occurrence=row, reason="Thiên tai", by=town.officer)
    assert occurrences.standing_of(again(row), today=DUE).code == "due_soon"
    excuses.approve(excuse=request, by=town.first)
    assert occurrences.standing_of(again(row), today=LATER).code == "excused"
    with pytest.raises(errors.DutyNotExpected):
        windows.begin(occurrence=row, by=town.officer)
    excuses.expect_again(occurrence=row, reason="Đã ổn định", by=town.first)
    assert occurrences.standing_of(again(row), today=LATER).code == "overdue"


def test_an_excuse_is_refused_with_a_reason_and_by_nobody_of_the_agency(town, row):
    request = excuses.ask(occurrence=row, reason="Thiếu người", by=town.officer)
    with pytest.raises(NotAllowed):
        excuses.approve(excuse=request, by=town.officer)
    excuses.refuse(excuse=request, said="Bố trí người khác", by=town.first)
    assert again(row).excused_at is None
    assert verbs(row)[-1] == "deadlines.excuse_refused"


# Pauses


def test_a_pause_adds_its_days_and_ending_it_early_gives_them_back(town, row):
    since, until = date(2023, 3, 21), date(2023, 3, 30)
    made = pauses.pause(occurrence=row, since=since, until=until, reason="Dịch bệnh", by=town.first)
    assert again(row).due_on == DUE + timedelta(days=10)
    pauses.resume(pause=made, on=date(2023, 3, 26), reason="Hết dịch", by=town.first)
    assert again(row).due_on == DUE + timedelta(days=5)
    kinds = list(DueMove.objects.values_list("kind", flat=True))
    assert kinds == ["paused", "resumed"]


def test_a_pause_that_has_not_begun_is_taken_back_whole(town, row):
    since, until = date(2023, 3, 22), date(2023, 3, 30)
    made = pauses.pause(occurrence=row, since=since, until=until, reason="Bão", by=town.first)
    pauses.resume(pause=made, on=since, reason="Bão tan", by=town.first)
    now = again(row)
    assert (now.due_on, now.first_due_on) == (DUE, None)
    with pytest.raises(errors.AlreadyAnswered):
        pauses.resume(pause=made, on=since, reason="Bão tan", by=town.first)


def test_only_who_decides_pauses_and_the_days_are_in_order(town, row):
    with pytest.raises(NotAllowed):
        pauses.pause(occurrence=row, since=DUE, until=DUE, reason="Bão", by=town.officer)
    with pytest.raises(errors.DaysReversed):
        pauses.pause(occurrence=row, since=DUE, until=date(2023, 3, 1), reason="Bão", by=town.first)


# Settings, lock days


def test_reading_before_with_its_day_moves_every_such_deadline_and_back(town, row):
    plan = row.obligation.plan
    other = make_occurrence(make_obligation(plan, due_text="Hạn cuối ngày 24/3"), due_on=DUE)
    change = windows.change_settings
    changed = change(plan=plan, before_is_inclusive=True, lock_after_days=None, by=town.first)
    assert (changed, again(row).due_on, again(other).due_on) == (1, date(2023, 3, 25), DUE)
    change(plan=plan, before_is_inclusive=False, lock_after_days=None, by=town.first)
    assert (again(row).due_on, again(row).first_due_on) == (DUE, None)
    with pytest.raises(NotAllowed):
        change(plan=plan, before_is_inclusive=True, lock_after_days=None, by=town.officer)


def proof() -> CleanFile:
    return CleanFile(
        name="a.pdf", media_type="application/pdf", data=b"%PDF-1.4 x", sha256="a" * 64
    )


def test_late_results_are_taken_until_the_lock_day_and_then_only_when_reopened(town, row):
    plan = row.obligation.plan
    windows.change_settings(plan=plan, before_is_inclusive=False, lock_after_days=5, by=town.first)
    make_evidence(row)
    with time_machine.travel(datetime(2023, 3, 30, 3), tick=False):
        with pytest.raises(errors.DutyLocked):
            evidence.submit(occurrence=row, by=town.officer)
        with pytest.raises(NotAllowed):
            windows.reopen(occurrence=row, until=LATER, reason="Mất mạng", by=town.officer)
        windows.reopen(occurrence=row, until=LATER, reason="Mất mạng", by=town.first)
        evidence.submit(occurrence=row, by=town.officer)
    evidence.accept(occurrence=row, by=town.first)
    assert occurrences.standing_of(again(row), today=LATER).code == "done_late"


def test_reopening_needs_a_lock_a_reason_and_a_day_to_come(town, row):
    with pytest.raises(errors.NotLocked):
        windows.reopen(occurrence=row, until=LATER, reason="Mất mạng", by=town.first)
    row.obligation.plan.lock_after_days = 0
    row.obligation.plan.save()
    with time_machine.travel(datetime(2023, 3, 30, 3), tick=False):
        for until, reason, refusal in (
            (LATER, " ", errors.ReasonMissing), (DUE, "Mất mạng", errors.DayInPast),
        ):  # fmt: skip
            with pytest.raises(refusal):
                windows.reopen(occurrence=row, until=until, reason=reason, by=town.first)


def test_the_first_evidence_or_a_word_begins_the_work(town, row):
    windows.begin(occurrence=row, by=town.officer)
    assert again(row).begun_on == date(2023, 3, 20)
    assert occurrences.standing_of(again(row), today=date(2023, 3, 20)).code == "due_soon"
    far = make_occurrence(row.obligation, agency=row.agency, due_on=date(2023, 6, 24))
    evidence.attach(
        occurrence=far, file=proof(), caption="Họp", happened_on=date(2023, 3, 19), by=town.officer
    )
    code = occurrences.standing_of(again(far), today=date(2023, 3, 20)).code
    assert code == "in_progress"
    with pytest.raises(NotAllowed):
        windows.begin(occurrence=far, by=town.first)


def test_the_stored_deadline_is_always_what_the_rule_gives(town, row):
    pauses.pause(occurrence=row, since=DUE, until=date(2023, 3, 28), reason="Bão", by=town.first)
    extensions.grant(extension=asked(again(row), town.officer), by=town.first)
    windows.change_settings(
        plan=row.obligation.plan, before_is_inclusive=True, lock_after_days=3, by=town.first
    )
    now = again(row)
    found = judged(now, today=timezone.localdate(), calendar=WorkingCalendar())
    assert found.due_on == now.due_on == LATER
    terms = [term for term, _text in found.steps]
    for term in ("Hạn ban đầu", "“Trước ngày” tính cả ngày đó", "Tạm dừng tính hạn",
                 "Được gia hạn", "Còn lại", "Nhận kết quả trễ đến hết ngày"):  # fmt: skip
        assert term in terms
