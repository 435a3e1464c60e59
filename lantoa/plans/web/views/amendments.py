"""Amending a plan in force: emergent tasks, amendments drawn up and applied, revoked duties."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lantoa.common.errors import DomainError, NotFound
from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.plans.models import Amendment
from lantoa.plans.selectors import amendments as reading
from lantoa.plans.selectors import obligations, plans
from lantoa.plans.services import amending, amendments
from lantoa.plans.web import amendment_page
from lantoa.plans.web.forms import amendments as forms
from lantoa.plans.web.review_page import crumbs


@require_GET
@officer("plans.view")
def listing(request: OfficerRequest, pk: int) -> HttpResponse:
    plan = plans.get_for(request.actor, pk)
    context = amendment_page.listing(request.actor, plan)
    return render(request, "plans/amendment_list.html", context)


@officer("plans.view")
@require_http_methods(["GET", "POST"])
def emergent(request: OfficerRequest, pk: int) -> HttpResponse:
    plan = plans.get_for(request.actor, pk, to="amend")
    form = forms.EmergentForm(request.POST or None, request.FILES or None, plan=plan)

    def write() -> Amendment:
        return amending.emergent(
            plan=plan, directive=form.directive(), duty=form.duty(), by=request.actor
        )

    made = _written(form, write)
    if made is not None:
        messages.success(request, _("Đã giao nhiệm vụ phát sinh theo %s.") % made.symbol)
        return redirect("plans:amendment", made.pk)
    title = _("Giao nhiệm vụ phát sinh")
    return _form_page(request, plan, form, title, _("Giao nhiệm vụ"))


@officer("plans.view")
@require_http_methods(["GET", "POST"])
def draw_up(request: OfficerRequest, pk: int) -> HttpResponse:
    plan = plans.get_for(request.actor, pk, to="amend")
    form = forms.DirectiveForm(request.POST or None, request.FILES or None)

    def write() -> Amendment:
        kind = Amendment.Kind.AMENDING
        return amendments.draw_up(
            plan=plan, kind=kind, directive=form.directive(), by=request.actor
        )

    made = _written(form, write)
    if made is not None:
        messages.success(request, _("Đã ghi văn bản. Tiếp theo: ghi từng nội dung điều chỉnh."))
        return redirect("plans:amendment", made.pk)
    return _form_page(request, plan, form, _("Điều chỉnh kế hoạch"), _("Tiếp tục"))


@officer("plans.view")
@require_http_methods(["GET", "POST"])
def revoke(request: OfficerRequest, pk: int) -> HttpResponse:
    duty = obligations.get_for(request.actor, pk)
    plan = plans.get_for(request.actor, duty.plan_id, to="amend")
    form = forms.RevokeForm(request.POST or None, request.FILES or None)

    def write() -> Amendment:
        reason = form.cleaned_data["reason"]
        return amending.revoke(
            obligation=duty, directive=form.directive(), reason=reason, by=request.actor
        )

    made = _written(form, write)
    if made is not None:
        messages.success(request, _("Đã thu hồi nhiệm vụ %s.") % duty.code)
        return redirect("plans:amendment", made.pk)
    return _form_page(
        request, plan, form, _("Thu hồi nhiệm vụ %s") % duty.code, _("Thu hồi"), about=duty.text
    )


@require_GET
@officer("plans.view")
def amendment(request: OfficerRequest, pk: int) -> HttpResponse:
    row = reading.get_for(request.actor, pk)
    return render(request, "plans/amendment.html", amendment_page.page(request.actor, row))


@require_POST
@officer("plans.view")
def add_change(request: OfficerRequest, pk: int, kind: str) -> HttpResponse:
    row = reading.get_for(request.actor, pk, to="amend")
    known = {name: form for name, form, _title in amendment_page.PANELS}
    form = known[kind](request.POST, plan=row.plan)
    if _written(form, lambda: _change(request, row, kind, form)) is not None:
        messages.success(request, _("Đã ghi nội dung điều chỉnh; chưa áp dụng."))
        return redirect("plans:amendment", pk)
    context = amendment_page.page(request.actor, row, form)
    return render(request, "plans/amendment.html", context, status=422)


@require_POST
@officer("plans.view")
def drop_change(request: OfficerRequest, pk: int) -> HttpResponse:
    change = reading.change_for(request.actor, pk)
    amendments.drop_change(change=change, by=request.actor)
    messages.info(request, _("Đã bỏ nội dung này."))
    return redirect("plans:amendment", change.amendment_id)


@require_POST
@officer("plans.view")
def publish(request: OfficerRequest, pk: int) -> HttpResponse:
    row = reading.get_for(request.actor, pk, to="amend")
    made = amending.publish(amendment=row, by=request.actor)
    said = _("Đã áp dụng. Kế hoạch hiện là bản lần %d; trang công khai đã hiện các thay đổi.")
    messages.success(request, said % (made.version or 0))
    return redirect("plans:amendment", pk)


@require_POST
@officer("plans.view")
def drop(request: OfficerRequest, pk: int) -> HttpResponse:
    row = reading.get_for(request.actor, pk, to="amend")
    amendments.drop(amendment=row, by=request.actor)
    messages.info(request, _("Đã bỏ bản đang soạn."))
    return redirect("plans:amendment-list", row.plan_id)


@require_GET
@officer("plans.view")
def file(request: OfficerRequest, pk: int) -> HttpResponseBase:
    row = reading.get_for(request.actor, pk)
    if not row.file:
        raise NotFound(file=pk)
    return FileResponse(
        row.file.open(), as_attachment=True, filename=row.file_name, content_type=row.media_type
    )


def _change(request: OfficerRequest, row: Amendment, kind: str, form: Any) -> Any:
    """Call the service of one kind of change with what the form holds."""
    data, by = dict(form.cleaned_data), request.actor
    if kind == "add":
        return amendments.add_duty(amendment=row, duty=form.duty(), by=by)
    duty = row.plan.obligations.get(pk=data.pop("duty"))
    services: dict[str, Callable[..., Any]] = {
        "move": amendments.move_duty,
        "remove": amendments.remove_duty,
        "reword": amendments.reword_duty,
    }
    return services[kind](amendment=row, obligation=duty, by=by, **data)


def _written(form: Any, write: Callable[[], Any]) -> Any:
    """What the service made; None while the form is incomplete or the service refused."""
    if not form.is_valid():
        return None
    try:
        return write()
    except DomainError as error:
        form.refuse(error)
        return None


def _form_page(
    request: OfficerRequest, plan: Any, form: Any, title: str, submit: str, about: str = ""
) -> HttpResponse:
    context = {
        "plan": plan,
        "form": form,
        "title": title,
        "submit": submit,
        "about": about,
        "crumbs": crumbs(plan, title),
    }
    status = 422 if form.is_bound else 200
    return render(request, "plans/amendment_form.html", context, status=status)
