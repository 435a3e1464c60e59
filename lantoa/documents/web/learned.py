"""What people taught (điều đã học): the list, deciding on one, the file of all."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lantoa.common.errors import DomainError
from lantoa.common.web.officer import officer
from lantoa.documents.selectors import learned
from lantoa.documents.services import learning
from lantoa.documents.web import learned_page
from lantoa.documents.web.forms import RulesFileForm
from lantoa.organisations.selectors import agencies


@officer("documents.learned")
@require_GET
def rules(request: HttpRequest) -> HttpResponse:
    return render(request, "documents/learned_list.html", learned_page.context(request))


@officer("documents.learned")
@require_GET
def export(request: HttpRequest) -> JsonResponse:
    authority = agencies.authority_of(request.actor.agency)
    data = learning.export(authority=authority, by=request.actor)
    answer = JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = 'attachment; filename="dieu-da-hoc.json"'
    return answer


@officer("documents.learn")
@require_http_methods(["GET", "POST"])
def import_(request: HttpRequest) -> HttpResponse:
    form = RulesFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        authority = agencies.authority_of(request.actor.agency)
        data = form.cleaned_data["file"].read()
        try:
            done = learning.import_(authority=authority, data=data, by=request.actor)
        except DomainError as error:
            form.add_error("file", error.text)
        else:
            learned_page.say_imported(request, done)
            return redirect("documents:learned-list")
    context = {"form": form, "crumbs": learned_page.crumbs(_("Nạp từ tệp"))}
    return render(request, "documents/learned_import.html", context)


@officer("documents.learned")
@require_POST
def activate(request: HttpRequest, pk: int) -> HttpResponse:
    return _decide(request, pk, learning.activate, _("Đã ghi nhớ, dùng từ văn bản nạp sau."))


@officer("documents.learned")
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    return _decide(
        request, pk, learning.retire, _("Không dùng nữa; có thể dùng lại bất cứ lúc nào.")
    )


def _decide(request: HttpRequest, pk: int, service: Any, said: str) -> HttpResponse:
    rule = learned.get_for(request.actor, pk, to="learn")
    refusal = ""
    try:
        rule = service(rule=rule, by=request.actor)
    except DomainError as error:
        refusal = error.text
    wanted = request.POST.get("next", "")
    if request.htmx:
        context = {"rule": rule, "decided": not refusal, "refusal": refusal, "next": wanted}
        return render(request, "documents/_hint.html", context)
    if refusal:
        messages.error(request, refusal)
    else:
        messages.success(request, said)
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return HttpResponseRedirect(wanted if wanted and safe else reverse("documents:learned-list"))
