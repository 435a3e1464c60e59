"""Reviewing a draft row by row (rà soát): each change is one post, on its own page or in place."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lantoa.common.web.officer import officer
from lantoa.plans.errors import RowChangedMeanwhile
from lantoa.plans.models import Plan
from lantoa.plans.selectors import draft_items, plans
from lantoa.plans.services import corrections, restructure
from lantoa.plans.services import review as reviewing
from lantoa.plans.web import review_page, row_page
from lantoa.plans.web.forms.editor import RowEditor
from lantoa.plans.web.forms.rows import MergeForm, RejectForm, SplitForm, Versioned, read_picks
from lantoa.plans.web.row_page import answer, back_to, shown


@officer("plans.view")
@require_GET
def review(request: HttpRequest, pk: int) -> HttpResponse:
    plan = plans.get_for(request.actor, pk, to="oversee")
    if plan.state != Plan.State.DRAFT:
        return redirect("plans:plan", pk=plan.pk)
    return render(request, "plans/review.html", review_page.context(request, plan))


@officer("plans.view")
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    item = draft_items.get_for(request.actor, pk)
    if request.method == "GET":
        if request.GET.get("viec") == "xem":
            return answer(request, item)
        return shown(request, item, RowEditor(plan=item.plan, item=item))
    editor = RowEditor(plan=item.plan, item=item, data=request.POST)
    if not editor.is_valid():
        return shown(request, item, editor)
    version = editor.version.cleaned_data["version"]
    try:
        corrections.correct(item=item, version=version, values=editor.values(), by=request.actor)
    except RowChangedMeanwhile as error:
        return shown(request, item, editor, error=error)
    return answer(request, item, said=_("Đã sửa và chấp nhận dòng %s.") % item.code)


@officer("plans.view")
@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    return _decide(request, pk, reviewing.accept)


@officer("plans.view")
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    return _decide(request, pk, reviewing.restore)


@officer("plans.view")
@require_POST
def reject(request: HttpRequest, pk: int) -> HttpResponse:
    item = draft_items.get_for(request.actor, pk)
    form = RejectForm(request.POST)
    return _panel(
        request,
        item,
        form,
        do=lambda data: reviewing.reject(item=item, by=request.actor, **data),
        said=_("Không đưa dòng %s vào kế hoạch; vẫn lấy lại được.") % item.code,
    )


@officer("plans.view")
@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    item = draft_items.get_for(request.actor, pk)
    if request.method == "GET":
        return shown(request, item, MergeForm(item=item, initial={"version": item.version}))
    form = MergeForm(request.POST, item=item)
    return _panel(
        request,
        item,
        form,
        do=lambda data: restructure.merge(item=item, by=request.actor, **data),
        said=_("Đã gộp dòng %s.") % item.code,
    )


@officer("plans.view")
@require_http_methods(["GET", "POST"])
def split(request: HttpRequest, pk: int) -> HttpResponse:
    item = draft_items.get_for(request.actor, pk)
    if request.method == "GET":
        return shown(request, item, row_page.split_form(item))
    form = SplitForm(request.POST)
    return _panel(
        request,
        item,
        form,
        do=lambda data: restructure.split(item=item, by=request.actor, **data),
        said=_("Đã tách dòng %s thành nhiều dòng.") % item.code,
    )


@officer("plans.view")
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    plan = plans.get_for(request.actor, pk, to="review")
    editor = RowEditor(plan=plan, data=request.POST if request.method == "POST" else None)
    if request.method == "POST" and editor.is_valid():
        item = reviewing.add(plan=plan, values=editor.values(), by=request.actor)
        messages.success(request, _("Đã thêm nhiệm vụ %s.") % item.code)
        return redirect("plans:plan-review", pk=plan.pk)
    return render(request, "plans/row_add.html", row_page.adding(plan, editor))


@officer("plans.view")
@require_POST
def accept_many(request: HttpRequest, pk: int) -> HttpResponse:
    plan = plans.get_for(request.actor, pk, to="review")
    name = "sure" if request.POST.get("nhom") == "chac-chan" else "dong"
    picks = read_picks(request.POST.getlist(name))
    count = reviewing.accept_many(plan=plan, items=picks, by=request.actor)
    if not picks:
        messages.warning(request, _("Chưa chọn dòng nào."))
    if count:
        said = ngettext("Đã chấp nhận %d dòng.", "Đã chấp nhận %d dòng.", count)
        messages.success(request, said % count)
    if left := len(picks) - count:
        messages.warning(
            request, _("%d dòng vừa được người khác thay đổi nên để nguyên; hãy xem lại.") % left
        )
    return back_to(request, plan)


def _decide(request: HttpRequest, pk: int, service: Any) -> HttpResponse:
    item = draft_items.get_for(request.actor, pk)
    form = Versioned(request.POST)
    version = form.cleaned_data["version"] if form.is_valid() else 0
    try:
        service(item=item, version=version, by=request.actor)
    except RowChangedMeanwhile as error:
        return answer(request, item, error=error)
    return answer(request, item)


def _panel(request: HttpRequest, item: Any, form: Any, *, do: Any, said: str) -> HttpResponse:
    """One of the small forms: shown again with what was typed when it cannot be done."""
    if not form.is_valid():
        return shown(request, item, form)
    try:
        do(form.cleaned_data)
    except row_page.REFUSALS as error:
        return shown(request, item, form, error=error)
    return answer(request, item, said=said)
