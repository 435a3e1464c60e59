"""Rows of a sub-plan: one form on one page, saved by a post and, with htmx, while typing."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.subplans.selectors import covering, sub_plans
from lantoa.subplans.services import rows as services
from lantoa.subplans.web import words
from lantoa.subplans.web.forms.rows import SubPlanRowForm
from lantoa.subplans.web.views.filing import saved, sub_plan_url


@require_POST
@officer("subplans.view")
def add(request: OfficerRequest, pk: int) -> HttpResponse:
    """An empty row at once, so that what is typed next has a place to be kept."""
    sub_plan = sub_plans.get_for(request.actor, pk, to="file")
    values = {"lead": sub_plan.agency.label}
    row = services.add(sub_plan=sub_plan, values=values, answers=_asked(request), by=request.actor)
    return redirect("subplans:row", row.pk)


@officer("subplans.view")
@require_http_methods(["GET", "POST"])
def edit(request: OfficerRequest, pk: int) -> HttpResponse:
    row = sub_plans.row_for(request.actor, pk)
    bound = request.method == "POST"
    form = SubPlanRowForm(
        request.POST if bound else None, duties=covering.answerable(row.sub_plan), row=row
    )
    valid = bound and form.is_valid()
    if valid or (bound and request.htmx):
        services.change(
            row=row,
            values=form.values(),
            answers=form.chosen(),
            by=request.actor,
            quietly=bool(request.htmx),
        )
        if request.htmx:
            return saved(request, form)
        messages.success(request, _("Đã lưu dòng."))
        if request.POST.get("tiep") == "them":
            made = services.add(
                sub_plan=row.sub_plan,
                values={"lead": row.sub_plan.agency.label},
                answers=[],
                by=request.actor,
            )
            return redirect("subplans:row", made.pk)
        return redirect("subplans:one", row.sub_plan_id)
    return render(request, "subplans/row.html", _page(row, form), status=422 if bound else 200)


@require_POST
@officer("subplans.view")
def keep(request: OfficerRequest, pk: int) -> HttpResponse:
    row = sub_plans.row_for(request.actor, pk)
    services.keep_proposed(sub_plan=row.sub_plan, only=row.pk, by=request.actor)
    return redirect("subplans:one", row.sub_plan_id)


@require_POST
@officer("subplans.view")
def keep_all(request: OfficerRequest, pk: int) -> HttpResponse:
    sub_plan = sub_plans.get_for(request.actor, pk, to="file")
    count = services.keep_proposed(sub_plan=sub_plan, by=request.actor)
    messages.success(request, _("Đã giữ %d dòng máy đọc.") % count)
    return redirect("subplans:one", pk)


@require_POST
@officer("subplans.view")
def remove(request: OfficerRequest, pk: int) -> HttpResponse:
    row = sub_plans.row_for(request.actor, pk)
    services.remove(row=row, by=request.actor)
    messages.info(request, _("Đã bỏ dòng; có thể lấy lại ở cuối trang."))
    return redirect("subplans:one", row.sub_plan_id)


@require_POST
@officer("subplans.view")
def bring_back(request: OfficerRequest, pk: int) -> HttpResponse:
    row = sub_plans.row_for(request.actor, pk)
    services.bring_back(row=row, by=request.actor)
    messages.success(request, _("Đã lấy lại dòng."))
    return redirect("subplans:one", row.sub_plan_id)


def _asked(request: OfficerRequest) -> list[int]:
    """The duty for which a row is wanted, from the list of unanswered ones."""
    wanted = request.POST.get("nhiem-vu", "")
    return [int(wanted)] if wanted.isdecimal() else []


def _page(row: Any, form: SubPlanRowForm) -> dict[str, Any]:
    way = (row.sub_plan.agency.label, sub_plan_url(row.sub_plan_id))
    return {
        "row": row,
        "form": form,
        "sub_plan": row.sub_plan,
        "crumbs": words.crumbs(None, way, (_("Dòng kế hoạch"), "")),
    }
