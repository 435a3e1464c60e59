"""All sub-plans together: consolidated in one table, and rolled up through the levels."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from lantoa.common.ui.export import XLSX
from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.plans.selectors import plans
from lantoa.subplans.selectors import calls
from lantoa.subplans.selectors import consolidated as reading
from lantoa.subplans.services import consolidated_book
from lantoa.subplans.web import consolidated_page, levels_page


@require_GET
@officer("subplans.oversee")
def consolidated(request: OfficerRequest, pk: int) -> HttpResponse:
    plan = plans.get_for(request.actor, pk, to="oversee")
    lines = reading.lines(calls.required(plan))
    if request.GET.get("xuat") == "xlsx":
        return _workbook(consolidated_book.book(plan.title, lines))
    context = consolidated_page.context(plan, lines, request.GET)
    return render(request, "subplans/consolidated.html", context)


@require_GET
@officer("subplans.oversee")
def levels(request: OfficerRequest, pk: int) -> HttpResponse:
    plan = plans.get_for(request.actor, pk, to="oversee")
    return render(request, "subplans/levels.html", levels_page.context(plan, request.GET))


def _workbook(body: bytes) -> HttpResponse:
    answer = HttpResponse(body, content_type=XLSX)
    day = timezone.localdate().strftime("%Y%m%d")
    answer["Content-Disposition"] = f'attachment; filename="tong-hop-ke-hoach-{day}.xlsx"'
    return answer
