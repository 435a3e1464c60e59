"""Evidence that is no file (minh chứng khác), and one proof for several duties."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lantoa.channels.adapters import page_title
from lantoa.common.errors import DomainError
from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.plans.rules.evidence_kinds import STATED
from lantoa.plans.selectors import evidence as reading
from lantoa.plans.selectors import occurrences
from lantoa.plans.services import stated_evidence as services
from lantoa.plans.web import stated_page
from lantoa.plans.web.forms.stated import ServeForm, StatementForm


@require_http_methods(["GET", "POST"])
@officer("plans.view")
def state(request: OfficerRequest, pk: int) -> HttpResponse:
    """State a proof; with `gui` send at once, with `tieu-de` only fetch the page's title."""
    row = occurrences.get_for(request.actor, pk, to="submit")
    kind = request.GET.get("loai", "")
    kind = kind if kind in STATED else next(iter(STATED))
    if request.method == "GET":
        form = StatementForm(kind, initial={"happened_on": timezone.localdate()})
        return render(request, "plans/state_evidence.html", stated_page.context(row, kind, form))
    if request.POST.get("tieu-de"):
        form = _with_title(request, kind)
        return render(request, "plans/state_evidence.html", stated_page.context(row, kind, form))
    form = StatementForm(kind, request.POST)
    send = bool(request.POST.get("gui"))
    if form.is_valid():
        write: Any = services.add_and_submit if send else services.add
        try:
            write(occurrence=row, statement=form.statement(), by=request.actor)
        except DomainError as error:
            form.refuse(error)
        else:
            said = _("Đã gửi minh chứng.") if send else _("Đã lưu minh chứng, chưa gửi duyệt.")
            messages.success(request, said)
            return redirect("duties:duty", pk)
    context = stated_page.context(row, kind, form)
    return render(request, "plans/state_evidence.html", context, status=422)


@require_http_methods(["GET", "POST"])
@officer("plans.view")
def serve(request: OfficerRequest, pk: int) -> HttpResponse:
    """Choose which other open duties of the office this proof serves as well."""
    item = reading.get_for(request.actor, pk, to="submit")
    open_rows = occurrences.open_of(request.actor, leaving_out=item.occurrence_id)
    choices = [(str(row.pk), stated_page.words_of(row)) for row in open_rows]
    form = ServeForm(choices, request.POST or None)
    if request.method == "POST" and form.is_valid():
        chosen = set(form.chosen())
        made = services.serve_also(
            item=item,
            occurrences=[row for row in open_rows if row.pk in chosen],
            submit=bool(request.POST.get("gui")),
            by=request.actor,
        )
        messages.success(request, stated_page.served(len(made), len(chosen)))
        return redirect("duties:duty", item.occurrence_id)
    context = stated_page.serve_context(item, form, empty=not choices)
    status = 422 if request.method == "POST" else 200
    return render(request, "plans/serve_also.html", context, status=status)


def _with_title(request: OfficerRequest, kind: str) -> StatementForm:
    """The form as typed with the page's own title in it; a failure is said, nothing is lost."""
    typed = request.POST.dict()
    try:
        typed["caption"] = page_title.fetch(typed.get("url", "").strip())
    except DomainError as error:
        messages.warning(request, error.text)
    return StatementForm(kind, initial=typed)
