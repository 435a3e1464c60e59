"""Tables of the public pages (bảng công khai): agencies of a plan, agencies of a duty."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.common.ui.tables import Column, Empty, Table
from lantoa.plans.rules.titles import short

if TYPE_CHECKING:
    from lantoa.plans.models import Obligation, Plan
    from lantoa.plans.rules.weighing import Computation, Weighed
    from lantoa.plans.selectors.board import AgencyRow
    from lantoa.portal.selectors.one_duty import AgencyPart

PER_PAGE = 15


def _share(row: Any) -> str:
    return f"{row.progress.done}/{row.progress.total}"


def _overdue() -> Column:
    return Column(
        key="overdue",
        label=_("Quá hạn"),
        kind="number",
        sort=True,
        value=lambda row: row.progress.overdue,
    )


def of_agencies(plan: Plan, rows: Sequence[AgencyRow], params: Mapping[str, Any]) -> Table:
    """Every agency with its share done, the most overdue first unless sorted otherwise."""
    return Table(
        columns=[
            Column(
                key="name",
                label=_("Cơ quan, đơn vị"),
                main=True,
                sort=True,
                url=lambda row: reverse("portal:agency", args=[plan.slug, row.agency_id]),
            ),
            Column(
                key="percent",
                label=_("Tiến độ"),
                kind="bar",
                sort=True,
                value=lambda row: row.progress.percent,
            ),
            Column(key="done", label=_("Đã xong/phải làm"), value=_share),
            Column(
                key="late",
                label=_("Trễ hạn"),
                kind="number",
                sort=True,
                minor=True,
                value=lambda row: row.progress.counts["done_late"],
            ),
            _overdue(),
        ],
        rows_from=rows,
        params=params,
        caption=_("Kết quả của từng cơ quan, đơn vị"),
        empty=Empty(_("Kế hoạch chưa có việc nào có ngày hạn")),
        per_page=PER_PAGE,
    )


def of_duty(plan: Plan, rows: Sequence[AgencyPart], params: Mapping[str, Any]) -> Table:
    """How each agency stands with one duty."""
    return Table(
        columns=[
            Column(
                key="name",
                label=_("Cơ quan, đơn vị"),
                main=True,
                sort=True,
                url=lambda row: reverse("portal:agency", args=[plan.slug, row.agency_id]),
            ),
            Column(key="headline", label=_("Trạng thái"), kind="state"),
            Column(key="done", label=_("Đã xong/phải làm"), value=_share),
            Column(
                key="overdue",
                label=_("Quá hạn"),
                kind="number",
                sort=True,
                value=lambda row: row.progress.overdue,
            ),
        ],
        rows_from=rows,
        params=params,
        sort="name",
        caption=_("Kết quả của từng cơ quan, đơn vị"),
        empty=Empty(_("Chưa có cơ quan nào được giao")),
        per_page=PER_PAGE,
    )


def of_weights(
    computed: Computation,
    duties: Mapping[int, Obligation],
    url: Callable[[Weighed], str],
    params: Mapping[str, Any],
) -> Table:
    """Each duty's leaves, its weight and what both make; the foot holds the sums."""
    return Table(
        columns=[
            Column(key="code", label=_("Ký hiệu"), value=lambda row: duties[row.key].code),
            Column(
                key="text",
                label=_("Nhiệm vụ"),
                main=True,
                value=lambda row: short(duties[row.key].text, 90),
                url=url,
                export=lambda row: duties[row.key].text,
            ),
            Column(key="weight", label=_("Trọng số"), kind="number", sort=True, value=_weight),
            _sum("done", _("Đã chấp nhận"), lambda row: row.done),
            _sum("total", _("Được giao"), lambda row: row.total),
            _sum("earned", _("Trọng số × chấp nhận"), lambda row: plain_number(row.earned)),
            _sum("possible", _("Trọng số × giao"), lambda row: plain_number(row.possible)),
        ],
        rows_from=list(computed.duties),
        params=params,
        caption=_("Từng nhiệm vụ có ngày hạn"),
        per_page=1000,
        empty=Empty(_("Chưa có nhiệm vụ nào có ngày hạn")),
    )


def _sum(key: str, label: Any, value: Callable[[Weighed], Any]) -> Column:
    return Column(key=key, label=label, kind="number", value=value, total=True)


def _weight(row: Weighed) -> float:
    return plain_number(row.weight)


def plain_number(value: Any) -> float:
    """Whole where it is whole: weights carry two places only where they need them."""
    return int(value) if value == int(value) else float(value)
