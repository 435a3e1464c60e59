"""A duty's deadline: begin, ask, answer, pause, reopen; and what waits for an answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lantoa.common.errors import DomainError
from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.plans.models import Excuse, Extension, Occurrence
from lantoa.plans.selectors import deadlines, occurrences, plans
from lantoa.plans.services import excuses, extensions, pauses, windows
from lantoa.plans.web import duty_page, request_list, viewing
from lantoa.plans.web.forms import deadlines as forms


@require_GET
@officer("deadlines.decide")
def requests(request: OfficerRequest) -> HttpResponse:
    return render(request, "plans/request_list.html", request_list.context(request))


@require_POST
@officer("plans.view")
def begin(request: OfficerRequest, pk: int) -> HttpResponse:
    row = occurrences.get_for(request.actor, pk, to="submit")
    windows.begin(occurrence=row, by=request.actor)
    messages.success(request, _("Đã báo đang thực hiện."))
    return redirect("duties:duty", pk)


@require_POST
@officer("plans.view")
def ask_extension(request: OfficerRequest, pk: int) -> HttpResponse:
    row = occurrences.get_for(request.actor, pk, to="ask")
    form = forms.ExtensionForm(request.POST)
    said = _("Đã gửi đề nghị gia hạn. Hạn giữ nguyên đến khi được trả lời.")
    return _done(request, row, form, lambda data: extensions.ask(occurrence=row, **data), said)


@require_POST
@officer("plans.view")
def ask_excuse(request: OfficerRequest, pk: int) -> HttpResponse:
    row = occurrences.get_for(request.actor, pk, to="ask")
    form = forms.ExcuseForm(request.POST)
    said = _("Đã gửi đề nghị. Việc vẫn phải thực hiện đến khi được đồng ý.")
    return _done(request, row, form, lambda data: excuses.ask(occurrence=row, **data), said)


@require_POST
@officer("plans.view")
def answer_extension(request: OfficerRequest, pk: int) -> HttpResponse:
    one = deadlines.request_for(request.actor, Extension, pk, to="rule")
    form = _of(one, forms.ExtensionAnswerForm, request)

    def write(data: dict[str, Any]) -> None:
        if _agreed(request):
            extensions.grant(extension=one, **data)
        else:
            extensions.refuse(extension=one, said=data["said"], by=data["by"])

    said = _("Đã gia hạn; hạn cũ và lý do được giữ lại.") if _agreed(request) else _REFUSED
    return _done(request, one.occurrence, form, write, said)


@require_POST
@officer("plans.view")
def answer_excuse(request: OfficerRequest, pk: int) -> HttpResponse:
    one = deadlines.request_for(request.actor, Excuse, pk, to="rule")
    form = _of(one, forms.AnswerForm, request)
    write = excuses.approve if _agreed(request) else excuses.refuse
    said = _("Đã đồng ý không thực hiện.") if _agreed(request) else _REFUSED
    return _done(request, one.occurrence, form, lambda data: write(excuse=one, **data), said)


@require_POST
@officer("plans.view")
def withdraw_extension(request: OfficerRequest, pk: int) -> HttpResponse:
    one = deadlines.request_for(request.actor, Extension, pk, to="ask")
    extensions.withdraw(extension=one, by=request.actor)
    messages.info(request, _("Đã rút đề nghị."))
    return redirect("duties:duty", one.occurrence_id)


@require_POST
@officer("plans.view")
def withdraw_excuse(request: OfficerRequest, pk: int) -> HttpResponse:
    one = deadlines.request_for(request.actor, Excuse, pk, to="ask")
    excuses.withdraw(excuse=one, by=request.actor)
    messages.info(request, _("Đã rút đề nghị."))
    return redirect("duties:duty", one.occurrence_id)


@require_POST
@officer("plans.view")
def pause(request: OfficerRequest, pk: int) -> HttpResponse:
    row = occurrences.get_for(request.actor, pk, to="rule")
    form = forms.PauseForm(request.POST)
    said = _("Đã tạm dừng tính hạn.")
    return _done(request, row, form, lambda data: pauses.pause(occurrence=row, **data), said)


@require_POST
@officer("plans.view")
def end_pause(request: OfficerRequest, pk: int) -> HttpResponse:
    one = deadlines.pause_for(request.actor, pk)
    form = _of(one, forms.ResumeForm, request)
    said = _("Hạn được tính trở lại.")
    return _done(request, one.occurrence, form, lambda data: pauses.resume(pause=one, **data), said)


@require_POST
@officer("plans.view")
def reopen(request: OfficerRequest, pk: int) -> HttpResponse:
    row = occurrences.get_for(request.actor, pk, to="rule")
    form = forms.ReopenForm(request.POST)
    said = _("Đã mở lại nhận kết quả.")
    return _done(request, row, form, lambda data: windows.reopen(occurrence=row, **data), said)


@require_POST
@officer("plans.view")
def expect_again(request: OfficerRequest, pk: int) -> HttpResponse:
    row = occurrences.get_for(request.actor, pk, to="rule")
    form = forms.ExpectForm(request.POST)
    said = _("Đã yêu cầu thực hiện trở lại.")
    return _done(
        request, row, form, lambda data: excuses.expect_again(occurrence=row, **data), said
    )


@officer("plans.view")
@require_http_methods(["GET", "POST"])
def settings(request: OfficerRequest, pk: int) -> HttpResponse:
    """How the plan reads "trước ngày" and when late results stop."""
    plan = plans.get_for(request.actor, pk, to="amend")
    initial = {
        "before_is_inclusive": "1" if plan.before_is_inclusive else "0",
        "lock_after_days": plan.lock_after_days,
    }
    form = forms.SettingsForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        changed = windows.change_settings(plan=plan, by=request.actor, **form.cleaned_data)
        messages.success(request, _("Đã lưu. Có %d hạn thay đổi.") % changed)
        return redirect("plans:plan", plan.pk)
    status = 422 if form.is_bound else 200
    return render(request, "plans/settings.html", {"plan": plan, "form": form}, status=status)


_REFUSED = "Đã trả lời không đồng ý, kèm lý do."


def _agreed(request: OfficerRequest) -> bool:
    return request.POST.get("dong-y") == "1"


def _of(one: Any, kind: type[forms.Refusable], request: OfficerRequest) -> forms.Refusable:
    """The form that stands beside one request of several."""
    form = kind(request.POST, prefix=f"{kind.prefix}-{one.pk}")
    form.of = one.pk  # type: ignore[attr-defined]
    return form


def _done(
    request: OfficerRequest,
    row: Occurrence,
    form: forms.Refusable,
    write: Callable[[dict[str, Any]], Any],
    said: str,
) -> HttpResponse:
    """Write and go back to the duty; when refused, the page with what was typed."""
    if form.is_valid():
        try:
            write({**form.cleaned_data, "by": request.actor})
        except DomainError as error:
            form.refuse(error)
        else:
            messages.success(request, said)
            return redirect("duties:duty", row.pk)
    context = duty_page.context(request.actor, row, viewing.of(request), deadline_form=form)
    return render(request, "plans/duty.html", context, status=422)
