"""Plans (kế hoạch): the list, loading a signed file, one plan in force, drafts put away."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lantoa.common import access
from lantoa.common.errors import DomainError
from lantoa.common.web.officer import officer
from lantoa.plans.errors import AlreadyLoaded
from lantoa.plans.models import Plan
from lantoa.plans.selectors import plans
from lantoa.plans.services import drafts
from lantoa.plans.web import plan_page, plan_tables
from lantoa.plans.web.forms.loading import UploadForm


@officer("plans.view")
@require_GET
def plan_list(request: HttpRequest) -> HttpResponse:
    return render(request, "plans/plan_list.html", plan_tables.context(request))


@officer("plans.review")
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    form = UploadForm(request.POST or None, request.FILES or None)
    known = None
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            plan = drafts.load(name=file.name, data=file.read(), by=request.actor)
        except AlreadyLoaded as error:
            known = plans.get_for(request.actor, error.data["plan_id"], to="oversee")
            form.add_error("file", error.text)
        except DomainError as error:
            form.add_error("file", error.text)
        else:
            rows = plan.draft_items.count()
            messages.success(
                request,
                _("Đã đọc “%(name)s”: %(rows)d dòng chờ xem. Chưa có việc nào được giao.")
                % {"name": file.name, "rows": rows},
            )
            return redirect("plans:plan-review", pk=plan.pk)
    return render(request, "plans/upload.html", plan_page.uploading(form, known))


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
