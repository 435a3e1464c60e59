"""The gallery of components (thư viện giao diện)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lantoa.common.ui import export
from lantoa.common.web.officer import officer
from lantoa.workspace.web import gallery as samples


@require_GET
@officer("plans.view")
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in every state; with `?xuat=` the sample table as a file."""
    filters, table = samples.filtered_table(request.GET)
    if kind := export.wanted(request.GET):
        return export.response(table, kind=kind, name="thu-vien-giao-dien")
    context = samples.context(request.GET) | {"filters": filters, "table": table}
    return render(request, "workspace/gallery.html", context)
