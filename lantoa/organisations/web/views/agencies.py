"""The directory of agencies as of a day, and the page of one agency (cơ quan)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from lantoa.common.ui import export
from lantoa.common.web.officer import officer
from lantoa.organisations.selectors import agencies, people, successions
from lantoa.organisations.web import directory, lineage


@require_GET
@officer("organisations.view")
def agency_list(request: HttpRequest) -> HttpResponse:
    """Which agencies existed on the day? With `?xuat=` the list as a file."""
    page = directory.page(request.actor, request.GET, today=timezone.localdate())  # type: ignore[attr-defined]
    if kind := export.wanted(request.GET):
        return export.response(page.table, kind=kind, name="co-quan")
    return render(request, "organisations/agency_list.html", {"page": page})


@require_GET
@officer("organisations.view")
def agency(request: HttpRequest, pk: int) -> HttpResponse:
    """What is this agency, who works there, what became of it?"""
    row = agencies.get_for(request.actor, pk)  # type: ignore[attr-defined]
    on = directory.day(request.GET, row, today=timezone.localdate())
    after = successions.turns_after(row)
    context = {
        "agency": row,
        "on": on,
        "crumbs": directory.crumbs(row.label),
        "summary": directory.summary(row),
        "people_title": directory.people_title(on),
        "facts": directory.facts(row),
        "posts": people.posts_of(row, on),
        "before": lineage.lines(successions.turns_before(row)),
        "after": lineage.lines(after),
        "now": lineage.of_today(row, after, today=timezone.localdate()),
    }
    return render(request, "organisations/agency.html", context)
