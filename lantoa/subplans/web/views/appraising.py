"""Appraising a sub-plan: take up, accept, return, reconsider, open as a plan of its own."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.common.errors import DomainError
from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.subplans.selectors import sub_plans
from lantoa.subplans.services import appraisal, passing_down
from lantoa.subplans.web import page
from lantoa.subplans.web.forms.appraising import ReasonForm, ReturnForm


@require_POST
@officer("subplans.view")
def take_up(request: OfficerRequest, pk: int) -> HttpResponse:
    sub_plan = sub_plans.get_for(request.actor, pk, to="appraise")
    appraisal.take_up(sub_plan=sub_plan, by=request.actor)
    messages.info(request, _("Đã nhận thẩm định; đơn vị không lấy lại được nữa."))
    return redirect("subplans:one", pk)


@require_POST
@officer("subplans.view")
def accept(request: OfficerRequest, pk: int) -> HttpResponse:
    sub_plan = sub_plans.get_for(request.actor, pk, to="appraise")
    appraisal.accept(sub_plan=sub_plan, by=request.actor)
    messages.success(request, _("Đã chấp nhận kế hoạch của %s.") % sub_plan.agency.label)
    return redirect("subplans:queue", sub_plan.call.plan_id)


@require_POST
@officer("subplans.view")
def send_back(request: OfficerRequest, pk: int) -> HttpResponse:
    sub_plan = sub_plans.get_for(request.actor, pk, to="appraise")
    form = ReturnForm(request.POST)
    if form.is_valid():
        try:
            appraisal.send_back(sub_plan=sub_plan, reasons=form.cleaned_data, by=request.actor)
        except DomainError as error:
            form.refuse(error)
        else:
            messages.success(request, _("Đã trả lại kế hoạch của %s.") % sub_plan.agency.label)
            return redirect("subplans:queue", sub_plan.call.plan_id)
    return _again(request, sub_plan, return_form=form)


@require_POST
@officer("subplans.view")
def reconsider(request: OfficerRequest, pk: int) -> HttpResponse:
    sub_plan = sub_plans.get_for(request.actor, pk, to="appraise")
    form = ReasonForm(request.POST)
    if form.is_valid():
        try:
            reason = form.cleaned_data["reason"]
            appraisal.reconsider(sub_plan=sub_plan, reason=reason, by=request.actor)
        except DomainError as error:
            form.refuse(error)
        else:
            messages.info(request, _("Kế hoạch trở lại bước thẩm định."))
            return redirect("subplans:one", pk)
    return _again(request, sub_plan, reason_form=form)


@require_POST
@officer("subplans.view")
def open_plan(request: OfficerRequest, pk: int) -> HttpResponse:
    sub_plan = sub_plans.get_for(request.actor, pk, to="open")
    plan = passing_down.open_plan(sub_plan=sub_plan, by=request.actor)
    messages.success(request, _("Đã lập bản dự thảo. Rà soát từng dòng rồi xác nhận."))
    return redirect("plans:plan-review", plan.pk)


def _again(request: OfficerRequest, sub_plan: Any, **forms: Any) -> HttpResponse:
    context = page.context(request.actor, sub_plan, **forms)
    return render(request, "subplans/sub_plan.html", context, status=422)
