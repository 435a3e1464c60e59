"""The officials' first page (nơi làm việc): straight to what the post comes for."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from lantoa.common import access
from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.plans.selectors import plans


@require_GET
@officer("plans.view")
def home(request: OfficerRequest) -> HttpResponse:
    """Oversight to the board of the current plan, others to their office's work."""
    plan = plans.current(request.actor)
    if plan is None:
        context = {
            "drafts": plans.drafts_for(request.actor),
            "may_load": access.can(request.actor, "plans.review"),
        }
        return render(request, "workspace/home.html", context)
    if access.can(request.actor, "plans.oversee"):
        return redirect("plans:board", plan.pk)
    return redirect("duties:my-agency")
