"""What the pages of stated evidence and of shared proof show (minh chứng khác, dùng chung)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lantoa.plans.rules.titles import short
from lantoa.plans.web.forms.stated import ServeForm, StatementForm, kinds
from lantoa.plans.web.media import media

if TYPE_CHECKING:
    from lantoa.plans.models import Evidence, Occurrence


def context(row: Occurrence, kind: str, form: StatementForm) -> dict[str, Any]:
    here = reverse("duties:evidence-state", args=[row.pk])
    return {
        "form": form,
        "action": f"{here}?loai={kind}",
        "tabs": [
            {"label": label, "url": f"{here}?loai={code}", "current": code == kind, "count": None}
            for code, label in kinds()
        ],
        "where": f"{short(row.obligation.text)} · {row.period_label}",
        "crumbs": _trail(row, _("Minh chứng khác")),
    }


def serve_context(item: Evidence, form: ServeForm, *, empty: bool) -> dict[str, Any]:
    row = item.occurrence
    return {
        "form": form,
        "empty": empty,
        "item": media(item),
        "duty_url": reverse("duties:duty", args=[row.pk]),
        "crumbs": _trail(row, _("Dùng cho việc khác")),
    }


def words_of(row: Occurrence) -> str:
    """One open duty as a choice: what, when, until which day."""
    due = _(" · hạn %(day)s") % {"day": f"{row.due_on:%d/%m/%Y}"} if row.due_on else ""
    return f"{short(row.obligation.text)} · {row.period_label}{due}"


def served(made: int, chosen: int) -> str:
    if made == chosen:
        return _("Đã dùng minh chứng cho %(made)d việc.") % {"made": made}
    return ngettext(
        "Đã dùng minh chứng cho %(made)d việc; việc còn lại đã có minh chứng này.",
        "Đã dùng minh chứng cho %(made)d việc; các việc còn lại đã có minh chứng này.",
        chosen - made,
    ) % {"made": made}


def _trail(row: Occurrence, here: str) -> list[tuple[str, str]]:
    duty = reverse("duties:duty", args=[row.pk])
    return [
        (_("Việc của đơn vị tôi"), reverse("duties:my-agency")),
        (short(row.obligation.text), duty),
        (here, ""),
    ]
