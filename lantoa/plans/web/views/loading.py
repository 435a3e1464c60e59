"""Loading a signed file (nạp kế hoạch): handing it in, seeing how far it is read, the list."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lantoa.common.errors import DomainError
from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.documents.selectors import intakes
from lantoa.documents.services import reading_queue
from lantoa.plans.errors import AlreadyLoaded
from lantoa.plans.selectors import plans
from lantoa.plans.services import loading
from lantoa.plans.web import loading_page
from lantoa.plans.web.forms.loading import UploadForm

if TYPE_CHECKING:
    from lantoa.documents.models import Intake


@officer("plans.review")
@require_http_methods(["GET", "POST"])
def upload(request: OfficerRequest) -> HttpResponse:
    form = UploadForm(request.POST or None, request.FILES or None)
    known = None
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            row = loading.send(name=file.name, data=file.read(), by=request.actor)
        except AlreadyLoaded as error:
            known = plans.get_for(request.actor, error.data["plan_id"], to="oversee")
            form.add_error("file", error.text)
        except DomainError as error:
            form.add_error("file", error.text)
        else:
            return _onward(request, row)
    return render(request, "plans/upload.html", loading_page.uploading(request, form, known))


@officer("documents.load")
@require_GET
def progress(request: OfficerRequest, pk: int) -> HttpResponse:
    """How far the file is; once it is read, its review. A script that looks gets 204 then."""
    row = intakes.get_for(request.actor, pk)
    if row.state == row.State.READ and row.document_id:
        if request.headers.get("X-Requested-With") == "fetch":
            return HttpResponse(status=204)
        return _onward(request, row)
    return render(request, "plans/loading.html", loading_page.context(row))


@officer("documents.load")
@require_GET
def listing(request: OfficerRequest) -> HttpResponse:
    return render(request, "plans/loading_list.html", loading_page.listing(request))


@officer("documents.load")
@require_POST
def read_again(request: OfficerRequest, pk: int) -> HttpResponse:
    reading_queue.read_again(intake=intakes.get_for(request.actor, pk), by=request.actor)
    return redirect("plans:loading", pk=pk)


@officer("documents.load")
@require_POST
def put_away(request: OfficerRequest, pk: int) -> HttpResponse:
    row = reading_queue.put_away(intake=intakes.get_for(request.actor, pk), by=request.actor)
    said = _("Đã cất “%s”. Tệp vẫn được giữ, có thể đọc lại ở cuối danh sách này.")
    messages.success(request, said % row.name)
    return redirect("plans:loading-list")


@officer("documents.load")
@require_GET
def original(request: OfficerRequest, pk: int) -> FileResponse:
    """The file as it was handed in, never shown in the page's own origin."""
    row = intakes.get_for(request.actor, pk)
    answer = FileResponse(row.file.open("rb"), content_type="application/octet-stream")
    answer["Content-Length"] = str(row.size)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(row.name)}"
    return answer


def _onward(request: OfficerRequest, row: Intake) -> HttpResponse:
    """To what came of the file: its review, the plan in force, else how far it is."""
    if row.state != row.State.READ or row.document_id is None:
        return redirect("plans:loading", pk=row.pk)
    plan = plans.of_documents(request.actor, [row.document_id]).get(row.document_id)
    if plan is None:
        return redirect("documents:document", pk=row.document_id)
    if plan.state != plan.State.DRAFT:
        return redirect("plans:plan", pk=plan.pk)
    messages.success(request, loading_page.done(row, plan))
    return redirect("plans:plan-review", pk=plan.pk)
