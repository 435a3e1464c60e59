"""Setting weights (trọng số) from the page that shows what they do."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.plans.models import Plan
from lantoa.plans.selectors import plans, weighing
from lantoa.plans.services import weights
from lantoa.plans.web import plan_tabs, progress_page, viewing
from lantoa.plans.web.forms.weights import DutyWeightForm, NatureWeightsForm


@require_POST
@officer("plans.view")
def of_natures(request: OfficerRequest, pk: int) -> HttpResponse:
    plan = plans.get_for(request.actor, pk, to="review")
    computed, _duties = weighing.of_plan(plan, today=viewing.of(request).day)
    natures, _own = weighing.weights_of(plan)
    used = {row.nature for row in computed.duties}
    form = NatureWeightsForm(request.POST, used=used, natures=natures)
    if not form.is_valid():
        return _again(request, plan, natures_form=form)
    count = weights.change(plan=plan, natures=form.cleaned_data, by=request.actor)
    return _done(request, plan, count)


@require_POST
@officer("plans.view")
def of_duty(request: OfficerRequest, pk: int) -> HttpResponse:
    plan = plans.get_for(request.actor, pk, to="review")
    _computed, duties = weighing.of_plan(plan, today=viewing.of(request).day)
    form = DutyWeightForm(request.POST, duties=duties.values())
    if not form.is_valid():
        return _again(request, plan, duty_form=form)
    data = form.cleaned_data
    count = weights.change(plan=plan, duties={data["duty"]: data["value"]}, by=request.actor)
    return _done(request, plan, count)


def _done(request: OfficerRequest, plan: Plan, count: int) -> HttpResponse:
    said = _("Đã lưu trọng số.") if count else _("Không có trọng số nào thay đổi.")
    messages.success(request, said)
    return redirect("plans:progress", plan.pk)


def _again(request: OfficerRequest, plan: Plan, **forms: Any) -> HttpResponse:
    """The page once more with what was typed and what is wrong with it."""
    seen = viewing.of(request)
    context = progress_page.context(request.actor, plan, seen, request.GET, **forms)
    context |= {
        "plan": plan,
        "viewing": seen,
        "tabs": plan_tabs.tabs(request.actor, plan, seen, "plans:progress"),
        "crumbs": plan_tabs.crumbs(plan, _("Cách tính tiến độ")),
    }
    return render(request, "plans/progress.html", context, status=422)
