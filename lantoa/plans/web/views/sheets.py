"""Duties and progress through a spreadsheet (sửa bằng Excel): download, send back, apply."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lantoa.common import access
from lantoa.common.errors import DomainError, NotFound
from lantoa.common.sheet_files import LARGEST, SheetTooLarge
from lantoa.common.ui.export import XLSX
from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.plans.selectors import sheets as reading
from lantoa.plans.services import sheets as services
from lantoa.plans.web import sheet_page
from lantoa.plans.web.forms.sheets import UploadForm


@require_http_methods(["GET", "POST"])
@officer("evidence.submit")
def landing(request: OfficerRequest) -> HttpResponse:
    """The page; posting a file keeps what differs and shows it."""
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else None
    if form is not None and form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            if sent.size > LARGEST:
                raise SheetTooLarge()
            kept = services.receive(data=sent.read(), file_name=sent.name, by=request.actor)
        except DomainError as error:
            form.add_error("file", error.text)
        else:
            return redirect("duties:sheet", kept.pk)
    context = sheet_page.landing(request.actor, request.GET, form)
    return render(request, "plans/sheets.html", context, status=422 if form else 200)


@require_GET
@officer("evidence.submit")
def file(request: OfficerRequest) -> HttpResponse:
    kind = request.GET.get("bang", "")
    if kind not in reading.RIGHTS:
        raise NotFound(kind=kind)
    access.require(request.actor, reading.RIGHTS[kind])
    as_csv = request.GET.get("dang") == "csv"
    body = sheet_page.file(request.actor, request.GET, kind, as_csv=as_csv)
    name = "nhiem-vu" if kind == "duties" else "tien-do"
    ending = "csv" if as_csv else "xlsx"
    answer = HttpResponse(body, content_type="text/csv; charset=utf-8" if as_csv else XLSX)
    whole = f"{name}-de-sua-{timezone.localdate():%Y%m%d}.{ending}"
    answer["Content-Disposition"] = f'attachment; filename="{whole}"'
    return answer


@require_GET
@officer("evidence.submit")
def one(request: OfficerRequest, pk: int) -> HttpResponse:
    sheet = reading.get_for(request.actor, pk)
    context = sheet_page.one(request.actor, sheet, request.GET)
    return render(request, "plans/sheet.html", context)


@require_POST
@officer("evidence.submit")
def apply(request: OfficerRequest, pk: int) -> HttpResponse:
    """Apply the ticked cells, or with `tat-ca` all that differ; a refusal keeps what was typed."""
    sheet = reading.get_for(request.actor, pk)
    form = sheet_page.form_for(sheet, request.POST)
    chosen = [int(key) for key in request.POST.getlist("o") if key.isdecimal()]
    if request.POST.get("tat-ca"):
        chosen = list(reading.changes(sheet, "change").values_list("pk", flat=True))
    if form.is_valid():
        try:
            orders, actor = form.orders, request.actor
            count = services.apply(sheet=sheet, chosen=chosen, orders=orders, by=actor)
        except DomainError as error:
            form.add_error(None, error.text)
        else:
            said = messages.success if count else messages.warning
            said(request, _("Đã áp dụng %(n)d/%(all)d ô.") % {"n": count, "all": len(chosen)})
            return redirect("duties:sheet", pk)
    context = sheet_page.one(request.actor, sheet, request.GET, form)
    context["ticked"] = chosen
    return render(request, "plans/sheet.html", context, status=422)
