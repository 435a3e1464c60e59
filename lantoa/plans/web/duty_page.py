"""The page of one duty in one period (trang nhiệm vụ): where it stands, why, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.documents.selectors import documents
from lantoa.plans.models import Obligation, Occurrence
from lantoa.plans.rules import words
from lantoa.plans.rules.titles import short, suggested_caption
from lantoa.plans.selectors import alike, deadlines, evidence, history, obligations, occurrences
from lantoa.plans.services.evidence import OPEN_STATES
from lantoa.plans.web import deadline_panel
from lantoa.plans.web.forms.evidence import EvidenceForm, ReconsiderForm, ReturnForm
from lantoa.plans.web.media import media, medias

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.plans.web.viewing import Viewing


def context(
    actor: Actor,
    row: Occurrence,
    viewing: Viewing,
    *,
    form: EvidenceForm | None = None,
    return_form: ReturnForm | None = None,
    again_form: ReconsiderForm | None = None,
    deadline_form: Any = None,
) -> dict[str, Any]:
    """Everything the template shows; the forms are those just refused, if any."""
    judged = deadlines.judged(row, today=viewing.day)
    before, after = occurrences.siblings(row)
    may_send = occurrences.may(actor, row, to="submit") and not viewing.chosen
    editable = may_send and _takes(row) and judged.window.takes_results
    return {
        "duty": row,
        "obligation": row.obligation,
        "title": short(row.obligation.text),
        "viewing": viewing,
        "judged": judged,
        **deadline_panel.context(actor, row, judged, chosen=viewing.chosen, refused=deadline_form),
        **_shown(actor, row, editable=editable),
        "may_serve": may_send,
        "form": (form or _form(row)) if editable else None,
        "may_send": editable,
        # The duty was sent meanwhile: no form to say it in, yet the typed words must not be lost.
        "refused": form if form and not editable else None,
        "may_recall": may_send and row.state == Occurrence.State.SUBMITTED,
        **_decision(actor, row, viewing, return_form, again_form),
        "history": history.of_duty(row),
        "before": before,
        "after": after,
        **source_of(row.obligation),
        "facts": facts_of(row.obligation),
        "where": f"{row.agency.name} · {row.period_label}",
        "obligation_url": viewing.url("duties:obligation", row.obligation_id),
        "crumbs": [*_trail(actor, row, viewing), (row.period_label, "")],
    }


def _shown(actor: Actor, row: Occurrence, *, editable: bool) -> dict[str, Any]:
    """What stands, with what looks like it; what was withdrawn while it can be brought back."""
    kept, withdrawn = evidence.of_duty(row)
    return {
        "evidence": medias(kept, alike.of_items(actor, kept)),
        "withdrawn": [media(item) for item in withdrawn] if editable else [],
    }


def _takes(row: Occurrence) -> bool:
    """Whether anything may still be added to the duty: open, in effect and not excused."""
    in_effect = row.obligation.state == Obligation.State.ACTIVE
    return in_effect and row.excused_at is None and row.state in OPEN_STATES


def _trail(actor: Actor, row: Occurrence, viewing: Viewing) -> list[tuple[str, str]]:
    """Back to where people come from: the office's own work, else the list of the agency."""
    if row.agency_id == actor.agency_id:
        return [(_("Việc của đơn vị tôi"), viewing.url("duties:my-agency"))]
    plan = row.obligation.plan_id
    url = viewing.url("duties:duty-list", ke_hoach=plan, co_quan=row.agency_id)
    return [(_("Danh sách nhiệm vụ"), viewing.url("duties:duty-list")), (row.agency.label, url)]


def source_of(obligation: Obligation) -> dict[str, Any]:
    """The lines of the signed document that order the duty, with the address of its first line."""
    document = obligation.plan.document
    parts = documents.excerpt(documents.lines(document), obligation.spans)
    lines = [(number, text, False) for part in parts for number, text in part if text.strip()]
    url = reverse("documents:document", args=[document.pk])
    return {
        "source": lines,
        "source_title": obligation.plan.title,
        "source_url": f"{url}#d{lines[0][0]}" if lines else url,
    }


def facts_of(obligation: Obligation) -> list[tuple[str, str]]:
    """Who takes which part, the target and the forms, as terms and values."""
    found: dict[str, list[str]] = {}
    for part in obligations.parts_of(obligation):
        names = found.setdefault(str(part.get_role_display()), [])
        if part.agency.label not in names:
            names.append(part.agency.label)
    facts = [(role, _named(names)) for role, names in found.items()]
    if obligation.assignment_text:
        facts.append((_("Phân công trong văn bản"), obligation.assignment_text))
    if obligation.target_value is not None:
        value = f"{obligation.target_value:g}".replace(".", ",")
        facts.append((_("Chỉ tiêu"), f"{value}{_unit(obligation)} {obligation.target_of}".strip()))
    facts += [
        (label, "; ".join(str(one) for one in values))
        for label, values in (
            (_("Hình thức"), obligation.forms),
            (_("Đối tượng"), words.labelled(words.AUDIENCES, obligation.audiences)),
            (_("Kênh"), words.labelled(words.CHANNELS, obligation.channels)),
        )
        if values
    ]
    facts.append((_("Loại"), str(obligation.get_nature_display())))
    facts.append((_("Tính chất"), str(obligation.get_binding_display())))
    return facts


def _form(row: Occurrence) -> EvidenceForm:
    return EvidenceForm(
        initial={
            "caption": suggested_caption(row.obligation.text, row.period_label),
            "happened_on": timezone.localdate(),
        }
    )


def _decision(
    actor: Actor,
    row: Occurrence,
    viewing: Viewing,
    return_form: ReturnForm | None,
    again_form: ReconsiderForm | None,
) -> dict[str, Any]:
    decides = occurrences.may(actor, row, to="decide") and not viewing.chosen
    own = row.submitted_by_id == actor.user_id
    waits = row.state == Occurrence.State.SUBMITTED
    decided = row.state in {Occurrence.State.ACCEPTED, Occurrence.State.RETURNED}
    may_again = decides and decided and not own
    accepted = row.state == Occurrence.State.ACCEPTED
    return {
        "may_decide": decides and waits and not own,
        "own_sending": decides and waits and own,
        "may_reconsider": may_again,
        "again_form": (again_form or ReconsiderForm(accepted=accepted)) if may_again else None,
        "again_open": again_form is not None,
        "return_form": (return_form or ReturnForm()) if decides and waits and not own else None,
        "return_open": return_form is not None,
    }


def _unit(obligation: Obligation) -> str:
    unit = obligation.target_unit
    return unit if unit in {"", "%"} else f" {unit}"


def _named(names: list[str]) -> str:
    shown = "; ".join(names[:6])
    return (
        _("%(names)s và %(count)d cơ quan khác")
        % {
            "names": shown,
            "count": len(names) - 6,
        }
        if len(names) > 6
        else shown
    )
