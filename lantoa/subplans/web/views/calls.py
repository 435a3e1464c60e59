"""The demand for sub-plans: its settings, the queue of all agencies, exemptions."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lantoa.common.errors import DomainError
from lantoa.common.ui import export
from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.plans.selectors import plans
from lantoa.subplans.selectors import sub_plans
from lantoa.subplans.services import calls as services
from lantoa.subplans.web import page, queue_page, settle_page
from lantoa.subplans.web.forms.appraising import ReasonForm


@require_GET
@officer("subplans.oversee")
def queue(request: OfficerRequest, pk: int) -> HttpResponse:
    plan = plans.get_for(request.actor, pk, to="oversee")
    context = queue_page.context(request, plan)
    kind = export.wanted(request.GET)
    if kind and context["call"] is not None:
        return export.response(context["table"], kind=kind, name="ke-hoach-cua-don-vi")
    return render(request, "subplans/queue.html", context)


@officer("subplans.call")
@require_http_methods(["GET", "POST"])
def settle(request: OfficerRequest, pk: int) -> HttpResponse:
    plan = plans.get_for(request.actor, pk)
    sitting = settle_page.Sitting(plan, request.POST if request.method == "POST" else None)
    if sitting.form.is_bound and sitting.form.is_valid():
        try:
            services.settle(plan=plan, demand=sitting.demand(), by=request.actor)
        except DomainError as error:
            sitting.form.refuse(error)
        else:
            messages.success(request, _("Đã lưu danh sách cơ quan phải lập kế hoạch."))
            return redirect("subplans:queue", pk)
    status = 422 if sitting.form.is_bound else 200
    return render(request, "subplans/settle.html", sitting.context(), status=status)


@require_POST
@officer("subplans.view")
def exempt(request: OfficerRequest, pk: int) -> HttpResponse:
    sub_plan = sub_plans.get_for(request.actor, pk, to="call")
    form = ReasonForm(request.POST)
    if form.is_valid():
        services.exempt(sub_plan=sub_plan, reason=form.cleaned_data["reason"], by=request.actor)
        messages.info(request, _("%s không phải lập kế hoạch.") % sub_plan.agency.label)
        return redirect("subplans:queue", sub_plan.call.plan_id)
    context = page.context(request.actor, sub_plan, reason_form=form)
    return render(request, "subplans/sub_plan.html", context, status=422)


@require_POST
@officer("subplans.view")
def expect(request: OfficerRequest, pk: int) -> HttpResponse:
    sub_plan = sub_plans.get_for(request.actor, pk, to="call")
    services.expect(sub_plan=sub_plan, by=request.actor)
    messages.info(request, _("%s lại phải lập kế hoạch.") % sub_plan.agency.label)
    return redirect("subplans:one", pk)
