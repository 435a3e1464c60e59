"""Keeping, removing and bringing back a saved filter (bộ lọc đã lưu)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.common.errors import DomainError
from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.plans.services import saved_filters as services
from lantoa.plans.web.saved_filters import kept_query


@require_POST
@officer("plans.view")
def save(request: OfficerRequest) -> HttpResponse:
    """Back to the same choice, so that nothing is lost when the name cannot be used."""
    query = kept_query(QueryDict(request.POST.get("query", "")))
    try:
        kept = services.keep(name=request.POST.get("ten", ""), query=query, by=request.actor)
    except DomainError as error:
        messages.error(request, error.text)
    else:
        messages.success(request, _("Đã lưu bộ lọc “%s”.") % kept.name)
    return _list(query)


@require_POST
@officer("plans.view")
def remove(request: OfficerRequest, pk: int) -> HttpResponse:
    kept = services.remove(pk=pk, by=request.actor)
    messages.info(request, _("Đã bỏ bộ lọc “%s”. Có thể lấy lại ngay dưới đây.") % kept.name)
    return redirect(reverse("duties:duty-list") + "?da-bo=1")


@require_POST
@officer("plans.view")
def bring_back(request: OfficerRequest, pk: int) -> HttpResponse:
    kept = services.bring_back(pk=pk, by=request.actor)
    messages.success(request, _("Đã lấy lại bộ lọc “%s”.") % kept.name)
    return _list(kept.query)


def _list(query: str) -> HttpResponse:
    return HttpResponseRedirect(reverse("duties:duty-list") + (f"?{query}" if query else ""))
