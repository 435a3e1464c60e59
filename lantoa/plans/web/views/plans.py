"""Plans (kế hoạch): the list, one plan in force, drafts put away."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lantoa.common import access
from lantoa.common.web.officer import officer
from lantoa.plans.models import Plan
from lantoa.plans.selectors import plans
from lantoa.plans.services import drafts
from lantoa.plans.web import plan_page, plan_tables


@officer("plans.view")
@require_GET
def plan_list(request: HttpRequest) -> HttpResponse:
    return render(request, "plans/plan_list.html", plan_tables.context(request))


@officer("plans.view")
@require_GET
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    found = plans.get_for(request.actor, pk)
    if found.state == Plan.State.DRAFT:
        return redirect("plans:plan-review", pk=found.pk)
    if found.state == Plan.State.WITHDRAWN:
        context = {
            "plan": found,
            "may_review": access.can(request.actor, "plans.review"),
            "crumbs": plan_page.crumbs(found),
        }
        return render(request, "plans/withdrawn.html", context)
    return render(request, "plans/plan.html", plan_page.context(request, found))


@officer("plans.view")
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    found = plans.get_for(request.actor, pk, to="review")
    drafts.withdraw(plan=found, by=request.actor)
    messages.success(request, _("Đã cất bản dự thảo. Có thể mở lại ở cuối danh sách này."))
    return redirect("plans:plan-list")


@officer("plans.view")
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    found = plans.get_for(request.actor, pk, to="review")
    drafts.reopen(plan=found, by=request.actor)
    messages.success(request, _("Đã mở lại bản dự thảo; mọi dòng còn nguyên."))
    return redirect("plans:plan-review", pk=found.pk)
