"""What the pages of editing by spreadsheet show (sửa bằng bảng tính): files, differences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lantoa.common.sheet_files import ROWS, SheetTooLarge
from lantoa.common.ui import links
from lantoa.common.ui.tables import Column, Empty, Table
from lantoa.plans.models import SheetChange
from lantoa.plans.rules import sheet_columns as tables
from lantoa.plans.rules.sheets import EMPTY
from lantoa.plans.selectors import sheets
from lantoa.plans.services import sheet_file
from lantoa.plans.web import duty_list
from lantoa.plans.web.forms.sheets import ApplyForm, UploadForm
from lantoa.plans.web.saved_filters import kept_query
from lantoa.plans.web.viewing import Viewing

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.plans.models import SheetImport

Outcome = SheetChange.Outcome
ORDER = (
    Outcome.CHANGE, Outcome.APPLIED, Outcome.CONFLICT, Outcome.UNREAD, Outcome.UNKNOWN,
    Outcome.REFUSED,
)  # fmt: skip


def landing(actor: Actor, params: QueryDict, form: UploadForm | None = None) -> dict[str, Any]:
    """Files to download for the list's filter, the form to send one back, the last ones sent."""
    query = kept_query(params)
    count = _rows(actor, params).count()
    return {
        "form": form or UploadForm(),
        "count": count,
        "too_many": count > ROWS,
        "files": [_files(kind, label, query) for kind, label in sheets.kinds_for(actor)],
        "recent": _recent(actor, params),
        "crumbs": _crumbs((_("Sửa bằng Excel"), "")),
        "list_url": reverse("duties:duty-list") + (f"?{query}" if query else ""),
    }


def file(actor: Actor, params: QueryDict, kind: str, *, as_csv: bool) -> bytes:
    """The rows that the filter matches, as the table of that kind."""
    rows = _rows(actor, params)
    if rows.count() > ROWS:
        raise SheetTooLarge(_("Có quá 5.000 dòng khớp bộ lọc. Hãy lọc hẹp hơn rồi tải lại."))
    keys = rows.order_by("obligation__position", "starts_on", "pk").values_list(
        "pk", "obligation_id"
    )
    wanted = [pk if kind == tables.PROGRESS else duty for pk, duty in keys]
    every = [sheets.key_of(kind, pk) for pk in dict.fromkeys(wanted)]
    found = sheets.current(kind, actor, every)
    ordered = {key: found[key] for key in every if key in found}
    if as_csv:
        return sheet_file.to_csv(kind, ordered)
    names = sorted(sheets.names_allowed()[1]) if kind == tables.DUTIES else []
    return sheet_file.to_xlsx(kind, ordered, names)


def one(
    actor: Actor, sheet: SheetImport, params: QueryDict, form: ApplyForm | None = None
) -> dict[str, Any]:
    """The differences of one file, cell by cell."""
    counts = sheets.counts(sheet)
    outcome = links.one(params, "nhom")
    outcome = outcome if counts.get(outcome) else next((o for o in ORDER if counts.get(o)), "")
    waiting = counts.get(Outcome.CHANGE, 0)
    again = sheets.same_file(actor, sheet.sha256, before=sheet.pk)
    return {
        "sheet": sheet,
        "title": _("Khác biệt trong tệp"),
        "headline": _headline(sheet, counts),
        "again": f"{timezone.localtime(again.made_at):%H:%M %d/%m/%Y}" if again else "",
        "tabs": _tabs(counts, outcome, params),
        "table": _table(sheet, outcome, params),
        "form": (form or form_for(sheet)) if waiting and outcome == Outcome.CHANGE else None,
        "crumbs": _crumbs((_("Sửa bằng Excel"), reverse("duties:sheets")), (sheet.file_name, "")),
    }


def form_for(sheet: SheetImport, data: Any = None) -> ApplyForm:
    return ApplyForm(data, columns=sheets.waiting_columns(sheet))


def _rows(actor: Actor, params: QueryDict) -> Any:
    viewing = Viewing(timezone.localdate(), chosen=False)
    return duty_list.found(actor, viewing, params)


def _files(kind: str, label: str, query: str) -> dict[str, str]:
    url = f"{reverse('duties:sheet-file')}?bang={kind}" + (f"&{query}" if query else "")
    return {"label": label, "xlsx": f"{url}&dang=xlsx", "csv": f"{url}&dang=csv"}


def _recent(actor: Actor, params: QueryDict) -> Table:
    columns = [
        Column(
            key="file_name", label=_("Tệp"), main=True,
            url=lambda row: reverse("duties:sheet", args=[row.pk]),
        ),
        Column(key="kind", label=_("Bảng"), value=lambda row: row.get_kind_display()),
        Column(key="rows", label=_("Số dòng"), kind="number"),
        Column(key="made_at", label=_("Nạp lúc"), kind="datetime"),
    ]  # fmt: skip
    empty = Empty(_("Chưa nạp tệp nào"))
    rows = sheets.recent(actor)
    caption = _("Tệp tôi đã nạp")
    return Table(columns=columns, rows_from=rows, params=params, caption=caption, empty=empty)


def _crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Danh sách nhiệm vụ"), reverse("duties:duty-list")), *more]


def _headline(sheet: SheetImport, counts: dict[str, int]) -> str:
    waiting, applied = counts.get(Outcome.CHANGE, 0), counts.get(Outcome.APPLIED, 0)
    said = []
    if applied:
        said.append(_("Đã áp dụng %d ô.") % applied)
    if waiting:
        said.append(
            ngettext("%d ô khác với hiện nay.", "%d ô khác với hiện nay.", waiting) % waiting
        )
    if not counts:
        said.append(_("Tệp có %d dòng, không có ô nào khác với hiện nay.") % sheet.rows)
    elif not said:
        said.append(_("Không có ô nào áp dụng được."))
    return " ".join(said)


def _tabs(counts: dict[str, int], outcome: str, params: QueryDict) -> list[dict[str, Any]]:
    return [
        {
            "label": code.label,
            "count": counts[code],
            "url": links.changed(params, nhom=code.value, trang=None),
            "current": code == outcome,
        }
        for code in ORDER
        if counts.get(code)
    ]


def _place(row: SheetChange) -> str:
    return f"{row.key} · ô {row.address}"


def _table(sheet: SheetImport, outcome: str, params: QueryDict) -> Table:
    labels = sheets.labels_of(sheet.kind)
    columns = [
        Column(key="key", label=_("Dòng"), main=True, value=_place),
        Column(key="column", label=_("Cột"), value=lambda row: labels.get(row.column, "")),
    ]  # fmt: skip
    if outcome not in {Outcome.UNREAD, Outcome.UNKNOWN}:
        columns.append(Column(key="old", label=_("Hiện nay"), value=lambda row: row.old or EMPTY))
    if outcome != Outcome.UNKNOWN:
        columns.append(Column(key="new", label=_("Trong tệp"), value=lambda row: row.new or EMPTY))
    if outcome != Outcome.CHANGE:
        columns.append(Column(key="said", label=_("Ghi chú")))
    return Table(
        columns=columns,
        rows_from=sheets.changes(sheet, outcome),
        params=params,
        per_page=100,
        caption=str(Outcome(outcome).label) if outcome else _("Khác biệt"),
        empty=Empty(_("Không có khác biệt nào"), _("Tệp giống hệt dữ liệu hiện nay.")),
        selectable="o" if outcome == Outcome.CHANGE else "",
    )
