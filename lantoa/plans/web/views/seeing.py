"""Ways of seeing one plan (cách xem kế hoạch): matrix, calendar, activities, coverage, progress."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lantoa.common.ui import export
from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.plans.selectors import plans
from lantoa.plans.web import (
    bulk_choice,
    calendar_page,
    coverage_page,
    matrix_page,
    plan_tabs,
    profile_page,
    progress_page,
    timeline_page,
    viewing,
)

if TYPE_CHECKING:
    from lantoa.plans.models import Plan
    from lantoa.plans.web.viewing import Viewing


@require_GET
@officer("plans.oversee")
def matrix(request: OfficerRequest, pk: int) -> HttpResponse:
    plan, seen = _plan(request, pk, to="oversee")
    context = matrix_page.context(plan, seen, request.GET)
    keys = [[one["key"] for one in context[axis]] for axis in ("rows", "columns")]
    context["bar"] = bulk_choice.matrix_bar(request.actor, plan.pk, *keys, seen)
    return _shown(request, "matrix", plan, seen, context, _("Ma trận"))


@require_GET
@officer("plans.view")
def calendar(request: OfficerRequest, pk: int) -> HttpResponse:
    plan, seen = _plan(request, pk)
    context = calendar_page.context(request.actor, plan, seen, request.GET)
    return _shown(request, "calendar", plan, seen, context, _("Lịch năm"))


@require_GET
@officer("plans.view")
def timeline(request: OfficerRequest, pk: int) -> HttpResponse:
    plan, seen = _plan(request, pk)
    context = timeline_page.context(plan, seen, request.GET)
    return _shown(request, "timeline", plan, seen, context, _("Hoạt động trọng điểm"))


@require_GET
@officer("plans.oversee")
def coverage(request: OfficerRequest, pk: int) -> HttpResponse:
    plan, seen = _plan(request, pk, to="oversee")
    context = coverage_page.context(plan, seen, request.GET)
    return _shown(request, "coverage", plan, seen, context, _("Độ bao phủ"))


@require_GET
@officer("plans.view")
def progress(request: OfficerRequest, pk: int) -> HttpResponse:
    plan, seen = _plan(request, pk)
    context = progress_page.context(request.actor, plan, seen, request.GET)
    if kind := export.wanted(request.GET):
        return export.response(context["table"], kind=kind, name="tien-do")
    return _shown(request, "progress", plan, seen, context, _("Cách tính tiến độ"))


@require_GET
@officer("plans.view")
def agency_profile(request: OfficerRequest, pk: int, agency_pk: int) -> HttpResponse:
    plan, seen = _plan(request, pk)
    context = profile_page.context(request.actor, plan, agency_pk, seen, request.GET)
    return _shown(request, "profile", plan, seen, context, context["agency"].label)


def _plan(request: OfficerRequest, pk: int, *, to: str = "view") -> tuple[Plan, Viewing]:
    return plans.get_for(request.actor, pk, to=to), viewing.of(request)


def _shown(
    request: OfficerRequest,
    name: str,
    plan: Plan,
    seen: Viewing,
    context: dict[str, Any],
    here: str,
) -> HttpResponse:
    shared = {
        "plan": plan,
        "viewing": seen,
        "tabs": plan_tabs.tabs(request.actor, plan, seen, f"plans:{name}"),
        "crumbs": plan_tabs.crumbs(plan, here),
    }
    return render(request, f"plans/{name}.html", {**shared, **context})
