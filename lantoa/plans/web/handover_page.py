"""What the pages of a reorganisation show (sắp xếp): who goes where, and what moves with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.common import access
from lantoa.common.ui import links
from lantoa.common.ui.tables import Column, Empty, Table
from lantoa.organisations.selectors import reorganisations
from lantoa.plans.models import Handover, HandoverItem, HandoverLine
from lantoa.plans.selectors import handovers
from lantoa.plans.services import handover as handing
from lantoa.plans.services.handover import Entry
from lantoa.plans.web.forms.handovers import AgenciesForm

if TYPE_CHECKING:
    from django.http import HttpRequest

TONES = {"draft": "info", "confirmed": "success", "dropped": "no_information"}
SHORT = {
    "occurrence": gettext_lazy("Việc"),
    "evidence": gettext_lazy("Minh chứng"),
    "assignment": gettext_lazy("Phân công"),
    "draft_row": gettext_lazy("Dự thảo"),
    "person": gettext_lazy("Cán bộ"),
    "plan": gettext_lazy("Kế hoạch"),
    "history": gettext_lazy("Lịch sử"),
}
"""Heads of the counts; kinds of which nothing moves have no column."""


def listing(request: HttpRequest) -> dict[str, Any]:
    actor = request.actor  # type: ignore[attr-defined]
    rows = list(handovers.listed(actor))
    taken = {row.reorganisation_id for row in rows}
    waiting = [event for event in reorganisations.recorded() if event.pk not in taken]
    return {
        "table": _list_table(rows, request.GET),
        "waiting": _events_table(waiting, request.GET),
        "may_change": access.can(actor, "organisations.reorganise"),
        "crumbs": crumbs(),
    }


def crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    own = (_("Sắp xếp, bàn giao"), reverse("handovers:list") if more else "")
    return [(_("Cơ quan"), reverse("organisations:agency-list")), own, *more]


def one(
    request: HttpRequest, handover: Handover, form: AgenciesForm | None = None
) -> dict[str, Any]:
    actor = request.actor  # type: ignore[attr-defined]
    draft = handover.state == Handover.State.DRAFT
    may = access.can(actor, "organisations.reorganise")
    lines = handovers.lines_of(handover)
    entries = entries_of(handover)
    words = links.one(request.GET, "tim")
    editable = draft and may and handover.reorganisation_id is None
    return {
        "handover": handover,
        "tone": TONES[handover.state],
        "draft": draft,
        "may_change": may,
        "may_confirm": may and draft and bool(lines),
        "too_early": handover.effective_on > timezone.localdate(),
        "tiles": _tiles(handover, entries),
        "table": _agencies_table(handover, lines, entries, request.GET, editable=editable),
        "duties": _choices(handover, lines, entries) if draft and may else [],
        "form": (form or AgenciesForm(handover=handover, words=words)) if editable else None,
        "words": words,
        "facts": _facts(handover),
        "crumbs": crumbs((handover.name, "")),
    }


def entries_of(handover: Handover) -> list[Entry]:
    """What will move, or what moved once it was confirmed."""
    if handover.state != Handover.State.CONFIRMED:
        return handing.preview(handover).entries
    return [
        Entry(
            item.kind,
            item.outcome,
            item.predecessor_id,
            str(item.successor_id) if item.successor_id else None,
            item.about_id,
            item.label,
            item.into_id,
        )
        for item in handover.items.all()
    ]


def rows(request: HttpRequest, handover: Handover) -> dict[str, Any]:
    """The things behind one number: of one old agency (`co-quan`) and one kind (`loai`)."""
    old, kind = links.one(request.GET, "co-quan"), links.one(request.GET, "loai")
    lines = handovers.lines_of(handover)
    shown = [
        entry
        for entry in entries_of(handover)
        if (not old or str(entry.old) == old) and (not kind or entry.kind == kind)
    ]
    label = dict(HandoverItem.Kind.choices).get(kind, _("Tất cả"))
    table = _rows_table(shown, lines, str(label), request.GET)
    trail = (handover.name, reverse("handovers:one", args=[handover.pk]))
    names = {str(line.predecessor_id): line.predecessor.name for line in lines}
    return {
        "table": table,
        "title": label,
        "summary": names.get(old, handover.name),
        "crumbs": crumbs(trail, (str(label), "")),
    }


def _tiles(handover: Handover, entries: list[Entry]) -> list[dict[str, Any]]:
    return [
        {
            "label": label,
            "value": count,
            "url": _rows_url(handover, loai=kind) if count else "",
        }
        for kind, label in HandoverItem.Kind.choices
        for count in [sum(entry.kind == kind for entry in entries)]
    ]


def _rows_url(handover: Handover, **query: Any) -> str:
    asked = {name.replace("_", "-"): value for name, value in query.items()}
    return reverse("handovers:rows", args=[handover.pk]) + links.changed({}, **asked)


def _agencies_table(
    handover: Handover,
    lines: list[HandoverLine],
    entries: list[Entry],
    params: Mapping[str, Any],
    *,
    editable: bool,
) -> Table:
    heirs: dict[int, list[str]] = defaultdict(list)
    names = {line.predecessor_id: line.predecessor.name for line in lines}
    for line in lines:
        heirs[line.predecessor_id] += [_heir(line)] if _heir(line) else []
    counts: dict[tuple[int, str], int] = defaultdict(int)
    for entry in entries:
        counts[entry.old, entry.kind] += 1
    shown = [
        {
            "pk": old,
            "old": name,
            "new": "; ".join(heirs[old]) or _("Kết thúc hoạt động"),
            "handover": handover.pk,
            **{kind: counts[old, kind] for kind in HandoverItem.Kind.values},
        }
        for old, name in names.items()
    ]
    moving = [kind for kind in SHORT if any(row[kind] for row in shown)]
    columns = [
        Column(key="old", label=_("Cơ quan cũ"), main=True, sort=True),
        Column(key="new", label=_("Cơ quan mới"), sort=True),
        *(_count_column(handover, kind, str(SHORT[kind])) for kind in moving),
    ]
    if editable:
        columns.append(Column(key="x", label=_("Bỏ"), template="plans/_handover_remove.html"))
    empty = Empty(_("Chưa chọn cơ quan nào"), _("Chọn cơ quan cũ và cơ quan kế thừa bên dưới."))
    return Table(
        columns=columns, rows_from=shown, params=params, caption=_("Cơ quan cũ → cơ quan mới"),
        per_page=20, empty=empty,
    )  # fmt: skip


def _count_column(handover: Handover, kind: str, label: str) -> Column:
    def url(row: dict[str, Any]) -> str:
        return _rows_url(handover, co_quan=row["pk"], loai=kind) if row[kind] else ""

    return Column(key=kind, label=label, kind="number", url=url, total=True)


def _heir(line: HandoverLine) -> str:
    if line.successor is not None:
        return line.successor.name
    return _("%(name)s (lập mới)") % {"name": line.new_name} if line.new_name else ""


def _choices(
    handover: Handover, lines: list[HandoverLine], entries: list[Entry]
) -> list[dict[str, Any]]:
    """The duties of each agency that several take over, with who gets each."""
    by_old: dict[int, list[HandoverLine]] = defaultdict(list)
    for line in lines:
        by_old[line.predecessor_id].append(line)
    several = {old: many for old, many in by_old.items() if len(many) > 1}
    if not several:
        return []
    chosen = handovers.choices_of(handover)
    duties = handovers.duties_of(entries, several)
    names = handovers.named(duty for _old, duty in duties)
    return [
        {
            "name": f"viec-{old}-{duty}",
            "label": f"{several[old][0].predecessor.label}: {names[duty]}",
            "options": [
                (line.pk, _heir(line), line == (chosen.get((old, duty)) or several[old][0]))
                for line in several[old]
            ],
        }
        for old, duty in duties
    ]


def _facts(handover: Handover) -> list[tuple[str, str]]:
    said = [
        (_("Hình thức"), handover.get_kind_display()),
        (_("Có hiệu lực từ"), f"{handover.effective_on:%d/%m/%Y}"),
        (_("Căn cứ"), handover.legal_basis),
    ]
    if handover.confirmed_at:
        when = timezone.localtime(handover.confirmed_at).strftime("%H:%M %d/%m/%Y")
        said.append((_("Xác nhận"), f"{handover.confirmed_by or _('Hệ thống')}, {when}"))
    return said


def _rows_table(
    shown: list[Entry], lines: list[HandoverLine], caption: str, params: Mapping[str, Any]
) -> Table:
    heirs = {handing.key_of(line): _heir(line) for line in lines}
    outcomes = dict(HandoverItem.Outcome.choices)
    work = {HandoverItem.Kind.OCCURRENCE, HandoverItem.Kind.HISTORY}
    old = {line.predecessor_id: line.predecessor.name for line in lines}

    def url(row: Entry) -> str:
        return reverse("duties:duty", args=[row.about]) if row.kind in work else ""

    columns = [
        Column(key="label", label=_("Nội dung"), main=True, url=url),
        Column(key="old", label=_("Cơ quan cũ"), value=lambda row: old.get(row.old, "")),
        Column(key="outcome", label=_("Kết quả"), value=lambda row: str(outcomes[row.outcome])),
        Column(
            key="target", label=_("Cơ quan nhận"), value=lambda row: heirs.get(row.target) or "–"
        ),
    ]
    empty = Empty(_("Không có gì ở mục này"))
    return Table(columns=columns, rows_from=shown, params=params, caption=caption, empty=empty)


def _list_table(rows: list[Handover], params: Mapping[str, Any]) -> Table:
    columns = [
        Column(
            key="name",
            label=_("Đợt sắp xếp"),
            main=True,
            url=lambda row: reverse("handovers:one", args=[row.pk]),
        ),
        Column(key="effective_on", label=_("Hiệu lực"), kind="date"),
        Column(key="kind", label=_("Hình thức"), value=Handover.get_kind_display),
        Column(key="ended", label=_("Cơ quan cũ"), kind="number"),
        Column(key="state", label=_("Bước"), value=Handover.get_state_display),
    ]
    empty = Empty(
        _("Chưa chuẩn bị đợt sắp xếp nào"),
        _("Chuẩn bị trước, xem trước việc gì chuyển đi đâu, rồi mới xác nhận."),
    )
    caption = _("Đợt sắp xếp đã chuẩn bị")
    return Table(columns=columns, rows_from=rows, params=params, caption=caption, empty=empty)


def _events_table(rows: list[Any], params: Mapping[str, Any]) -> Table:
    columns = [
        Column(
            key="name",
            label=_("Đợt sắp xếp"),
            main=True,
            url=lambda row: reverse("organisations:reorganisation", args=[row.pk]),
        ),
        Column(key="effective_on", label=_("Hiệu lực"), kind="date"),
        Column(key="ended", label=_("Cơ quan cũ"), kind="number"),
        Column(key="x", label=_("Bàn giao việc"), template="plans/_handover_event.html"),
    ]
    caption = _("Đã ghi nhận, chưa bàn giao việc")
    return Table(columns=columns, rows_from=rows, params=params, caption=caption, prefix="gn-")
