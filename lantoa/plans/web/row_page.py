"""One draft row on its own page or in place of its card (trang của một dòng dự thảo)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from lantoa.common.errors import DomainError
from lantoa.documents.selectors import documents, learned
from lantoa.organisations.selectors import agencies
from lantoa.plans.errors import (
    MergeIntoItself,
    ReasonMissing,
    RowChangedMeanwhile,
    SplitNeedsTwo,
)
from lantoa.plans.models import DraftItem
from lantoa.plans.web.changes_shown import shown_changes
from lantoa.plans.web.draft_rows import Presenter
from lantoa.plans.web.forms.editor import RowEditor
from lantoa.plans.web.forms.parties import AGENCY_LIST
from lantoa.plans.web.forms.rows import MergeForm, RejectForm, SplitForm
from lantoa.plans.web.review_page import crumbs, next_input, progress

if TYPE_CHECKING:
    from lantoa.plans.models import Plan

REFUSALS = (RowChangedMeanwhile, MergeIntoItself, SplitNeedsTwo, ReasonMissing)
PANELS = {"loai": "reject"}


def answer(
    request: HttpRequest, item: DraftItem, *, said: str = "", error: DomainError | None = None
) -> HttpResponse:
    """After a decision: the row's card for htmx, else back to the list at the row."""
    if not request.htmx:  # type: ignore[attr-defined]
        if error:
            messages.error(request, error.text)
        elif said:
            messages.success(request, said)
        return back_to(request, item.plan, item)
    context = {
        "row": presenter(item).row(item),
        "plan": item.plan,
        "may_review": True,
        "next": _here(request),
        "progress": progress(item.plan),
        "said": said,
        "in_place": True,
        **_refusal(error),
    }
    return render(request, "plans/row_changed.html", context)


def shown(
    request: HttpRequest, item: DraftItem, form: Any, *, error: DomainError | None = None
) -> HttpResponse:
    """The row with its forms; the one that was sent keeps what was typed in it."""
    if isinstance(error, RowChangedMeanwhile):
        form = _renewed(form, item, request)
    forms = _forms(item, form)
    back = request.POST.get("next") or _here(request)
    context = {
        "row": presenter(item).row(item),
        "item": item,
        "plan": item.plan,
        "next_input": next_input(back),
        "cancel_url": _cancel(request, item, back),
        "datalist": AGENCY_LIST,
        "agency_names": names(item.plan),
        "crumbs": crumbs(item.plan, _("Dòng %s") % item.code),
        "panel": _panel_of(request, form),
        "tabs": _tabs(item, _panel_of(request, form)),
        **forms,
        **_refusal(error),
    }
    template = "plans/row_editor.html" if request.htmx else "plans/row.html"  # type: ignore[attr-defined]
    return render(request, template, context)


def adding(plan: Plan, editor: RowEditor) -> dict[str, Any]:
    """The page for a duty that reading missed."""
    return {
        "plan": plan,
        "editor": editor,
        "datalist": AGENCY_LIST,
        "agency_names": names(plan),
        "cancel_url": reverse("plans:plan-review", args=[plan.pk]),
        "crumbs": crumbs(plan, _("Thêm nhiệm vụ")),
    }


def presenter(item: DraftItem) -> Presenter:
    document = documents.text_of(item.plan.document_id)
    item.plan.document = document
    found = list(document.findings.select_related("seen_by"))
    return Presenter(
        plan=item.plan,
        lines=documents.lines(document),
        findings=found,
        hints=learned.proposed_from(document.pk),
    )


def names(plan: Plan) -> list[str]:
    """Names to choose from: the agencies in force on the day the plan was issued."""
    if plan.issued_on is None:
        return []
    return list(agencies.as_of(plan.issued_on).order_by("name").values_list("name", flat=True))


def back_to(request: HttpRequest, plan: Plan, item: DraftItem | None = None) -> HttpResponse:
    """The page the form came from if it is ours, at the row."""
    wanted = request.POST.get("next", "")
    url = wanted if _ours(request, wanted) else reverse("plans:plan-review", args=[plan.pk])
    return HttpResponseRedirect(f"{url}#dong-{item.pk}" if item else url)


def _forms(item: DraftItem, sent: Any) -> dict[str, Any]:
    version = {"version": item.version}
    made: dict[str, Any] = {
        "editor": RowEditor(plan=item.plan, item=item),
        "reject": RejectForm(initial=version),
        "split": split_form(item),
        "merge": MergeForm(item=item, initial=version),
    }
    kinds = {RowEditor: "editor", RejectForm: "reject", SplitForm: "split", MergeForm: "merge"}
    made[kinds[type(sent)]] = sent
    return made


def split_form(item: DraftItem) -> SplitForm:
    """The text with a line break after each semicolon, where one duty usually ends."""
    parts = item.text.replace("; ", ";\n")
    return SplitForm(initial={"version": item.version, "parts": parts})


def _renewed(form: Any, item: DraftItem, request: HttpRequest) -> Any:
    """The same form with what was typed, now made on the row's new version."""
    data = request.POST.copy()
    data["version"] = str(item.version)
    if isinstance(form, RowEditor):
        return RowEditor(plan=item.plan, item=item, data=data)
    extra = {"item": item} if isinstance(form, MergeForm) else {}
    return type(form)(data, **extra)


def _panel_of(request: HttpRequest, form: Any) -> str:
    kinds = {RejectForm: "reject", SplitForm: "split", MergeForm: "merge"}
    return kinds.get(type(form)) or PANELS.get(request.GET.get("viec", ""), "editor")


def _cancel(request: HttpRequest, item: DraftItem, back: str) -> str:
    """In place: the row's card again; on its own page: the list at the row."""
    if request.htmx:  # type: ignore[attr-defined]
        return f"{reverse('plans:row', args=[item.pk])}?viec=xem"
    url = back if _ours(request, back) else reverse("plans:plan-review", args=[item.plan_id])
    return f"{url}#dong-{item.pk}"


def _ours(request: HttpRequest, url: str) -> bool:
    hosts = {request.get_host()}
    return bool(url) and url_has_allowed_host_and_scheme(url, allowed_hosts=hosts)


def _tabs(item: DraftItem, panel: str) -> list[dict[str, Any]]:
    url = reverse("plans:row", args=[item.pk])
    named = [
        (_("Sửa"), "editor", url),
        (_("Tách"), "split", reverse("plans:row-split", args=[item.pk])),
        (_("Gộp vào…"), "merge", reverse("plans:row-merge", args=[item.pk])),
        (_("Không đưa vào"), "reject", f"{url}?viec=loai"),
    ]
    return [
        {"label": label, "url": address, "current": key == panel} for label, key, address in named
    ]


def _refusal(error: DomainError | None) -> dict[str, Any]:
    if error is None:
        return {}
    return {"error": error, "changes": shown_changes(error.data.get("changes", []))}


def _here(request: HttpRequest) -> str:
    current = getattr(request.htmx, "current_url_abs_path", None)  # type: ignore[attr-defined]
    return current or ""
