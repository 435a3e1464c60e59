"""Filing, sending, appraising: each rule once allowed and once refused from the same set-up."""

from datetime import date, datetime

import pytest
import time_machine

from lantoa.common import audit
from lantoa.common.errors import NotAllowed
from lantoa.organisations.factories import make_actor
from lantoa.plans.models import Evidence
from lantoa.subplans import errors
from lantoa.subplans.factories import make_call, make_row, make_sub_plan, put_paper
from lantoa.subplans.models import SubPlan, SubPlanRow
from lantoa.subplans.selectors import calls as reading
from lantoa.subplans.services import appraisal, calls, copying, rows, sending
from lantoa.subplans.tests.scene import DUE, Scene

pytestmark = pytest.mark.django_db
PLAN = """ỦY BAN NHÂN DÂN XÃ BÌNH AN
Số: 15/KH-UBND
Bình An, ngày 10 tháng 3 năm 2023
KẾ HOẠCH
Tuyên truyền cải cách hành chính năm 2023
I. NHIỆM VỤ
1. Công chức Văn hóa gửi tin, bài về Cổng thông tin điện tử thị xã trước ngày 25 hằng tháng.
II. KINH PHÍ
Từ nguồn chi thường xuyên của xã.
"""


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(datetime(2023, 3, 15, 3), tick=False):
        yield


@pytest.fixture
def scene():
    return Scene()


@pytest.fixture
def ready(scene):
    """Complete, with its document, not yet sent."""
    made = put_paper(scene.sub_plan())
    make_row(made, scene.news)
    return made


def sent(scene, ready):
    sending.send(sub_plan=ready, by=scene.officer)
    return SubPlan.objects.get(pk=ready.pk)


def verbs(sub_plan):
    return [entry.verb for entry in audit.history(sub_plan)]


def test_sending_keeps_a_version_and_is_evidence_of_the_duty_in_time(scene, ready):
    version = sending.send(sub_plan=ready, by=scene.officer)
    ready.refresh_from_db()
    row = scene.due[ready.agency_id]
    row.refresh_from_db()
    assert (ready.state, ready.version, version.content["rows"][0]["answers"]) == (
        "sent", 1, ["IV.1"],
    )  # fmt: skip
    assert row.state == "submitted" and row.submitted_at.date() <= DUE
    assert Evidence.objects.get(occurrence=row).caption.endswith("12/KH-UBND (lần 1)")
    assert verbs(ready)[0] == "subplans.sent"


def test_acceptance_fulfils_the_duty_by_itself(scene, ready):
    appraisal.accept(sub_plan=sent(scene, ready), by=scene.coordinator)
    row = scene.due[ready.agency_id]
    row.refresh_from_db()
    ready.refresh_from_db()
    assert (row.state, ready.state, ready.versions.get().verdict) == (("accepted",) * 3)


def test_a_missing_part_a_proposed_row_or_a_missing_paper_stops_the_sending(scene, ready):
    row = ready.rows.get()
    row.money = None
    row.save()
    with pytest.raises(errors.PartsMissing, match="kinh phí"):
        sending.send(sub_plan=ready, by=scene.officer)
    ready.general = {"money": "Nguồn chi thường xuyên"}
    ready.signer = ""
    ready.save()
    with pytest.raises(errors.PaperMissing, match="người ký"):
        sending.send(sub_plan=ready, by=scene.officer)
    make_row(ready, state="proposed")
    with pytest.raises(errors.RowsProposed, match="1 dòng"):
        sending.send(sub_plan=ready, by=scene.officer)
    ready.refresh_from_db()
    assert ready.version == 0


def test_only_the_own_agency_writes_and_not_after_sending(scene, ready):
    values = {"task": "Phát tờ rơi"}
    stranger = make_actor(scene.filing[1])
    with pytest.raises(NotAllowed):
        rows.add(sub_plan=ready, values=values, answers=[], by=stranger)
    rows.add(sub_plan=ready, values=values, answers=[scene.talks.pk], by=scene.officer)
    sending.send(sub_plan=ready, by=scene.officer)
    with pytest.raises(errors.NotEditable):
        rows.add(sub_plan=ready, values=values, answers=[], by=scene.officer)


def test_a_sending_is_taken_back_until_the_coordinator_takes_it_up(scene, ready):
    sending.recall(sub_plan=sent(scene, ready), by=scene.officer)
    ready.refresh_from_db()
    assert (ready.state, ready.versions.get().verdict) == ("drafting", "recalled")
    again = sent(scene, ready)
    appraisal.take_up(sub_plan=again, by=scene.coordinator)
    with pytest.raises(errors.NotSent):
        sending.recall(sub_plan=again, by=scene.officer)


def test_a_return_names_parts_the_duty_says_so_and_the_next_version_is_sent(scene, ready):
    waiting = sent(scene, ready)
    with pytest.raises(errors.ReasonsMissing):
        appraisal.send_back(sub_plan=waiting, reasons={"money": "  "}, by=scene.coordinator)
    said = {"money": "Chưa ghi nguồn", "other": "x"}
    appraisal.send_back(sub_plan=waiting, reasons=said, by=scene.coordinator)
    row = scene.due[ready.agency_id]
    row.refresh_from_db()
    assert row.state == "returned" and row.return_reason == "Kinh phí dự kiến: Chưa ghi nguồn"
    ready.refresh_from_db()
    sending.send(sub_plan=ready, by=scene.officer)
    row.refresh_from_db()
    assert row.state == "submitted"
    assert list(ready.versions.values_list("number", "verdict")) == [
        (2, "pending"), (1, "returned"),
    ]  # fmt: skip


def test_nobody_accepts_the_plan_of_the_own_agency(scene):
    own = make_sub_plan(scene.call, agency=scene.coordinator.agency, state="sent")
    for decide in (appraisal.take_up, appraisal.accept):
        with pytest.raises(errors.OwnSubPlan):
            decide(sub_plan=own, by=scene.coordinator)
    with pytest.raises(NotAllowed):
        appraisal.accept(sub_plan=own, by=scene.officer)
    appraisal.accept(sub_plan=own, by=scene.leader)


def test_a_decision_is_taken_back_with_a_reason_and_the_duty_waits_again(scene, ready):
    waiting = sent(scene, ready)
    appraisal.accept(sub_plan=waiting, by=scene.coordinator)
    appraisal.reconsider(sub_plan=waiting, reason="Nhầm đơn vị", by=scene.coordinator)
    ready.refresh_from_db()
    row = scene.due[ready.agency_id]
    row.refresh_from_db()
    assert (ready.state, row.state) == ("appraising", "submitted")
    with pytest.raises(errors.NotDecided):
        appraisal.reconsider(sub_plan=waiting, reason="Nữa", by=scene.coordinator)


def test_the_demand_lists_agencies_and_exempts_those_off_the_list_unless_they_sent(scene, ready):
    everybody = frozenset(one.pk for one in scene.filing)
    demand = calls.Demand(scene.ordering, None, everybody)
    calls.settle(plan=scene.plan, demand=demand, by=scene.coordinator)
    assert SubPlan.objects.filter(occurrence__isnull=False).count() == 3
    fewer = calls.Demand(scene.ordering, date(2023, 3, 17), frozenset({scene.filing[1].pk}))
    calls.settle(plan=scene.plan, demand=fewer, by=scene.coordinator)
    assert SubPlan.objects.filter(state="exempt").count() == 2
    calls.settle(plan=scene.plan, demand=demand, by=scene.coordinator)
    assert not SubPlan.objects.filter(state="exempt").exists()
    ready.refresh_from_db()
    assert ready.state == "drafting"  # it had begun
    sending.send(sub_plan=ready, by=scene.officer)
    without = calls.Demand(scene.ordering, None, everybody - {ready.agency_id})
    with pytest.raises(errors.AlreadySent):
        calls.settle(plan=scene.plan, demand=without, by=scene.coordinator)


def test_the_day_is_never_set_after_the_day_that_the_plan_orders(scene):
    late = calls.Demand(scene.ordering, date(2023, 3, 20), frozenset({scene.filing[0].pk}))
    with pytest.raises(errors.DueAfterDuty, match="19/03/2023"):
        calls.settle(plan=scene.plan, demand=late, by=scene.coordinator)
    with pytest.raises(NotAllowed):
        calls.settle(plan=scene.plan, demand=late, by=scene.officer)


def test_the_ordering_duty_is_found_in_the_words_of_the_plan(scene):
    found = reading.ordering(reading.assigned.shared(scene.plan))
    assert found is not None and found.pk == scene.ordering.pk


def test_duties_become_rows_once_and_the_ordering_duty_none(scene):
    made = scene.sub_plan()
    assert copying.copy_duties(sub_plan=made, natures=["duty"], by=scene.officer) == 2
    assert {row.answers.get().code for row in made.rows.all()} == {"IV.1", "IV.2"}
    with pytest.raises(errors.NothingToCopy):
        copying.copy_duties(sub_plan=made, natures=["duty"], by=scene.officer)


def test_last_year_s_rows_come_with_this_year_and_answer_the_duty_of_the_same_words(scene):
    made = scene.sub_plan()
    with pytest.raises(errors.NothingToCopy):
        copying.copy_last_year(sub_plan=made, by=scene.officer)
    earlier = scene.town.plan(state="active", year=2022)
    old = make_sub_plan(make_call(earlier), agency=made.agency, state="accepted")
    scene.plan = earlier
    make_row(old, scene.duty(scene.news.text, "III.9"), time="Quý I/2022")
    assert copying.copy_last_year(sub_plan=made, by=scene.officer) == 1
    row = made.rows.get()
    assert (row.time, row.answers.get().code) == ("Quý I/2023", "IV.1")


def test_an_own_document_is_read_into_rows_that_the_agency_confirms(scene):
    made = scene.sub_plan()
    data = PLAN.encode()
    count = copying.read_file(sub_plan=made, name="kh.txt", data=data, by=scene.officer)
    made.refresh_from_db()
    assert (made.symbol, made.issued_on, count) == ("15/KH-UBND", date(2023, 3, 10), 1)
    assert made.general["money"] == "Từ nguồn chi thường xuyên của xã."
    row = made.rows.get()
    assert row.state == "proposed" and row.answers.get() == scene.news
    assert rows.keep_proposed(sub_plan=made, by=scene.officer) == 1
    with pytest.raises(errors.NoPlanInFile):
        copying.read_file(sub_plan=made, name="a.txt", data=b"Xin chao.", by=scene.officer)
    assert list(made.rows.values_list("state", flat=True)) == ["kept"]


def test_saving_while_typing_leaves_one_entry_for_a_sitting(scene):
    made = scene.sub_plan()
    row = make_row(made, state="proposed")
    for words in ("Gửi", "Gửi tin", "Gửi tin, bài"):
        rows.change(row=row, values={"task": words}, answers=None, by=scene.officer, quietly=True)
    row.refresh_from_db()
    assert (row.task, row.state) == ("Gửi tin, bài", "proposed")
    assert verbs(made) == ["subplans.row_changed"]


def test_a_row_left_out_stays_and_comes_back(scene):
    row = make_row(scene.sub_plan())
    rows.remove(row=row, by=scene.officer)
    assert SubPlanRow.objects.get().state == "removed"
    rows.bring_back(row=row, by=scene.officer)
    assert SubPlanRow.objects.get().state == "kept"


def test_an_agency_is_exempt_only_with_a_reason_and_expected_again(scene):
    made = scene.sub_plan()
    with pytest.raises(errors.ExemptReasonMissing):
        calls.exempt(sub_plan=made, reason=" ", by=scene.coordinator)
    calls.exempt(sub_plan=made, reason="Mới thành lập", by=scene.coordinator)
    made.refresh_from_db()
    assert made.state == "exempt"
    assert calls.expect(sub_plan=made, by=scene.coordinator).state == "awaited"
