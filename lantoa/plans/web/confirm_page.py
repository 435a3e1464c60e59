"""What the page before confirmation shows (trang xác nhận): what binds, what is left out, what
still stands in the way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.common.errors import DomainError
from lantoa.documents.selectors import documents
from lantoa.plans.models import DraftItem
from lantoa.plans.models.draft_item import Nature
from lantoa.plans.selectors import changes, draft_items
from lantoa.plans.services import confirm as confirming
from lantoa.plans.web.changes_shown import shown_changes
from lantoa.plans.web.forms.confirming import SeenForm
from lantoa.plans.web.forms.loading import DescribeForm
from lantoa.plans.web.own_words import form_of, own_words
from lantoa.plans.web.review_page import crumbs, progress

if TYPE_CHECKING:
    from django.http import HttpRequest

    from lantoa.plans.models import Plan
    from lantoa.plans.services.drawing_up import Drawn


def context(
    request: HttpRequest, plan: Plan, *, seen: int = 0, error: DomainError | None = None
) -> dict[str, Any]:
    """The page; after a refusal it also lists what others changed since the mark `seen`."""
    actor = request.actor  # type: ignore[attr-defined]
    document = documents.text_of(plan.document_id)
    plan.document = document
    findings = list(document.findings.all())
    drawn = confirming.preview(plan=plan)
    mark = changes.mark(plan)
    counts = draft_items.counts(plan)
    return {
        "plan": plan,
        "drawn": drawn,
        "periods": _periods(drawn),
        "natures": _natures(drawn),
        "left_out": _left_out(plan),
        "unseen": _unseen(findings, documents.other_versions(plan.document_id)),
        "own": own_words(plan, findings, seen=mark),
        "blockers": _blockers(plan, counts, drawn),
        "progress": progress(plan),
        "form": SeenForm(initial={"seen": mark}),
        "error": error,
        "changes": changes_since(plan, seen, actor.user_id) if error else [],
        "crumbs": crumbs(plan, _("Xác nhận")),
    }


def changes_since(plan: Plan, seen: int, user_id: int) -> list[dict[str, Any]]:
    """What others did after the page was opened; without a mark, all their changes."""
    return shown_changes(changes.since(plan, seen, except_user=user_id))


def describing(
    plan: Plan,
    form: DescribeForm | None = None,
    error: DomainError | None = None,
    asked: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The page on which a person sets what the document says of itself."""
    document = documents.text_of(plan.document_id)
    mark = changes.mark(plan)
    own = own_words(plan, document.findings.all(), seen=mark)
    entries = error.data.get("changes", []) if error else []
    return {
        "plan": plan,
        "own": own,
        "form": form or form_of(plan, seen=mark, asked=asked),
        "error": error,
        "changes": shown_changes(entries),
        "crumbs": crumbs(plan, _("Thông tin của kế hoạch")),
    }


def with_new_mark(data: Any, plan: Plan, name: str) -> Any:
    """The same post, now made after the changes that its sender is being shown."""
    renewed = data.copy()
    renewed[name] = str(changes.mark(plan))
    return renewed


def _unseen(findings: list[Any], others: list[range]) -> list[tuple[str, list[Any], bool]]:
    """(title, errors nobody has looked at, open); those of another version of the plan apart."""
    errors = [one for one in findings if one.severity == "error" and one.seen_at is None]
    aside = [one for one in errors if any(one.line in lines for lines in others)]
    own = [one for one in errors if one not in aside]
    groups = [
        (_("Lỗi trong văn bản chưa ai xem"), own, True),
        (_("Lỗi trong bản khác của kế hoạch, chưa ai xem"), aside, False),
    ]
    return [group for group in groups if group[1]]


def _natures(drawn: Drawn) -> list[tuple[str, int]]:
    counted = Counter(row.nature for row in drawn.obligations)
    return [(str(label), counted[key]) for key, label in Nature.choices if counted[key]]


def _periods(drawn: Drawn) -> dict[str, Any]:
    dated = [
        (period.due_on, len(opening.agencies))
        for opening in drawn.openings
        for period in opening.periods
        if period.due_on is not None and opening.agencies
    ]
    count = sum(agencies for _due_on, agencies in dated)
    return {
        "all": drawn.occurrences,
        "dated": count,
        "undated": drawn.occurrences - count,
        "first": min(dated)[0] if dated else None,
        "last": max(dated)[0] if dated else None,
    }


def _left_out(plan: Plan) -> dict[str, list[DraftItem]]:
    rows = plan.draft_items.select_related("merged_into").order_by("position", "pk")
    out = list(rows.filter(state__in=(DraftItem.State.REJECTED, DraftItem.State.MERGED)))
    rejected = [row for row in out if row.state == DraftItem.State.REJECTED]
    merged = [row for row in out if row.state == DraftItem.State.MERGED]
    # A row merged into one that was left out afterwards is left out with it.
    lost = [row for row in merged if row.merged_into and row.merged_into.state != "accepted"]
    return {"rejected": rejected, "merged": merged, "lost": lost}


def _blockers(plan: Plan, counts: dict[str, int], drawn: Drawn) -> list[tuple[str, str, str]]:
    """(sentence, what to do, address) of each thing that must be settled first."""
    review = reverse("plans:plan-review", args=[plan.pk])
    found = []
    if pending := counts[DraftItem.State.PENDING]:
        found.append(
            (_("Còn %d dòng chưa xem.") % pending, _("Xem tiếp"), f"{review}?trang-thai=pending")
        )
    if not counts[DraftItem.State.ACCEPTED]:
        found.append((_("Chưa có dòng nào được chấp nhận."), _("Mở danh sách"), review))
    if plan.issued_on is None:
        url = reverse("plans:plan-describe", args=[plan.pk])
        found.append((_("Chưa có ngày ban hành."), _("Nhập ngày"), url))
    for row in drawn.unknown[:12]:
        url = reverse("plans:row", args=[row.pk])
        found.append((_("Dòng %s chưa rõ cơ quan chủ trì.") % row.code, _("Sửa dòng"), url))
    return found
