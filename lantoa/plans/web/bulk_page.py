"""What the pages of an action on many duties show (thao tác hàng loạt): preview and result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.common.ui import links
from lantoa.common.ui.tables import Column, Empty, Table
from lantoa.plans.models import BulkAction, BulkItem
from lantoa.plans.rules.bulk import Details
from lantoa.plans.rules.titles import short
from lantoa.plans.selectors import bulk
from lantoa.plans.services import bulk_kinds
from lantoa.plans.web.forms.bulk import UndoForm, form_for

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.plans.web.forms.bulk import DetailsForm

Outcome = BulkItem.Outcome
TONES = {"draft": "info", "done": "success", "undone": "no_information"}
WORDS = {
    Outcome.CHOSEN: gettext_lazy("Đã chọn"),
    Outcome.PLANNED: gettext_lazy("Sẽ thực hiện"),
    Outcome.REFUSED: gettext_lazy("Không thực hiện được"),
    Outcome.TAKEN_OUT: gettext_lazy("Đã bỏ ra"),
    Outcome.DONE: gettext_lazy("Đã thực hiện"),
    Outcome.LEFT_OUT: gettext_lazy("Vừa thay đổi nên bỏ qua"),
    Outcome.UNDONE: gettext_lazy("Đã hoàn tác"),
    Outcome.STAYS: gettext_lazy("Không hoàn tác được"),
}
VERBS = {
    "assign": (gettext_lazy("Giao %d việc"), gettext_lazy("Đã giao %d việc.")),
    "remind": (gettext_lazy("Đôn đốc %d việc"), gettext_lazy("Đã đôn đốc %d việc.")),
    "extend": (gettext_lazy("Gia hạn %d việc"), gettext_lazy("Đã gia hạn %d việc.")),
    "accept": (gettext_lazy("Chấp nhận %d việc"), gettext_lazy("Đã chấp nhận %d việc.")),
}


def context(
    action: BulkAction,
    params: QueryDict,
    form: DetailsForm | None = None,
    undo_form: UndoForm | None = None,
) -> dict[str, Any]:
    """Everything of the page; the form is the one just refused, if any."""
    counts = bulk.counts(action)
    draft = action.state == BulkAction.State.DRAFT
    details = Details.of(action.details)
    planned = counts.get(Outcome.PLANNED, 0)
    outcome = _outcome(params, counts)
    may_undo = _may_undo(action, counts)
    return {
        "action": action,
        "draft": draft,
        "title": action.get_kind_display(),
        "headline": _headline(action, counts),
        "note": _note(action, counts),
        "form": (form or form_for(action)) if draft else None,
        "form_open": bool(form) or not action.shown_at,
        "tabs": _tabs(counts, outcome, params),
        "table": _table(action, outcome, params, selectable=draft),
        "taken_out": counts.get(Outcome.TAKEN_OUT, 0),
        "may_confirm": draft and bool(action.shown_at) and planned > 0,
        "confirm_label": str(VERBS[action.kind][0]) % planned,
        "undo_form": (undo_form or UndoForm()) if may_undo else None,
        "undo_open": undo_form is not None,
        "tone": TONES[action.state],
        "facts": _facts(action, details),
        "list_url": list_url(action),
        "crumbs": [(_("Danh sách nhiệm vụ"), list_url(action)), *_past(action)],
    }


def list_url(action: BulkAction) -> str:
    """Back to the list with the filter the rows were chosen from."""
    return reverse("duties:duty-list") + (f"?{action.query}" if action.query else "")


def listing(actor: Actor, params: QueryDict) -> Table:
    """The actor's own last actions."""
    columns = [
        Column(
            key="kind",
            label=_("Thao tác"),
            main=True,
            value=lambda row: row.get_kind_display(),
            url=lambda row: reverse("duties:bulk", args=[row.pk]),
        ),
        Column(key="made_at", label=_("Lúc"), kind="datetime"),
        Column(key="state", label=_("Tình trạng"), value=lambda row: row.get_state_display()),
    ]
    text = _("Chọn các dòng trong danh sách nhiệm vụ rồi chọn việc cần làm.")
    empty = Empty(_("Chưa có thao tác nào"), text)
    rows = bulk.recent(actor)
    caption = _("Thao tác hàng loạt gần đây của tôi")
    return Table(columns=columns, rows_from=rows, params=params, caption=caption, empty=empty)


def _may_undo(action: BulkAction, counts: dict[str, int]) -> bool:
    done = action.state == BulkAction.State.DONE and counts.get(Outcome.DONE, 0) > 0
    return done and action.kind in bulk_kinds.UNDO


def _past(action: BulkAction) -> list[tuple[str, str]]:
    every = [] if action.state == BulkAction.State.DRAFT else [
        (_("Thao tác hàng loạt"), reverse("duties:bulk-list"))
    ]  # fmt: skip
    return [*every, (str(action.get_kind_display()), "")]


def _headline(action: BulkAction, counts: dict[str, int]) -> str:
    if action.state == BulkAction.State.UNDONE:
        return _("Đã hoàn tác %d việc.") % counts.get(Outcome.UNDONE, 0)
    if action.state == BulkAction.State.DONE:
        return str(VERBS[action.kind][1]) % counts.get(Outcome.DONE, 0)
    if not action.shown_at:
        return _("Đã chọn %d việc. Ghi nội dung rồi xem trước.") % counts.get(Outcome.CHOSEN, 0)
    planned, refused = counts.get(Outcome.PLANNED, 0), counts.get(Outcome.REFUSED, 0)
    said = (
        _("Sẽ thực hiện %d việc.") % planned if planned else _("Không có việc nào thực hiện được.")
    )
    return f"{said} " + (
        _("%d việc không thực hiện được.") % refused if refused and planned else ""
    )


def _note(action: BulkAction, counts: dict[str, int]) -> str:
    if action.state == BulkAction.State.UNDONE:
        stays = counts.get(Outcome.STAYS, 0)
        return _("%d việc giữ nguyên vì đã có thay đổi tiếp theo.") % stays if stays else ""
    if action.state == BulkAction.State.DONE:
        left = counts.get(Outcome.LEFT_OUT, 0)
        return _("%d việc vừa thay đổi sau khi xem trước nên bỏ qua.") % left if left else ""
    return _("Chưa có gì được thực hiện cho đến khi bạn bấm nút xác nhận.")


def _outcome(params: QueryDict, counts: dict[str, int]) -> str:
    """What the table shows: what was asked for, else the first group that has rows."""
    wanted = links.one(params, "nhom")
    if counts.get(wanted):
        return wanted
    return next((code for code in WORDS if counts.get(code)), Outcome.CHOSEN)


def _tabs(counts: dict[str, int], outcome: str, params: QueryDict) -> list[dict[str, Any]]:
    return [
        {
            "label": label,
            "count": counts[code],
            "url": links.changed(params, nhom=code.value, trang=None),
            "current": code == outcome,
        }
        for code, label in WORDS.items()
        if counts.get(code)
    ]


def _table(action: BulkAction, outcome: str, params: QueryDict, *, selectable: bool) -> Table:
    duty = "occurrence.obligation"
    columns = [
        Column(
            key=duty,
            label=_("Nhiệm vụ"),
            main=True,
            value=lambda row: short(row.occurrence.obligation.text),
            url=lambda row: reverse("duties:duty", args=[row.occurrence_id]),
        ),
        Column(key="agency", label=_("Cơ quan"), value=lambda row: row.occurrence.agency.label),
        Column(key="occurrence.period_label", label=_("Kỳ")),
        Column(key="occurrence.due_on", label=_("Hạn"), kind="date"),
    ]
    if outcome not in {Outcome.CHOSEN, Outcome.TAKEN_OUT}:
        label = _("Lý do") if outcome in {Outcome.REFUSED, Outcome.STAYS} else _("Nội dung")
        columns.append(Column(key="said", label=label))
    return Table(
        columns=columns,
        rows_from=bulk.shown(action, outcome=outcome),
        params=params,
        caption=str(WORDS[Outcome(outcome)]),
        selectable="dong" if selectable and outcome != Outcome.TAKEN_OUT else "",
    )


def _facts(action: BulkAction, details: Details) -> list[tuple[str, str]]:
    """What was asked for, as the result page repeats it."""
    if action.state == BulkAction.State.DRAFT:
        return []
    assert action.done_at is not None
    found = [(_("Thực hiện lúc"), f"{timezone.localtime(action.done_at):%H:%M %d/%m/%Y}")]
    if action.undone_at:
        found.append((_("Hoàn tác lúc"), f"{timezone.localtime(action.undone_at):%H:%M %d/%m/%Y}"))
    if said := details.reason or details.text:
        found.append((_("Lý do") if details.reason else _("Lời nhắn"), said))
    return found
