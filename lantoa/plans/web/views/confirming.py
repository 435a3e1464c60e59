"""The last look before a plan binds (xác nhận kế hoạch), and what it says of itself."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lantoa.common.errors import DomainError
from lantoa.common.web.officer import officer
from lantoa.plans.errors import PlanAlreadyConfirmed, PlanChangedMeanwhile
from lantoa.plans.models import Plan
from lantoa.plans.selectors import plans
from lantoa.plans.services import confirm as confirming
from lantoa.plans.web import confirm_page
from lantoa.plans.web.forms.confirming import SeenForm
from lantoa.plans.web.forms.loading import DescribeForm
from lantoa.plans.web.review_page import crumbs


@officer("plans.view")
@require_http_methods(["GET", "POST"])
def describe(request: HttpRequest, pk: int) -> HttpResponse:
    plan = plans.get_for(request.actor, pk, to="review")
    if request.method == "GET":
        return render(
            request, "plans/describe.html", confirm_page.describing(plan, asked=request.GET)
        )
    form = DescribeForm(request.POST, prefix="van-ban")
    error = None
    if form.is_valid():
        data = dict(form.cleaned_data)
        seen = data.pop("seen")
        try:
            said = confirming.Description(**data)
            confirming.describe(plan=plan, said=said, by=request.actor, seen=seen)
        except PlanChangedMeanwhile as refused:
            error = refused
            form = DescribeForm(
                confirm_page.with_new_mark(request.POST, plan, "van-ban-seen"), prefix="van-ban"
            )
        else:
            messages.success(request, _("Đã lưu thông tin của kế hoạch."))
            return redirect("plans:plan-review", pk=plan.pk)
    context = confirm_page.describing(plan, form, error)
    return render(request, "plans/describe.html", context)


@officer("plans.view")
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    plan = plans.get_for(request.actor, pk, to="review")
    if request.method == "GET" and plan.state != Plan.State.DRAFT:
        return redirect("plans:plan", pk=plan.pk)
    if request.method == "GET":
        return render(request, "plans/confirm.html", confirm_page.context(request, plan))
    form = SeenForm(request.POST)
    seen = form.cleaned_data["seen"] if form.is_valid() else 0
    try:
        made = confirming.confirm(plan=plan, seen=seen, by=request.actor)
    except PlanAlreadyConfirmed as error:
        context = {
            "plan": plan,
            "error": error,
            "changes": confirm_page.changes_since(plan, seen, request.actor.user_id),
            "crumbs": crumbs(plan, _("Đã xác nhận")),
        }
        return render(request, "plans/confirmed_already.html", context)
    except DomainError as error:
        context = confirm_page.context(request, plan, seen=seen, error=error)
        return render(request, "plans/confirm.html", context)
    messages.success(
        request,
        _("Kế hoạch đã có hiệu lực theo dõi: %(duties)d nhiệm vụ, %(periods)d kỳ thực hiện.")
        % {"duties": made.obligations, "periods": made.occurrences},
    )
    return redirect("plans:board", pk=plan.pk)
