"""From a province to a town, its communes and their schools: plans beneath plans, rolled up."""

from datetime import datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.organisations.factories import make_actor, make_agency
from lantoa.plans.models import DraftItem, Plan
from lantoa.plans.selectors import changes
from lantoa.plans.services import confirm
from lantoa.subplans import errors
from lantoa.subplans.factories import make_call, make_row, make_sub_plan, put_paper
from lantoa.subplans.models import SubPlan
from lantoa.subplans.rules.coverage import Level
from lantoa.subplans.selectors import consolidated, covering
from lantoa.subplans.services import passing_down
from lantoa.subplans.tests.scene import Scene

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(datetime(2023, 3, 15, 3), tick=False):
        yield


@pytest.fixture
def scene():
    return Scene()


def confirmed(plan, by):
    """Accept and confirm a draft as a person would."""
    plan.draft_items.update(state=DraftItem.State.ACCEPTED)
    confirm.confirm(plan=plan, seen=changes.mark(plan), by=by)
    return Plan.objects.get(pk=plan.pk)


def test_an_accepted_plan_becomes_a_draft_with_parties_and_days_and_is_confirmed(scene):
    commune = scene.filing[0]
    school = make_agency("Trường Tiểu học Bình An", kind="school", parent=commune)
    made = put_paper(scene.sub_plan(commune, state="accepted"), title="Kế hoạch của xã Bình An")
    make_row(made, scene.news, task="Gửi tin, bài", lead=school.name, time="Quý II/2023")
    make_row(made, task="Họp thôn", lead="", coordinating="")
    plan = passing_down.open_plan(sub_plan=made, by=scene.coordinator)
    first, second = plan.draft_items.order_by("position")
    assert (plan.authority, plan.state, first.due["by"]) == (commune, "draft", "2023-06-30")
    assert first.parties[0]["name"] == school.name and second.parties[0]["name"] == commune.name
    with pytest.raises(errors.AlreadyOpened):
        passing_down.open_plan(sub_plan=made, by=scene.coordinator)
    assert confirmed(plan, scene.coordinator).obligations.count() == 2


def test_only_an_accepted_plan_of_an_agency_with_others_beneath_is_opened(scene):
    made = put_paper(scene.sub_plan(state="sent"))
    make_row(made)
    with pytest.raises(errors.NotAccepted):
        passing_down.open_plan(sub_plan=made, by=scene.coordinator)
    SubPlan.objects.filter(pk=made.pk).update(state="accepted", decided_at=made.sent_at)
    with pytest.raises(errors.NobodyBeneath):
        passing_down.open_plan(sub_plan=made, by=scene.coordinator)


def test_coverage_is_rolled_up_through_three_levels_of_plans(scene):
    """The town's duty reaches a commune, its school and the school's union of pupils."""
    commune = scene.filing[0]
    school = make_agency("Trường Tiểu học Bình An", kind="school", parent=commune)
    other = make_agency("Trường Trung học Bình An", kind="school", parent=commune)
    pupils = make_agency("Đội Thiếu niên Bình An", kind="public_unit", parent=school)
    top = put_paper(scene.sub_plan(commune, state="accepted"))
    make_row(top, scene.news, lead=f"{school.name}; {other.name}")
    scene.sub_plan(scene.filing[1], state="sent")
    plan = confirmed(passing_down.open_plan(sub_plan=top, by=scene.coordinator), scene.coordinator)
    duty, call = plan.obligations.get(), make_call(plan)
    middle = put_paper(make_sub_plan(call, agency=school, state="accepted"))
    make_row(middle, duty, lead=pupils.name)
    make_sub_plan(call, agency=other)
    by = make_actor(school, role="coordinator")
    lower = confirmed(passing_down.open_plan(sub_plan=middle, by=by), by)
    make_sub_plan(make_call(lower), agency=pupils)
    found, depth = covering.rolled(scene.plan)
    assert depth == 3
    news = next(one for one in found if one.duty == scene.news.pk)
    assert news.levels == [Level(2, 1), Level(2, 1), Level(1, 0)]
    assert news.missing == [[scene.filing[1].pk], [other.pk], [pupils.pk]]


def test_the_roll_up_asks_a_fixed_number_of_questions_for_a_level(scene):
    for agency in scene.filing:
        make_row(scene.sub_plan(agency, state="accepted"), scene.news)
    with CaptureQueriesContext(
        connection,
    ) as few:
        covering.rolled(scene.plan)
    for _ in range(5):
        agency = make_agency(parent=scene.town.authority)
        make_row(make_sub_plan(scene.call, agency=agency, state="accepted"), scene.news)
    with CaptureQueriesContext(connection) as more:
        covering.rolled(scene.plan)
    assert len(more) == len(few) <= 8


def test_only_accepted_plans_are_consolidated_with_money_in_figures(
    scene, django_assert_num_queries
):
    for number, agency in enumerate(scene.filing, start=1):
        state = "sent" if number == 3 else "accepted"
        made = scene.sub_plan(agency, state=state)
        make_row(made, scene.talks, scene.news, money=1000 * number)
        make_row(made, state="removed", money=10**9)
    with django_assert_num_queries(2):
        lines = consolidated.lines(scene.call)
    assert sorted(line.money for line in lines) == [1000, 2000]
    assert {line.duty[1] for line in lines} == {"IV.1"}


def test_a_row_that_answers_a_channel_of_the_plan_is_no_stray_one(scene):
    channel = scene.duty("Bảng tin công cộng", "II.3", nature="channel")
    made = scene.sub_plan()
    answering = [covering.Answering(1, frozenset({channel.pk})), covering.Answering(2, frozenset())]
    found = covering.of_sub_plan(made, answering)
    assert found.must.unanswered == (scene.news.pk, scene.talks.pk)
    assert (found.must.loose, found.guides.unanswered) == ((2,), ())
