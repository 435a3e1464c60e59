"""Evidence: add, send, take back, decide, and hand out its files to those who may see them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from lantoa.common.errors import DomainError
from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.plans.selectors import evidence as reading
from lantoa.plans.selectors import occurrences
from lantoa.plans.services import evidence as services
from lantoa.plans.web import duty_page, evidence_files, viewing
from lantoa.plans.web.forms.evidence import EvidenceForm, ReconsiderForm, ReturnForm


@require_POST
@officer("plans.view")
def attach(request: OfficerRequest, pk: int) -> HttpResponse:
    """Add files, and with `gui` send at once; when refused, what was typed comes back."""
    row = occurrences.get_for(request.actor, pk, to="submit")
    form = EvidenceForm(request.POST, request.FILES, by=request.actor)
    send = bool(request.POST.get("gui"))
    if form.is_valid():
        data = form.cleaned_data
        write = services.attach_and_submit if send else services.attach_many
        try:
            write(
                occurrence=row,
                files=data["clean_files"],
                uploads=data["tokens"],
                caption=data["caption"],
                happened_on=data["happened_on"],
                by=request.actor,
            )
        except DomainError as error:
            form.refuse(error)
        else:
            messages.success(request, _SENT if send else _("Đã lưu minh chứng, chưa gửi duyệt."))
            return redirect("duties:duty", pk)
    context = duty_page.context(request.actor, row, viewing.of(request), form=form)
    return render(request, "plans/duty.html", context, status=422)


@require_POST
@officer("plans.view")
def submit(request: OfficerRequest, pk: int) -> HttpResponse:
    row = occurrences.get_for(request.actor, pk, to="submit")
    services.submit(occurrence=row, by=request.actor)
    messages.success(request, _SENT)
    return redirect("duties:duty", pk)


@require_POST
@officer("plans.view")
def recall(request: OfficerRequest, pk: int) -> HttpResponse:
    row = occurrences.get_for(request.actor, pk, to="submit")
    services.recall(occurrence=row, by=request.actor)
    messages.info(request, _("Đã lấy lại để bổ sung. Nhớ gửi lại trước hạn."))
    return redirect("duties:duty", pk)


@require_POST
@officer("plans.view")
def withdraw(request: OfficerRequest, pk: int) -> HttpResponse:
    item = reading.get_for(request.actor, pk, to="submit")
    services.withdraw(evidence=item, by=request.actor)
    messages.info(request, _("Đã rút minh chứng; có thể lấy lại ở cuối danh sách."))
    return redirect("duties:duty", item.occurrence_id)


@require_POST
@officer("plans.view")
def bring_back(request: OfficerRequest, pk: int) -> HttpResponse:
    item = reading.get_for(request.actor, pk, to="submit")
    services.bring_back(evidence=item, by=request.actor)
    messages.success(request, _("Đã lấy lại minh chứng."))
    return redirect("duties:duty", item.occurrence_id)


@require_POST
@officer("plans.view")
def accept(request: OfficerRequest, pk: int) -> HttpResponse:
    row = occurrences.get_for(request.actor, pk, to="decide")
    services.accept(occurrence=row, by=request.actor)
    messages.success(
        request,
        _("Đã chấp nhận minh chứng của %(agency)s (%(period)s).")
        % {"agency": row.agency.label, "period": row.period_label},
    )
    return _back(request, pk)


@require_POST
@officer("plans.view")
def send_back(request: OfficerRequest, pk: int) -> HttpResponse:
    row = occurrences.get_for(request.actor, pk, to="decide")
    form = ReturnForm(request.POST)
    if not form.is_valid():
        seen = viewing.of(request)
        context = duty_page.context(request.actor, row, seen, return_form=form)
        return render(request, "plans/duty.html", context, status=422)
    services.send_back(occurrence=row, reason=form.cleaned_data["reason"], by=request.actor)
    messages.success(
        request, _("Đã trả lại cho %(agency)s kèm lý do.") % {"agency": row.agency.label}
    )
    return _back(request, pk)


@require_POST
@officer("plans.view")
def reconsider(request: OfficerRequest, pk: int) -> HttpResponse:
    row = occurrences.get_for(request.actor, pk, to="decide")
    form = ReconsiderForm(request.POST, accepted=row.state == row.State.ACCEPTED)
    if not form.is_valid():
        seen = viewing.of(request)
        context = duty_page.context(request.actor, row, seen, again_form=form)
        return render(request, "plans/duty.html", context, status=422)
    services.reconsider(occurrence=row, reason=form.cleaned_data["reason"], by=request.actor)
    messages.info(request, _("Đã đưa việc này về chờ duyệt."))
    return redirect("duties:duty", pk)


@require_GET
@officer("plans.view")
def file(request: OfficerRequest, pk: int) -> HttpResponseBase:
    item = reading.get_for(request.actor, pk)
    return evidence_files.response(item, small=bool(request.GET.get("nho")))


_SENT = gettext_lazy("Đã gửi minh chứng. Cơ quan theo dõi sẽ xem và duyệt.")


def _back(request: OfficerRequest, pk: int) -> HttpResponse:
    """To the page the button stood on, when it is one of ours; else to the duty."""
    url = request.POST.get("next", "")
    if url and url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()}):
        return HttpResponseRedirect(url)
    return redirect("duties:duty", pk)
