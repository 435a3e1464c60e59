"""What the review page shows (trang rà soát): counts, findings, filters, one page of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.forms import HiddenInput
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lantoa.common import access
from lantoa.common.rules.vietnamese import search_key
from lantoa.common.ui import links
from lantoa.common.ui.filters import Filter, Filters
from lantoa.common.ui.pager import Pager
from lantoa.documents.selectors import documents, learned
from lantoa.plans.models import DraftItem
from lantoa.plans.models.draft_item import Nature
from lantoa.plans.rules import words
from lantoa.plans.selectors import changes, draft_items
from lantoa.plans.web.draft_rows import Presenter
from lantoa.plans.web.forms.rows import BulkForm
from lantoa.plans.web.own_words import own_words

if TYPE_CHECKING:
    from django.http import HttpRequest

    from lantoa.plans.models import Plan

PER_PAGE = 25
TONES = {
    DraftItem.State.PENDING: "due_soon",
    DraftItem.State.ACCEPTED: "success",
    DraftItem.State.REJECTED: "no_information",
    DraftItem.State.MERGED: "info",
}
Rows = list[DraftItem]


def context(request: HttpRequest, plan: Plan) -> dict[str, Any]:
    """Everything of the page; the rows are filtered in memory: accents fold, lines touch."""
    document = documents.text_of(plan.document_id)
    plan.document = document
    findings = list(document.findings.select_related("seen_by"))
    presenter = Presenter(
        plan=plan,
        lines=documents.lines(document),
        findings=findings,
        hints=learned.proposed_from(document.pk),
    )
    everything = list(draft_items.of_plan(plan))
    filters = Filters(*_filters(presenter), params=request.GET)
    found: Rows = filters.apply(everything)
    page = Paginator(found, PER_PAGE).get_page(links.one(request.GET, "trang"))
    may = access.can(request.actor, "plans.review")  # type: ignore[attr-defined]
    return {
        "plan": plan,
        "may_review": may,
        "scanned": getattr(document, "scanned", None),
        "progress": progress(plan, everything),
        "filters": filters,
        "rows": [presenter.row(item) for item in page],
        "pager": Pager(page, request.GET),
        "bulk": BulkForm(plan=plan, sure=_sure(page, presenter)),
        "findings": grouped(findings),
        "own": own_words(plan, findings, seen=changes.mark(plan)),
        "next": request.get_full_path(),
        "next_input": next_input(request.get_full_path()),
        "crumbs": crumbs(plan),
    }


def crumbs(plan: Plan, *pages: str) -> list[tuple[str, str]]:
    """The way to a page: the list, the plan or its review while it is a draft, then `pages`."""
    way = [(_("Kế hoạch"), reverse("plans:plan-list"))]
    draft = plan.state == plan.State.DRAFT
    label = _("Rà soát bản dự thảo") if draft else plan.title
    own = reverse("plans:plan-review" if draft else "plans:plan", args=[plan.pk])
    steps = [(label, own if pages else "")]
    return [*way, *steps, *((page, "") for page in pages)]


def next_input(url: str) -> SafeString:
    """Where a plain post goes back to."""
    return HiddenInput().render("next", url)


def progress(plan: Plan, rows: Iterable[DraftItem] | None = None) -> dict[str, Any]:
    """How many rows are in which state, each number opening to its rows."""
    if rows is None:
        counts = draft_items.counts(plan)
    else:
        counts = dict.fromkeys(DraftItem.State.values, 0)
        for row in rows:
            counts[row.state] += 1
    total = sum(counts.values())
    url = reverse("plans:plan-review", args=[plan.pk])
    parts = [
        {
            "state": TONES[state],
            "label": state.label,
            "count": counts[state],
            "url": f"{url}?trang-thai={state.value}",
        }
        for state in DraftItem.State
    ]
    pending = counts[DraftItem.State.PENDING]
    return {"parts": parts, "total": total, "pending": pending, "looked": total - pending}


def grouped(findings: Iterable[Any]) -> list[dict[str, Any]]:
    """Findings by severity, the gravest first, those not yet seen before the seen."""
    groups = []
    everything = list(findings)
    for severity in ("error", "warning", "note"):
        found = [one for one in everything if one.severity == severity]
        found.sort(key=lambda one: (one.seen_at is not None, one.line))
        if found:
            unseen = sum(one.seen_at is None for one in found)
            label = found[0].get_severity_display()
            groups.append(
                {"severity": severity, "label": label, "unseen": unseen, "findings": found}
            )
    return groups


def _sure(page: Iterable[DraftItem], presenter: Presenter) -> Rows:
    return [
        row
        for row in page
        if row.state == DraftItem.State.PENDING and presenter.confidence(row) == "sure"
    ]


def _filters(presenter: Presenter) -> list[Filter]:
    return [
        Filter(
            name="tim",
            label=_("Tìm trong nội dung, ký hiệu, cơ quan"),
            kind="text",
            apply=_matching,
            placeholder=_("Có dấu hoặc không dấu"),
        ),
        Filter(
            name="trang-thai",
            label=_("Trạng thái"),
            choices=DraftItem.State.choices,
            lookup="state",
        ),
        Filter(name="loai", label=_("Loại"), choices=Nature.choices, lookup="nature"),
        Filter(
            name="tin-cay",
            label=_("Máy đọc"),
            choices=list(words.CONFIDENCE.items()),
            apply=lambda rows, value: [row for row in rows if presenter.confidence(row) == value],
        ),
        Filter(
            name="co-diem",
            label=_("Có điểm cần kiểm tra"),
            kind="flag",
            apply=_only_if(lambda row: bool(presenter.findings_of(row))),
        ),
    ]


def _only_if(test: Callable[[DraftItem], bool]) -> Callable[[Rows, bool], Rows]:
    return lambda rows, wanted: [row for row in rows if test(row)] if wanted else rows


def _matching(rows: Rows, text: str) -> Rows:
    wanted = search_key(text).split()
    return [row for row in rows if all(word in _searched(row) for word in wanted)]


def _searched(row: DraftItem) -> str:
    names = " ".join(party["name"] for party in row.parties)
    return search_key(f"{row.code} {row.text} {names}")
