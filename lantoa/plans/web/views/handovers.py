"""Reorganisations (sắp xếp tổ chức): prepare, look at what moves, confirm in one action."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lantoa.common.errors import DomainError
from lantoa.common.ui import export
from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.organisations.selectors import reorganisations
from lantoa.plans.selectors import handovers
from lantoa.plans.services import reorganising
from lantoa.plans.services.reorganising import HandoverData
from lantoa.plans.web import handover_page
from lantoa.plans.web.forms.handovers import AgenciesForm, HandoverForm

RIGHT = "organisations.reorganise"


@officer("plans.oversee")
@require_GET
def listing(request: OfficerRequest) -> HttpResponse:
    return render(request, "plans/handover_list.html", handover_page.listing(request))


@officer(RIGHT)
@require_http_methods(["GET", "POST"])
def new(request: OfficerRequest) -> HttpResponse:
    form = HandoverForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            data = HandoverData(**form.cleaned_data)
            made = reorganising.prepare(data=data, by=request.actor)
        except DomainError as error:
            form.add_error(None, error.text)
        else:
            return redirect("handovers:one", pk=made.pk)
    context = {"form": form, "crumbs": handover_page.crumbs((_("Chuẩn bị"), ""))}
    return render(request, "plans/handover_new.html", context)


@officer(RIGHT)
@require_POST
def of_event(request: OfficerRequest, pk: int) -> HttpResponse:
    event = reorganisations.get(pk)
    made = reorganising.prepare_recorded(event=event, by=request.actor)
    return redirect("handovers:one", pk=made.pk)


@officer("plans.oversee")
@require_GET
def one(request: OfficerRequest, pk: int) -> HttpResponse:
    found = handovers.get_for(request.actor, pk)
    return render(request, "plans/handover.html", handover_page.one(request, found))


@officer("plans.oversee")
@require_GET
def rows(request: OfficerRequest, pk: int) -> HttpResponse:
    context = handover_page.rows(request, handovers.get_for(request.actor, pk))
    if kind := export.wanted(request.GET):
        return export.response(context["table"], kind=kind, name="ban-giao")
    return render(request, "plans/handover_rows.html", context)


@officer(RIGHT)
@require_POST
def add_agencies(request: OfficerRequest, pk: int) -> HttpResponse:
    found = handovers.get_for(request.actor, pk, to="change")
    form = AgenciesForm(request.POST, handover=found)
    if form.is_valid():
        try:
            reorganising.add_lines(
                handover=found,
                predecessors=list(form.cleaned_data["old"]),
                successors=list(form.cleaned_data["heirs"]),
                new_names=form.names,
                by=request.actor,
            )
        except DomainError as error:
            form.add_error(None, error.text)
        else:
            return redirect("handovers:one", pk=pk)
    return render(request, "plans/handover.html", handover_page.one(request, found, form))


@officer(RIGHT)
@require_POST
def remove_agency(request: OfficerRequest, pk: int) -> HttpResponse:
    found = handovers.get_for(request.actor, pk, to="change")
    old = request.POST.get("co-quan", "")
    if old.isdecimal():
        reorganising.remove_agency(handover=found, predecessor_id=int(old), by=request.actor)
    return redirect("handovers:one", pk=pk)


@officer(RIGHT)
@require_POST
def choose(request: OfficerRequest, pk: int) -> HttpResponse:
    found = handovers.get_for(request.actor, pk, to="change")
    asked = [
        (name.rsplit("-", 1)[-1], value)
        for name, value in request.POST.items()
        if name.startswith("viec-")
    ]
    picked = [(int(d), int(line)) for d, line in asked if d.isdecimal() and line.isdecimal()]
    reorganising.choose(handover=found, choices=picked, by=request.actor)
    messages.success(request, _("Đã lưu cơ quan nhận từng nhiệm vụ."))
    return redirect("handovers:one", pk=pk)


@officer(RIGHT)
@require_POST
def drop(request: OfficerRequest, pk: int) -> HttpResponse:
    found = handovers.get_for(request.actor, pk, to="change")
    reorganising.drop(handover=found, by=request.actor)
    messages.success(request, _("Đã bỏ bản chuẩn bị; có thể lấy lại."))
    return redirect("handovers:one", pk=pk)


@officer(RIGHT)
@require_POST
def take_up(request: OfficerRequest, pk: int) -> HttpResponse:
    found = handovers.get_for(request.actor, pk, to="change")
    reorganising.take_up(handover=found, by=request.actor)
    return redirect("handovers:one", pk=pk)


@officer(RIGHT)
@require_POST
def confirm(request: OfficerRequest, pk: int) -> HttpResponse:
    found = handovers.get_for(request.actor, pk, to="change")
    seen = request.POST.get("seen", "")
    try:
        counts = reorganising.confirm(
            handover=found, seen=int(seen) if seen.isdecimal() else 0, by=request.actor
        )
    except DomainError as error:
        messages.error(request, error.text)
    else:
        said = {"moved": 0, "merged": 0, "ended": 0, "kept": 0} | counts
        words = _("Đã bàn giao: %(moved)d chuyển, %(merged)d gộp, %(ended)d kết thúc, "
                  "%(kept)d giữ làm lịch sử.")  # fmt: skip
        messages.success(request, words % said)
    return redirect("handovers:one", pk=pk)
