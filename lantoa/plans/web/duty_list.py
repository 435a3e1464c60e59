"""The list of duties that every number opens to (danh sách nhiệm vụ): filters and table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.common import access
from lantoa.common.rules.periods import UnknownPeriod, parse_period
from lantoa.common.rules.vietnamese import search_key
from lantoa.common.ui.filters import Filter, Filters
from lantoa.common.ui.tables import Column, Empty, Table
from lantoa.plans.models.draft_item import Nature
from lantoa.plans.rules.coverage import AUDIENCE, CHANNEL, TOPIC, UNSTATED
from lantoa.plans.rules.states import DONE, LABELS, NEEDS_WORK
from lantoa.plans.rules.titles import short
from lantoa.plans.rules.topics import TOPICS
from lantoa.plans.rules.words import AUDIENCES, CHANNELS
from lantoa.plans.selectors import coverage, obligations, occurrences, plans
from lantoa.plans.selectors.standings import sortable
from lantoa.plans.web import duty_rows

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.plans.models import Occurrence
    from lantoa.plans.web.viewing import Viewing

GROUPS = {"can-lam": NEEDS_WORK, "da-xong": DONE}
_GROUP_LABELS = (
    ("can-lam", gettext_lazy("Cần làm ngay")),
    ("da-xong", gettext_lazy("Đã hoàn thành")),
)


def rows_for(actor: Actor, viewing: Viewing, params: Mapping[str, Any]) -> QuerySet[Occurrence]:
    """The rows before filtering: plans that are running, unless a plan is asked for."""
    rows: QuerySet[Any] = sortable(occurrences.listed(actor, today=viewing.day))
    rows = rows.order_by("urgency", "due_order", "pk")
    return rows if params.get("ke-hoach") else rows.filter(obligation__plan__state="active")


def filters_for(actor: Actor, rows: QuerySet[Any], params: Mapping[str, Any]) -> Filters:
    known = list(plans.in_force_for(actor))
    spread = cache(partial(occurrences.spread, rows))
    every = [
        Filter(name="trang-thai", label=_("Trạng thái"), choices=_standings, apply=_standing),
        Filter(name="thang", label=_("Tháng đến hạn"), choices=_months(spread), apply=_month),
        Filter(name="loai", label=_("Loại"), choices=Nature.choices, lookup="obligation__nature"),
        Filter(name="han", label=_("Thời hạn"), choices=_dated_choices(), apply=_dated),
        Filter(name="ban-giao", label=_("Nhận bàn giao"), kind="flag", apply=_inherited),
        Filter(name="ma", label=_("Ký hiệu"), kind="text", lookup="obligation__code__iexact"),
        Filter(name="ngay-han", label=_("Đúng ngày hạn"), kind="date", lookup="due_on"),
        *_reached(actor),
    ]
    if access.can(actor, "plans.oversee"):
        every.insert(2, _agency_filter(spread))
    if len(known) > 1 or params.get("ke-hoach"):
        titles = [(plan.pk, short(plan.title, 60)) for plan in known]
        every.insert(1, _plan_filter(titles))
    return Filters(*every, params=params)


def _reached(actor: Actor) -> list[Filter]:
    """What the document says of a duty's topic, audience and channel, as coverage counts them."""
    unstated = (UNSTATED, _("Chưa nêu"))
    return [
        Filter(
            name=name,
            label=label,
            choices=[*words.items(), unstated],
            apply=partial(_with, actor, axis),
        )
        for name, label, words, axis in (
            ("chu-de", _("Nội dung"), TOPICS, TOPIC),
            ("doi-tuong", _("Đối tượng"), AUDIENCES, AUDIENCE),
            ("kenh", _("Kênh"), CHANNELS, CHANNEL),
        )
    ]


def _with(actor: Actor, axis: str, rows: QuerySet[Any], value: str) -> QuerySet[Any]:
    known = plans.in_force_for(actor).values_list("pk", flat=True)
    found = coverage.duties_with(known, axis=axis, value=value)
    return rows.filter(obligation_id__in=found)


def found(actor: Actor, viewing: Viewing, params: Mapping[str, Any]) -> QuerySet[Any]:
    """The rows that the address asks for: filtered, searched and in the list's order."""
    rows = rows_for(actor, viewing, params)
    filters = filters_for(actor, rows, params)
    return search(filters.apply(rows), actor, str(params.get("tim", "")))


def table_of(
    rows: QuerySet[Any], viewing: Viewing, params: Mapping[str, Any], *, selectable: str = ""
) -> Table:
    return Table(
        columns=_columns(viewing),
        rows_from=rows,
        params=params,
        caption=_("Nhiệm vụ theo cơ quan và kỳ"),
        note=_("Việc gấp đứng trước."),
        empty=Empty(_("Không có nhiệm vụ nào khớp"), _("Bỏ bớt điều kiện lọc để xem nhiều hơn.")),
        selectable=selectable,
    )


def export_table(rows: QuerySet[Any], viewing: Viewing, params: Mapping[str, Any]) -> Table:
    """The same rows with everything a spreadsheet has room for."""
    first, *rest = _columns(viewing)
    whole = Column(key="text", label=first.label, main=True, value=lambda r: r.obligation.text)
    columns = [
        Column(key="obligation.code", label=_("Ký hiệu")),
        whole,
        *rest,
        Column(key="nature", label=_("Loại"), value=lambda r: r.obligation.get_nature_display()),
        Column(key="submitted_at", label=_("Lúc gửi"), kind="datetime"),
        Column(key="done_on", label=_("Ngày thực hiện"), kind="date"),
        Column(key="return_reason", label=_("Lý do trả lại")),
    ]
    caption = _("Nhiệm vụ tại ngày %(day)s") % {"day": f"{viewing.day:%d-%m-%Y}"}
    return Table(columns=columns, rows_from=rows, params=params, caption=caption)


def _columns(viewing: Viewing) -> list[Column]:
    return [
        Column(
            key="ten",
            label=_("Nhiệm vụ"),
            main=True,
            value=lambda row: short(row.obligation.text),
            url=lambda row: viewing.url("duties:duty", row.pk),
        ),
        Column(key="co-quan", label=_("Cơ quan"), value=_agency, sort="agency__name"),
        Column(key="ky", label=_("Kỳ"), value=lambda row: row.period_label, sort="starts_on"),
        Column(
            key="han",
            label=_("Hạn"),
            kind="due",
            value=lambda row: duty_rows.due(row, today=viewing.day),
            sort="due_order",
        ),
        Column(
            key="trang-thai",
            label=_("Trạng thái"),
            kind="state",
            value=lambda row: row.standing,
            sort="urgency",
        ),
    ]


def _agency(row: Occurrence) -> str:
    return duty_rows.agency_of(row)


def _inherited(rows: QuerySet[Any], value: Any) -> QuerySet[Any]:
    return rows.filter(inherited_from__isnull=False)


def _agency_filter(spread: Callable[[], Any]) -> Filter:
    return Filter(
        name="co-quan", label=_("Cơ quan"), choices=lambda: spread()[0], lookup="agency_id"
    )


def _plan_filter(titles: list[tuple[int, str]]) -> Filter:
    return Filter(
        name="ke-hoach", label=_("Kế hoạch"), choices=titles, lookup="obligation__plan_id"
    )


def search(rows: QuerySet[Any], actor: Actor, words: str) -> QuerySet[Any]:
    """Rows whose duty or agency has the words, accents or not."""
    if not words.strip():
        return rows
    known = plans.in_force_for(actor).values_list("pk", flat=True)
    duties = obligations.matching(words, within=known)
    agency = Q(agency__folded_name__contains=search_key(words))
    return rows.filter(Q(obligation_id__in=duties) | agency)


def _standings() -> list[tuple[str, Any]]:
    return [*_GROUP_LABELS, *LABELS.items()]


def _standing(rows: QuerySet[Any], value: str) -> QuerySet[Any]:
    return rows.filter(standing__in=GROUPS.get(value, {value}))


def _months(spread: Callable[[], Any]) -> Any:
    return lambda: [(month.key, month.label) for month in spread()[1]]


def _month(rows: QuerySet[Any], key: str) -> QuerySet[Any]:
    try:
        month = parse_period(key)
    except UnknownPeriod:
        return rows
    return rows.filter(due_on__range=(month.start, month.end))


def _dated_choices() -> list[tuple[str, str]]:
    return [("co", _("Có ngày hạn")), ("khong", _("Không có ngày hạn"))]


def _dated(rows: QuerySet[Any], value: str) -> QuerySet[Any]:
    return rows.filter(due_on__isnull=value == "khong")
