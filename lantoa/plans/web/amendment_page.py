"""Versions of a plan and one amendment (điều chỉnh): what each document added, moved, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.common import access
from lantoa.plans.rules.titles import short
from lantoa.plans.selectors import amendments
from lantoa.plans.web.forms import amendments as forms
from lantoa.plans.web.review_page import crumbs

if TYPE_CHECKING:
    from django.forms import Form

    from lantoa.common.access import Actor
    from lantoa.plans.models import Amendment, DutyChange, Plan

TONES = {"added": "success", "removed": "danger", "moved": "accent", "reworded": "info"}
PANELS = (
    ("move", forms.MoveForm, gettext_lazy("Dời hạn một nhiệm vụ")),
    ("add", forms.NewDutyForm, gettext_lazy("Bổ sung nhiệm vụ")),
    ("remove", forms.RemoveForm, gettext_lazy("Thu hồi nhiệm vụ")),
    ("reword", forms.RewordForm, gettext_lazy("Sửa nội dung nhiệm vụ")),
)


def listing(actor: Actor, plan: Plan) -> dict[str, Any]:
    """Every version of the plan, the newest first, and the drafts for those who amend."""
    may = access.can(actor, "plans.amend") and plan.state == "active"
    return {
        "plan": plan,
        "may_amend": may,
        "versions": [version(one) for one in amendments.published(plan)],
        "drafts": amendments.drafts(plan) if may else [],
        "crumbs": crumbs(plan, _("Điều chỉnh")),
    }


def version(one: Amendment) -> dict[str, Any]:
    return {"row": one, "changes": [change(item) for item in one.changes.all()]}


def change(item: DutyChange) -> dict[str, Any]:
    """One difference in words: what stood before, what stands now."""
    words = amendments.said(item)
    code = item.obligation.code if item.obligation else ""
    return {
        "row": item,
        "tone": TONES[item.kind],
        "label": item.get_kind_display(),
        "title": f"{code} {short(words.text, 160)}".strip(),
        "old": words.old,
        "new": words.new,
        "duty": item.obligation,
    }


def page(actor: Actor, amendment: Amendment, refused: Form | None = None) -> dict[str, Any]:
    """One amendment; a draft has its forms, with the one just refused as it was typed."""
    plan = amendment.plan
    draft = amendment.state == "draft" and access.can(actor, "plans.amend")
    return {
        "plan": plan,
        "amendment": amendment,
        "draft": draft,
        "changes": [change(item) for item in amendments.changes_of(amendment)],
        "panels": _panels(amendment, refused) if draft else [],
        "facts": _facts(amendment),
        "crumbs": crumbs(plan, _("Văn bản %s") % amendment.symbol),
    }


def _panels(amendment: Amendment, refused: Form | None) -> list[dict[str, Any]]:
    panels = []
    for name, kind, title in PANELS:
        form = refused if type(refused) is kind else kind(plan=amendment.plan)
        action = reverse(f"plans:change-{name}", args=[amendment.pk])
        panels.append({"title": title, "form": form, "action": action, "open": form.is_bound})
    return panels


def _facts(one: Amendment) -> list[tuple[str, str]]:
    facts = [
        (_("Loại"), str(one.get_kind_display())),
        (_("Số, ký hiệu"), one.symbol),
        (_("Ngày văn bản"), f"{one.issued_on:%d/%m/%Y}"),
        (_("Trích yếu"), one.about),
        (_("Trạng thái"), str(one.get_state_display())),
    ]
    if one.version:
        facts.append((_("Bản kế hoạch"), _("Lần %d") % one.version))
    if one.published_by:
        facts.append((_("Người áp dụng"), str(one.published_by)))
    return facts
