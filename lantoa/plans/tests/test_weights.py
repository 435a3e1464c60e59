"""Weighted progress: the sum can be redone from what the page shows, here and in public."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from lantoa.common.errors import NotAllowed
from lantoa.common.models import AuditEntry
from lantoa.organisations.factories import make_actor
from lantoa.plans.errors import PlanNotInForce, WeightImplausible
from lantoa.plans.factories import make_obligation, make_occurrence, make_plan
from lantoa.plans.models import Plan, Weight
from lantoa.plans.rules.weighing import compute
from lantoa.plans.selectors import board, weighing
from lantoa.plans.services import weights

pytestmark = pytest.mark.django_db
TODAY = date(2023, 4, 1)


@pytest.fixture
def plan() -> Plan:
    """A duty with one of two rows accepted and an activity with none of one; one without a day."""
    plan = make_plan(state="active")
    duty = make_obligation(plan, code="IV.1", nature="duty")
    make_occurrence(duty, state="accepted")
    make_occurrence(duty)
    make_occurrence(make_obligation(plan, code="PL.1", nature="activity"))
    make_occurrence(make_obligation(plan), due_on=None)
    return plan


@pytest.fixture
def coordinator(plan):
    return make_actor(plan.coordinator, role="coordinator")


def percent(plan: Plan) -> int:
    return weighing.of_plan(plan, today=TODAY)[0].percent


def test_the_duty_s_own_weight_wins_over_its_nature_s_and_one_is_the_default():
    computed = compute(
        [(1, "duty"), (2, "duty"), (3, "activity"), (4, "goal")],
        {1: (1, 2), 2: (0, 1), 3: (3, 3)},
        own={2: Decimal("0.5")},
        natures={"duty": Decimal(2)},
    )
    assert [row.weight for row in computed.duties] == [2, Decimal("0.5"), 1]
    assert (computed.earned, computed.possible, computed.percent) == (5, Decimal("7.5"), 66)
    assert not computed.plain


def test_without_weights_it_is_the_board_s_figure(plan):
    assert percent(plan) == board.of_plan(plan, today=TODAY).whole.percent == 33


def test_weights_change_the_figure_and_are_recorded(plan, coordinator):
    assert weights.change(plan=plan, natures={"activity": Decimal(4)}, by=coordinator) == 1
    assert percent(plan) == 16
    assert weights.change(plan=plan, natures={"activity": Decimal(0)}, by=coordinator) == 1
    assert percent(plan) == 50
    assert weights.change(plan=plan, natures={"activity": None}, by=coordinator) == 1
    assert percent(plan) == 33 and not Weight.objects.exists()
    entries = AuditEntry.objects.filter(verb="plans.weighed").order_by("pk")
    assert [entry.data["after"] for entry in entries] == [
        {"activity": "4"},
        {"activity": "0"},
        {"activity": None},
    ]


def test_a_weight_that_cannot_be_changes_nothing(plan, coordinator):
    wanted = {"duty": Decimal(2), "activity": Decimal(101)}
    with pytest.raises(WeightImplausible):
        weights.change(plan=plan, natures=wanted, by=coordinator)
    assert not Weight.objects.exists()


def test_only_who_reviews_a_running_plan_sets_weights(plan, coordinator):
    with pytest.raises(NotAllowed):
        weights.change(plan=plan, natures={"duty": Decimal(2)}, by=make_actor(role="inspector"))
    Plan.objects.filter(pk=plan.pk).update(state="closed")
    with pytest.raises(PlanNotInForce):
        weights.change(plan=plan, natures={"duty": Decimal(2)}, by=coordinator)


def test_the_page_saves_weights_and_shows_the_sum(page, plan, coordinator):
    page.sign_in(coordinator.user)
    page.post(reverse("plans:weights-natures", args=[plan.pk]), {"duty": "1,5", "activity": ""})
    assert "1,5 : 4 × 100 = 37%" in page.text
    duty = plan.obligations.get(code="PL.1")
    page.post(reverse("plans:weights-duty", args=[plan.pk]), {"duty": duty.pk, "value": "3"})
    assert "1,5 : 6 × 100 = 25%" in page.text
    page.post(reverse("plans:weights-natures", args=[plan.pk]), {"duty": "nhiều"}, status=422)
    assert "Hãy ghi một số" in page.text and Weight.objects.count() == 2


def test_the_public_page_shows_the_same_sum(page, plan, coordinator):
    weights.change(plan=plan, natures={"activity": Decimal(4)}, by=coordinator)
    page.get(reverse("portal:plan-progress", args=[plan.slug]))
    assert "Tiến độ 16%" in page.text and "1 : 6 × 100 = 16%" in page.text
    page.client.logout()
    page.sign_in(coordinator.user).get(reverse("plans:progress", args=[plan.pk]))
    assert "1 : 6 × 100 = 16%" in page.text
