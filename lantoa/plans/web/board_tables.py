"""The tables of the board (các bảng của bảng theo dõi): agencies, activities, whole, months."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from lantoa.common.ui.tables import Column, Empty, Table
from lantoa.plans.rules.states import DONE, LABELS
from lantoa.plans.rules.titles import short
from lantoa.plans.selectors import handovers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lantoa.plans.selectors.board import ActivityRow, AgencyRow
    from lantoa.plans.web.board_page import BoardPage
    from lantoa.plans.web.viewing import Viewing


def of_agencies(page: BoardPage) -> Table:
    inherited = handovers.inherited(page.plan, dated_only=page.dated_only)
    return Table(
        columns=[*_agency_columns(page), *([_inherited(page, inherited)] if inherited else [])],
        rows_from=page.board.agencies,
        params=page.params,
        caption=_("Các cơ quan, đơn vị"),
        note=_("Cơ quan có nhiều việc quá hạn đứng trước; bấm tiêu đề cột để xếp lại."),
        per_page=25,
        empty=Empty(_("Chưa có cơ quan nào được giao việc có hạn")),
    )


def of_activities(page: BoardPage, rows: list[ActivityRow]) -> Table:
    return activity_table(page.viewing, rows, page.params)


def activity_table(viewing: Viewing, rows: list[ActivityRow], params: Mapping[str, Any]) -> Table:
    """Focus activities with their leads, days and standing."""
    return Table(
        columns=_activity_columns(viewing),
        rows_from=rows,
        params=params,
        caption=_("Hoạt động trọng điểm"),
        per_page=60,
        prefix="hd-",
    )


def of_the_whole(page: BoardPage) -> Table:
    """The first sheet of the export: every standing with its number."""
    rows = [
        {"label": label, "count": page.board.whole.counts[code]} for code, label in LABELS.items()
    ]
    columns = [
        Column(key="label", label=_("Trạng thái"), main=True),
        Column(key="count", label=_("Số việc"), kind="number"),
    ]
    caption = _("Tổng hợp %(day)s") % {"day": f"{page.viewing.day:%d-%m-%Y}"}
    return Table(columns=columns, rows_from=rows, params={}, caption=caption)


def of_months(page: BoardPage) -> Table:
    columns = [
        Column(key="name", label=_("Tháng"), main=True),
        *(
            Column(key=code, label=label, kind="number", value=_counted(code))
            for code, label in LABELS.items()
        ),
    ]
    return Table(columns=columns, rows_from=page.months, params={}, caption=_("Theo tháng"))


def _counted(code: str) -> Any:
    return lambda month: month["counts"][code]


def _agency_columns(page: BoardPage) -> list[Column]:
    number = partial(_number, page)
    return [
        Column(
            key="ten",
            label=_("Cơ quan, đơn vị"),
            main=True,
            sort=True,
            value=lambda row: row.label,
            url=lambda row: page.rows_url(co_quan=row.agency_id),
        ),
        number("qua-han", _("Quá hạn"), _standing("overdue"), "overdue"),
        number("tra-lai", _("Trả lại"), _standing("returned"), "returned", minor=True),
        number("sap-den-han", _("Sắp đến hạn"), _standing("due_soon"), "due_soon"),
        number("cho-duyet", _("Chờ duyệt"), _standing("submitted"), "submitted"),
        number("xong", _("Hoàn thành"), lambda row: row.progress.done, "da-xong"),
        number("tong", _("Tổng số"), lambda row: row.progress.total, ""),
        Column(
            key="dung-han",
            label=_("Đúng hạn (%)"),
            kind="number",
            sort=True,
            value=lambda row: row.progress.on_time_percent,
        ),
        Column(
            key="tien-do",
            label=_("Tiến độ"),
            kind="bar",
            sort=True,
            value=lambda row: row.progress.percent,
            minor=True,
        ),
    ]


def _number(page: BoardPage, key: str, label: str, count: Any, query: str, **more: Any) -> Column:
    """A count that opens to its rows; nothing to open where it is 0."""

    def url(row: AgencyRow) -> str:
        asked = {"trang_thai": query} if query else {}
        return page.rows_url(co_quan=row.agency_id, **asked) if count(row) else ""

    return Column(key=key, label=label, kind="number", value=count, sort=True, url=url, **more)


def _inherited(page: BoardPage, counts: dict[int, int]) -> Column:
    """How much of a successor's work came from agencies that ended (nhận bàn giao)."""

    def url(row: AgencyRow) -> str:
        opened = page.rows_url(co_quan=row.agency_id, ban_giao="1")
        return opened if counts.get(row.agency_id) else ""

    return Column(
        key="ban-giao",
        label=_("Nhận bàn giao"),
        kind="number",
        value=lambda row: counts.get(row.agency_id, 0),
        sort=True,
        url=url,
    )


def _standing(code: str) -> Any:
    return lambda row: row.progress.counts[code]


def _activity_columns(viewing: Viewing) -> list[Column]:
    return [
        Column(
            key="ten",
            label=_("Hoạt động"),
            main=True,
            value=lambda row: short(row.obligation.text),
            url=lambda row: viewing.url("duties:obligation", row.obligation.pk),
            export=lambda row: row.obligation.text,
        ),
        Column(key="leads", label=_("Chủ trì"), value=lambda row: row.leads),
        Column(key="han", label=_("Thời hạn"), value=_when, sort=True, export=_when),
        Column(key="xong", label=_("Hoàn thành"), value=_share),
        Column(key="standing", label=_("Trạng thái"), kind="state"),
    ]


def _when(row: ActivityRow) -> str:
    return row.obligation.due_text or (f"{row.due_on:%d/%m/%Y}" if row.due_on else "")


def _share(row: ActivityRow) -> str:
    done = sum(row.progress.counts[code] for code in DONE)
    return f"{done}/{row.progress.total}"
