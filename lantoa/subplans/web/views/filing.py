"""Filing an agency's own plan: its page, its document, copying, reading, sending."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lantoa.common.errors import DomainError, NotFound
from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.subplans.selectors import sub_plans
from lantoa.subplans.services import contents, copying, papers, sending
from lantoa.subplans.web import list_page, page, words
from lantoa.subplans.web.forms.papers import CopyForm, PaperForm, ReadForm


@require_GET
@officer("subplans.view")
def listing(request: OfficerRequest) -> HttpResponse:
    return render(request, "subplans/list.html", list_page.context(request))


@require_GET
@officer("subplans.view")
def one(request: OfficerRequest, pk: int) -> HttpResponse:
    sub_plan = sub_plans.get_for(request.actor, pk)
    return render(request, "subplans/sub_plan.html", page.context(request.actor, sub_plan))


@officer("subplans.view")
@require_http_methods(["GET", "POST"])
def paper(request: OfficerRequest, pk: int) -> HttpResponse:
    """Number, day, signer, file and general parts; with htmx it is saved while typing."""
    sub_plan = sub_plans.get_for(request.actor, pk, to="file")
    bound = request.method == "POST"
    initial = PaperForm.initial_of(sub_plan)
    form = PaperForm(request.POST or None, request.FILES or None, initial=initial)
    valid = bound and form.is_valid()
    if bound and (valid or request.htmx):
        try:
            papers.describe(
                sub_plan=sub_plan,
                paper=form.paper(sub_plan),
                file=form.cleaned_data.get("file"),
                by=request.actor,
            )
        except DomainError as error:
            form.refuse(error)
            valid = False
        if request.htmx:
            return saved(request, form)
        if valid:
            messages.success(request, _("Đã lưu thông tin văn bản."))
            return redirect("subplans:one", pk)
    context = {
        "form": form,
        "sub_plan": sub_plan,
        "crumbs": words.crumbs(
            None,
            (sub_plan.agency.label, sub_plan_url(pk)),
            (_("Văn bản và phần ghi chung"), ""),
        ),
    }
    status = 422 if bound and not valid else 200
    return render(request, "subplans/paper.html", context, status=status)


@require_POST
@officer("subplans.view")
def read(request: OfficerRequest, pk: int) -> HttpResponse:
    sub_plan = sub_plans.get_for(request.actor, pk, to="file")
    form = ReadForm(request.POST, request.FILES)
    if form.is_valid():
        sent = form.cleaned_data["document"]
        try:
            count = copying.read_file(
                sub_plan=sub_plan, name=sent.name, data=sent.read(), by=request.actor
            )
        except DomainError as error:
            form.add_error("document", error.text)
        else:
            said = _("Đã đọc được %d dòng. Hãy xem và giữ hoặc bỏ từng dòng.")
            messages.success(request, said % count)
            return redirect("subplans:one", pk)
    return _again(request, sub_plan, read_form=form)


@require_POST
@officer("subplans.view")
def copy_duties(request: OfficerRequest, pk: int) -> HttpResponse:
    sub_plan = sub_plans.get_for(request.actor, pk, to="file")
    form = CopyForm(request.POST)
    if form.is_valid():
        natures = form.cleaned_data["natures"]
        try:
            count = copying.copy_duties(sub_plan=sub_plan, natures=natures, by=request.actor)
        except DomainError as error:
            form.add_error(None, error.text)
        else:
            messages.success(request, _("Đã chép %d nhiệm vụ thành dòng.") % count)
            return redirect("subplans:one", pk)
    return _again(request, sub_plan, copy_form=form)


@require_POST
@officer("subplans.view")
def copy_last_year(request: OfficerRequest, pk: int) -> HttpResponse:
    sub_plan = sub_plans.get_for(request.actor, pk, to="file")
    count = copying.copy_last_year(sub_plan=sub_plan, by=request.actor)
    messages.success(request, _("Đã chép %d dòng của năm trước; hãy xem lại.") % count)
    return redirect("subplans:one", pk)


@require_POST
@officer("subplans.view")
def send(request: OfficerRequest, pk: int) -> HttpResponse:
    sub_plan = sub_plans.get_for(request.actor, pk, to="file")
    made = sending.send(sub_plan=sub_plan, by=request.actor)
    messages.success(request, _("Đã gửi kế hoạch (lần %d), chờ thẩm định.") % made.number)
    return redirect("subplans:one", pk)


@require_POST
@officer("subplans.view")
def recall(request: OfficerRequest, pk: int) -> HttpResponse:
    sub_plan = sub_plans.get_for(request.actor, pk, to="file")
    sending.recall(sub_plan=sub_plan, by=request.actor)
    messages.info(request, _("Đã lấy lại để sửa. Nhớ gửi lại trước hạn."))
    return redirect("subplans:one", pk)


@require_GET
@officer("subplans.view")
def version(request: OfficerRequest, pk: int) -> HttpResponse:
    shown = sub_plans.version_for(request.actor, pk)
    content = shown.content
    context = {
        "version": shown,
        "sub_plan": shown.sub_plan,
        "reasons": words.reasons_of(shown.reasons),
        "table": page.content_table(content, contents.check(content)),
        "crumbs": words.crumbs(
            None,
            (shown.sub_plan.agency.label, sub_plan_url(shown.sub_plan_id)),
            (_("Lần %d") % shown.number, ""),
        ),
    }
    return render(request, "subplans/version.html", context)


@require_GET
@officer("subplans.view")
def file(request: OfficerRequest, pk: int) -> HttpResponseBase:
    """The file as it stands: for the own agency; others open it at a version that was sent."""
    return _download(sub_plans.get_for(request.actor, pk, to="file"))


@require_GET
@officer("subplans.view")
def version_file(request: OfficerRequest, pk: int) -> HttpResponseBase:
    found = sub_plans.version_for(request.actor, pk)
    return _download(found, name=found.content.get("file", ""))


def saved(request: Any, form: Any) -> HttpResponse:
    """A word under the form after saving while typing: when, and what could not be kept."""
    wrong = [message for messages_ in form.errors.values() for message in messages_]
    context = {"at": timezone.localtime(), "wrong": wrong}
    return render(request, "subplans/_saved.html", context)


def sub_plan_url(pk: int) -> str:
    return reverse("subplans:one", args=[pk])


def _again(request: OfficerRequest, sub_plan: Any, **forms: Any) -> HttpResponse:
    """The page again with the form that was refused, as it was typed."""
    context = page.context(request.actor, sub_plan, **forms)
    return render(request, "subplans/sub_plan.html", context, status=422)


def _download(kept: Any, *, name: str = "") -> HttpResponseBase:
    if not kept.file:
        raise NotFound(file=kept.pk)
    answer = FileResponse(kept.file.open("rb"), as_attachment=True, filename=name or kept.file_name)
    answer["Content-Type"] = "application/octet-stream"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
