"""The directory of agencies (danh bạ cơ quan) as a filtered table, and the facts of one agency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from lantoa.common.ui import links
from lantoa.common.ui.filters import Filter, Filters
from lantoa.common.ui.tables import Column, Empty, Table
from lantoa.organisations.models import Agency
from lantoa.organisations.selectors import agencies, reorganisations

if TYPE_CHECKING:
    from lantoa.common.access import Actor


@dataclass(frozen=True, slots=True)
class DirectoryPage:
    """`days` are tabs: today, and the last day before each reorganisation."""

    on: date
    words: str
    filters: Filters
    table: Table
    days: list[dict[str, Any]]

    @property
    def kept(self) -> list[tuple[str, str]]:
        """The other filters, which searching by name must not lose."""
        return [
            (key, value)
            for key, values in self.filters.params.lists()
            for value in values
            if value and key in {"ngay", "loai", "cap", "sap"}
        ]


def page(actor: Actor, params: Mapping[str, Any], *, today: date) -> DirectoryPage:
    """The agencies in force on the day asked for (`?ngay=`), else today."""
    filters = Filters(
        Filter(name="ngay", label=_("Tại ngày"), kind="date", apply=lambda rows, day: rows),
        Filter(name="loai", label=_("Loại"), lookup="kind", choices=Agency.Kind.choices),
        Filter(name="cap", label=_("Cấp"), lookup="level", choices=Agency.Level.choices),
        params=params,
    )
    on = filters.values.get("ngay") or today
    rows = agencies.visible_to(actor) & agencies.as_of(on)
    words = links.one(params, "tim")
    table = _table(filters.apply(agencies.matching(rows, words)), params, on)
    return DirectoryPage(on, words, filters, table, _days(params, on, today))


def day(params: Mapping[str, Any], agency: Agency, *, today: date) -> date:
    """The day asked for; else today, or the agency's last day if it is gone."""
    asked = Filters(Filter(name="ngay", label="", kind="date"), params=params).values.get("ngay")
    if asked is not None:
        return date.fromisoformat(str(asked))
    return min(today, agency.last_day) if agency.last_day else today


def validity(agency: Agency) -> str:
    """As people say it: "từ 25/10/2010 đến hết 30/06/2025"."""
    start = agency.valid_from.strftime("%d/%m/%Y")
    if agency.last_day is None:
        return _("từ %(start)s đến nay") % {"start": start}
    end = agency.last_day.strftime("%d/%m/%Y")
    return _("từ %(start)s đến hết %(end)s") % {"start": start, "end": end}


def facts(agency: Agency) -> list[tuple[str, str]]:
    """What the page of an agency lists about it; lines without a value are left out."""
    said = [
        (_("Tên gọi tắt"), agency.short_name),
        (_("Tên gọi khác"), ", ".join(alias.name for alias in agency.aliases.all())),
        (_("Loại"), agency.get_kind_display()),
        (_("Cấp"), agency.get_level_display()),
        (_("Địa bàn"), agency.place),
        (_("Cấp trên trực tiếp"), _link(agency.parent) if agency.parent else ""),
        (_("Hoạt động"), validity(agency)),
        (_("Địa chỉ"), agency.address),
        (_("Điện thoại"), agency.phone),
        (_("Thư điện tử"), agency.email),
        (_("Trang thông tin"), agency.website),
        (_("Mã"), agency.code),
        (_("Ghi chú"), agency.note),
    ]
    if not agency.directed:
        said.append((_("Quan hệ"), _("Ngoài hệ thống hành chính: chỉ đề nghị, không giao việc")))
    return [(term, text) for term, text in said if text]


def summary(agency: Agency) -> str:
    """One line under the heading: what it is, where, since when."""
    parts = [agency.get_kind_display(), agency.place, validity(agency)]
    return " · ".join(part for part in parts if part)


def people_title(on: date) -> str:
    return _("Chức danh và người giữ tại ngày %(day)s") % {"day": on.strftime("%d/%m/%Y")}


def crumbs(*here: str) -> list[tuple[str, str]]:
    return [(_("Cơ quan"), reverse("organisations:agency-list")), *((one, "") for one in here)]


def _days(params: Mapping[str, Any], on: date, today: date) -> list[dict[str, Any]]:
    before = [day - timedelta(days=1) for day in reorganisations.recent_days(upto=today)]
    tabs: list[tuple[date | None, date, str]] = [(None, today, _("Hôm nay"))]
    tabs += [(day, day, _("Đến %(day)s") % {"day": day.strftime("%d/%m/%Y")}) for day in before]
    return [
        {
            "label": label,
            "url": links.changed(params, ngay=asked and asked.isoformat(), trang=None),
            "current": day == on,
        }
        for asked, day, label in tabs
    ]


def _link(agency: Agency) -> str:
    address = reverse("organisations:agency", args=[agency.pk])
    return format_html('<a href="{}">{}</a>', address, agency.label)


def _table(rows: Any, params: Mapping[str, Any], on: date) -> Table:
    def address(agency: Agency) -> str:
        return reverse("organisations:agency", args=[agency.pk]) + f"?ngay={on.isoformat()}"

    return Table(
        columns=[
            Column(key="name", label=_("Cơ quan"), main=True, sort="folded_name", url=address),
            Column(key="get_kind_display", label=_("Loại"), value=Agency.get_kind_display),
            Column(key="get_level_display", label=_("Cấp"), value=Agency.get_level_display),
            Column(key="place", label=_("Địa bàn"), minor=True),
            Column(key="validity", label=_("Hoạt động"), value=validity, minor=True),
        ],
        rows_from=rows,
        params=params,
        caption=_("Cơ quan, đơn vị tại ngày %(day)s") % {"day": on.strftime("%d/%m/%Y")},
        sort="name",
        per_page=50,
        empty=Empty(
            _("Không có cơ quan nào khớp"),
            _("Hãy bỏ bớt điều kiện lọc, hoặc chọn một ngày khác ở ô “Tại ngày”."),
        ),
    )
