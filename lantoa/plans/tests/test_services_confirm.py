"""Confirming a draft: what binds, what is refused, and the second person who comes too late."""

from __future__ import annotations

from datetime import date

import pytest

from lantoa.common import audit
from lantoa.common.errors import NotAllowed
from lantoa.documents.factories import make_document
from lantoa.plans.errors import (
    IssueDateMissing,
    LeadUnknown,
    NothingAccepted,
    PlanAlreadyConfirmed,
    PlanChangedMeanwhile,
    PlanNotDraft,
    RowsStillPending,
    TitleMissing,
    YearImplausible,
)
from lantoa.plans.factories import make_draft_item
from lantoa.plans.models import Assignment, Obligation, Occurrence, Plan
from lantoa.plans.selectors import changes
from lantoa.plans.services import confirm, review
from lantoa.plans.tests.town import Town, party

pytestmark = pytest.mark.django_db

MONTHLY = {"kind": "monthly", "text": "trước ngày 25", "day_of_month": 24}


@pytest.fixture
def town() -> Town:
    return Town()


def accepted(plan, **values):
    return make_draft_item(plan, state="accepted", **values)


def bind(plan, by):
    return confirm.confirm(plan=plan, seen=changes.mark(plan), by=by)


def test_accepted_rows_become_duties_with_agencies_and_periods(town):
    plan = town.plan(issued_on=date(2023, 2, 14))
    accepted(plan, code="IV.1", parties=[party("Phòng Nội vụ")], due=MONTHLY)
    make_draft_item(plan, state="rejected", reason="lời dẫn")
    made = bind(plan, town.first)
    plan.refresh_from_db()
    assert (plan.state, plan.confirmed_by) == ("active", town.first.user)
    assert (made.obligations, made.assignments, made.occurrences) == (1, 1, 11)
    duty = Obligation.objects.get()
    assert (duty.code, duty.due_kind, duty.due_day_of_month) == ("IV.1", "monthly", 24)
    assert Occurrence.objects.first().due_on == date(2023, 2, 24)
    assert Assignment.objects.get().agency == town.division
    assert audit.history(plan).first().verb == "plans.confirmed"


def test_a_class_of_agencies_opens_to_its_members(town):
    plan = town.plan()
    accepted(plan, parties=[party("UBND các xã, phường", group=True)])
    bind(plan, town.first)
    assert {row.agency for row in Occurrence.objects.all()} == set(town.communes)


def test_short_form_of_the_document_takes_the_communes_in(town):
    text = "Các cơ quan, đơn vị và UBND các xã, phường (gọi tắt là cơ quan, đơn vị)"
    plan = town.plan(document=make_document(text, owner=town.authority))
    row = accepted(plan, parties=[party("Các cơ quan, đơn vị", group=True)])
    drawn = confirm.preview(plan=plan)
    everyone = {town.division.pk, town.office.pk, *(one.pk for one in town.communes)}
    assert drawn.agencies == everyone
    plan.document = make_document("Kế hoạch khác", owner=town.authority)
    assert confirm.preview(plan=plan).agencies == {town.division.pk, town.office.pk}
    assert row.version == 1


def test_who_leads_is_not_listed_again_as_coordinating(town):
    plan = town.plan()
    others = party("các cơ quan, đơn vị", "coordinating", group=True)
    accepted(plan, parties=[others, party("Phòng Nội vụ")])
    bind(plan, town.first)
    roles = {(row.agency, row.role) for row in Assignment.objects.all()}
    assert roles == {(town.division, "lead"), (town.office, "coordinating")}


def test_preview_counts_what_confirming_makes(town):
    plan = town.plan()
    accepted(plan, parties=[party("UBND các xã, phường", group=True)], due=MONTHLY)
    drawn = confirm.preview(plan=plan)
    assert not Obligation.objects.exists()
    made = bind(plan, town.first)
    assert (len(drawn.obligations), drawn.occurrences) == (1, made.occurrences)


def test_duty_of_an_unknown_agency_holds_the_plan_back(town):
    plan = town.plan()
    accepted(plan, code="IV.7", parties=[party("Phòng Không Có")])
    with pytest.raises(LeadUnknown, match=r"IV\.7"):
        bind(plan, town.first)
    assert not Obligation.objects.exists()
    assert Plan.objects.get(pk=plan.pk).state == "draft"


def test_a_goal_that_names_nobody_binds_without_periods(town):
    plan = town.plan()
    accepted(plan, nature="goal", parties=[])
    made = bind(plan, town.first)
    assert (made.obligations, made.occurrences) == (1, 0)


def test_pending_rows_an_empty_draft_or_no_date_refuse(town):
    plan = town.plan()
    with pytest.raises(NothingAccepted):
        bind(plan, town.first)
    row = make_draft_item(plan, lead="Phòng Nội vụ")
    with pytest.raises(RowsStillPending, match="1 dòng"):
        bind(plan, town.first)
    review.accept(item=row, version=1, by=town.first)
    undated = Plan.objects.get(pk=plan.pk)
    Plan.objects.filter(pk=plan.pk).update(issued_on=None)
    with pytest.raises(IssueDateMissing):
        bind(undated, town.first)
    Plan.objects.filter(pk=plan.pk).update(issued_on=date(2023, 2, 14))
    assert bind(undated, town.first).obligations == 1


def test_only_coordinators_confirm(town):
    plan = town.plan()
    accepted(plan, lead="Phòng Nội vụ")
    for actor in (town.inspector, town.officer):
        with pytest.raises(NotAllowed):
            bind(plan, actor)


def test_change_by_another_after_the_page_stops_confirmation(town):
    plan = town.plan()
    row = accepted(plan, lead="Phòng Nội vụ")
    seen = changes.mark(plan)
    review.edit(item=row, version=1, values={"text": "Khác đi"}, by=town.second)
    with pytest.raises(PlanChangedMeanwhile, match=str(town.second.user)):
        confirm.confirm(plan=plan, seen=seen, by=town.first)
    (entry,) = changes.since(plan, seen, except_user=town.first.user_id)
    assert entry.data["after"]["text"] == "Khác đi"
    assert confirm.confirm(plan=plan, seen=changes.mark(plan), by=town.first).obligations == 1


def test_own_changes_do_not_stop_confirmation(town):
    plan = town.plan()
    row = accepted(plan, lead="Phòng Nội vụ")
    seen = changes.mark(plan)
    review.edit(item=row, version=1, values={"text": "Tự sửa"}, by=town.first)
    assert confirm.confirm(plan=plan, seen=seen, by=town.first).obligations == 1


def test_the_second_to_confirm_is_told_who_was_first(town):
    plan = town.plan()
    accepted(plan, lead="Phòng Nội vụ")
    seen = changes.mark(plan)
    confirm.confirm(plan=plan, seen=seen, by=town.first)
    with pytest.raises(PlanAlreadyConfirmed, match=str(town.first.user)):
        confirm.confirm(plan=plan, seen=seen, by=town.second)
    assert Obligation.objects.count() == 1


def said(**values):
    good = {"title": "Kế hoạch A", "symbol": "", "issued_on": None, "year": 2023}
    return confirm.Description(**{**good, **values})


def test_describing_sets_what_the_document_says_of_itself(town):
    plan = town.plan(symbol="430/QĐ-UBND")
    right = said(symbol="130/QĐ-UBND", issued_on=date(2023, 2, 27))
    confirm.describe(plan=plan, said=right, by=town.first)
    plan.refresh_from_db()
    assert (plan.symbol, plan.issued_on) == ("130/QĐ-UBND", date(2023, 2, 27))
    data = audit.history(plan).get().data
    assert data["before"]["symbol"] == "430/QĐ-UBND"
    assert data["after"]["issued_on"] == "2023-02-27"


@pytest.mark.parametrize(
    ("values", "error"), [({"title": " "}, TitleMissing), ({"year": 23}, YearImplausible)]
)
def test_description_must_be_plausible(town, values, error):
    with pytest.raises(error):
        confirm.describe(plan=town.plan(), said=said(**values), by=town.first)


def test_a_binding_plan_is_not_described_anew(town):
    with pytest.raises(PlanNotDraft):
        confirm.describe(plan=town.plan(state="active"), said=said(), by=town.first)


def test_two_people_do_not_overwrite_each_others_description(town):
    plan = town.plan()
    seen = changes.mark(plan)
    confirm.describe(plan=plan, said=said(year=2024), by=town.first, seen=seen)
    with pytest.raises(PlanChangedMeanwhile) as refused:
        confirm.describe(plan=plan, said=said(year=2025), by=town.second, seen=seen)
    assert refused.value.data["changes"][0].data["after"]["year"] == 2024
    confirm.describe(plan=plan, said=said(year=2022), by=town.first, seen=seen)
    assert Plan.objects.get(pk=plan.pk).year == 2022
