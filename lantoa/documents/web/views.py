"""The source document (văn bản nguồn): its lines, its findings, the untouched file."""

from __future__ import annotations

from urllib.parse import quote

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lantoa.common.web.officer import officer
from lantoa.documents.selectors import documents
from lantoa.documents.services import findings
from lantoa.documents.web import compare_page, document_page


@officer("documents.view")
@require_GET
def document(request: HttpRequest, pk: int) -> HttpResponse:
    found = documents.get_for(request.actor, pk)
    return render(request, "documents/document.html", document_page.context(request, found))


@officer("documents.view")
@require_GET
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """The versions in the file, or with `?voi=` this document against another."""
    found = documents.get_for(request.actor, pk)
    wanted = request.GET.get("voi", "")
    other = None
    if wanted.isdecimal() and int(wanted) != pk:
        other = documents.get_for(request.actor, int(wanted))
    return render(request, "documents/compare.html", compare_page.context(request, found, other))


@officer("documents.view")
@require_GET
def original(request: HttpRequest, pk: int) -> FileResponse:
    """The file as it was loaded, never shown in the page's own origin."""
    found = documents.get_for(request.actor, pk)
    answer = FileResponse(found.file.open("rb"), content_type="application/octet-stream")
    answer["Content-Length"] = str(found.size)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(found.name)}"
    return answer


@officer("documents.load")
@require_POST
def mark_seen(request: HttpRequest, pk: int) -> HttpResponse:
    finding = documents.get_finding_for(request.actor, pk, to="load")
    seen = request.POST.get("xem") != "lai"
    findings.mark_seen(finding=finding, seen=seen, by=request.actor)
    wanted = request.POST.get("next", "")
    if request.htmx:
        context = {"finding": finding, "may_mark": True, "next": wanted}
        return render(request, "documents/_finding.html", context)
    said = _("Đã đánh dấu đã xem.") if seen else _("Đã đưa về chưa xem.")
    messages.success(request, said)
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    fallback = reverse("documents:document", args=[finding.document_id])
    return HttpResponseRedirect(f"{wanted if wanted and safe else fallback}#diem-{finding.pk}")
