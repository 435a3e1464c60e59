"""Urging agencies that are late, the follow-up letter, and a plan's reminder rules."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from lantoa.common import access
from lantoa.common.errors import DomainError
from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.plans.selectors import plans, reminding
from lantoa.plans.services import follow_ups, reminders
from lantoa.plans.web import follow_up_page
from lantoa.plans.web.forms.reminders import RuleForms, initial_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_http_methods(["GET", "POST"])
@officer("plans.follow_up")
def follow_up(request: OfficerRequest, pk: int) -> HttpResponse:
    plan = plans.get_for(request.actor, pk, to="oversee")
    data = request.POST if request.method == "POST" else None
    context = follow_up_page.context(plan, request.GET, data)
    context["may_set_rules"] = access.can(request.actor, "plans.review")
    form = context["form"]
    if data is None or not form.is_valid():
        return render(request, "plans/follow_up.html", context, status=422 if data else 200)
    try:
        outcome = follow_ups.send(plan=plan, by=request.actor, **form.cleaned_data)
    except DomainError as error:
        form.add_error(None, error.text)
        return render(request, "plans/follow_up.html", context, status=422)
    done, left = follow_up_page.said(outcome)
    if done:
        messages.success(request, done)
    if left:
        messages.warning(request, left)
    return redirect("plans:board", plan.pk)


@require_GET
@officer("plans.follow_up")
def letter(request: OfficerRequest, pk: int) -> HttpResponse:
    plan = plans.get_for(request.actor, pk, to="oversee")
    today = timezone.localdate()
    chosen = [int(one) for one in request.GET.getlist("co-quan") if one.isdigit()]
    data = follow_ups.letter(plan=plan, agencies=chosen, by=request.actor, today=today)
    response = HttpResponse(data, content_type=WORD)
    name = f"cong-van-don-doc-{today:%Y-%m-%d}-du-thao.docx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_http_methods(["GET", "POST"])
@officer("plans.review")
def rules(request: OfficerRequest, pk: int) -> HttpResponse:
    plan = plans.get_for(request.actor, pk, to="review")
    initial = initial_of(reminding.rules_of(plan))
    forms = RuleForms(request.POST or None, initial=initial, prefix="quy-tac")
    refused = ""
    if request.method == "POST" and forms.is_valid():
        found = [form.rule for form in forms if form.has_changed() or form.initial]
        try:
            written = [rule for rule in found if rule is not None]
            reminders.set_rules(plan=plan, rules=written, by=request.actor)
        except DomainError as error:
            refused = error.text
        else:
            messages.success(request, _("Đã lưu quy tắc nhắc việc."))
            return redirect("plans:plan", plan.pk)
    context = {
        "plan": plan,
        "forms": forms,
        "refused": refused,
        "crumbs": follow_up_page.crumbs(plan, _("Quy tắc nhắc việc")),
    }
    return render(request, "plans/reminder_rules.html", context, status=422 if refused else 200)
