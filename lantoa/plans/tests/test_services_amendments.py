"""Emergent tasks, amendments, revocations: applied whole, refused whole, nothing forgotten."""

from __future__ import annotations

from datetime import date, datetime

import pytest
import time_machine

from lantoa.common.errors import NotAllowed, NotFound
from lantoa.common.files import CleanFile
from lantoa.common.models import AuditEntry
from lantoa.plans import errors
from lantoa.plans.factories import make_obligation, make_occurrence
from lantoa.plans.models import Amendment, DueMove, Obligation, Occurrence
from lantoa.plans.selectors import amendments as reading
from lantoa.plans.selectors import board, obligations, occurrences
from lantoa.plans.services import amending, amendments
from lantoa.plans.services.amendments import Directive, NewDuty
from lantoa.plans.tests.town import Town

pytestmark = pytest.mark.django_db
ISSUED = date(2023, 4, 3)
TODAY = date(2023, 4, 10)
FILE = CleanFile(
    name="cv.pdf", media_type="application/pdf", data=b"%PDF-1.4 cong van", sha256="b" * 64
)
LETTER = Directive("215/CV-PNV", ISSUED, "Tuyên truyền dịch vụ công trực tuyến", FILE)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(datetime(2023, 4, 10, 3), tick=False):
        yield


@pytest.fixture
def town():
    return Town()


@pytest.fixture
def plan(town):
    return town.plan(state="active")


def monthly(plan, agency) -> Obligation:
    duty = make_obligation(plan, lead=agency, due_kind="monthly", due_day_of_month=24)
    for month in (3, 4, 5):
        make_occurrence(duty, agency=agency, due_on=date(2023, month, 24))
    return duty


def draft(plan, by, kind="amending") -> Amendment:
    return amendments.draw_up(plan=plan, kind=kind, directive=LETTER, by=by)


def test_an_emergent_task_binds_at_once_with_its_directive(town, plan):
    agencies = [one.pk for one in town.communes]
    duty = NewDuty("Phát tờ rơi tại chợ", agencies, date(2023, 4, 28))
    made = amending.emergent(plan=plan, directive=LETTER, duty=duty, by=town.first)
    row = Obligation.objects.get(code="PS.1")
    assert (made.version, made.state, row.added_by) == (2, "published", made)
    with made.file.open() as kept:
        assert kept.read() == FILE.data and made.sha256 == FILE.sha256
    due = list(Occurrence.objects.filter(obligation=row).values_list("due_on", flat=True))
    assert due == [date(2023, 4, 28)] * 2
    assert obligations.get_for(town.officer, row.pk) == row
    assert AuditEntry.objects.filter(verb="plans.amended", about_id=plan.pk).count() == 1


@pytest.mark.parametrize(
    ("directive", "duty", "refusal"),
    [
        (Directive(" ", ISSUED, "x"), NewDuty("a", [1], None), errors.DirectiveIncomplete),
        (Directive("1/CV", date(2023, 5, 1), "x"), NewDuty("a", [1], None), errors.DateInFuture),
        (LETTER, NewDuty(" ", [1], None), errors.TextMissing),
        (LETTER, NewDuty("a", [], None), errors.AgencyMissing),
    ],
)
def test_what_is_incomplete_is_refused_and_leaves_nothing(town, plan, directive, duty, refusal):
    with pytest.raises(refusal):
        amending.emergent(plan=plan, directive=directive, duty=duty, by=town.first)
    assert not Amendment.objects.exists() and not Obligation.objects.exists()


def test_only_who_amends_plans_amends_and_only_a_plan_in_force(town, plan):
    with pytest.raises(NotAllowed):
        draft(plan, town.officer)
    with pytest.raises(errors.PlanNotInForce):
        draft(town.plan(state="draft"), town.first)


def test_a_draft_binds_nobody_until_it_is_published(town, plan):
    duty = monthly(plan, town.officer.agency)
    drawn = draft(plan, town.first)
    amendments.remove_duty(amendment=drawn, obligation=duty, reason="Trùng", by=town.first)
    assert Obligation.objects.get().state == "active"
    with pytest.raises(NotAllowed):
        reading.get_for(town.officer, drawn.pk)
    amendments.drop(amendment=drawn, by=town.first)
    with pytest.raises(errors.AmendmentNotDraft):
        amending.publish(amendment=drawn, by=town.first)
    with pytest.raises(errors.AmendmentEmpty):
        amending.publish(amendment=draft(plan, town.first), by=town.first)
    with pytest.raises(NotFound):
        reading.get_for(town.officer, drawn.pk + 9)


def test_a_moved_deadline_keeps_its_old_day_and_spares_the_past(town, plan):
    duty = monthly(plan, town.officer.agency)
    drawn = draft(plan, town.first)
    amendments.move_duty(
        amendment=drawn, obligation=duty, due_on=date(2023, 4, 19), reason="Họp sớm", by=town.first
    )
    amending.publish(amendment=drawn, by=town.first)
    rows = list(Occurrence.objects.order_by("pk").values_list("due_on", "first_due_on"))
    assert rows == [
        (date(2023, 3, 24), None),
        (date(2023, 4, 19), date(2023, 4, 24)),
        (date(2023, 5, 19), date(2023, 5, 24)),
    ]
    moved = reading.moved(plan)
    assert [(one.old.day, one.new.day, one.reason) for one in moved] == [(24, 19, "Họp sớm")] * 2
    assert all("215/CV-PNV" in one.document for one in moved)


def test_a_revoked_duty_is_adjusted_and_what_was_accepted_stays(town, plan):
    duty = monthly(plan, town.officer.agency)
    done = make_occurrence(duty, agency=town.officer.agency, state="accepted")
    made = amending.revoke(obligation=duty, directive=LETTER, reason="Cấp trên làm", by=town.first)
    duty.refresh_from_db()
    assert (duty.state, duty.revoked_on, duty.revoked_by) == ("withdrawn", ISSUED, made)
    rows = list(occurrences.listed(town.officer, today=TODAY).order_by("pk"))
    codes = [row.standing for row in rows]
    assert codes == ["adjusted"] * 3 + ["done_on_time"] and rows[-1] == done
    plan.refresh_from_db()
    assert board.of_plan(plan, today=TODAY).whole.total == 0
    with pytest.raises(errors.DutyAlreadyChanged):
        amending.revoke(obligation=duty, directive=LETTER, reason="Lần nữa", by=town.first)


def test_versions_follow_each_other_with_their_differences(town, plan):
    duty = monthly(plan, town.officer.agency)
    first, second = draft(plan, town.first), draft(plan, town.first)
    amendments.reword_duty(amendment=first, obligation=duty, text="Lời mới", by=town.first)
    new = NewDuty("Việc thêm", [town.office.pk], None)
    amendments.add_duty(amendment=second, duty=new, by=town.first)
    amending.publish(amendment=first, by=town.first)
    amending.publish(amendment=second, by=town.first)
    found = reading.published(plan)
    assert [(one.version, one.changes.all()[0].kind) for one in found] == [
        (3, "added"), (2, "reworded"),
    ]  # fmt: skip
    change = found[1].changes.all()[0]
    assert change.before["text"] == duty.text and change.after["text"] == "Lời mới"
    assert Obligation.objects.get(code="BS.1").due_kind == "standing"


def test_a_duty_is_changed_once_by_one_document_and_a_change_can_be_dropped(town, plan):
    duty = monthly(plan, town.officer.agency)
    drawn = draft(plan, town.first)
    change = amendments.remove_duty(amendment=drawn, obligation=duty, reason="Trùng", by=town.first)
    with pytest.raises(errors.DutyAlreadyChanged):
        amendments.reword_duty(amendment=drawn, obligation=duty, text="x", by=town.first)
    amendments.drop_change(change=change, by=town.first)
    amendments.reword_duty(amendment=drawn, obligation=duty, text="x", by=town.first)
    assert not DueMove.objects.exists()
