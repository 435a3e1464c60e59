"""Actions on many duties (thao tác hàng loạt): choose, look, confirm, undo."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lantoa.common.errors import DomainError, NotFound
from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.plans.errors import ActionDone
from lantoa.plans.selectors import bulk as reading
from lantoa.plans.services import bulk as services
from lantoa.plans.web import bulk_choice, bulk_page
from lantoa.plans.web.forms.bulk import UndoForm, form_for


@require_GET
@officer("plans.oversee")
def listing(request: OfficerRequest) -> HttpResponse:
    table = bulk_page.listing(request.actor, request.GET)
    return render(request, "plans/bulk_list.html", {"table": table})


@require_POST
@officer("plans.oversee")
def choose(request: OfficerRequest) -> HttpResponse:
    """Keep the chosen rows; a refusal goes back to the list with its filter and the sentence."""
    # A button alone brings its choice in the address, a form in its fields.
    sent = request.POST if "kieu" in request.POST else request.GET
    kind = sent.get("kieu", "")
    if kind not in reading.RIGHTS:
        raise NotFound(kind=kind)
    query = sent.get("loc", "")
    try:
        action = services.gather(
            kind=kind, rows=bulk_choice.rows_of(request.actor, sent), query=query,
            by=request.actor,
        )  # fmt: skip
    except DomainError as error:
        messages.error(request, error.text)
        url = reverse("duties:duty-list")
        return HttpResponseRedirect(f"{url}?{query}" if query else url)
    return redirect("duties:bulk", action.pk)


@require_http_methods(["GET", "POST"])
@officer("plans.oversee")
def one(request: OfficerRequest, pk: int) -> HttpResponse:
    """The page; posting says what is to be done, and the preview is worked out anew."""
    action = reading.get_for(request.actor, pk)
    form = None
    if request.method == "POST":
        form = form_for(action, request.POST)
        if form is not None and form.is_valid():
            try:
                services.show(action=action, details=form.details, by=request.actor)
            except DomainError as error:
                form.refuse(error)
            else:
                return redirect("duties:bulk", pk)
    context = bulk_page.context(action, request.GET, form)
    return render(request, "plans/bulk.html", context, status=422 if form else 200)


@require_POST
@officer("plans.oversee")
def take_out(request: OfficerRequest, pk: int) -> HttpResponse:
    """Leave the ticked rows out, or with `tat-ca` take everything in again."""
    action = reading.get_for(request.actor, pk)
    if request.POST.get("tat-ca"):
        services.put_back(action=action, by=request.actor)
        return redirect("duties:bulk", pk)
    ticked = [int(key) for key in request.POST.getlist("dong") if key.isdecimal()]
    if not ticked:
        messages.error(request, _("Chưa đánh dấu dòng nào để bỏ ra."))
    services.take_out(action=action, keys=ticked, by=request.actor)
    return redirect("duties:bulk", pk)


@require_POST
@officer("plans.oversee")
def confirm(request: OfficerRequest, pk: int) -> HttpResponse:
    action = reading.get_for(request.actor, pk)
    try:
        services.confirm(action=action, shown=request.POST.get("xem", ""), by=request.actor)
    except ActionDone:
        messages.info(request, _("Thao tác này đã được thực hiện trước đó, không thực hiện lại."))
    except DomainError as error:
        messages.error(request, error.text)
    return redirect("duties:bulk", pk)


@require_POST
@officer("plans.oversee")
def undo(request: OfficerRequest, pk: int) -> HttpResponse:
    action = reading.get_for(request.actor, pk)
    form = UndoForm(request.POST)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        services.undo(action=action, reason=reason, by=request.actor)
        return redirect("duties:bulk", pk)
    context = bulk_page.context(action, request.GET, undo_form=form)
    return render(request, "plans/bulk.html", context, status=422)
