"""One duty across agencies and periods (nhiệm vụ gốc): a matrix of how each stands."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.plans.selectors import obligations
from lantoa.plans.web import obligation_page, viewing


@require_GET
@officer("plans.view")
def obligation(request: OfficerRequest, pk: int) -> HttpResponse:
    row = obligations.get_for(request.actor, pk)
    context = obligation_page.context(request.actor, row, viewing.of(request), request.GET)
    return render(request, "plans/obligation.html", context)
