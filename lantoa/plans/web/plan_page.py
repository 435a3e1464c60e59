"""One plan in force (trang kế hoạch): what it is, its duties by nature, where each was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.common import access
from lantoa.plans.models.draft_item import Nature
from lantoa.plans.rules import words
from lantoa.plans.rules.due_rule import DueRule
from lantoa.plans.rules.due_words import in_words
from lantoa.plans.selectors import obligations
from lantoa.plans.web.review_page import crumbs

if TYPE_CHECKING:
    from django.http import HttpRequest

    from lantoa.plans.models import Obligation, Plan

__all__ = ["context", "crumbs"]


def context(request: HttpRequest, plan: Plan) -> dict[str, Any]:
    """Three queries whatever the number of duties: duties, parts, and who confirmed."""
    actor = request.actor  # type: ignore[attr-defined]
    mine = set(obligations.visible_to(actor).filter(plan=plan).values_list("pk", flat=True))
    parts = obligations.named_parts(plan)
    source = reverse("documents:document", args=[plan.document_id])
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in obligations.public(plan):
        shown = _duty(row, parts.get(row.pk, []), source, linked=row.pk in mine)
        groups.setdefault(row.nature, []).append(shown)
    return {
        "plan": plan,
        "facts": _facts(plan),
        "groups": [
            {"nature": key, "label": label, "duties": groups[key]}
            for key, label in Nature.choices
            if key in groups
        ],
        "source": source,
        "may_amend": access.can(actor, "plans.amend") and plan.state == "active",
        "may_see_source": access.can(actor, "documents.view"),
        "crumbs": crumbs(plan),
    }


def _facts(plan: Plan) -> list[tuple[str, str]]:
    facts = [
        (_("Số, ký hiệu"), plan.symbol),
        (_("Ngày ban hành"), f"{plan.issued_on:%d/%m/%Y}" if plan.issued_on else ""),
        (_("Cơ quan ban hành"), plan.issuer_name or plan.authority.name),
        (_("Năm"), str(plan.year)),
        (_("Cơ quan theo dõi"), plan.coordinator.name),
        (_("Trạng thái"), plan.get_state_display()),
        (_("Người xác nhận"), _confirmed(plan)),
    ]
    return [(term, said) for term, said in facts if said]


def _confirmed(plan: Plan) -> str:
    if plan.confirmed_at is None:
        return ""
    day = f"{timezone.localtime(plan.confirmed_at):%d/%m/%Y}"
    return f"{plan.confirmed_by or _('Hệ thống')}, {day}"


def _duty(
    row: Obligation, parts: list[tuple[str, str, int]], source: str, *, linked: bool
) -> dict[str, Any]:
    rule = DueRule(
        kind=row.due_kind,
        text=row.due_text,
        start=row.due_start,
        by=row.due_by,
        day_of_month=row.due_day_of_month,
        external_symbol=row.external_symbol,
    )
    line = row.spans[0][0] if row.spans else None
    return {
        "row": row,
        "parts": _parts(parts),
        "due": in_words(rule),
        "line": line,
        "source": f"{source}#d{line}" if line else "",
        "url": reverse("duties:obligation", args=[row.pk]) if linked else "",
    }


def _parts(parts: list[tuple[str, str, int]]) -> list[tuple[str, str]]:
    shown = []
    for role, label in words.ROLES.items():
        named = [
            name
            if count == 1
            else _("%(name)s (%(count)d cơ quan)") % {"name": name, "count": count}
            for its_role, name, count in parts
            if its_role == role
        ]
        if named:
            shown.append((label, "; ".join(named)))
    return shown
