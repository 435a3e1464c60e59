"""Duties: what my office must do, the list behind every number, and one duty."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lantoa.common import access
from lantoa.common.ui import export
from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.plans.selectors import bulk, occurrences
from lantoa.plans.web import bulk_choice, duty_page, my_agency_page, saved_filters, viewing
from lantoa.plans.web import duty_list as listing


@require_GET
@officer("plans.view")
def my_agency(request: OfficerRequest) -> HttpResponse:
    seen = viewing.of(request)
    page = my_agency_page.build(request.actor, seen, request.GET)
    context = {"page": page, "viewing": seen, "kept": _kept(request, "tim", "trang")}
    return render(request, "plans/my_agency.html", context)


@require_GET
@officer("plans.view")
def duty_list(request: OfficerRequest) -> HttpResponse:
    seen = viewing.of(request)
    rows = listing.rows_for(request.actor, seen, request.GET)
    filters = listing.filters_for(request.actor, rows, request.GET)
    found = listing.search(filters.apply(rows), request.actor, request.GET.get("tim", ""))
    if kind := export.wanted(request.GET):
        table = listing.export_table(found, seen, request.GET)
        return export.response(table, kind=kind, name="nhiem-vu")
    tick = "" if seen.chosen or not bulk.kinds_for(request.actor) else bulk_choice.TICK
    table = listing.table_of(found, seen, request.GET, selectable=tick)
    kept = _kept(request, "tim", "trang")
    context = {"table": table, "filters": filters, "viewing": seen, "kept": kept}
    context["bar"] = bulk_choice.bar(request.actor, table, request.GET, seen)
    if access.can(request.actor, "evidence.submit") and not seen.chosen:
        query = saved_filters.kept_query(request.GET)
        context["sheets_url"] = reverse("duties:sheets") + (f"?{query}" if query else "")
    context |= saved_filters.context(request.actor, request.GET)
    return render(request, "plans/duty_list.html", context)


@require_GET
@officer("plans.view")
def duty(request: OfficerRequest, pk: int) -> HttpResponse:
    row = occurrences.get_for(request.actor, pk)
    context = duty_page.context(request.actor, row, viewing.of(request))
    if request.GET.get("tra-lai"):
        context["return_open"] = True
    return render(request, "plans/duty.html", context)


def _kept(request: OfficerRequest, *own: str) -> list[tuple[str, str]]:
    """What a search form must carry along so that other choices on the page stay."""
    return [(key, str(value)) for key, value in request.GET.items() if key not in own]
