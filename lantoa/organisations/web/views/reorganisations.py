"""Reorganisations (sắp xếp tổ chức): the list, and one as a table of old and new agencies."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lantoa.common.ui import export
from lantoa.common.web.officer import officer
from lantoa.organisations.selectors import reorganisations
from lantoa.organisations.web import directory, lineage


@require_GET
@officer("organisations.view")
def reorganisation_list(request: HttpRequest) -> HttpResponse:
    table = lineage.events_table(reorganisations.recorded(), request.GET)
    context = {"table": table, "crumbs": directory.crumbs(str(table.caption))}
    return render(request, "organisations/reorganisation_list.html", context)


@require_GET
@officer("organisations.view")
def reorganisation(request: HttpRequest, pk: int) -> HttpResponse:
    """Which old agency became which new one? With `?xuat=` the table as a file."""
    event = reorganisations.get(pk)
    table = lineage.rows_table(event, reorganisations.rows(event), request.GET)
    if kind := export.wanted(request.GET):
        return export.response(table, kind=kind, name="co-quan-cu-moi")
    context = {
        "event": event,
        "table": table,
        "crumbs": lineage.crumbs(event),
        "summary": lineage.summary(event),
        "facts": lineage.facts(event),
    }
    return render(request, "organisations/reorganisation.html", context)
